#include "ui/player/PlayClock.h"

#include <cmath>

namespace facet::ui {

qint64 PlayClock::position(qint64 now) const
{
    return m_running ? m_position + std::llround(static_cast<double>(now - m_since) * m_speed) : m_position;
}

void PlayClock::start(qint64 now)
{
    m_since = now;
    m_running = true;
}

void PlayClock::stop(qint64 now)
{
    m_position = position(now);
    m_running = false;
}

void PlayClock::seek(qint64 us, qint64 now)
{
    m_position = us;
    m_since = now;
}

void PlayClock::setSpeed(double speed, qint64 now)
{
    m_position = position(now);
    m_since = now;
    m_speed = speed;
}

} // namespace facet::ui
