// The part of LiveComposer that says what sending now would take.
#include "client/composer/LiveComposer.h"

#include "client/chat/Conversations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

namespace facet::client {

bool LiveComposer::hasVideoToEdit() const
{
    const int row = m_needs.conversations.rowOf(m_draft.conversationId);
    return row >= 0 && m_needs.conversations.summary(row).videos > 0;
}

Quote LiveComposer::quoteFor(AgentVersion agent) const
{
    const Session &session = m_needs.session;
    if (session.catalogue().models().isEmpty())
        return {};
    QuoteRequest request;
    request.agent = agent;
    request.modelId = m_draft.modelId;
    request.prompt = m_draft.text;
    for (const Attachment &attachment : m_draft.attachments)
        request.inputs.append(attachment.role);
    request.options = m_draft.options;
    request.hasVideoToEdit = hasVideoToEdit();
    return makeQuote(request,
        { session.catalogue(), session.agents(), session.account(), session.plans(), m_needs.clock.now() });
}

void LiveComposer::recompute()
{
    ++m_round;
    const Session &session = m_needs.session;
    m_quote = quoteFor(m_draft.agent);
    m_confirmed = false;
    emit quoteChanged();
    // Nothing is asked for an empty message: there is nothing that the service could say better.
    if (session.state() == Session::State::Ready && hasSomething() && m_needs.askQuote)
        m_confirmTimer.start();
    else
        m_confirmTimer.stop();
}

contract::QuoteBody LiveComposer::quoteBody() const
{
    contract::QuoteBody body;
    body.agent = m_draft.agent;
    body.modelId = m_draft.modelId;
    body.prompt = m_draft.text;
    for (const Attachment &attachment : m_draft.attachments)
        body.inputs.append({ attachment.role, {}, {} });
    body.options = m_draft.options;
    body.threadId = m_draft.conversationId;
    return body;
}

void LiveComposer::confirm()
{
    const int round = m_round;
    then(m_needs.askQuote(quoteBody()), this, [this, round](const Result<Quote> &answer) {
        // A service that cannot be asked leaves the own figures standing; sending asks it anyway.
        if (round != m_round || !answer)
            return;
        m_quote = *answer;
        m_confirmed = true;
        emit quoteChanged();
    });
}

} // namespace facet::client
