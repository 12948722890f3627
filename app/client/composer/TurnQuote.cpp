#include "client/composer/TurnQuote.h"

#include "client/session/Session.h"

namespace facet::client {

Quote quoteOf(const TurnRequest &turn, const Session &session, const QDateTime &now)
{
    QuoteRequest request;
    request.agent = turn.agent;
    request.modelId = turn.modelId;
    request.prompt = turn.text;
    for (const Attachment &attachment : turn.attachments)
        request.inputs.append(attachment.role);
    request.options = turn.options;
    return makeQuote(
        request, { session.catalogue(), session.agents(), session.account(), session.plans(), now });
}

contract::QuoteBody quoteBodyOf(const TurnRequest &turn)
{
    contract::QuoteBody body;
    body.agent = turn.agent;
    body.modelId = turn.modelId;
    body.prompt = turn.text;
    for (const Attachment &attachment : turn.attachments)
        body.inputs.append({ attachment.role, {}, {} });
    body.options = turn.options;
    body.threadId = turn.conversationId;
    return body;
}

} // namespace facet::client
