#pragma once

#include "client/composer/Composer.h"
#include "domain/Budget.h"

namespace facet::client {

/// One request of the batch queue, from the moment the batch was accepted until it is taken off the list.
struct BatchLine {
    enum class State {
        Waiting, ///< not sent
        Sent, ///< on its way, or the service has it
        Running, ///< a generation of it is under way
        Done, ///< its result is here, or on its way from the service
        Answered, ///< the agent asked something, or only talked: the conversation has it
        Failed, ///< see error; credits that were held are back
        Cancelled,
    };

    TurnRequest turn; ///< its messageId is the line's id; its quote's total is the price lock
    State state = State::Waiting;
    bool overBudget = false; ///< the person let it go past a budget
    std::optional<Error> error; ///< Failed
    std::optional<double> progress; ///< Running: 0..1, when it is known

    bool isFinal() const;
};

/// Why the queue stands still until a person says something.
struct BatchQuestion {
    enum class Why {
        Paused, ///< somebody stopped it
        Credits, ///< the next line takes more than there is
        PriceChanged, ///< the lines that are left take something else than was shown
        Budget, ///< see reasons
    };
    Why why = Why::Paused;
    int left = 0; ///< lines that were not sent
    std::optional<Credits> needed; ///< by all of them now; empty: not known
    std::optional<Credits> shown; ///< PriceChanged: by all of them when the batch was accepted
    Credits balance = 0;
    QList<AskReason> reasons;
};

} // namespace facet::client
