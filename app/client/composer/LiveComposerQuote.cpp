// The part of LiveComposer that says what sending now would take.
#include "client/composer/LiveComposer.h"

#include "client/chat/Conversations.h"
#include "client/composer/TurnQuote.h"
#include "client/net/Then.h"
#include "client/session/Session.h"

#include <utility>

namespace facet::client {

bool LiveComposer::hasVideoToEdit() const
{
    const int row = m_needs.conversations.rowOf(m_draft.conversationId);
    return row >= 0 && m_needs.conversations.summary(row).videos > 0;
}

Quote LiveComposer::quoteFor(AgentVersion agent) const
{
    const Session &session = m_needs.session;
    if (session.isChatOnly()) {
        Quote unknown;
        unknown.sendable = true;
        return unknown;
    }
    if (session.catalogue().models().isEmpty())
        return {};
    QuoteRequest request;
    request.agent = agent;
    request.modelId = m_draft.modelId;
    request.prompt = m_draft.text;
    for (const Attachment &attachment : m_draft.attachments) {
        if (!attachment.aside)
            request.inputs.append(attachment.role);
    }
    request.options = m_draft.options;
    request.hasVideoToEdit = hasVideoToEdit();
    return makeQuote(request,
        { session.catalogue(), session.agents(), session.account(), session.plans(), m_needs.clock.now() },
        m_reader);
}

void LiveComposer::recompute()
{
    ++m_round;
    m_quote = quoteFor(m_draft.agent);
    m_difference.reset();
    m_confirmed = false;
    fitAll();
    emit quoteChanged();
    if (!canAsk()) {
        m_confirmTimer.stop();
        sayAsked();
    } else if (m_asked) {
        confirm(); // whoever waits is told about the draft and the account as they are now
    } else {
        m_confirmTimer.start();
    }
}

/// Nothing is asked for an empty message: there is nothing that the service could say better.
bool LiveComposer::canAsk() const
{
    return m_needs.session.state() == Session::State::Ready && !m_needs.session.isChatOnly() && hasSomething()
        && m_needs.askQuote;
}

contract::QuoteBody LiveComposer::quoteBody() const
{
    return quoteBodyOf({ m_draft.conversationId, m_draft.agent, m_draft.text, attachments(), m_draft.modelId,
        m_draft.options, {} });
}

void LiveComposer::askService()
{
    m_asked = true;
    m_confirmTimer.stop();
    if (m_confirmed || !canAsk())
        sayAsked();
    else
        confirm();
}

void LiveComposer::sayAsked()
{
    if (!m_asked)
        return;
    m_asked = false;
    emit serviceAsked();
}

void LiveComposer::confirm()
{
    const int round = m_round;
    then(m_needs.askQuote(quoteBody()), this, [this, round](const Result<Quote> &answer) {
        if (round == m_round)
            confirmed(answer);
    });
}

void LiveComposer::confirmed(const Result<Quote> &answer)
{
    // A service that cannot be asked leaves the own figures standing; sending asks it anyway.
    if (answer) {
        const Quote own = std::exchange(m_quote, *answer);
        if (m_quote.modelId == own.modelId && m_quote.options == Options())
            m_quote.options = own.options; // a service may leave them out
        m_difference = facet::quoteDifference(own, m_quote);
        m_confirmed = true;
        emit quoteChanged();
    }
    sayAsked();
}

} // namespace facet::client
