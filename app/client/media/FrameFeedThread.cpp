#include "client/media/FrameFeedThread.h"

#include "client/media/MediaLibrary.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace facet::client {

namespace {
// Kept on the way to a frame that is looked at, because the one before it is what a step back asks for.
constexpr int behindWhenStill = 8;
constexpr int behindWhenBackwards = 48;
constexpr int quietMs = 30; // longer than between two moves of a mouse that is dragged
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
    emptyShelf();
    m_damaged.clear();
    m_frames = 0;
    m_fresh = true;
    m_quiet.start();
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
    emptyShelf();
    m_wish.pending = m_wish.index >= 0;
    m_changed.wakeAll();
}

QImage FrameFeedThread::want(qint64 index, int ahead, quint64 serial)
{
    const QMutexLocker lock(&m_lock);
    m_wish.serial = serial;
    m_quiet.start();
    m_wish.index = index;
    m_wish.ahead = ahead;
    QImage ready = m_shelf.value(index);
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
        if (!m_shelf.contains(index) && !m_damaged.contains(index))
            return index;
    }
    return std::nullopt;
}

std::optional<qint64> FrameFeedThread::nextSpare() const
{
    if (m_shelf.isEmpty() || m_frames == 0)
        return std::nullopt;
    if (m_shelved + m_shelf.first().sizeInBytes() > shelfBytes)
        return std::nullopt;
    for (qint64 i = 1; i < m_frames; ++i) {
        const qint64 index = (m_wish.index + i) % m_frames;
        if (!m_shelf.contains(index) && !m_damaged.contains(index))
            return index;
    }
    return std::nullopt;
}

void FrameFeedThread::keep(qint64 index, const QImage &picture)
{
    if (m_shelf.contains(index))
        return;
    m_shelf.insert(index, picture);
    m_shelved += picture.sizeInBytes();
    // What is furthest goes; what is ahead stays, however large.
    while (m_shelved > shelfBytes && m_shelf.size() > aheadFrames + 1) {
        const qint64 first = m_shelf.firstKey();
        const qint64 last = m_shelf.lastKey();
        const bool fromFront = std::abs(first - m_wish.index) >= std::abs(last - m_wish.index);
        m_shelved -= m_shelf.take(fromFront ? first : last).sizeInBytes();
    }
}

void FrameFeedThread::emptyShelf()
{
    m_shelf.clear();
    m_shelved = 0;
}

void FrameFeedThread::run()
{
    for (;;) {
        Wish wish;
        bool fresh = false;
        qint64 index = -1; // what to read; -1: what is wished
        {
            const QMutexLocker lock(&m_lock);
            for (;;) {
                if (m_end)
                    return;
                if (m_fresh || (m_wish.pending && m_frames > 0))
                    break;
                if (const std::optional<qint64> ahead = nextAhead()) {
                    index = *ahead;
                    break;
                }
                const std::optional<qint64> spare = nextSpare();
                const qint64 left = quietMs - m_quiet.elapsed();
                if (spare && left <= 0) {
                    index = *spare;
                    break;
                }
                m_changed.wait(
                    &m_lock, spare ? QDeadlineTimer(left) : QDeadlineTimer(QDeadlineTimer::Forever));
            }
            wish = m_wish;
            fresh = std::exchange(m_fresh, false);
            if (fresh)
                m_stop = false;
        }
        if (fresh)
            openFile(wish);
        else
            fetch(wish, index < 0 ? wish.index : index);
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
    if (!info) {
        m_answers.opened(wish.file, info);
        return;
    }
    m_reader = std::move(*reader);
    // By the index it may be another one: an edit list, a damaged beginning.
    const auto zero = info->frames > 0 ? m_reader->frame({ 0, wish.box, 0 }) : first;
    if (zero && *zero != *first)
        m_answers.arrived(wish, 0, zero);
    {
        const QMutexLocker lock(&m_lock);
        if (m_wish.file == wish.file) {
            m_frames = info->frames;
            // The first frame was given in the box of that time.
            if (m_wish.index < 0 && info->frames > 0) {
                m_wish.index = 0;
                m_wish.pending = m_wish.box != wish.box;
            }
            if (zero && m_wish.box == wish.box)
                keep(0, *zero);
        }
    }
    m_answers.opened(wish.file, info);
}

void FrameFeedThread::fetch(const Wish &wish, qint64 index)
{
    const int behind = wish.ahead < 0 ? behindWhenBackwards : wish.ahead == 0 ? behindWhenStill : 0;
    const auto picture = m_reader->frame({ index, wish.box, behind });
    std::optional<Wish> answered;
    {
        const QMutexLocker lock(&m_lock);
        if (m_wish.file != wish.file)
            return;
        if (m_wish.box == wish.box) {
            if (picture)
                keep(index, *picture);
            else
                m_damaged.insert(index);
            // It may have become the wanted one while it was decoded.
            if (m_wish.pending && m_wish.index == index) {
                m_wish.pending = false;
                answered = m_wish;
            }
        }
        // Overtaken by a newer wish: shown all the same, as a mouse that is dragged should show something.
        if (!answered && wish.pending && wish.index == index)
            answered = wish;
    }
    if (answered)
        m_answers.arrived(*answered, index, picture);
}

} // namespace facet::client
