#include "service/ledger/LedgerAccountRow.h"

#include "service/store/Store.h"

#include <QUuid>

namespace facet::service {

LedgerAccountRow::LedgerAccountRow(Store &store)
    : m_store(store)
{
}

Result<void> LedgerAccountRow::load()
{
    struct Found {
        QString id, name, plan;
        PlanPeriod period;
    };
    auto found = m_store.one(
        QStringLiteral(
            "SELECT account_id, name, plan_id, period_anchor, period_start, period_end FROM account"),
        [](const Row &row) {
            return Found{ row.text(0), row.text(1), row.text(2), { row.time(3), row.time(4), row.time(5) } };
        });
    if (!found)
        return tl::unexpected(found.error());
    if (*found) {
        m_id = (*found)->id;
        m_name = (*found)->name;
        m_planId = (*found)->plan;
        m_period = (*found)->period;
    }
    return {};
}

Result<void> LedgerAccountRow::create(const QString &planId, const PlanPeriod &period)
{
    return m_store
        .run(QStringLiteral("INSERT INTO account(id, account_id, name, plan_id, period_anchor, period_start, "
                            "period_end) VALUES (1, ?, '', ?, ?, ?, ?)"),
            QUuid::createUuid().toString(QUuid::WithoutBraces), planId, period.anchor, period.start,
            period.end)
        .and_then([&](int) { return load(); });
}

Result<void> LedgerAccountRow::setPlan(const QString &planId, const PlanPeriod &period)
{
    auto done = m_store.run(
        QStringLiteral("UPDATE account SET plan_id = ?, period_anchor = ?, period_start = ?, period_end = ?"),
        planId, period.anchor, period.start, period.end);
    if (!done)
        return tl::unexpected(done.error());
    m_planId = planId;
    m_period = period;
    return {};
}

} // namespace facet::service
