#include "client/media/LiveVideoFrames.h"

#include "client/media/MediaLibrary.h"

#include <QDateTime>
#include <QFileInfo>
#include <QPromise>
#include <QThread>

#include <algorithm>
#include <limits>

namespace facet::client {

namespace {

constexpr size_t mostOpen = 2; // each may hold its decoded frames
constexpr int quietAfterMs = 15'000; // files are closed, with what they hold, when nobody asks
constexpr int mostFrames = 200; // of a strip
constexpr int highestStrip = 480; // pixels

} // namespace

LiveVideoFrames::LiveVideoFrames(const QString &profile, QObject *parent)
    : VideoFrames(parent)
    , m_strips(profile + QStringLiteral("/filmstrips"))
    , m_closing(new QTimer(this))
{
    m_frames.setMaxThreadCount(1);
    m_stripMakers.setMaxThreadCount(1);
    m_stripMakers.setThreadPriority(QThread::LowPriority);
    m_closing->setSingleShot(true);
    m_closing->setInterval(quietAfterMs);
    connect(m_closing, &QTimer::timeout, this, [this] { m_frames.start([this] { m_open.clear(); }); });
}

LiveVideoFrames::~LiveVideoFrames()
{
    m_stop = true;
    for (QThreadPool *pool : { &m_frames, &m_stripMakers }) {
        pool->clear();
        pool->waitForDone();
    }
}

template <typename T>
QFuture<Result<T>> LiveVideoFrames::inBackground(QThreadPool &pool, std::function<Result<T>()> work)
{
    // Finished in this object's thread, and dropped instead of cancelled at the end: see Database::run().
    auto *promise = new QPromise<Result<T>>;
    promise->start();
    QFuture<Result<T>> future = promise->future();
    pool.start([this, promise, work = std::move(work)] {
        QMetaObject::invokeMethod(
            this,
            [this, promise, result = work()] {
                promise->addResult(result);
                promise->finish();
                delete promise;
                m_closing->start();
            },
            Qt::QueuedConnection);
    });
    return future;
}

Result<FrameReader *> LiveVideoFrames::readerFor(const QString &path)
{
    const QFileInfo file(path);
    const qint64 bytes = file.size();
    const qint64 modified = file.lastModified().toMSecsSinceEpoch();
    const auto at = std::find_if(m_open.begin(), m_open.end(), [&](const Open &o) { return o.path == path; });
    if (at != m_open.end()) {
        if (at->bytes == bytes && at->modified == modified) {
            std::rotate(at, std::next(at), m_open.end());
            return m_open.back().reader.get();
        }
        m_open.erase(at);
    }
    auto reader = MediaLibrary::openFrames(path, &m_stop);
    if (!reader)
        return tl::unexpected(reader.error());
    if (m_open.size() >= mostOpen)
        m_open.erase(m_open.begin());
    m_open.push_back({ path, bytes, modified, std::move(*reader) });
    return m_open.back().reader.get();
}

QFuture<Result<VideoInfo>> LiveVideoFrames::info(const QString &path)
{
    return inBackground<VideoInfo>(m_frames, [this, path]() -> Result<VideoInfo> {
        const auto reader = readerFor(path);
        return reader ? (*reader)->info() : tl::unexpected(reader.error());
    });
}

QFuture<Result<QImage>> LiveVideoFrames::frame(const QString &path, qint64 index, const QSize &within)
{
    return inBackground<QImage>(m_frames, [this, path, index, within]() -> Result<QImage> {
        const auto reader = readerFor(path);
        if (!reader)
            return tl::unexpected(reader.error());
        qint64 wanted = index;
        if (index < 0) {
            const auto info = (*reader)->info();
            if (!info)
                return tl::unexpected(info.error());
            // Sound alone is refused by the reader, in its words.
            wanted = info->frames > 0 ? std::max<qint64>(-1, info->frames + index) : 0;
        }
        return (*reader)->frame({ wanted, within, 0, true });
    });
}

Result<QList<QImage>> LiveVideoFrames::makeStrip(const QString &path, int count, int height)
{
    QList<QImage> frames = m_strips.read(path, count, height);
    if (!frames.isEmpty())
        return frames;
    auto reader = MediaLibrary::openFrames(path, &m_stop);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto info = (*reader)->info();
    if (!info)
        return tl::unexpected(info.error());
    // As high as asked, and as wide as that makes it.
    const QSize within(std::numeric_limits<int>::max() / 2, height);
    for (int i = 0; i < count; ++i) {
        const qint64 index = info->frames * (2LL * i + 1) / (2LL * count);
        auto frame = (*reader)->frame({ index, within, 0 });
        if (!frame && (i == 0 || m_stop))
            return tl::unexpected(frame.error());
        // A damaged frame in the middle shows the one before it.
        if (!frame)
            frames.append(QImage(frames.last()));
        else if (frame->height() == height)
            frames.append(*frame);
        else
            frames.append(frame->scaledToHeight(height, Qt::SmoothTransformation));
    }
    m_strips.write(path, frames, height);
    return frames;
}

QFuture<Result<QList<QImage>>> LiveVideoFrames::strip(const QString &path, int count, int height)
{
    const int frames = std::clamp(count, 1, mostFrames);
    const int high = std::clamp(height, 1, highestStrip);
    return inBackground<QList<QImage>>(
        m_stripMakers, [this, path, frames, high] { return makeStrip(path, frames, high); });
}

} // namespace facet::client
