#pragma once

#include "client/composer/Composer.h"

namespace facet::client {

/// The composer for whoever brings a whole request: an earlier one, or the draft that was there before it.
class DraftSlot {
public:
    virtual ~DraftSlot() = default;

    /// The draft of the open conversation as it stands. Nothing is taken out of it.
    virtual TurnRequest draft() const = 0;
    /// Puts a request in its place: text, attachments (Ready), model, options and agent; its conversation and
    /// its quote do not matter. Sends nothing. What was there is gone: ask draft() for it before.
    virtual void restore(const TurnRequest &request) = 0;
};

} // namespace facet::client
