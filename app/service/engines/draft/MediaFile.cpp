#include "service/engines/draft/MediaFile.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
}

#include <cmath>

namespace facet::service::draft {

namespace {

/// How the pictures of a stream are turned to be shown; null: not at all.
const int32_t *displayMatrix(const AVStream &stream)
{
#if LIBAVCODEC_VERSION_INT >= AV_VERSION_INT(60, 30, 100) // FFmpeg 6.1 moved it to the parameters
    const AVCodecParameters &codec = *stream.codecpar;
    const AVPacketSideData *data =
        av_packet_side_data_get(codec.coded_side_data, codec.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data ? reinterpret_cast<const int32_t *>(data->data) : nullptr;
#else
    return reinterpret_cast<const int32_t *>(
        av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, nullptr));
#endif
}

} // namespace

std::unique_ptr<MediaFile> MediaFile::open(const QString &path, const StopFlag &stop)
{
    std::unique_ptr<MediaFile> file(new MediaFile);
    file->m_context = avformat_alloc_context();
    if (!file->m_context)
        return nullptr;
    file->m_context->interrupt_callback = { [](void *flag) {
                                               return static_cast<const StopFlag *>(flag)->stopped() ? 1 : 0;
                                           },
        const_cast<StopFlag *>(&stop) };
    // Only what lies in this file: a playlist must not make the service fetch something.
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(
        &options, "format_whitelist", "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,wav,mp3,ogg,flac,aac", 0);
    const int opened = avformat_open_input(&file->m_context, path.toUtf8().constData(), nullptr, &options);
    av_dict_free(&options);
    if (opened < 0 || avformat_find_stream_info(file->m_context, nullptr) < 0)
        return nullptr;
    const auto best = [&](AVMediaType type) -> AVStream * {
        const int index = av_find_best_stream(file->m_context, type, -1, -1, nullptr, 0);
        return index >= 0 ? file->m_context->streams[index] : nullptr;
    };
    file->m_video = best(AVMEDIA_TYPE_VIDEO);
    if (file->m_video && (file->m_video->disposition & AV_DISPOSITION_ATTACHED_PIC))
        file->m_video = nullptr; // the cover of a song
    file->m_audio = best(AVMEDIA_TYPE_AUDIO);
    return file->m_video || file->m_audio ? std::move(file) : nullptr;
}

MediaFile::~MediaFile()
{
    avformat_close_input(&m_context);
}

double MediaFile::seconds() const
{
    return m_context->duration > 0 ? static_cast<double>(m_context->duration) / AV_TIME_BASE : 0;
}

int MediaFile::quarterTurns() const
{
    if (!m_video)
        return 0;
    const int32_t *matrix = displayMatrix(*m_video);
    if (!matrix)
        return 0;
    const double counterclockwise = av_display_rotation_get(matrix);
    return std::isnan(counterclockwise) ? 0
                                        : (static_cast<int>(std::lround(-counterclockwise / 90)) % 4 + 4) % 4;
}

QSize MediaFile::size() const
{
    if (!m_video)
        return {};
    const QSize stored(m_video->codecpar->width, m_video->codecpar->height);
    return quarterTurns() % 2 == 1 ? stored.transposed() : stored;
}

} // namespace facet::service::draft
