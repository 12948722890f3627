#pragma once

#include <QDateTime>

namespace facet::service {

/// The time, so that a test can move it: expiry, renewals and a quote's validity read no other clock.
class Clock {
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< UTC
};

class SystemClock final : public Clock {
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace facet::service
