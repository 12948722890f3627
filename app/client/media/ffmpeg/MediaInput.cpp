#include "client/media/ffmpeg/MediaInput.h"

#include "client/media/VideoFrames.h"
#include "client/media/ffmpeg/MediaProblems.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
}

#include <cmath>
#include <cstring>

namespace facet::client {

namespace {

const char *const containers = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,wav,mp3,ogg,flac,aac";
const char *const mostStreams = "16";

/// Whether the container said all that a decoder asks for: then nothing needs to be decoded to find out,
/// which for a 1080p file is most of the time until its first frame.
bool isDescribed(const AVFormatContext *context)
{
    if (!strstr(context->iformat->name, "mp4")) // of the others, some lack the order of frames
        return false;
    for (unsigned i = 0; i < context->nb_streams; ++i) {
        const AVCodecParameters *codec = context->streams[i]->codecpar;
        if (codec->codec_type == AVMEDIA_TYPE_VIDEO && (codec->width <= 0 || codec->height <= 0))
            return false;
        if (codec->codec_type == AVMEDIA_TYPE_AUDIO && codec->sample_rate <= 0)
            return false;
    }
    return true;
}

} // namespace

Result<std::unique_ptr<MediaInput>> MediaInput::open(const QString &path, const std::atomic_bool *stop)
{
    std::unique_ptr<MediaInput> input(new MediaInput);
    input->m_path = path;
    input->m_stop = stop;
    input->m_context = avformat_alloc_context();
    if (!input->m_context)
        return MediaProblems::damaged(path, AVERROR(ENOMEM));
    input->m_context->interrupt_callback = {
        [](void *self) { return static_cast<const MediaInput *>(self)->isStopped() ? 1 : 0; }, input.get()
    };
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", containers, 0);
    av_dict_set(&options, "max_streams", mostStreams, 0);
    // With its scheme, so that a name with a colon is not taken for an address.
    const QByteArray address = QByteArrayLiteral("file:") + path.toUtf8();
    int code = avformat_open_input(&input->m_context, address.constData(), nullptr, &options);
    av_dict_free(&options);
    if (code >= 0 && !isDescribed(input->m_context))
        code = avformat_find_stream_info(input->m_context, nullptr);
    if (input->isStopped())
        return MediaProblems::stopped();
    if (code < 0)
        return MediaProblems::notAVideo(path, code);

    const auto best = [&](AVMediaType type) -> AVStream * {
        const int index = av_find_best_stream(input->m_context, type, -1, -1, nullptr, 0);
        return index >= 0 ? input->m_context->streams[index] : nullptr;
    };
    input->m_video = best(AVMEDIA_TYPE_VIDEO);
    if (input->m_video && (input->m_video->disposition & AV_DISPOSITION_ATTACHED_PIC))
        input->m_video = nullptr; // the cover of a song
    input->m_audio = best(AVMEDIA_TYPE_AUDIO);
    if (!input->m_video && !input->m_audio)
        return MediaProblems::notAVideo(path);
    if (input->m_video) {
        const AVCodecParameters *codec = input->m_video->codecpar;
        if (codec->width <= 0 || codec->height <= 0)
            return MediaProblems::damaged(path);
        if (int64_t(codec->width) * codec->height > VideoFrames::maxPixels)
            return MediaProblems::tooLarge(path, codec->width, codec->height);
    }
    return input;
}

MediaInput::~MediaInput()
{
    avformat_close_input(&m_context);
}

int MediaInput::read(AVPacket *packet, const AVStream *stream)
{
    for (;;) {
        const int code = av_read_frame(m_context, packet);
        if (code < 0 || packet->stream_index == stream->index)
            return code;
        av_packet_unref(packet);
    }
}

void MediaInput::readOnly(const AVStream *stream)
{
    for (unsigned i = 0; i < m_context->nb_streams; ++i)
        m_context->streams[i]->discard = m_context->streams[i] == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
}

const int32_t *MediaInput::displayMatrix() const
{
    if (!m_video)
        return nullptr;
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 30, 100) // FFmpeg 6.1 moved it to the parameters
    const AVCodecParameters &codec = *m_video->codecpar;
    const AVPacketSideData *data =
        av_packet_side_data_get(codec.coded_side_data, codec.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data ? reinterpret_cast<const int32_t *>(data->data) : nullptr;
#else
    return reinterpret_cast<const int32_t *>(
        av_stream_get_side_data(m_video, AV_PKT_DATA_DISPLAYMATRIX, nullptr));
#endif
}

int MediaInput::quarterTurns() const
{
    const int32_t *matrix = displayMatrix();
    if (!matrix)
        return 0;
    const double counterclockwise = av_display_rotation_get(matrix);
    if (std::isnan(counterclockwise))
        return 0;
    return (static_cast<int>(std::lround(-counterclockwise / 90)) % 4 + 4) % 4;
}

QSize MediaInput::size() const
{
    if (!m_video)
        return {};
    QSize stored(m_video->codecpar->width, m_video->codecpar->height);
    const AVRational shape = av_guess_sample_aspect_ratio(m_context, m_video, nullptr);
    // A shape that no camera makes is a damaged header.
    if (shape.num > 0 && shape.den > 0 && av_q2d(shape) > 0.1 && av_q2d(shape) < 10)
        stored.setWidth(std::max(1, static_cast<int>(std::lround(stored.width() * av_q2d(shape)))));
    return quarterTurns() % 2 == 1 ? stored.transposed() : stored;
}

} // namespace facet::client
