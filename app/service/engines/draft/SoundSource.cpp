#include "service/engines/draft/SoundSource.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/audio_fifo.h>
#include <libswresample/swresample.h>
}

#include <algorithm>

namespace facet::service::draft {

namespace {

constexpr int rate = 48'000;

bool mp4Takes(AVCodecID codec)
{
    return codec == AV_CODEC_ID_AAC || codec == AV_CODEC_ID_MP3 || codec == AV_CODEC_ID_OPUS;
}

} // namespace

SoundSource::SoundSource(MediaFile &file)
    : m_file(file)
    , m_parameters(avcodec_parameters_alloc())
    , m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
{
}

SoundSource::~SoundSource()
{
    avcodec_parameters_free(&m_parameters);
    avcodec_free_context(&m_decoder);
    avcodec_free_context(&m_encoder);
    swr_free(&m_resampler);
    if (m_fifo)
        av_audio_fifo_free(m_fifo);
    av_frame_free(&m_frame);
    av_packet_free(&m_packet);
}

std::unique_ptr<SoundSource> SoundSource::of(MediaFile &file)
{
    const AVStream *stream = file.audioStream();
    if (!stream)
        return nullptr;
    std::unique_ptr<SoundSource> source(new SoundSource(file));
    if (!source->m_parameters || !source->m_frame || !source->m_packet)
        return nullptr;
    if (!mp4Takes(stream->codecpar->codec_id))
        return source->openCoder() ? std::move(source) : nullptr;
    if (avcodec_parameters_copy(source->m_parameters, stream->codecpar) < 0)
        return nullptr;
    source->m_parameters->codec_tag = 0;
    return source;
}

bool SoundSource::openCoder()
{
    const AVStream *stream = m_file.audioStream();
    const AVCodec *decoder = avcodec_find_decoder(stream->codecpar->codec_id);
    const AVCodec *encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
    m_decoder = decoder ? avcodec_alloc_context3(decoder) : nullptr;
    m_encoder = encoder ? avcodec_alloc_context3(encoder) : nullptr;
    if (!m_decoder || !m_encoder || avcodec_parameters_to_context(m_decoder, stream->codecpar) < 0
        || avcodec_open2(m_decoder, decoder, nullptr) < 0)
        return false;
    m_encoder->sample_fmt = AV_SAMPLE_FMT_FLTP;
    m_encoder->sample_rate = rate;
    m_encoder->bit_rate = 160'000;
    m_encoder->time_base = { 1, rate };
    av_channel_layout_default(&m_encoder->ch_layout, 2);
    m_encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    AVChannelLayout layout = m_decoder->ch_layout;
    if (layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&layout, std::max(1, layout.nb_channels));
    if (avcodec_open2(m_encoder, encoder, nullptr) < 0
        || swr_alloc_set_opts2(&m_resampler, &m_encoder->ch_layout, m_encoder->sample_fmt, rate, &layout,
               m_decoder->sample_fmt, m_decoder->sample_rate, 0, nullptr)
            < 0
        || swr_init(m_resampler) < 0)
        return false;
    m_fifo = av_audio_fifo_alloc(m_encoder->sample_fmt, 2, m_encoder->frame_size * 4);
    return m_fifo && avcodec_parameters_from_context(m_parameters, m_encoder) >= 0;
}

std::pair<int, int> SoundSource::timeBase() const
{
    const AVRational base = m_encoder ? m_encoder->time_base : m_file.audioStream()->time_base;
    return { base.num, base.den };
}

bool SoundSource::next(AVPacket &packet)
{
    return m_encoder ? codeNext(packet) : copyNext(packet);
}

bool SoundSource::copyNext(AVPacket &packet)
{
    while (av_read_frame(m_file.context(), &packet) >= 0) {
        if (packet.stream_index == m_file.audioStream()->index && packet.pts != AV_NOPTS_VALUE) {
            if (!m_started)
                m_origin = std::max<int64_t>(0, packet.pts);
            m_started = true;
            packet.pts -= m_origin;
            packet.dts = packet.dts == AV_NOPTS_VALUE ? packet.pts : packet.dts - m_origin;
            return true;
        }
        av_packet_unref(&packet);
    }
    return false;
}

/// Null: what the resampler still holds.
void SoundSource::keep(const AVFrame *frame)
{
    const int most = swr_get_out_samples(m_resampler, frame ? frame->nb_samples : 0);
    if (most <= 0)
        return;
    uint8_t **samples = nullptr;
    if (av_samples_alloc_array_and_samples(&samples, nullptr, 2, most, m_encoder->sample_fmt, 0) < 0)
        return;
    const uint8_t **in = frame ? const_cast<const uint8_t **>(frame->extended_data) : nullptr;
    const int made = swr_convert(m_resampler, samples, most, in, frame ? frame->nb_samples : 0);
    if (made > 0)
        av_audio_fifo_write(m_fifo, reinterpret_cast<void **>(samples), made);
    av_freep(&samples[0]);
    av_freep(&samples);
}

bool SoundSource::fill()
{
    if (m_decoded)
        return false;
    const int read = av_read_frame(m_file.context(), m_packet);
    if (read < 0) {
        m_decoded = true;
        avcodec_send_packet(m_decoder, nullptr);
    } else if (m_packet->stream_index == m_file.audioStream()->index) {
        avcodec_send_packet(m_decoder, m_packet);
    }
    av_packet_unref(m_packet);
    while (avcodec_receive_frame(m_decoder, m_frame) >= 0) {
        keep(m_frame);
        av_frame_unref(m_frame);
    }
    if (m_decoded)
        keep(nullptr);
    return true;
}

bool SoundSource::codeNext(AVPacket &packet)
{
    for (;;) {
        if (avcodec_receive_packet(m_encoder, &packet) >= 0)
            return true;
        if (m_flushed)
            return false;
        const int frame = m_encoder->frame_size;
        while (av_audio_fifo_size(m_fifo) < frame && fill()) { }
        const int count = std::min(frame, av_audio_fifo_size(m_fifo));
        if (count == 0) {
            m_flushed = true;
            avcodec_send_frame(m_encoder, nullptr);
            continue;
        }
        av_frame_unref(m_frame);
        m_frame->format = m_encoder->sample_fmt;
        m_frame->nb_samples = count;
        m_frame->sample_rate = rate;
        av_channel_layout_copy(&m_frame->ch_layout, &m_encoder->ch_layout);
        if (av_frame_get_buffer(m_frame, 0) < 0)
            return false;
        av_audio_fifo_read(m_fifo, reinterpret_cast<void **>(m_frame->data), count);
        m_frame->pts = m_samples;
        m_samples += count;
        avcodec_send_frame(m_encoder, m_frame);
        av_frame_unref(m_frame);
    }
}

} // namespace facet::service::draft
