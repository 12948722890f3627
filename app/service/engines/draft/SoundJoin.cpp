#include "service/engines/draft/SoundJoin.h"

#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/SoundSource.h"

#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cerrno>

namespace facet::service::draft {

namespace {

struct Packet {
    AVPacket *data = av_packet_alloc();
    bool there = false;

    ~Packet() { av_packet_free(&data); }
};

/// The file that is written, closed and taken away again unless it was finished.
struct Output {
    QString partPath;
    AVFormatContext *container = nullptr;
    bool finished = false;

    ~Output()
    {
        if (container) {
            if (container->pb)
                avio_closep(&container->pb);
            avformat_free_context(container);
        }
        if (!finished)
            QFile::remove(partPath);
    }

    int open(const MediaFile &video, const SoundSource &sound, const QMap<QString, QString> &tags)
    {
        const QByteArray path = partPath.toUtf8();
        int code = avformat_alloc_output_context2(&container, nullptr, "mp4", path.constData());
        if (code < 0)
            return code;
        AVStream *pictures = avformat_new_stream(container, nullptr);
        AVStream *heard = avformat_new_stream(container, nullptr);
        if (!pictures || !heard)
            return AVERROR(ENOMEM);
        avcodec_parameters_copy(pictures->codecpar, video.videoStream()->codecpar);
        pictures->codecpar->codec_tag = 0;
        pictures->time_base = video.videoStream()->time_base;
        pictures->avg_frame_rate = video.videoStream()->avg_frame_rate;
        avcodec_parameters_copy(heard->codecpar, sound.parameters());
        heard->time_base = { sound.timeBase().first, sound.timeBase().second };
        for (auto tag = tags.cbegin(); tag != tags.cend(); ++tag)
            av_dict_set(
                &container->metadata, tag.key().toUtf8().constData(), tag.value().toUtf8().constData(), 0);
        code = avio_open(&container->pb, path.constData(), AVIO_FLAG_WRITE);
        if (code < 0)
            return code;
        AVDictionary *options = nullptr;
        av_dict_set(&options, "movflags", "+faststart+use_metadata_tags", 0);
        code = avformat_write_header(container, &options);
        av_dict_free(&options);
        return code;
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

int writeBoth(Output &output, MediaFile &video, SoundSource &sound, double seconds, JobMonitor &monitor)
{
    const AVRational soundBase{ sound.timeBase().first, sound.timeBase().second };
    const AVRational videoBase = video.videoStream()->time_base;
    Packet picture;
    Packet heard;
    const auto nextPicture = [&] { picture.there = av_read_frame(video.context(), picture.data) >= 0; };
    const auto nextHeard = [&] {
        heard.there = sound.next(*heard.data);
        if (heard.there && static_cast<double>(heard.data->pts) * av_q2d(soundBase) >= seconds) {
            av_packet_unref(heard.data);
            heard.there = false;
        }
    };
    nextPicture();
    nextHeard();
    while (picture.there || heard.there) {
        if (monitor.stopped())
            return AVERROR_EXIT;
        const bool takePicture = picture.there
            && (!heard.there || av_compare_ts(picture.data->dts, videoBase, heard.data->dts, soundBase) <= 0);
        Packet &packet = takePicture ? picture : heard;
        packet.data->stream_index = takePicture ? 0 : 1;
        packet.data->pos = -1;
        av_packet_rescale_ts(packet.data, takePicture ? videoBase : soundBase,
            output.container->streams[packet.data->stream_index]->time_base);
        int code = av_write_frame(output.container, packet.data);
        av_packet_unref(packet.data);
        if (code >= 0 && output.container->pb->error < 0)
            code = output.container->pb->error;
        if (code < 0)
            return code;
        takePicture ? nextPicture() : nextHeard();
    }
    return output.close();
}

} // namespace

Result<void> joinSound(const SoundJoin &join, JobMonitor &monitor)
{
    const auto video = MediaFile::open(join.video, monitor.stop());
    const auto file = MediaFile::open(join.sound, monitor.stop());
    const auto sound = file ? SoundSource::of(*file) : nullptr;
    if (monitor.stopped())
        return sentences::cancelled(join.korean);
    if (!video || !video->videoStream())
        return sentences::engineFailed(join.korean, QStringLiteral("the rendered pictures cannot be read"));
    if (!sound)
        return sentences::inputUnplayable(join.korean, join.sound);
    int code = 0;
    {
        Output output{ join.path + QStringLiteral(".part") };
        code = output.open(*video, *sound, join.tags);
        if (code >= 0)
            code = writeBoth(output, *video, *sound, join.seconds, monitor);
        output.finished = code >= 0;
    }
    if (code >= 0) {
        QFile::remove(join.video);
        QFile::remove(join.path);
        if (QFile::rename(join.path + QStringLiteral(".part"), join.path))
            return {};
        QFile::remove(join.path + QStringLiteral(".part"));
        return sentences::outputUnwritable(join.korean, join.path);
    }
    if (monitor.stopped())
        return sentences::cancelled(join.korean);
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(code, text, sizeof text);
    if (code == AVERROR(ENOSPC) || code == AVERROR(EFBIG) || code == AVERROR(EDQUOT))
        return sentences::diskFull(join.korean, QString::fromUtf8(text));
    return sentences::engineFailed(join.korean, QString::fromUtf8(text));
}

} // namespace facet::service::draft
