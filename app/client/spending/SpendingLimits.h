#pragma once

#include "client/composer/Composer.h"
#include "domain/Budget.h"

#include <QObject>

namespace facet::client {

/// "Ask above", daily and monthly budget: for everything and for single conversations, kept in the profile;
/// and what they say about a message that is about to be sent.
///
/// Before a message is sent the window asks check(). When it mustAsk() and the person sends anyway, the
/// window calls allowOnce() with the same turn and sends it. A send that was not allowed is not lost: the
/// agent then asks before it spends (confirmAbove).
class SpendingLimits : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual SpendingLimit limit() const = 0; ///< for everything
    virtual SpendingLimit limitOf(const QString &conversationId) const = 0;
    virtual void setLimit(const SpendingLimit &limit) = 0;
    /// SpendingLimit{} takes the conversation's own limit away.
    virtual void setLimitOf(const QString &conversationId, const SpendingLimit &limit) = 0;

    virtual SpentSoFar spent() const = 0;
    virtual SpentSoFar spentIn(const QString &conversationId) const = 0;

    /// What `total` credits (empty: not known) in this conversation would come to. Also for an approval or a
    /// raised price, whose total is another one than the message's.
    SendCheck check(const QString &conversationId, std::optional<Credits> total) const
    {
        SendCheck result;
        result.reasons = reasonsToAsk(limit(), spent(), false, total)
            + reasonsToAsk(limitOf(conversationId), spentIn(conversationId), true, total);
        return result;
    }
    /// The same for the message; nothing to ask when it was allowed.
    SendCheck check(const TurnRequest &turn) const
    {
        return isAllowed(turn) ? SendCheck{} : check(turn.conversationId, turn.quote.totalCredits);
    }

    /// The person has seen what this message takes and sends it: one send of this very message, at this total
    /// or less, goes past every limit.
    virtual void allowOnce(const TurnRequest &turn) = 0;
    virtual bool isAllowed(const TurnRequest &turn) const = 0;

    /// For the run that sends `turn`: credits above which the agent asks before it spends; empty: it need
    /// not. The smaller "ask above", 0 when a budget stops it; what was allowed for this total is not asked
    /// again. Uses the allowance up.
    virtual std::optional<Credits> confirmAbove(const TurnRequest &turn) = 0;

signals:
    void changed(); ///< a limit, or what was spent
    void failed(const facet::Error &error); ///< a limit could not be kept; it holds until the program ends
};

} // namespace facet::client
