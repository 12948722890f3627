#include "client/media/ffmpeg/SoundDecoder.h"

#include "client/media/ffmpeg/MediaProblems.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/channel_layout.h>
}

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace facet::client {

namespace {

constexpr AVRational microseconds{ 1, 1'000'000 };
// atempo takes from a half on: slower is two of them.
constexpr double slowestStage = 0.5;

int64_t beginOf(const AVStream *stream)
{
    return stream && stream->start_time != AV_NOPTS_VALUE
        ? av_rescale_q(stream->start_time, stream->time_base, microseconds)
        : 0;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 6);
}

} // namespace

SoundDecoder::SoundDecoder(std::unique_ptr<MediaInput> input)
    : m_input(std::move(input))
    , m_packet(av_packet_alloc())
    , m_frame(av_frame_alloc())
{
}

std::unique_ptr<SoundDecoder> SoundDecoder::of(std::unique_ptr<MediaInput> input)
{
    const AVStream *stream = input->audio();
    const AVCodec *decoder = stream ? avcodec_find_decoder(stream->codecpar->codec_id) : nullptr;
    if (!decoder)
        return nullptr;
    std::unique_ptr<SoundDecoder> sound(new SoundDecoder(std::move(input)));
    sound->m_codec = avcodec_alloc_context3(decoder);
    if (!sound->m_codec || avcodec_parameters_to_context(sound->m_codec, stream->codecpar) < 0)
        return nullptr;
    sound->m_codec->pkt_timebase = stream->time_base;
    if (avcodec_open2(sound->m_codec, decoder, nullptr) < 0)
        return nullptr;
    sound->m_input->readOnly(stream);
    return sound;
}

SoundDecoder::~SoundDecoder()
{
    avfilter_graph_free(&m_graph);
    av_frame_free(&m_frame);
    av_packet_free(&m_packet);
    avcodec_free_context(&m_codec);
}

bool SoundDecoder::makeChain(double seconds, double speed)
{
    avfilter_graph_free(&m_graph);
    m_graph = avfilter_graph_alloc();
    const AVStream *stream = m_input->audio();
    std::array<char, 128> layout{};
    AVChannelLayout speakers = m_codec->ch_layout;
    if (speakers.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&speakers, std::max(1, speakers.nb_channels));
    if (av_channel_layout_describe(&speakers, layout.data(), layout.size()) < 0 || m_codec->sample_rate <= 0)
        return false;
    QByteArray chain = QByteArrayLiteral("abuffer=sample_rate=") + QByteArray::number(m_codec->sample_rate)
        + ":sample_fmt=" + QByteArray::number(static_cast<int>(m_codec->sample_fmt))
        + ":channel_layout=" + layout.data() + ":time_base=" + QByteArray::number(stream->time_base.num) + '/'
        + QByteArray::number(stream->time_base.den) + ",atrim=start=" + number(seconds)
        + ",asetpts=PTS-STARTPTS";
    for (double rest = speed; std::abs(rest - 1) > 0.001; rest /= slowestStage) {
        chain += ",atempo=" + number(std::max(rest, slowestStage));
        if (rest >= slowestStage)
            break;
    }
    chain += ",aformat=sample_fmts=flt:sample_rates=" + QByteArray::number(sampleRate)
        + ":channel_layouts=stereo,abuffersink";
    AVFilterInOut *open = nullptr;
    AVFilterInOut *unfinished = nullptr;
    const int code = avfilter_graph_parse2(m_graph, chain.constData(), &open, &unfinished);
    avfilter_inout_free(&open);
    avfilter_inout_free(&unfinished);
    if (code < 0 || avfilter_graph_config(m_graph, nullptr) < 0)
        return false;
    const auto named = [this](const char *name) -> AVFilterContext * {
        for (unsigned i = 0; i < m_graph->nb_filters; ++i) {
            if (strcmp(m_graph->filters[i]->filter->name, name) == 0)
                return m_graph->filters[i];
        }
        return nullptr;
    };
    m_source = named("abuffer");
    m_sink = named("abuffersink");
    return m_source && m_sink;
}

Result<void> SoundDecoder::start(qint64 us, double speed)
{
    const AVStream *stream = m_input->audio();
    const int64_t at = beginOf(m_input->video()) + us;
    m_pending.clear();
    m_taken = 0;
    m_over = false;
    const int64_t late = beginOf(stream) - at;
    m_silence = late > 0 ? std::llround(static_cast<double>(late) / 1e6 / speed * sampleRate) : 0;
    av_seek_frame(m_input->context(), stream->index,
        av_rescale_q(std::max<int64_t>(at, 0), microseconds, stream->time_base), AVSEEK_FLAG_BACKWARD);
    avcodec_flush_buffers(m_codec);
    if (!makeChain(static_cast<double>(std::max<int64_t>(at, 0)) / 1e6, speed))
        return MediaProblems::damaged(m_input->path());
    return {};
}

bool SoundDecoder::push()
{
    for (;;) {
        const int got = avcodec_receive_frame(m_codec, m_frame);
        if (got >= 0) {
            m_frame->pts = m_frame->best_effort_timestamp;
            return av_buffersrc_add_frame(m_source, m_frame) >= 0;
        }
        if (got == AVERROR_EOF)
            return av_buffersrc_add_frame(m_source, nullptr) >= 0;
        if (m_input->read(m_packet, m_input->audio()) < 0)
            avcodec_send_packet(m_codec, nullptr);
        else
            avcodec_send_packet(m_codec, m_packet); // a damaged one is a gap
        av_packet_unref(m_packet);
    }
}

bool SoundDecoder::pull()
{
    for (;;) {
        const int got = av_buffersink_get_frame(m_sink, m_frame);
        if (got >= 0) {
            const auto *samples = reinterpret_cast<const float *>(m_frame->data[0]);
            m_pending.assign(samples, samples + m_frame->nb_samples * channels);
            m_taken = 0;
            av_frame_unref(m_frame);
            return true;
        }
        if (got != AVERROR(EAGAIN) || !push())
            return false;
    }
}

qint64 SoundDecoder::read(float *samples, qint64 frames)
{
    if (!m_graph)
        return 0;
    const qint64 quiet = std::min(frames, m_silence);
    std::fill_n(samples, quiet * channels, 0.0F);
    m_silence -= quiet;
    qint64 done = quiet;
    while (done < frames) {
        if (m_taken == m_pending.size()) {
            if (m_over || !pull()) {
                m_over = true;
                break;
            }
            continue;
        }
        const auto left = static_cast<qint64>((m_pending.size() - m_taken) / channels);
        const qint64 part = std::min(left, frames - done);
        std::copy_n(m_pending.data() + m_taken, part * channels, samples + done * channels);
        m_taken += static_cast<size_t>(part * channels);
        done += part;
    }
    return done;
}

} // namespace facet::client
