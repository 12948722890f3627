#include "ui/player/Player.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace facet::ui {

using client::FrameFeed;

namespace {

constexpr std::array rates{ 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0 };
constexpr int fastestShuttle = 4;
constexpr int longestTickMs = 30; // sound alone moves the seek bar this often

} // namespace

Player::Player(PlayerSound::Maker sound, QObject *parent)
    : QObject(parent)
    , m_sound(new PlayerSound(std::move(sound), this))
{
    m_time.start();
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(m_sound, &PlayerSound::ready, this, &Player::restartSound);
    connect(m_sound, &PlayerSound::deviceChanged, this, &Player::audioDeviceChanged);
    connect(&m_tick, &QTimer::timeout, this, &Player::tick);
    connect(&m_feed, &FrameFeed::opened, this, &Player::onOpened);
    connect(&m_feed, &FrameFeed::failed, this, [this](const Error &error) {
        m_playWanted = false;
        if (!m_feed.isOpen())
            stopAt(0);
        emit failed(error);
    });
    connect(&m_feed, &FrameFeed::arrived, this, [this](qint64 index, const QImage &picture) {
        m_picture = picture;
        m_shown = index;
        emit pictureChanged();
    });
}

Player::~Player()
{
    m_sound->stop();
}

void Player::load(const QString &path)
{
    m_tick.stop();
    m_sound->stop();
    const bool wasPlaying = std::exchange(m_playing, false);
    m_playWanted = false;
    m_atEnd = false;
    m_shuttle = 0;
    m_section.reset();
    m_path = path;
    m_picture = {};
    m_shown = -1;
    m_wanted = -1;
    m_said = -1;
    m_clock.stop(now());
    m_clock.seek(0, now());
    m_feed.open(path);
    if (wasPlaying)
        emit playingChanged(false);
    emit settingsChanged();
    emit pictureChanged();
    emit durationChanged(0);
    emit positionChanged(0);
}

void Player::onOpened()
{
    m_wanted = info().frames > 0 ? 0 : -1;
    emit durationChanged(duration());
    emit loaded();
    if (info().hasAudio)
        m_sound->prepare();
    if (std::exchange(m_playWanted, false))
        play();
}

double Player::speed() const
{
    return m_shuttle == 0 ? m_rate : std::clamp(m_shuttle * m_rate, -fastest, fastest);
}

qint64 Player::position() const
{
    return std::clamp<qint64>(m_clock.position(now()), 0, std::max<qint64>(0, info().durationUs)) / 1000;
}

qint64 Player::endOf(qint64 index) const
{
    return index + 1 < info().frames ? info().startOf(index + 1) : info().durationUs;
}

std::pair<qint64, qint64> Player::range() const
{
    if (m_section && m_section->to)
        return { m_section->from, *m_section->to };
    return { 0, info().durationUs };
}

void Player::play()
{
    if (m_playing)
        return;
    if (!m_feed.isOpen()) {
        m_playWanted = !m_path.isEmpty();
        return;
    }
    if (info().durationUs <= 0)
        return; // a picture
    const auto [from, to] = range();
    const qint64 at = m_clock.position(now());
    if (speed() > 0 && (m_atEnd || at >= to || at < from))
        m_clock.seek(from, now());
    else if (speed() < 0 && (at > to || (at <= from && m_loop)))
        m_clock.seek(to - 1, now());
    m_atEnd = false;
    m_playing = true;
    m_clock.setSpeed(speed(), now());
    m_clock.start(now());
    restartSound();
    emit playingChanged(true);
    tick();
}

void Player::pause()
{
    m_playWanted = false;
    m_shuttle = 0;
    if (!m_playing)
        return;
    // On the frame that is seen, not on one that is on its way.
    if (m_shown >= 0)
        pauseAt(m_shown, FrameFeed::Ahead::None);
    else
        stopAt(m_clock.position(now()));
}

void Player::pauseAt(qint64 index, FrameFeed::Ahead ahead)
{
    const bool was = std::exchange(m_playing, false);
    m_playWanted = false;
    m_shuttle = 0;
    m_tick.stop();
    m_sound->stop();
    m_atEnd = false;
    const qint64 frame = std::clamp<qint64>(index, 0, std::max<qint64>(0, info().frames - 1));
    m_clock.stop(now());
    m_clock.seek(info().startOf(frame), now());
    if (m_wanted != frame || m_shown != frame || ahead != FrameFeed::Ahead::None) {
        m_wanted = frame;
        m_feed.want(frame, ahead);
    }
    if (was)
        emit playingChanged(false);
    emit settingsChanged();
    if (std::exchange(m_said, position()) != m_said)
        emit positionChanged(m_said);
}

void Player::stopAt(qint64 us)
{
    const bool was = std::exchange(m_playing, false);
    m_tick.stop();
    m_sound->stop();
    m_shuttle = 0;
    m_clock.stop(now());
    m_clock.seek(us, now());
    show(us, FrameFeed::Ahead::None);
    if (was)
        emit playingChanged(false);
    emit settingsChanged();
}

void Player::seek(qint64 ms)
{
    if (!m_feed.isOpen())
        return;
    const qint64 us = std::clamp<qint64>(ms * 1000, 0, std::max<qint64>(0, info().durationUs - 1));
    if (m_playing) {
        jump(us);
        tick();
    } else if (info().frames > 0) {
        pauseAt(info().frameAt(us), FrameFeed::Ahead::None);
    } else {
        stopAt(us);
    }
}

