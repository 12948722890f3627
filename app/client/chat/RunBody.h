#pragma once

#include "client/store/TurnStore.h"
#include "contract/AgUi.h"

namespace facet::client {

/// What was said long ago does not change what an agent makes of the next message, and bodies have a limit.
constexpr int mostMessagesTold = 20;

/// What the agent is sent for a turn: what was said before, as text, and the message with its pictures by
/// upload id; ✨, options and the price lock as they were on screen.
contract::RunAgentInput runBody(const TurnRecord &record, const QHash<QString, QString> &uploadIds,
    const QList<StoredItem> &conversation, std::optional<Credits> confirmAbove);

/// The body of `asked`, a turn that ended with a question, as its answer "go on" under a new run id and key.
contract::RunAgentInput approvalBody(
    const contract::RunAgentInput &asked, const TurnRecord &answer, const QString &interruptId);

} // namespace facet::client
