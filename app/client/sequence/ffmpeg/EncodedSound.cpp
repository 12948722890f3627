#include "client/sequence/ffmpeg/EncodedSound.h"

#include "client/sequence/ffmpeg/ExportErrors.h"
#include "client/sequence/ffmpeg/Mp4File.h"

#include <algorithm>
#include <vector>

namespace facet::client::sequence {

EncodedSound::EncodedSound(SoundReader &sound, qint64 durationUs)
    : m_sound(sound)
    , m_samples(durationUs * SoundReader::sampleRate / 1'000'000)
    , m_frame(av_frame_alloc())
    , m_packet(av_packet_alloc())
{
}

double EncodedSound::seconds() const
{
    return static_cast<double>(m_done) / SoundReader::sampleRate;
}

Result<void> EncodedSound::add(Mp4File &file)
{
    const AVCodec *encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
    m_codec.reset(encoder ? avcodec_alloc_context3(encoder) : nullptr);
    m_stream = file.addStream();
    if (!m_codec || !m_stream || !m_frame || !m_packet)
        return ExportErrors::encoder(QStringLiteral("aac"));
    m_codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
    m_codec->sample_rate = SoundReader::sampleRate;
    m_codec->bit_rate = 192'000;
    m_codec->time_base = { 1, SoundReader::sampleRate };
    av_channel_layout_default(&m_codec->ch_layout, SoundReader::channels);
    m_codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    int code = avcodec_open2(m_codec.get(), encoder, nullptr);
    if (code >= 0)
        code = avcodec_parameters_from_context(m_stream->codecpar, m_codec.get());
    m_frame->format = m_codec->sample_fmt;
    m_frame->nb_samples = m_codec->frame_size;
    m_frame->sample_rate = m_codec->sample_rate;
    av_channel_layout_copy(&m_frame->ch_layout, &m_codec->ch_layout);
    if (code >= 0)
        code = av_frame_get_buffer(m_frame.get(), 0);
    if (code < 0)
        return ExportErrors::encoder(ExportErrors::words(code));
    m_stream->time_base = m_codec->time_base;
    return m_sound.start(0, 1);
}

Result<void> EncodedSound::encode(const AVFrame *frame, Mp4File &file)
{
    int code = avcodec_send_frame(m_codec.get(), frame);
    while (code >= 0) {
        code = avcodec_receive_packet(m_codec.get(), m_packet.get());
        if (code < 0)
            break;
        m_packet->stream_index = m_stream->index;
        if (auto written = file.write(m_packet.get(), m_codec->time_base); !written)
            return written;
    }
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF)
        return {};
    return ExportErrors::encoder(ExportErrors::words(code));
}

Result<bool> EncodedSound::step(Mp4File &file)
{
    if (m_done >= m_samples) {
        if (auto drained = encode(nullptr, file); !drained)
            return tl::unexpected(drained.error());
        return false;
    }
    const qint64 count = std::min<qint64>(m_codec->frame_size, m_samples - m_done);
    std::vector<float> samples(static_cast<size_t>(count) * SoundReader::channels, 0.0F);
    m_sound.read(samples.data(), count); // silence after its end
    if (av_frame_make_writable(m_frame.get()) < 0)
        return ExportErrors::encoder(QStringLiteral("no memory"));
    m_frame->nb_samples = static_cast<int>(count);
    m_frame->pts = m_done;
    for (int channel = 0; channel < SoundReader::channels; ++channel) {
        auto *plane = reinterpret_cast<float *>(m_frame->data[channel]);
        for (qint64 n = 0; n < count; ++n)
            plane[n] = samples[static_cast<size_t>(n * SoundReader::channels + channel)];
    }
    m_done += count;
    if (auto encoded = encode(m_frame.get(), file); !encoded)
        return tl::unexpected(encoded.error());
    return true;
}

} // namespace facet::client::sequence
