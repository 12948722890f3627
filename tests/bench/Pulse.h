#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <algorithm>

namespace facet::bench {

/// The longest time that the window's thread was away from its events since the last look.
class Pulse : public QObject {
public:
    Pulse()
    {
        connect(&m_timer, &QTimer::timeout, this, [this] { m_worst = std::max(m_worst, m_clock.restart()); });
        m_timer.start(0);
        m_clock.start();
    }
    qint64 takeWorst() { return std::exchange(m_worst, 0); } ///< milliseconds

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_worst = 0;
};

} // namespace facet::bench
