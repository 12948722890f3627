#include "ui/compare/ComparePlayer.h"

#include "ui/player/Player.h"

#include <algorithm>
#include <cmath>

namespace facet::ui {

using client::FrameFeed;

namespace {
constexpr int longestTickMs = 15; // two rates meet at other moments than one
}

ComparePlayer::ComparePlayer(QObject *parent)
    : QObject(parent)
{
    m_time.start();
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &ComparePlayer::tick);
    connectHalf(Side::A);
    connectHalf(Side::B);
}

void ComparePlayer::connectHalf(Side side)
{
    Half &half = m_halves.at(side == Side::A ? 0 : 1);
    connect(&half.feed, &FrameFeed::arrived, this, [this, &half](qint64 index, const QImage &picture) {
        half.picture = picture;
        half.shown = index;
        emit pictureChanged();
    });
    connect(&half.feed, &FrameFeed::opened, this, [this, &half] {
        half.wanted = half.feed.info().frames > 0 ? 0 : -1;
        if (isLoaded())
            emit loaded();
    });
    connect(&half.feed, &FrameFeed::failed, this, [this, side](const Error &error) {
        pause();
        emit failed(side, error);
    });
}

void ComparePlayer::load(const QString &a, const QString &b)
{
    m_tick.stop();
    const bool was = std::exchange(m_playing, false);
    m_clock.stop(now());
    m_clock.seek(0, now());
    m_at = 0;
    for (Half &half : m_halves) {
        half.picture = {};
        half.shown = -1;
        half.wanted = -1;
    }
    m_halves[0].feed.open(a);
    m_halves[1].feed.open(b);
    if (was)
        emit playingChanged(false);
    emit pictureChanged();
    emit positionChanged(0);
}

bool ComparePlayer::isLoaded() const
{
    return m_halves[0].feed.isOpen() && m_halves[1].feed.isOpen();
}

qint64 ComparePlayer::end() const
{
    return std::max(m_halves[0].feed.info().durationUs, m_halves[1].feed.info().durationUs);
}

bool ComparePlayer::isHeld(Side side) const
{
    const qint64 length = info(side).durationUs;
    return isLoaded() && length > 0 && length < end() && m_at >= length;
}

ComparePlayer::Side ComparePlayer::masterAt(qint64 us) const
{
    return us < info(Side::A).durationUs ? Side::A : Side::B;
}

qint64 ComparePlayer::frameBegin(qint64 us) const
{
    const Side side = masterAt(us);
    const qint64 begin = info(side).startOf(info(side).frameAt(us));
    // The frame of B that stood when A ended begins anew there: before that, steps are A's.
    return side == Side::B ? std::max(begin, info(Side::A).durationUs) : begin;
}

qint64 ComparePlayer::nextStep(qint64 us) const
{
    const client::VideoInfo &master = info(masterAt(us));
    const qint64 frame = master.frameAt(us);
    if (frame + 1 < master.frames)
        return master.startOf(frame + 1);
    // The master is over: on with the other, where that is longer.
    return master.durationUs < end() ? master.durationUs : us;
}

qint64 ComparePlayer::stepBefore(qint64 us) const
{
    const Side side = masterAt(us);
    const client::VideoInfo &master = info(side);
    const qint64 frame = master.frameAt(us);
    const qint64 before = us > master.startOf(frame) ? master.startOf(frame) : master.startOf(frame - 1);
    const qint64 lengthOfA = info(Side::A).durationUs;
    if (side == Side::B && us >= lengthOfA && before < lengthOfA && lengthOfA > 0)
        return us > lengthOfA ? lengthOfA : info(Side::A).startOf(info(Side::A).frames - 1);
    return before;
}

void ComparePlayer::play()
{
    if (m_playing || !isLoaded() || end() <= 0)
        return;
    if (m_at >= end() - 1 || nextStep(m_at) == m_at)
        m_at = 0;
    m_playing = true;
    m_clock.seek(m_at, now());
    m_clock.start(now());
    emit playingChanged(true);
    tick();
}

void ComparePlayer::pause()
{
    if (!m_playing)
        return;
    // On the beginning of the frame that is seen, so that the next step is the very next one.
    standAt(frameBegin(m_at), FrameFeed::Ahead::None);
}

void ComparePlayer::standAt(qint64 us, FrameFeed::Ahead ahead)
{
    const bool was = std::exchange(m_playing, false);
    m_tick.stop();
    m_clock.stop(now());
    m_clock.seek(us, now());
    show(us, ahead);
    if (was)
        emit playingChanged(false);
}

void ComparePlayer::seek(qint64 ms)
{
    if (!isLoaded())
        return;
    const qint64 us = std::clamp<qint64>(ms * 1000, 0, std::max<qint64>(0, end() - 1));
    if (m_playing) {
        m_clock.seek(us, now());
        tick();
        return;
    }
    standAt(frameBegin(us), FrameFeed::Ahead::None);
}

void ComparePlayer::step(int count)
{
    if (!isLoaded())
        return;
    if (m_playing)
        pause();
    qint64 us = m_at;
    for (int i = 0; i < std::abs(count); ++i)
        us = count > 0 ? nextStep(us) : stepBefore(us);
    standAt(us, count > 0 ? FrameFeed::Ahead::Forward : FrameFeed::Ahead::Backward);
}

void ComparePlayer::toFirst()
{
    if (isLoaded())
        standAt(0, FrameFeed::Ahead::None);
}

void ComparePlayer::toLast()
{
    if (!isLoaded())
        return;
    standAt(frameBegin(std::max<qint64>(0, end() - 1)), FrameFeed::Ahead::None);
}

void ComparePlayer::setLoop(bool loop)
{
    m_loop = loop;
    emit settingsChanged();
}

void ComparePlayer::setRate(double rate)
{
    m_clock.setSpeed(std::clamp(rate, Player::slowest, Player::fastest), now());
    emit settingsChanged();
}

void ComparePlayer::setBox(const QSize &devicePixels)
{
    for (Half &half : m_halves)
        half.feed.setBox(devicePixels);
}

void ComparePlayer::tick()
{
    if (!m_playing)
        return;
    qint64 at = m_clock.position(now());
    if (at >= end()) {
        if (!m_loop) {
            toLast();
            return;
        }
        at %= std::max<qint64>(1, end());
        m_clock.seek(at, now());
    }
    show(at, FrameFeed::Ahead::Forward);
    const client::VideoInfo &master = info(masterAt(at));
    const double left = static_cast<double>(nextStep(at) - at) / m_clock.speed() / 1000;
    const bool waits = master.frames > 0 && left > 0;
    m_tick.start(std::clamp(waits ? static_cast<int>(std::ceil(left)) : longestTickMs, 1, longestTickMs));
}

void ComparePlayer::show(qint64 us, FrameFeed::Ahead ahead)
{
    m_at = us;
    for (Half &half : m_halves) {
        const qint64 frame = half.feed.info().frameAt(us);
        if (frame >= 0 && frame != half.wanted) {
            half.wanted = frame;
            half.feed.want(frame, ahead);
        }
    }
    emit positionChanged(position());
}

} // namespace facet::ui
