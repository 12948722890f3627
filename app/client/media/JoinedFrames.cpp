#include "client/media/JoinedFrames.h"

#include <QPainter>

#include <algorithm>

namespace facet::client {

namespace {
constexpr size_t mostOpen = 3; // decoders hold tens of megabytes each
}

JoinedFrames::JoinedFrames(const QStringList &paths, Open open)
    : m_open(std::move(open))
{
    for (const QString &path : paths) {
        m_clips.emplace_back();
        m_clips.back().path = path;
    }
}

Result<FrameReader *> JoinedFrames::reader(size_t clip)
{
    m_used.erase(std::remove(m_used.begin(), m_used.end(), clip), m_used.end());
    m_used.push_back(clip);
    if (!m_clips[clip].reader) {
        auto opened = m_open(m_clips[clip].path);
        if (!opened)
            return tl::unexpected(opened.error());
        m_clips[clip].reader = std::move(*opened);
        if (m_used.size() > mostOpen) {
            m_clips[m_used.front()].reader.reset();
            m_used.erase(m_used.begin());
        }
    }
    return m_clips[clip].reader.get();
}

Result<QImage> JoinedFrames::first(const QSize &within)
{
    // Its own shape: that of the whole is not known before every clip was looked at.
    if (m_clips.empty())
        return QImage();
    return reader(0).and_then([&within](FrameReader *first) { return first->first(within); });
}

Result<void> JoinedFrames::readInfos()
{
    if (m_info.frames > 0)
        return {};
    VideoInfo whole;
    for (size_t n = 0; n < m_clips.size(); ++n) {
        const auto opened = reader(n);
        if (!opened)
            return tl::unexpected(opened.error());
        const auto info = (*opened)->info();
        if (!info)
            return tl::unexpected(info.error());
        Clip &clip = m_clips[n];
        clip.info = *info;
        clip.firstFrame = whole.frames;
        clip.startUs = whole.durationUs;
        if (n == 0) {
            whole = *info;
            whole.startsUs.clear();
            whole.frames = 0;
            whole.durationUs = 0;
            clip.startUs = 0;
        }
        for (const qint64 start : info->startsUs)
            whole.startsUs.append(whole.durationUs + start);
        whole.frames += info->frames;
        // To the end of the pictures: sound that is a little longer would be a gap.
        const qint64 last = info->startsUs.isEmpty() ? 0 : info->startsUs.constLast();
        const qint64 step = info->rate.frames > 0 ? 1'000'000LL * info->rate.seconds / info->rate.frames : 0;
        const qint64 even = info->rate.frames > 0 && info->constantRate
            ? info->frames * 1'000'000 * info->rate.seconds / info->rate.frames
            : last + step;
        whole.durationUs += even;
        whole.constantRate = whole.constantRate && info->constantRate && info->rate == whole.rate;
        whole.hasAudio = whole.hasAudio || info->hasAudio;
        whole.complete = whole.complete && info->complete;
        if (info->rate.value() > whole.rate.value())
            whole.rate = info->rate;
        if (qint64(info->size.width()) * info->size.height()
            > qint64(whole.size.width()) * whole.size.height())
            whole.size = info->size;
    }
    m_info = whole;
    return {};
}

Result<VideoInfo> JoinedFrames::info()
{
    return readInfos().map([this] { return m_info; });
}

Result<QList<qint64>> JoinedFrames::clipStarts()
{
    if (auto read = readInfos(); !read)
        return tl::unexpected(read.error());
    QList<qint64> starts;
    for (const Clip &clip : m_clips)
        starts.append(clip.startUs);
    starts.append(m_info.durationUs);
    return starts;
}

QImage JoinedFrames::fitted(const QImage &picture, const QSize &within) const
{
    QSize canvas = m_info.size;
    if (!within.isEmpty() && (canvas.width() > within.width() || canvas.height() > within.height()))
        canvas = canvas.scaled(within, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    const QSize inside = picture.size().scaled(canvas, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    // A pixel's difference is rounding, not another shape.
    if (std::abs(inside.width() - canvas.width()) <= 1 && std::abs(inside.height() - canvas.height()) <= 1
        && (!within.isEmpty() || picture.size() == canvas))
        return picture;
    QImage whole(canvas, QImage::Format_RGB32);
    whole.fill(Qt::black);
    QPainter painter(&whole);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPoint corner((canvas.width() - inside.width()) / 2, (canvas.height() - inside.height()) / 2);
    painter.drawImage(QRect(corner, inside), picture);
    return whole;
}

Result<QImage> JoinedFrames::frame(const Request &request)
{
    if (auto read = readInfos(); !read)
        return tl::unexpected(read.error());
    // The clip whose first frame is the last one at or before it.
    const auto after = std::upper_bound(m_clips.begin(), m_clips.end(), request.index,
        [](qint64 index, const Clip &clip) { return index < clip.firstFrame; });
    const auto clip = static_cast<size_t>(std::max<std::ptrdiff_t>(0, after - m_clips.begin() - 1));
    const auto opened = reader(clip);
    if (!opened)
        return tl::unexpected(opened.error());
    Request own = request;
    own.index = request.index - m_clips[clip].firstFrame;
    own.behind = static_cast<int>(std::min<qint64>(request.behind, own.index));
    return (*opened)->frame(own).map([&](const QImage &picture) { return fitted(picture, request.within); });
}

} // namespace facet::client
