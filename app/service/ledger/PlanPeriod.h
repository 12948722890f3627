#pragma once

#include "domain/Account.h"

namespace facet::service {

/// One period of a plan, which its grant lasts for.
struct PlanPeriod {
    QDateTime anchor; ///< when the plan began; all its periods are counted from here
    QDateTime start;
    QDateTime end;
    friend bool operator==(const PlanPeriod &, const PlanPeriod &) = default;
};

/// The period of `plan` that `now` lies in, counted from `anchor`: 24 hours, or a month with the anchor's day
/// (or the month's last).
PlanPeriod periodAt(const Plan &plan, const QDateTime &anchor, const QDateTime &now);

} // namespace facet::service
