#include "service/engines/draft/SoundJoin.h"

#include "service/engines/draft/Mp4Output.h"
#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/SoundSource.h"

#include <QFile>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace facet::service::draft {

namespace {

struct Packet {
    AVPacket *data = av_packet_alloc();
    bool there = false;

    ~Packet() { av_packet_free(&data); }
};

int begin(
    Mp4Output &output, const MediaFile &video, const SoundSource &sound, const QMap<QString, QString> &tags)
{
    AVStream *pictures = output.container() ? avformat_new_stream(output.container(), nullptr) : nullptr;
    AVStream *heard = pictures ? avformat_new_stream(output.container(), nullptr) : nullptr;
    if (!heard)
        return AVERROR(ENOMEM);
    avcodec_parameters_copy(pictures->codecpar, video.videoStream()->codecpar);
    pictures->codecpar->codec_tag = 0;
    pictures->time_base = video.videoStream()->time_base;
    pictures->avg_frame_rate = video.videoStream()->avg_frame_rate;
    avcodec_parameters_copy(heard->codecpar, sound.parameters());
    heard->time_base = { sound.timeBase().first, sound.timeBase().second };
    return output.begin(tags);
}

int writeBoth(Mp4Output &output, MediaFile &video, SoundSource &sound, double seconds, JobMonitor &monitor)
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
            output.container()->streams[packet.data->stream_index]->time_base);
        if (const int code = output.write(packet.data); code < 0)
            return code;
        takePicture ? nextPicture() : nextHeard();
    }
    return 0;
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
    Mp4Output output(join.path, join.korean);
    int code = begin(output, *video, *sound, join.tags);
    if (code >= 0)
        code = writeBoth(output, *video, *sound, join.seconds, monitor);
    if (monitor.stopped())
        return sentences::cancelled(join.korean);
    if (code < 0)
        return output.engineFailure(code);
    if (auto finished = output.finish(); !finished)
        return finished;
    QFile::remove(join.video);
    return {};
}

} // namespace facet::service::draft
