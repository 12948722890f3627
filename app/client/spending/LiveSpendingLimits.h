#pragma once

#include "client/composer/Clock.h"
#include "client/spending/LedgerMirror.h"
#include "client/spending/SpendingLimits.h"
#include "client/store/SpentDays.h"

namespace facet::client {

/// SpendingLimits kept in the profile. What was spent comes from the copy of the ledger, and counts at once,
/// without asking the disk; what was sent and is not in the ledger yet counts with its price lock.
class LiveSpendingLimits : public SpendingLimits {
    Q_OBJECT
public:
    struct Needs {
        LedgerMirror &mirror;
        Database &database;
        Clock &clock;
    };

    explicit LiveSpendingLimits(Needs needs, QObject *parent = nullptr);

    /// Reads the limits.
    void start();
    /// "Ask above" as it was kept before there were limits: taken over unless one is set.
    void takeOver(Credits askAbove);

    SpendingLimit limit() const override { return m_limits.value(QString()); }
    SpendingLimit limitOf(const QString &conversationId) const override;
    void setLimit(const SpendingLimit &limit) override { put(QString(), limit); }
    void setLimitOf(const QString &conversationId, const SpendingLimit &limit) override;

    SpentSoFar spent() const override;
    SpentSoFar spentIn(const QString &conversationId) const override;

    void allowOnce(const TurnRequest &turn) override;
    bool isAllowed(const TurnRequest &turn) const override;
    std::optional<Credits> confirmAbove(const TurnRequest &turn) override;

    /// A run that may take up to `most` credits is on its way (LiveChatRunner).
    void turnBegan(const QString &runId, const QString &conversationId, Credits most);
    void turnEnded(const QString &runId);

private:
    struct Pending {
        QString conversationId;
        Credits most = 0;
        int goesAfterWalk = 0; ///< 0: under way
    };
    void put(const QString &conversationId, const SpendingLimit &limit);
    void readSpent();
    void walked(int number);
    QDate today() const;
    /// What is on its way, beyond what the ledger says of it; of everything: an empty optional.
    Credits onTheirWay(const std::optional<QString> &conversationId) const;

    Needs m_needs;
    QHash<QString, SpendingLimit> m_limits; ///< by conversation, the one for everything under ""
    bool m_loaded = false;
    Credits m_takenOver = 0;
    SpentDays m_spent;
    QHash<QString, Pending> m_pending; ///< by run
    QHash<QString, TurnRequest> m_allowed; ///< by conversation
    int m_round = 0;
};

} // namespace facet::client
