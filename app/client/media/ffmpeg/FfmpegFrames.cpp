#include "client/media/ffmpeg/FfmpegFrames.h"

#include "client/media/VideoFrames.h"
#include "client/media/ffmpeg/MediaProblems.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/pixdesc.h>
}

#include <QThread>

#include <algorithm>

namespace facet::client {

namespace {

constexpr qint64 cacheBytes = 96 * 1024 * 1024; // 30 frames of 1080p
constexpr int mostThreads = 4; // each holds a frame, and delays the first
constexpr int mostRetries = 3; // key frames to go back to before the beginning
constexpr AVRational microseconds{ 1, 1'000'000 };

int64_t timeOf(const AVFrame &frame)
{
    return frame.pts != AV_NOPTS_VALUE ? frame.pts : frame.best_effort_timestamp;
}

} // namespace

FfmpegFrames::FfmpegFrames(std::unique_ptr<MediaInput> input)
    : m_input(std::move(input))
    , m_packet(av_packet_alloc())
    , m_cache(cacheBytes)
{
}

FfmpegFrames::~FfmpegFrames()
{
    m_cache.clear();
    av_packet_free(&m_packet);
    avcodec_free_context(&m_codec);
}

Result<void> FfmpegFrames::openCodec()
{
    if (m_opened)
        return {};
    const AVStream *stream = m_input->video();
    if (!stream)
        return MediaProblems::noPicture(m_input->path());
    const AVCodecID id = stream->codecpar->codec_id;
    const AVCodec *decoder = avcodec_find_decoder(id);
    if (!decoder)
        return MediaProblems::codecMissing(m_input->path(), QString::fromLatin1(avcodec_get_name(id)));
    m_codec = avcodec_alloc_context3(decoder);
    if (!m_codec || avcodec_parameters_to_context(m_codec, stream->codecpar) < 0)
        return MediaProblems::damaged(m_input->path());
    m_codec->thread_count = std::clamp(QThread::idealThreadCount(), 1, mostThreads);
    m_codec->max_pixels = VideoFrames::maxPixels;
    m_codec->pkt_timebase = stream->time_base;
    if (const int code = avcodec_open2(m_codec, decoder, nullptr); code < 0)
        return MediaProblems::damaged(m_input->path(), code);
    m_maker = std::make_unique<PictureMaker>(m_input->size(), m_input->quarterTurns());
    m_input->readOnly(stream);
    m_opened = true;
    return {};
}

FramePointer FfmpegFrames::receive(int *code)
{
    FramePointer frame(av_frame_alloc());
    *code = frame ? avcodec_receive_frame(m_codec, frame.get()) : AVERROR(ENOMEM);
    return *code >= 0 ? std::move(frame) : nullptr;
}

bool FfmpegFrames::feed(int64_t keepPts)
{
    if (m_draining)
        return false;
    for (;;) {
        if (m_input->isStopped())
            return false;
        if (m_input->read(m_packet, m_input->video()) < 0) {
            m_draining = true;
            avcodec_send_packet(m_codec, nullptr);
            return true;
        }
        if (m_packet->flags & AV_PKT_FLAG_CORRUPT) { // cut in its middle: not in the index either
            av_packet_unref(m_packet);
            continue;
        }
        const bool unseen = m_packet->pts != AV_NOPTS_VALUE && m_packet->pts < keepPts;
        m_codec->skip_frame = unseen ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
        // A damaged packet costs its own picture, not the rest of the video.
        avcodec_send_packet(m_codec, m_packet);
        av_packet_unref(m_packet);
        return true;
    }
}

Result<QImage> FfmpegFrames::picture(const AVFrame &frame, const QSize &within, bool best)
{
    QImage image = m_maker->picture(frame, within, best);
    if (image.isNull())
        return MediaProblems::damaged(m_input->path(), AVERROR(ENOMEM));
    return image;
}

Result<QImage> FfmpegFrames::first(const QSize &within)
{
    if (auto opened = openCodec(); !opened)
        return tl::unexpected(opened.error());
    if (m_index)
        return frame({ 0, within, 0 });
    // A key frame needs nothing after it, but a decoder with several threads, or one that puts pictures into
    // order, gives it out late: told that this is all, it does so at once.
    if (feed(INT64_MIN)) {
        int code = avcodec_send_packet(m_codec, nullptr);
        m_first = receive(&code);
        if (!m_first) {
            avcodec_flush_buffers(m_codec);
            m_draining = false;
            rewind();
        }
    }
    while (!m_first) {
        int code = 0;
        m_first = receive(&code);
        if (!m_first && (code == AVERROR_EOF || !feed(INT64_MIN)))
            return m_input->isStopped() ? MediaProblems::stopped() : MediaProblems::damaged(m_input->path());
    }
    return picture(*m_first, within);
}

Result<VideoInfo> FfmpegFrames::info()
{
    if (m_index)
        return m_info;
    const AVStream *audio = m_input->audio();
    if (audio) {
        const AVStream *video = m_input->video();
        const int64_t begin = video && video->start_time != AV_NOPTS_VALUE
            ? av_rescale_q(video->start_time, video->time_base, microseconds)
            : 0;
        const int64_t from = audio->start_time != AV_NOPTS_VALUE
            ? av_rescale_q(audio->start_time, audio->time_base, microseconds)
            : 0;
        const int64_t length = audio->duration != AV_NOPTS_VALUE
            ? av_rescale_q(audio->duration, audio->time_base, microseconds)
            : std::max<int64_t>(0, m_input->context()->duration);
        m_info.hasAudio = true;
        m_info.durationUs = std::max<int64_t>(0, from - begin + length);
    }
    if (!m_input->video()) {
        m_info.codec = QString::fromLatin1(avcodec_get_name(audio->codecpar->codec_id));
        return m_info;
    }
    if (auto opened = openCodec(); !opened)
        return tl::unexpected(opened.error());
    const AVStream *video = m_input->video();
    if (m_first && !rewind()) // packets went to the decoder
        return MediaProblems::damaged(m_input->path());
    auto index = FrameIndex::of(*m_input);
    if (!index)
        return tl::unexpected(index.error());
    index->describe(*m_input, &m_info);
    m_info.size = m_input->size();
    m_info.codec = QString::fromLatin1(avcodec_get_name(video->codecpar->codec_id));
    if (m_first) {
        const AVPixFmtDescriptor *format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(m_first->format));
        m_info.hasAlpha = format && (format->flags & AV_PIX_FMT_FLAG_ALPHA);
        if (timeOf(*m_first) == index->at(0).pts)
            m_cache.put(0, std::move(m_first), 0);
        m_first.reset();
    }
    m_next = -1;
    m_index = std::move(*index);
    return m_info;
}

