#pragma once

#include "client/composer/Composer.h"
#include "domain/Budget.h"

namespace facet::client {

/// What a person is asked before something that spends goes out.
struct SendQuestion {
    enum class What {
        Message, ///< the draft of the conversation
        Retry, ///< a message of the transcript, again
        Approval, ///< "go on" to a question of the agent
    };

    What what = What::Message;
    QString conversationId;
    QString itemId; ///< Retry: the row; Approval: the interrupt
    /// The service refused because its price is another one than was shown.
    bool priceChanged = false;
    std::optional<Credits> shownCredits; ///< what was shown when Send was pressed, if the price changed
    std::optional<Credits> credits; ///< what it takes now; empty: not known
    QList<AskReason> reasons; ///< limits that it goes over

    /// A budget stands in the way: it takes more than a habit to go past it.
    bool isStop() const;

    /// Message: what the question is about; when it becomes something else, the question is over.
    std::optional<TurnRequest> draft;
    /// priceChanged: what holds now and is the price lock of the next try.
    std::optional<Quote> quote;
    std::optional<TurnRequest> turn; ///< Retry: what goes out again
};

} // namespace facet::client
