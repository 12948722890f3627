#pragma once

#include "client/generation/GenerationRecord.h"

namespace facet::client {

/// The only code that assigns GenerationRecord::state. Draft → Uploading → Submitting → Queued → Running →
/// Downloading → Done | Failed | Cancelled | Unknown (ARCHITECTURE).
class GenerationMachine {
public:
    static bool allows(GenerationState from, GenerationState to);
    static bool isFinal(GenerationState state);

    /// Moves `record` on. False, and nothing changed, when the table does not allow it.
    static bool move(GenerationRecord &record, GenerationState to);

    /// Takes what the service says of it: keeps the answer and moves to the state that follows from its
    /// status and from the files that are here. Never goes back behind what is already final. True when
    /// anything changed.
    static bool hear(GenerationRecord &record, const Generation &said);
};

} // namespace facet::client
