#include "service/engines/draft/SoundWriter.h"

#include "service/engines/draft/Mp4Output.h"
#include "service/engines/draft/Sentences.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>

namespace facet::service::draft {

namespace {

/// Everything that has to be given back, whatever happens.
struct SoundParts {
    Mp4Output &output;
    AVCodecContext *codec = nullptr;
    AVStream *stream = nullptr;
    AVFrame *frame = nullptr;
    AVPacket *packet = nullptr;

    ~SoundParts()
    {
        av_packet_free(&packet);
        av_frame_free(&frame);
        avcodec_free_context(&codec);
    }

    int open(const QMap<QString, QString> &tags)
    {
        AVFormatContext *container = output.container();
        if (!container)
            return AVERROR(ENOMEM);
        const AVCodec *encoder = avcodec_find_encoder(AV_CODEC_ID_AAC);
        codec = encoder ? avcodec_alloc_context3(encoder) : nullptr;
        stream = avformat_new_stream(container, nullptr);
        frame = av_frame_alloc();
        packet = av_packet_alloc();
        if (!codec || !stream || !frame || !packet)
            return AVERROR(ENOMEM);
        codec->sample_fmt = AV_SAMPLE_FMT_FLTP;
        codec->sample_rate = SoundSynth::rate;
        codec->bit_rate = 160'000;
        codec->time_base = { 1, SoundSynth::rate };
        av_channel_layout_default(&codec->ch_layout, 2);
        codec->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        int code = avcodec_open2(codec, encoder, nullptr);
        if (code < 0)
            return code;
        stream->time_base = codec->time_base;
        avcodec_parameters_from_context(stream->codecpar, codec);
        frame->format = codec->sample_fmt;
        frame->nb_samples = codec->frame_size;
        frame->sample_rate = codec->sample_rate;
        av_channel_layout_copy(&frame->ch_layout, &codec->ch_layout);
        code = av_frame_get_buffer(frame, 0);
        if (code < 0)
            return code;
        return output.begin(tags);
    }

    int encode(const AVFrame *samples)
    {
        int code = avcodec_send_frame(codec, samples);
        while (code >= 0) {
            code = avcodec_receive_packet(codec, packet);
            if (code < 0)
                break;
            av_packet_rescale_ts(packet, codec->time_base, stream->time_base);
            packet->stream_index = stream->index;
            code = output.write(packet);
        }
        return code == AVERROR(EAGAIN) || code == AVERROR_EOF ? 0 : code;
    }
};

int encodeAll(SoundParts &parts, SoundSynth &synth, int seconds, JobMonitor &monitor)
{
    const qint64 samples = qint64(seconds) * SoundSynth::rate;
    const int step = parts.codec->frame_size;
    const int steps = static_cast<int>((samples + step - 1) / step);
    for (int i = 0; i < steps; ++i) {
        if (monitor.stopped())
            return AVERROR_EXIT;
        int code = av_frame_make_writable(parts.frame);
        if (code < 0)
            return code;
        parts.frame->pts = qint64(i) * step;
        parts.frame->nb_samples = static_cast<int>(std::min<qint64>(step, samples - qint64(i) * step));
        synth.next(reinterpret_cast<float *>(parts.frame->data[0]),
            reinterpret_cast<float *>(parts.frame->data[1]), parts.frame->nb_samples);
        code = parts.encode(parts.frame);
        if (code < 0)
            return code;
        monitor.frames(i + 1, i + 1, steps);
    }
    return parts.encode(nullptr);
}

} // namespace

Result<void> writeSound(SoundSynth &synth, int seconds, const QString &path,
    const QMap<QString, QString> &tags, JobMonitor &monitor, bool korean)
{
    Mp4Output output(path, korean);
    SoundParts parts{ output };
    if (const int code = parts.open(tags); code < 0)
        return output.fileFailure(code);
    const int code = encodeAll(parts, synth, seconds, monitor);
    if (monitor.stopped())
        return sentences::cancelled(korean);
    if (code < 0)
        return output.engineFailure(code);
    return output.finish();
}

} // namespace facet::service::draft
