#pragma once

#include "domain/Error.h"
#include "service/ledger/PlanPeriod.h"

namespace facet::service {

class Store;

/// The one account of this data folder: who, on which plan, in which of its periods. Callers bring the
/// transaction.
class LedgerAccountRow {
public:
    explicit LedgerAccountRow(Store &store);

    /// Reads it; id() stays empty when there is none yet. Also after a transaction that was undone.
    Result<void> load();
    Result<void> create(const QString &planId, const PlanPeriod &period);
    Result<void> setPlan(const QString &planId, const PlanPeriod &period);

    const QString &id() const { return m_id; }
    const QString &name() const { return m_name; }
    const QString &planId() const { return m_planId; }
    const PlanPeriod &period() const { return m_period; }

private:
    Store &m_store;
    QString m_id;
    QString m_name;
    QString m_planId;
    PlanPeriod m_period;
};

} // namespace facet::service
