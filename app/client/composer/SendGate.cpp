#include "client/composer/SendGate.h"

#include "client/chat/Transcript.h"
#include "client/net/Then.h"
#include "client/spending/SpendingLimits.h"

#include <algorithm>

namespace facet::client {

namespace {

TurnRequest draftOf(const Composer &composer)
{
    return { composer.conversationId(), composer.agent(), composer.text(), composer.attachments(),
        composer.pickedModel(), composer.options(), {} };
}

/// Of a plan, sending takes the agent's turn alone: the agent asks about the rest, and approve() checks that.
std::optional<Credits> takenBySending(const Quote &quote)
{
    return quote.steps.isEmpty() ? quote.totalCredits : quote.conversationCredits;
}

bool isSameDraft(const TurnRequest &a, const TurnRequest &b)
{
    const bool sameFiles = std::equal(a.attachments.begin(), a.attachments.end(), b.attachments.begin(),
        b.attachments.end(), [](const Attachment &one, const Attachment &other) {
            return one.id == other.id && one.role == other.role;
        });
    return sameFiles && a.agent == b.agent && a.text == b.text && a.modelId == b.modelId
        && a.options == b.options;
}

} // namespace

bool SendQuestion::isStop() const
{
    return std::any_of(reasons.begin(), reasons.end(),
        [](const AskReason &reason) { return reason.kind != AskReason::Kind::AskAbove; });
}

SendGate::SendGate(const Needs &needs, QObject *parent)
    : ChatRunner(parent)
    , m_needs(needs)
{
    connect(&m_needs.runner, &ChatRunner::takenBack, this, [this](const TurnRequest &turn) {
        m_awaited.insert(turn.conversationId);
        emit takenBack(turn);
    });
    connect(&m_needs.runner, &ChatRunner::changeWanted, this, &ChatRunner::changeWanted);
    connect(&m_needs.runner, &ChatRunner::priceChanged, this, &SendGate::priceHasChanged);
    connect(&m_needs.composer, &Composer::textChanged, this, &SendGate::draftHasChanged);
    connect(&m_needs.composer, &Composer::draftChanged, this, &SendGate::draftHasChanged);
    connect(&m_needs.composer, &Composer::attachmentsChanged, this, &SendGate::draftHasChanged);
    connect(&m_needs.composer, &Composer::quoteChanged, this, &SendGate::quoteHasChanged);
    if (m_needs.limits) {
        connect(m_needs.limits, &SpendingLimits::changed, this, &SendGate::quoteHasChanged);
        connect(m_needs.limits, &SpendingLimits::changed, this, &SendGate::limitsChanged);
    }
}

const SendQuestion *SendGate::question() const
{
    const auto at = m_questions.constFind(m_needs.composer.conversationId());
    return at == m_questions.constEnd() ? nullptr : &*at;
}

QList<AskReason> SendGate::reasonsFor(const QString &conversationId, std::optional<Credits> total) const
{
    if (!m_needs.limits)
        return {};
    QList<AskReason> reasons = m_needs.limits->check(conversationId, total).reasons;
    reasons.removeIf([](const AskReason &reason) { return reason.standing != BudgetStanding::Stop; });
    return reasons;
}

QList<AskReason> SendGate::warnings() const
{
    const Composer &composer = m_needs.composer;
    const bool written = !composer.text().trimmed().isEmpty() || !composer.attachments().isEmpty();
    if (!m_needs.limits || !written)
        return {};
    const SendCheck check =
        m_needs.limits->check(composer.conversationId(), takenBySending(composer.quote()));
    QList<AskReason> reasons = check.reasons;
    reasons.removeIf([](const AskReason &reason) { return reason.standing != BudgetStanding::Warn; });
    return reasons;
}

void SendGate::ask(const SendQuestion &question)
{
    m_questions.insert(question.conversationId, question);
    draftHasChanged(); // takes note of the draft that it is about
    emit questionChanged();
}

void SendGate::sendDraft()
{
    const Composer &composer = m_needs.composer;
    if (question() || !composer.canSend())
        return;
    SendQuestion question;
    question.conversationId = composer.conversationId();
    question.credits = takenBySending(composer.quote());
    question.reasons = reasonsFor(question.conversationId, question.credits);
    if (question.reasons.isEmpty())
        deliverDraft(question);
    else
        ask(question);
}

void SendGate::deliverDraft(const SendQuestion &answered)
{
    TurnRequest turn = m_needs.composer.take();
    if (answered.quote)
        turn.quote = *answered.quote;
    if (!answered.reasons.isEmpty())
        m_needs.limits->allowOnce(turn);
    m_needs.runner.send(turn);
}

bool SendGate::canAccept() const
{
    const SendQuestion *open = question();
    if (!open)
        return false;
    switch (open->what) {
    case SendQuestion::What::Message:
        return m_needs.composer.canSend() && (!open->quote || open->quote->sendable);
    case SendQuestion::What::Retry:
    case SendQuestion::What::Approval:
        return true;
    }
    return false;
}

void SendGate::accept()
{
    if (!canAccept())
        return;
    // Out of the way first: whatever happens below, there is no second answer to it.
    const SendQuestion answered = m_questions.take(m_needs.composer.conversationId());
    switch (answered.what) {
    case SendQuestion::What::Message:
        deliverDraft(answered);
        break;
    case SendQuestion::What::Retry:
        if (answered.turn)
            m_needs.limits->allowOnce(*answered.turn);
        m_needs.runner.retry(answered.itemId);
        break;
    case SendQuestion::What::Approval:
        m_needs.runner.approve(answered.itemId);
        break;
    }
    emit questionChanged();
}

void SendGate::decline()
{
    const SendQuestion declined = m_questions.take(m_needs.composer.conversationId());
    if (declined.conversationId.isEmpty())
        return;
    if (declined.priceChanged)
        m_needs.composer.forgetPriceWas();
    emit questionChanged();
}

/// A message that came back before the program was closed: what it takes now is asked about as it was then.
void SendGate::askAboutOldPrice()
{
    const Composer &composer = m_needs.composer;
    const std::optional<Credits> was = composer.priceWas();
    if (!was || question() || m_awaited.contains(composer.conversationId()) || composer.isLoading()
        || !composer.quoteConfirmed())
        return;
    const Quote now = composer.quote();
    if (now.totalCredits == was) {
        m_needs.composer.forgetPriceWas(); // it is the old one again: Send sends
        return;
    }
    SendQuestion question;
    question.conversationId = composer.conversationId();
    question.priceChanged = true;
    question.shownCredits = was;
    question.credits = now.totalCredits;
    if (now.totalCredits)
        question.quote = now;
    question.reasons = reasonsFor(question.conversationId, now.totalCredits);
    ask(question);
}

void SendGate::priceHasChanged(const TurnRequest &turn, const Quote &newQuote)
{
    m_awaited.remove(turn.conversationId);
    SendQuestion question;
    question.conversationId = turn.conversationId;
    question.priceChanged = true;
    question.shownCredits = turn.quote.totalCredits;
    question.credits = newQuote.totalCredits;
    if (newQuote.totalCredits)
        question.quote = newQuote;
    question.reasons = reasonsFor(turn.conversationId, newQuote.totalCredits);
    ask(question);
    emit priceChanged(turn, newQuote);
}

void SendGate::draftHasChanged()
{
    const Composer &composer = m_needs.composer;
    const auto at = m_questions.find(composer.conversationId());
    if (at == m_questions.end()) {
        emit questionChanged(); // another conversation may have been opened
        return;
    }
    if (at->what != SendQuestion::What::Message || composer.isLoading())
        return;
    const TurnRequest now = draftOf(composer);
    if (!at->draft) {
        at->draft = now;
        emit questionChanged();
    } else if (!isSameDraft(*at->draft, now)) {
        m_questions.erase(at);
        emit questionChanged();
    }
}

void SendGate::quoteHasChanged()
{
    askAboutOldPrice();
    // The figures of an open question are the ones of this moment.
    const Composer &composer = m_needs.composer;
    const auto at = m_questions.find(composer.conversationId());
    if (at == m_questions.end() || composer.isLoading())
        return;
    if (at->what == SendQuestion::What::Message && !at->priceChanged)
        at->credits = takenBySending(composer.quote());
    if (at->what != SendQuestion::What::Approval)
        at->reasons = reasonsFor(at->conversationId, at->credits);
    if (at->reasons.isEmpty() && !at->priceChanged)
        m_questions.erase(at); // nothing to be asked any more; Send sends
    emit questionChanged();
}

void SendGate::approve(const QString &interruptId)
{
    for (int row = m_needs.transcript.rowCount() - 1; row >= 0; --row) {
        const TranscriptItem &item = m_needs.transcript.item(row);
        if (item.kind != TranscriptItem::Kind::Approval || item.approval.interruptId != interruptId)
            continue;
        SendQuestion question;
        question.what = SendQuestion::What::Approval;
        question.conversationId = m_needs.transcript.conversationId();
        question.itemId = interruptId;
        question.credits = item.approval.quote.totalCredits;
        question.reasons = reasonsFor(question.conversationId, question.credits);
        // The agent's own card has asked about the amount already; a budget is another matter.
        question.reasons.removeIf(
            [](const AskReason &reason) { return reason.kind == AskReason::Kind::AskAbove; });
        if (!question.reasons.isEmpty()) {
            ask(question);
            return;
        }
        break;
    }
    m_needs.runner.approve(interruptId);
}

void SendGate::retry(const QString &transcriptItemId)
{
    if (m_busyItems.contains(transcriptItemId))
        return; // a double click must not ask twice
    m_busyItems.insert(transcriptItemId);
    then(m_needs.runner.turnToRetry(transcriptItemId), this,
        [this, transcriptItemId](const std::optional<TurnRequest> &turn) {
            m_busyItems.remove(transcriptItemId);
            if (turn) {
                SendQuestion question;
                question.what = SendQuestion::What::Retry;
                question.conversationId = turn->conversationId;
                question.itemId = transcriptItemId;
                question.credits = turn->quote.totalCredits;
                question.reasons = reasonsFor(turn->conversationId, question.credits);
                question.turn = turn;
                if (!question.reasons.isEmpty()) {
                    ask(question);
                    return;
                }
            }
            m_needs.runner.retry(transcriptItemId);
        });
}

} // namespace facet::client
