#include "service/engines/draft/SoundWriter.h"

#include "service/engines/draft/Sentences.h"

#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <algorithm>
#include <cerrno>

namespace facet::service::draft {

namespace {

/// Everything that has to be given back, whatever happens.
struct SoundParts {
    AVFormatContext *container = nullptr;
    AVCodecContext *codec = nullptr;
    AVStream *stream = nullptr;
    AVFrame *frame = nullptr;
    AVPacket *packet = nullptr;

    ~SoundParts()
    {
        av_packet_free(&packet);
        av_frame_free(&frame);
        avcodec_free_context(&codec);
        if (container) {
            if (container->pb)
                avio_closep(&container->pb);
            avformat_free_context(container);
        }
    }

    int open(const QByteArray &path, const QMap<QString, QString> &tags)
    {
        int code = avformat_alloc_output_context2(&container, nullptr, "mp4", path.constData());
        if (code < 0)
            return code;
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
        code = avcodec_open2(codec, encoder, nullptr);
        if (code < 0)
            return code;
        stream->time_base = codec->time_base;
        avcodec_parameters_from_context(stream->codecpar, codec);
        for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
            av_dict_set(
                &container->metadata, tag.key().toUtf8().constData(), tag.value().toUtf8().constData(), 0);
        frame->format = codec->sample_fmt;
        frame->nb_samples = codec->frame_size;
        frame->sample_rate = codec->sample_rate;
        av_channel_layout_copy(&frame->ch_layout, &codec->ch_layout);
        code = av_frame_get_buffer(frame, 0);
        if (code < 0)
            return code;
        code = avio_open(&container->pb, path.constData(), AVIO_FLAG_WRITE);
        if (code < 0)
            return code;
        AVDictionary *options = nullptr;
        av_dict_set(&options, "movflags", "+faststart+use_metadata_tags", 0);
        code = avformat_write_header(container, &options);
        av_dict_free(&options);
        return code;
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
            code = av_write_frame(container, packet);
            av_packet_unref(packet);
            if (code >= 0 && container->pb->error < 0)
                code = container->pb->error;
        }
        return code == AVERROR(EAGAIN) || code == AVERROR_EOF ? 0 : code;
    }

    int close()
    {
        int code = av_write_trailer(container);
        if (code >= 0 && container->pb->error < 0)
            code = container->pb->error;
        const int closed = avio_closep(&container->pb);
        return code < 0 ? code : closed;
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
    const int code = parts.encode(nullptr);
    return code < 0 ? code : parts.close();
}

} // namespace

Result<void> writeSound(SoundSynth &synth, int seconds, const QString &path,
    const QMap<QString, QString> &tags, JobMonitor &monitor, bool korean)
{
    const QString partPath = path + QStringLiteral(".part");
    int code = 0;
    bool opened = false;
    {
        SoundParts parts;
        code = parts.open(partPath.toUtf8(), tags);
        opened = code >= 0;
        if (opened)
            code = encodeAll(parts, synth, seconds, monitor);
    }
    if (code >= 0) {
        QFile::remove(path);
        if (QFile::rename(partPath, path))
            return {};
    }
    QFile::remove(partPath);
    if (monitor.stopped())
        return sentences::cancelled(korean);
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    if (code == AVERROR(ENOSPC) || code == AVERROR(EFBIG) || code == AVERROR(EDQUOT))
        return sentences::diskFull(korean, QString::fromUtf8(text));
    return opened && code < 0 ? sentences::engineFailed(korean, QString::fromUtf8(text))
                              : sentences::outputUnwritable(korean, QString::fromUtf8(text));
}

} // namespace facet::service::draft