void Player::seekFrame(qint64 index)
{
    if (m_feed.isOpen() && info().frames > 0)
        pauseAt(index, FrameFeed::Ahead::None);
}

void Player::step(int count)
{
    if (!m_feed.isOpen() || info().frames == 0)
        return;
    // From what is seen while it plays, from what was asked for while steps follow each other faster than
    // pictures.
    const qint64 from = m_playing ? std::max<qint64>(0, m_shown) : m_wanted;
    pauseAt(from + count, count > 0 ? FrameFeed::Ahead::Forward : FrameFeed::Ahead::Backward);
}

void Player::shuttle(int direction)
{
    if (direction == 0) {
        pause();
        return;
    }
    const bool on = m_playing && (m_shuttle != 0 || speed() > 0) && (speed() > 0) == (direction > 0);
    const int factor = std::max(1, std::abs(m_shuttle));
    m_shuttle = on ? direction * std::min(factor * 2, fastestShuttle) : direction;
    if (m_playing)
        applySpeed();
    else
        play();
    emit settingsChanged();
}

void Player::applySpeed()
{
    m_clock.setSpeed(speed(), now());
    if (!m_playing)
        return;
    restartSound();
    tick();
}

void Player::setLoop(bool loop)
{
    m_loop = loop;
    emit settingsChanged();
}

void Player::setSection(const std::optional<Section> &section)
{
    m_section = section;
    emit settingsChanged();
}

void Player::markSection()
{
    if (!m_feed.isOpen() || info().durationUs <= 0)
        return;
    const bool frames = info().frames > 0;
    const qint64 here = m_clock.position(now());
    // What is seen while it plays; what was asked for while it stands, even before it is there.
    const qint64 frame = m_playing ? m_shown : m_wanted;
    const qint64 begin = frames ? info().startOf(frame) : here;
    if (!m_section) {
        setSection(Section{ begin, std::nullopt });
    } else if (!m_section->to) {
        // Marked from behind, the two change places; of one frame alone it is that frame.
        const qint64 end = frames ? endOf(frame) : here;
        const qint64 first = m_section->from;
        const qint64 firstEnd = frames ? endOf(info().frameAt(first)) : first;
        setSection(Section{ std::min(first, begin), std::max(end, firstEnd) });
        if (m_playing)
            tick();
    } else {
        setSection(std::nullopt);
    }
}

void Player::setVolume(double volume)
{
    m_sound->setVolume(volume);
}

void Player::setMuted(bool muted)
{
    m_sound->setMuted(muted);
    emit settingsChanged();
}

void Player::setRate(double rate)
{
    m_rate = std::clamp(rate, slowest, fastest);
    applySpeed();
    emit settingsChanged();
}

void Player::changeRate(int steps)
{
    const auto near = std::min_element(rates.begin(), rates.end(),
        [this](double a, double b) { return std::abs(a - m_rate) < std::abs(b - m_rate); });
    const auto at = std::distance(rates.begin(), near) + steps;
    setRate(rates.at(static_cast<size_t>(std::clamp<std::ptrdiff_t>(at, 0, rates.size() - 1))));
}

void Player::jump(qint64 us)
{
    m_clock.seek(us, now());
    restartSound();
}

void Player::tick()
{
    if (!m_playing)
        return;
    followSound(now());
    qint64 at = m_clock.position(now());
    const auto [from, to] = range();
    const bool again = m_loop || (m_section && m_section->to);
    if (speed() > 0 && at >= to) {
        if (!again) {
            m_atEnd = true;
            stopAt(to);
            emit ended();
            return;
        }
        at = from + (at - to) % std::max<qint64>(1, to - from);
        jump(at);
    } else if (speed() < 0 && at < from) {
        if (!again) {
            stopAt(from);
            return;
        }
        at = to - 1;
        jump(at);
    }
    show(at, speed() < 0 ? FrameFeed::Ahead::Backward : FrameFeed::Ahead::Forward);
    schedule(at);
}

void Player::show(qint64 us, FrameFeed::Ahead ahead)
{
    const qint64 frame = info().frameAt(us);
    const bool another = frame >= 0 && frame != m_wanted;
    if (another) {
        m_wanted = frame;
        m_feed.want(frame, ahead);
    }
    const qint64 ms = position();
    if ((another || info().frames == 0 || !m_playing) && std::exchange(m_said, ms) != ms)
        emit positionChanged(ms);
}

void Player::schedule(qint64 us)
{
    const qint64 frame = info().frameAt(us);
    qint64 wait = longestTickMs;
    if (frame >= 0) {
        const qint64 left = speed() > 0 ? endOf(frame) - us : us - info().startOf(frame) + 1;
        wait = static_cast<qint64>(std::ceil(static_cast<double>(left) / std::abs(speed()) / 1000));
    }
    m_tick.start(static_cast<int>(std::clamp<qint64>(wait, 1, longestTickMs)));
}

void Player::followSound(qint64 now)
{
    // What is heard cannot be moved without a crack, so the picture goes to it.
    const std::optional<qint64> heard = speed() > 0 ? m_sound->away(m_clock.position(now)) : std::nullopt;
    if (heard)
        m_clock.seek(*heard, now);
}

void Player::restartSound()
{
    if (!info().hasAudio)
        return;
    if (m_playing && speed() > 0)
        m_sound->play(m_path, m_clock.position(now()), speed());
    else
        m_sound->stop();
}

} // namespace facet::ui
