#pragma once

#include "client/composer/Clock.h"
#include "client/spending/LedgerMirror.h"
#include "client/spending/LiveSpendingLedger.h"
#include "client/spending/Spending.h"

namespace facet::client {

/// Spending over the copy that LedgerMirror keeps. What is shown is read off the window's thread, again
/// whenever rows change.
class LiveSpending : public Spending {
    Q_OBJECT
public:
    struct Needs {
        LedgerMirror &mirror;
        Session &session;
        Database &database;
        Clock &clock;
    };

    explicit LiveSpending(Needs needs, QObject *parent = nullptr);

    SpendingRange range() const override { return m_range; }
    SpendingGrouping grouping() const override { return m_grouping; }
    void setRange(const SpendingRange &range) override;
    void setGrouping(SpendingGrouping grouping) override;
    const SpendingReport &report() const override { return m_report; }

    LiveSpendingLedger &ledger() override { return m_ledger; }
    QList<Name> models() const override { return m_models; }
    QList<Name> conversations() const override { return m_conversations; }

    LedgerCheck check() const override { return m_needs.mirror.check(); }
    std::optional<LedgerCheck> lastDifference() const override { return m_needs.mirror.lastDifference(); }
    bool isRefreshing() const override { return m_needs.mirror.isWalking(); }
    std::optional<Error> error() const override { return m_error ? m_error : m_needs.mirror.error(); }
    void refresh() override { m_needs.mirror.refresh(); }

    QFuture<Result<qint64>> exportCsv(const QString &filePath) override;

private:
    void readReport();
    void readNames();
    void nameModels();
    QString modelName(const QString &id) const;
    QStringList modelsNamed(const QString &text) const;

    Needs m_needs;
    LiveSpendingLedger m_ledger;
    SpendingRange m_range;
    SpendingGrouping m_grouping = SpendingGrouping::Model;
    SpendingReport m_report;
    QList<Name> m_models;
    QList<Name> m_conversations;
    std::optional<Error> m_error; ///< the profile's file could not be read
    int m_reportRound = 0;
    int m_namesRound = 0;
};

} // namespace facet::client
