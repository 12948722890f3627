#pragma once

#include "contract/Codecs.h"
#include "domain/Account.h"
#include "service/api/Problems.h"
#include "service/ledger/LedgerAccountRow.h"
#include "service/ledger/LedgerBook.h"
#include "service/store/Clock.h"

#include <QObject>

namespace facet::service {

class Store;

/// The account's credits (PRODUCT "Words", rules 4, 5, 7). Every change is an entry with postings between the
/// accounts granted, available, held, spent and expired that add up to zero; the balance is the sum of the
/// postings to `available`. Credits lie in parts with their own end: the ones that end first are spent first,
/// and what is left of a part at its end becomes an expiry row. The balance is never below zero.
///
/// A plan grants once a period: every 24 hours or every month, counted from the moment the plan began. When
/// the service was off for several periods, only the current one is granted. Main thread only.
class Ledger : public QObject {
    Q_OBJECT
public:
    Ledger(Store &store, const Clock &clock, QList<Plan> plans, QObject *parent = nullptr);

    /// Makes the account on `planId` when there is none yet, and settles.
    Result<void> open(const QString &planId);

    /// Writes the expiry and grant rows that are due. Every other call does it first.
    Result<void> settle();
    /// When settle() has something to do next.
    Result<std::optional<QDateTime>> nextDue() const;

    const Plan &plan() const;
    QString accountId() const { return m_account.id(); }
    QString accountName() const { return m_account.name(); }
    QDateTime renewsAt() const { return m_account.period().end; } ///< UTC
    Balance balance() const;
    /// What can be spent now.
    Credits available() const { return balance().credits; }

    /// What the old plan granted stays until its end. A plan's period that still runs is taken up again, so
    /// going to and fro grants nothing twice. Unknown plan: not_found.
    Outcome<void> changePlan(const QString &planId);

    /// Reserves credits for a generation; 0 writes nothing. insufficient_credits when there are fewer.
    Outcome<void> hold(Credits credits, const LedgerRef &ref);
    /// Spends `credits` of what the generation holds; the rest stays held.
    Outcome<void> capture(Credits credits, const LedgerRef &ref);
    /// Gives back whatever the generation still holds. Credits whose part has ended meanwhile come back as a
    /// part that lasts to the end of the plan's period.
    Outcome<void> release(const LedgerRef &ref);
    /// Takes a turn's conversation charge; 0 writes nothing. insufficient_credits when there are fewer.
    Outcome<void> chargeConversation(Credits credits, const LedgerRef &ref);
    /// Gives spent credits back: at most what `ref` (its generation, or else its run's conversation) has
    /// spent and not got back. Answers what was given.
    Outcome<Credits> refund(Credits credits, const LedgerRef &ref);
    /// Adds credits that last one month.
    Outcome<LedgerEntry> topUp(Credits credits, const QString &note = {});

    Credits heldFor(const QString &generationId) const;
    Credits spentFor(const QString &generationId) const;

    /// Newest first. An unreadable cursor is bad_request.
    Outcome<contract::Page<LedgerEntry>> entries(const QString &cursor, int limit) const;

signals:
    /// The balance, what is held, or the plan has changed.
    void changed();

private:
    /// Takes `credits` from the spendable parts, first to end first, and puts them into `account`.
    Outcome<void> take(Credits credits, LedgerKind kind, LedgerAccount account, const LedgerRef &ref);
    /// Brings `credits` of `parts` back from `account`; those of a part that has ended go into a new one.
    Outcome<void> giveBack(Credits credits, const QList<LedgerBook::Part> &parts, LedgerKind kind,
        LedgerAccount account, const LedgerRef &ref);
    Result<bool> expireDue(const QDateTime &now);
    Result<bool> grantDue(const QDateTime &now);
    Result<void> grant(const Plan &plan, const PlanPeriod &period, const QDateTime &now);
    const Plan *planById(const QString &id) const;
    void announce();

    Store &m_store;
    const Clock &m_clock;
    LedgerBook m_book;
    LedgerAccountRow m_account;
    QList<Plan> m_plans;
    bool m_announced = false; ///< a changed() is on its way
};

} // namespace facet::service
