#pragma once

#include <QtGlobal>

namespace facet::ui {

/// Where playing is, in microseconds of the video, at the microsecond `now` of any steady clock; at a speed,
/// backwards when it is negative.
class PlayClock {
public:
    void start(qint64 now);
    void stop(qint64 now);
    void seek(qint64 us, qint64 now);
    void setSpeed(double speed, qint64 now);

    bool isRunning() const { return m_running; }
    double speed() const { return m_speed; }
    qint64 position(qint64 now) const;

private:
    qint64 m_position = 0; ///< at m_since
    qint64 m_since = 0;
    double m_speed = 1;
    bool m_running = false;
};

} // namespace facet::ui
