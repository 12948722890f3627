#include "domain/Budget.h"

#include <algorithm>

namespace facet {

namespace {

constexpr Credits warnPercent = 80; // issue "ask above N credits; daily and monthly budget"

} // namespace

BudgetStanding budgetStanding(Credits budget, Credits spentSoFar, Credits next)
{
    if (budget <= 0)
        return BudgetStanding::Fine;
    const Credits then = spentSoFar + next;
    if (then > budget)
        return BudgetStanding::Stop;
    return then > 0 && then * 100 >= budget * warnPercent ? BudgetStanding::Warn : BudgetStanding::Fine;
}

int budgetPercent(Credits budget, Credits spent)
{
    if (budget <= 0 || spent <= 0)
        return 0;
    return static_cast<int>(std::min<Credits>(spent * 100 / budget, 1'000'000));
}

bool SendCheck::mustAsk() const
{
    return std::any_of(reasons.cbegin(), reasons.cend(),
        [](const AskReason &reason) { return reason.standing == BudgetStanding::Stop; });
}

QList<AskReason> reasonsToAsk(
    const SpendingLimit &limit, const SpentSoFar &spent, bool ofConversation, std::optional<Credits> total)
{
    QList<AskReason> reasons;
    if (total && *total <= 0)
        return reasons;
    if (limit.askAbove > 0 && (!total || *total > limit.askAbove))
        reasons.append(
            { AskReason::Kind::AskAbove, ofConversation, limit.askAbove, 0, total, BudgetStanding::Stop });
    const auto budget = [&](AskReason::Kind kind, Credits amount, Credits used) {
        if (amount <= 0)
            return;
        const BudgetStanding standing = total ? budgetStanding(amount, used, *total) : BudgetStanding::Stop;
        if (standing != BudgetStanding::Fine)
            reasons.append({ kind, ofConversation, amount, used, total, standing });
    };
    budget(AskReason::Kind::DailyBudget, limit.daily, spent.today);
    budget(AskReason::Kind::MonthlyBudget, limit.monthly, spent.thisMonth);
    return reasons;
}

Credits smallerAskAbove(const SpendingLimit &all, const SpendingLimit &ofConversation)
{
    if (all.askAbove <= 0)
        return std::max<Credits>(ofConversation.askAbove, 0);
    if (ofConversation.askAbove <= 0)
        return all.askAbove;
    return std::min(all.askAbove, ofConversation.askAbove);
}

} // namespace facet
