#pragma once

#include <QDateTime>

namespace facet::client {

/// What time it is, so that tests can say it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< UTC
};

class SystemClock : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace facet::client
