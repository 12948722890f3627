#pragma once

#include "client/spending/SpendingLimits.h"

#include <QHash>

namespace facet::ui::test {

/// Limits in memory; a test says what was spent.
class FakeSpendingLimits : public client::SpendingLimits {
public:
    SpendingLimit limit() const override { return all; }
    SpendingLimit limitOf(const QString &conversationId) const override { return own.value(conversationId); }
    void setLimit(const SpendingLimit &limit) override
    {
        all = limit;
        emit changed();
    }
    void setLimitOf(const QString &conversationId, const SpendingLimit &limit) override
    {
        own.insert(conversationId, limit);
        emit changed();
    }
    SpentSoFar spent() const override { return spentNow; }
    SpentSoFar spentIn(const QString &conversationId) const override
    {
        return spentThere.value(conversationId);
    }
    void allowOnce(const client::TurnRequest &turn) override { allowed.append(turn); }
    bool isAllowed(const client::TurnRequest &turn) const override
    {
        for (const client::TurnRequest &one : allowed) {
            if (one.conversationId == turn.conversationId && one.text == turn.text
                && one.quote.totalCredits == turn.quote.totalCredits)
                return true;
        }
        return false;
    }
    std::optional<Credits> confirmAbove(const client::TurnRequest &turn) override
    {
        const Credits amount = smallerAskAbove(limit(), limitOf(turn.conversationId));
        return amount > 0 ? std::optional(amount) : std::nullopt;
    }

    SpendingLimit all;
    QHash<QString, SpendingLimit> own; ///< by conversation
    SpentSoFar spentNow;
    QHash<QString, SpentSoFar> spentThere;
    QList<client::TurnRequest> allowed; ///< what allowOnce was called with
};

} // namespace facet::ui::test