bool FfmpegFrames::rewind()
{
    const AVStream *stream = m_input->video();
    // By time, because an edit list may begin before what is shown; some streams know only their bytes.
    const int64_t begin = stream->start_time != AV_NOPTS_VALUE ? stream->start_time : 0;
    const bool byBytes = m_input->context()->iformat->flags & AVFMT_TS_DISCONT;
    if (!byBytes && av_seek_frame(m_input->context(), stream->index, begin, AVSEEK_FLAG_BACKWARD) >= 0)
        return true;
    return av_seek_frame(m_input->context(), -1, 0, AVSEEK_FLAG_BYTE) >= 0;
}

bool FfmpegFrames::seekTo(qint64 from)
{
    avcodec_flush_buffers(m_codec);
    m_draining = false;
    const int64_t pts = m_index->at(from).pts;
    if (from > 0
        && av_seek_frame(m_input->context(), m_input->video()->index, pts, AVSEEK_FLAG_BACKWARD) >= 0)
        return true;
    return rewind();
}

Result<FfmpegFrames::Out> FfmpegFrames::decodeTo(qint64 index, qint64 keepFrom)
{
    const int64_t keepPts = m_index->at(keepFrom).pts;
    for (;;) {
        int code = 0;
        if (FramePointer frame = receive(&code)) {
            const qint64 at = m_index->find(timeOf(*frame));
            if (at < 0)
                continue; // what the container says is not shown
            m_next = at + 1;
            m_cache.put(at, std::move(frame), index);
            if (at >= index)
                return at == index ? Out::Found : Out::Passed;
            continue;
        }
        if (code == AVERROR_EOF || (code == AVERROR(EAGAIN) && !feed(keepPts))) {
            m_next = -1;
            if (m_input->isStopped())
                return MediaProblems::stopped();
            return Out::End;
        }
        if (code < 0 && code != AVERROR(EAGAIN) && !feed(keepPts)) {
            m_next = -1;
            return Out::End;
        }
    }
}

Result<QImage> FfmpegFrames::frame(const Request &request)
{
    if (!m_index) {
        if (auto known = info(); !known)
            return tl::unexpected(known.error());
        if (!m_index)
            return MediaProblems::noPicture(m_input->path());
    }
    const qint64 index = request.index;
    if (index < 0 || index >= m_index->count())
        return MediaProblems::noSuchFrame(m_input->path(), index, m_index->count());
    if (const AVFrame *kept = m_cache.find(index))
        return picture(*kept, request.within, request.best);

    const qint64 bytesEach =
        std::max<qint64>(1, m_input->size().width() * qint64(m_input->size().height()) * 3 / 2);
    const qint64 behind = std::min<qint64>(request.behind, m_cache.limitBytes() / bytesEach - 2);
    const qint64 keepFrom = std::max<qint64>(0, index - std::max<qint64>(0, behind));
    qint64 key = m_index->keyAt(index);
    const bool goesOn = m_next >= 0 && m_next <= index && key <= m_next;
    for (int tries = 0;; ++tries) {
        if ((!goesOn || tries > 0) && !seekTo(key))
            return MediaProblems::frameDamaged(m_input->path(), index);
        const auto out = decodeTo(index, keepFrom);
        if (!out)
            return tl::unexpected(out.error());
        if (*out == Out::Found)
            break;
        // A container's own index may lead past the frame, or a key frame may be none: from further back.
        if (goesOn && tries == 0)
            continue;
        if (key == 0)
            return MediaProblems::frameDamaged(m_input->path(), index);
        key = tries < mostRetries ? m_index->keyAt(key - 1) : 0;
    }
    return picture(*m_cache.find(index), request.within, request.best);
}

} // namespace facet::client
