#include "client/media/FrameFeedThread.h"

#include "client/media/MediaLibrary.h"

#include <algorithm>

namespace facet::client {

namespace {
// Kept on the way to a frame that is looked at, because the one before it is what a step back asks for.
constexpr int behindWhenStill = 8;
constexpr int behindWhenBackwards = 48;
} // namespace

FrameFeedThread::FrameFeedThread(Answers answers)
    : m_answers(std::move(answers))
{
}

FrameFeedThread::~FrameFeedThread()
{
    {
        const QMutexLocker lock(&m_lock);
        m_end = true;
        m_stop = true;
        m_changed.wakeAll();
    }
    wait();
}

quint64 FrameFeedThread::open(const QString &path)
{
    const QMutexLocker lock(&m_lock);
    m_wish.path = path;
    m_wish.index = -1;
    m_wish.ahead = 0;
    m_wish.pending = false;
    m_wish.serial = 0;
    m_ready.clear();
    m_frames = 0;
    m_fresh = true;
    m_stop = true; // what is being read of the last file is not wanted any more
    m_changed.wakeAll();
    return ++m_wish.file;
}

void FrameFeedThread::setBox(const QSize &within)
{
    const QMutexLocker lock(&m_lock);
    if (within == m_wish.box)
        return;
    m_wish.box = within;
    m_ready.clear();
    m_wish.pending = m_wish.index >= 0;
    m_changed.wakeAll();
}

QImage FrameFeedThread::want(qint64 index, int ahead, quint64 serial)
{
    const QMutexLocker lock(&m_lock);
    m_wish.serial = serial;
    m_wish.index = index;
    m_wish.ahead = ahead;
    const QImage ready = m_ready.take(index);
    m_wish.pending = ready.isNull();
    m_changed.wakeAll();
    return ready;
}

std::optional<qint64> FrameFeedThread::nextAhead() const
{
    if (m_wish.ahead == 0 || m_frames == 0)
        return std::nullopt;
    for (int i = 1; i <= aheadFrames; ++i) {
        const qint64 index = m_wish.index + i * m_wish.ahead;
        if (index < 0 || index >= m_frames)
            return std::nullopt;
        if (!m_ready.contains(index))
            return index;
    }
    return std::nullopt;
}

void FrameFeedThread::run()
{
    for (;;) {
        Wish wish;
        bool fresh = false;
        {
            const QMutexLocker lock(&m_lock);
            while (!m_end && !m_fresh && !(m_wish.pending && (m_frames > 0)) && !nextAhead())
                m_changed.wait(&m_lock);
            if (m_end)
                return;
            wish = m_wish;
            fresh = m_fresh;
            if (fresh)
                m_stop = false;
            m_fresh = false;
        }
        if (fresh)
            openFile(wish);
        else if (wish.pending)
            serve(wish);
        else
            prefetch(wish);
    }
}

void FrameFeedThread::openFile(const Wish &wish)
{
    m_reader.reset();
    if (wish.path.isEmpty())
        return;
    auto reader = MediaLibrary::openFrames(wish.path, &m_stop);
    if (!reader) {
        m_answers.opened(wish.file, tl::unexpected(reader.error()));
        return;
    }
    // The first frame before the index of the whole file: it is what people wait for.
    const auto first = (*reader)->first(wish.box);
    if (first)
        m_answers.arrived(wish, 0, first);
    const auto info = (*reader)->info();
    if (info && info->frames > 0 && !first) {
        m_answers.opened(wish.file, tl::unexpected(first.error()));
        return;
    }
    if (info) {
        m_reader = std::move(*reader);
        const QMutexLocker lock(&m_lock);
        if (m_wish.file == wish.file) {
            m_frames = info->frames;
            // The first frame was given in the box of that time.
            if (m_wish.index < 0 && info->frames > 0) {
                m_wish.index = 0;
                m_wish.pending = m_wish.box != wish.box;
            }
        }
    }
    m_answers.opened(wish.file, info);
}

void FrameFeedThread::serve(const Wish &wish)
{
    const int behind = wish.ahead < 0 ? behindWhenBackwards : wish.ahead == 0 ? behindWhenStill : 0;
    const auto picture = m_reader->frame({ wish.index, wish.box, behind });
    {
        const QMutexLocker lock(&m_lock);
        if (m_wish.file == wish.file && m_wish.index == wish.index && m_wish.box == wish.box)
            m_wish.pending = false;
    }
    m_answers.arrived(wish, wish.index, picture);
}

bool FrameFeedThread::prefetch(const Wish &wish)
{
    std::optional<qint64> next;
    {
        const QMutexLocker lock(&m_lock);
        next = nextAhead();
        const auto stale = [&](qint64 index) {
            const qint64 far = (index - m_wish.index) * (m_wish.ahead < 0 ? -1 : 1);
            return far < 0 || far > aheadFrames;
        };
        m_ready.removeIf([&](const auto &entry) { return stale(entry.key()); });
    }
    if (!next)
        return false;
    const auto picture = m_reader->frame({ *next, wish.box, wish.ahead < 0 ? behindWhenBackwards : 0 });
    const QMutexLocker lock(&m_lock);
    if (m_wish.file != wish.file || m_wish.box != wish.box)
        return true;
    // A damaged frame is met again, and said, when it is its turn.
    if (!picture) {
        m_wish.ahead = 0;
        return true;
    }
    m_ready.insert(*next, *picture);
    // It became the wanted one while it was decoded: given from here.
    if (m_wish.pending && m_wish.index == *next) {
        m_wish.pending = false;
        m_answers.arrived(m_wish, *next, m_ready.take(*next));
    }
    return true;
}

} // namespace facet::client
