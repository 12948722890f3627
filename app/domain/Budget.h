#pragma once

#include "domain/Credits.h"

#include <QDate>
#include <QList>

#include <optional>

namespace facet {

/// What a person set so that spending never comes as a surprise: for everything, or for one conversation.
/// In credits; 0: none.
struct SpendingLimit {
    Credits askAbove = 0; ///< sending more than this at once asks first
    Credits daily = 0; ///< budgets: warned about from 80 %, stopped at 100 % unless overridden once
    Credits monthly = 0;

    bool isNone() const { return askAbove <= 0 && daily <= 0 && monthly <= 0; }
    friend bool operator==(const SpendingLimit &, const SpendingLimit &) = default;
};

/// What was taken so far in the user's own day and calendar month: captures, conversation charges and what
/// is held now, less what came back. Credits that are on their way with a message that was sent count too.
struct SpentSoFar {
    Credits today = 0;
    Credits thisMonth = 0;
    friend bool operator==(const SpentSoFar &, const SpentSoFar &) = default;
};

enum class BudgetStanding {
    Fine,
    Warn, ///< with this, 80 % of the budget or more is spent
    Stop, ///< this would go over 100 %
};

/// How a budget stands once `next` credits are spent on top of `spentSoFar`. No budget (0) is always fine.
BudgetStanding budgetStanding(Credits budget, Credits spentSoFar, Credits next);

/// The whole percent of a budget that is used, rounded down, may be over 100; 0 without a budget.
int budgetPercent(Credits budget, Credits spent);

/// Why a person is asked, or warned, before sending.
struct AskReason {
    enum class Kind { AskAbove, DailyBudget, MonthlyBudget };
    Kind kind = Kind::AskAbove;
    bool ofConversation = false; ///< the limit of this conversation; else the one for everything
    Credits limit = 0;
    Credits spent = 0; ///< of the budget, before this message; 0 for AskAbove
    std::optional<Credits> total; ///< what this message takes; empty: not known ("—")
    BudgetStanding standing = BudgetStanding::Stop; ///< Warn: say so; Stop: ask. AskAbove is always Stop
    friend bool operator==(const AskReason &, const AskReason &) = default;
};

/// What is to be said before a message is sent. Empty: nothing.
struct SendCheck {
    QList<AskReason> reasons;

    /// Sending waits for a "send anyway".
    bool mustAsk() const;
    /// Sending goes on; a budget is nearly used up.
    bool warns() const { return !reasons.isEmpty() && !mustAsk(); }
    friend bool operator==(const SendCheck &, const SendCheck &) = default;
};

/// Every reason that one limit gives. A message that takes nothing gives none; one whose total is not known
/// gives one for each limit that is set, since nobody can say that it fits.
QList<AskReason> reasonsToAsk(
    const SpendingLimit &limit, const SpentSoFar &spent, bool ofConversation, std::optional<Credits> total);

/// The smaller of the two `askAbove`s, of those that are set; 0: none.
Credits smallerAskAbove(const SpendingLimit &all, const SpendingLimit &ofConversation);

} // namespace facet
