#include "service/engines/draft/VideoReading.h"

#include <opencv2/core.hpp>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/imgutils.h>
#include <libswscale/swscale.h>
}

namespace facet::service::draft {

namespace {

constexpr int64_t mostPixels = 64'000'000; // of one picture: 8K twice over

/// The matrix of a frame; what says nothing is taken as players take it, by its size.
int matrixOf(const AVFrame &frame)
{
    if (frame.colorspace == AVCOL_SPC_BT709)
        return SWS_CS_ITU709;
    if (frame.colorspace == AVCOL_SPC_UNSPECIFIED)
        return frame.height >= 720 ? SWS_CS_ITU709 : SWS_CS_ITU601;
    return SWS_CS_ITU601;
}

} // namespace

VideoReading::VideoReading(MediaFile &file, QSize size)
    : m_file(file)
    , m_size(size)
{
}

VideoReading::~VideoReading()
{
    sws_freeContext(m_scaler);
    av_frame_free(&m_next);
    av_packet_free(&m_packet);
    avcodec_free_context(&m_codec);
}

std::unique_ptr<VideoReading> VideoReading::of(MediaFile &file, QSize size)
{
    std::unique_ptr<VideoReading> reading(new VideoReading(file, size));
    const AVStream *stream = file.videoStream();
    const AVCodec *decoder = avcodec_find_decoder(stream->codecpar->codec_id);
    reading->m_codec = decoder ? avcodec_alloc_context3(decoder) : nullptr;
    reading->m_packet = av_packet_alloc();
    reading->m_next = av_frame_alloc();
    if (!reading->m_codec || !reading->m_packet || !reading->m_next
        || avcodec_parameters_to_context(reading->m_codec, stream->codecpar) < 0)
        return nullptr;
    reading->m_codec->thread_count = 0;
    reading->m_codec->max_pixels = mostPixels;
    reading->m_codec->pkt_timebase = stream->time_base;
    if (avcodec_open2(reading->m_codec, decoder, nullptr) < 0)
        return nullptr;
    reading->m_picture = Nv12Picture::blank(size.width(), size.height());
    return reading;
}

/// A damaged packet costs its own picture, not the rest of the video.
bool VideoReading::decodeNext()
{
    AVStream *stream = m_file.videoStream();
    for (;;) {
        const int got = avcodec_receive_frame(m_codec, m_next);
        if (got >= 0) {
            const int64_t pts = m_next->best_effort_timestamp;
            if (pts != AV_NOPTS_VALUE)
                m_nextAt = static_cast<double>(pts) * av_q2d(stream->time_base);
            if (!m_started)
                m_origin = m_nextAt;
            m_started = true;
            return true;
        }
        if (got != AVERROR(EAGAIN) || m_draining)
            return false;
        const int read = av_read_frame(m_file.context(), m_packet);
        if (read < 0) {
            m_draining = true;
            avcodec_send_packet(m_codec, nullptr);
            continue;
        }
        if (m_packet->stream_index == stream->index)
            avcodec_send_packet(m_codec, m_packet);
        av_packet_unref(m_packet);
    }
}

void VideoReading::convert(const AVFrame &frame)
{
    const int turns = m_file.quarterTurns();
    const QSize lying = turns % 2 == 1 ? m_size.transposed() : m_size;
    m_scaler = sws_getCachedContext(m_scaler, frame.width, frame.height,
        static_cast<AVPixelFormat>(frame.format), lying.width(), lying.height(), AV_PIX_FMT_NV12,
        SWS_LANCZOS | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr);
    if (!m_scaler)
        return;
    sws_setColorspaceDetails(m_scaler, sws_getCoefficients(matrixOf(frame)),
        frame.color_range == AVCOL_RANGE_JPEG ? 1 : 0, sws_getCoefficients(SWS_CS_ITU709), 0, 0, 1 << 16,
        1 << 16);
    Nv12Picture scaled = turns == 0 ? m_picture : Nv12Picture::blank(lying.width(), lying.height());
    uint8_t *const planes[4] = { scaled.luma.data, scaled.chroma.data, nullptr, nullptr };
    const int lines[4] = { static_cast<int>(scaled.luma.step), static_cast<int>(scaled.chroma.step), 0, 0 };
    sws_scale(m_scaler, frame.data, frame.linesize, 0, frame.height, planes, lines);
    if (turns == 0)
        return;
    const auto code = turns == 1 ? cv::ROTATE_90_CLOCKWISE
        : turns == 2             ? cv::ROTATE_180
                                 : cv::ROTATE_90_COUNTERCLOCKWISE;
    cv::rotate(scaled.luma, m_picture.luma, code);
    cv::rotate(scaled.chroma, m_picture.chroma, code);
}

const Nv12Picture *VideoReading::at(double seconds)
{
    if (!m_started && !m_hasNext) {
        m_hasNext = decodeNext();
        if (!m_hasNext)
            return nullptr;
        convert(*m_next);
        m_hasNext = decodeNext();
    }
    bool moved = false;
    AVFrame *shown = nullptr;
    constexpr double early = 0.001; // clocks of files are coarse
    while (m_hasNext && m_nextAt - m_origin <= seconds + early) {
        if (!shown)
            shown = av_frame_alloc();
        av_frame_unref(shown);
        av_frame_move_ref(shown, m_next);
        moved = true;
        m_hasNext = decodeNext();
    }
    if (moved)
        convert(*shown);
    av_frame_free(&shown);
    return &m_picture;
}

} // namespace facet::service::draft
