#pragma once

#include "contract/Codecs.h"
#include "domain/Account.h"
#include "service/ledger/PlanPeriod.h"

namespace facet::service {

class Store;

/// What a row of the ledger belongs to.
struct LedgerRef {
    QString generationId; ///< may be empty
    QString runId; ///< may be empty
    QString note; ///< a name, not a sentence: the model's, the plan's
};

/// The accounts that credits move between. Every entry's postings add up to zero over all of them.
enum class LedgerAccount {
    Granted, ///< where credits come from: below zero by all that was ever given
    Available, ///< what can be spent: its sum is the balance
    Held, ///< reserved for generations under way
    Spent,
    Expired,
};

/// The rows of the ledger, and nothing of its rules: entries, their postings, and the parts that credits lie
/// in. Callers bring the transaction.
class LedgerBook {
public:
    explicit LedgerBook(Store &store);

    struct Posting {
        LedgerAccount account;
        qint64 part;
        Credits credits; ///< signed, not 0
    };
    /// Some credits of one part.
    struct Part {
        qint64 id = 0;
        Credits credits = 0;
        std::optional<QDateTime> expiresAt;
    };

    Result<qint64> addGrantPart(const QString &planId, const PlanPeriod &period);
    Result<qint64> addPart(LedgerKind source, const QDateTime &now, const QDateTime &expiresAt);
    /// The grant of this plan whose period still runs.
    Result<std::optional<PlanPeriod>> runningPeriod(const QString &planId, const QDateTime &now) const;

    Result<LedgerEntry> write(
        LedgerKind kind, const QDateTime &at, const LedgerRef &ref, const QList<Posting> &postings);

    /// Parts with something to spend, first to end first.
    Result<QList<Part>> spendable() const;
    /// Parts that have ended with something left to spend.
    Result<QList<Part>> ended(const QDateTime &now) const;
    Result<QList<Part>> heldFor(const QString &generationId) const;
    /// What the generation, or without one the run's conversation, has spent and not got back.
    Result<QList<Part>> spentFor(const LedgerRef &ref) const;
    Result<std::optional<QDateTime>> nextEnd() const;
    Result<Balance> balance() const;

    /// Newest first, `limit` of them from below `beforeId` on.
    Result<QList<LedgerEntry>> entries(qint64 beforeId, int limit) const;

private:
    Result<QList<Part>> parts(const QString &account, const QString &where, const QString &value) const;

    Store &m_store;
};

} // namespace facet::service
