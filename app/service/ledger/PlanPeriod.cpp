#include "service/ledger/PlanPeriod.h"

namespace facet::service {

PlanPeriod periodAt(const Plan &plan, const QDateTime &anchor, const QDateTime &now)
{
    if (plan.period == QLatin1String("day")) {
        constexpr qint64 day = 24 * 60 * 60;
        const qint64 passed = qMax<qint64>(0, anchor.secsTo(now) / day);
        const QDateTime start = anchor.addSecs(passed * day);
        return { anchor, start, start.addSecs(day) };
    }
    int months = (now.date().year() - anchor.date().year()) * 12 + now.date().month() - anchor.date().month();
    // Counted from the anchor each time, so that January 31 comes back to the 31st after February.
    while (months > 0 && anchor.addMonths(months) > now)
        --months;
    months = qMax(0, months);
    return { anchor, anchor.addMonths(months), anchor.addMonths(months + 1) };
}

} // namespace facet::service
