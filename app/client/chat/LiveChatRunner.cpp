#include "client/chat/LiveChatRunner.h"

#include "client/api/QuoteApi.h"
#include "client/chat/ConversationTitle.h"
#include "client/chat/RunBody.h"
#include "client/composer/TurnQuote.h"
#include "client/generation/GenerationMachine.h"
#include "client/generation/LiveGenerations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/store/MessageStore.h"

#include <QUuid>

#include <algorithm>

namespace facet::client {

namespace {

using State = TurnRecord::State;

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

LiveChatRunner::LiveChatRunner(Needs needs, QObject *parent)
    : ChatRunner(parent)
    , m_needs(std::move(needs))
    , m_turns(&m_needs.database)
    , m_charges({ m_needs.http, m_needs.session, m_needs.database, m_needs.messages })
    , m_questions({ m_turns, m_needs.messages, [this](const TurnRequest &turn) { return askQuote(turn); },
          [this](const TurnRequest &turn) { return newRecord(turn); },
          [this](const TurnRecord &record) { return beginGeneration(record); },
          [this](const TurnRecord &record) { return add(record); } })
{
    connect(&m_questions, &TurnQuestions::changeWanted, this, &ChatRunner::changeWanted);
}

LiveChatRunner::~LiveChatRunner()
{
    // Each writes down how far it is; the database finishes that.
    qDeleteAll(m_runs);
}

void LiveChatRunner::start()
{
    connect(&m_needs.session, &Session::stateChanged, this, &LiveChatRunner::pickUp);
    pickUp();
}

void LiveChatRunner::pickUp()
{
    if (m_needs.session.state() != Session::State::Ready)
        return;
    then(m_turns.unfinished(), this, [this](const Result<QList<TurnRecord>> &records) {
        if (!records) {
            m_needs.messages.announceFailure(records.error());
            return;
        }
        for (const TurnRecord &record : *records) {
            if (!m_runs.contains(record.runId))
                add(record)->recover(false);
        }
        m_charges.lookUpMissing();
    });
}

TurnRun *LiveChatRunner::add(const TurnRecord &record)
{
    auto *run = new TurnRun(
        { m_needs.http, m_needs.session, m_needs.generations, m_turns, m_needs.messages }, record, this);
    m_runs.insert(record.runId, run);
    connect(run, &TurnRun::priceChanged, this, &LiveChatRunner::priceHasChanged);
    m_charges.follow(run);
    connect(run, &TurnRun::done, this, [this, run] {
        m_runs.remove(run->record().runId);
        run->deleteLater();
        emit turnEnded(run->record().runId);
    });
    emit turnBegan(record.runId, record.conversationId, record.turn.quote.totalCredits.value_or(0));
    return run;
}

TurnRecord LiveChatRunner::newRecord(const TurnRequest &turn)
{
    // Rows are ordered by this moment, so two turns never share one.
    m_lastMoment = std::max(
        QDateTime::currentDateTimeUtc(), m_lastMoment.isValid() ? m_lastMoment.addMSecs(1) : QDateTime());
    TurnRecord record;
    record.runId = newId();
    record.conversationId = turn.conversationId;
    record.startedAt = m_lastMoment;
    record.turn = turn;
    const QList<AgentInfo> &agents = m_needs.session.agents();
    for (const AgentInfo &agent : agents) {
        if (agent.version == turn.agent)
            record.runUrl = agent.runUrl;
    }
    return record;
}

QString LiveChatRunner::beginGeneration(const TurnRecord &record)
{
    const TurnRequest &turn = record.turn;
    if (turn.quote.modelId.isEmpty())
        return newId(); // only talk: nothing will be made, as far as is known
    const QList<QuoteStep> &steps = turn.quote.steps;
    if (!steps.isEmpty() && !record.isAnswer)
        return newId(); // the agent asks before it begins any of them
    LiveGenerations::Intent intent;
    intent.conversationId = record.conversationId;
    intent.agent = turn.agent;
    intent.modelId = turn.quote.modelId;
    intent.prompt = turn.text;
    for (const Attachment &attachment : turn.attachments)
        intent.inputs.append({ attachment.role, {}, {} });
    intent.options = turn.quote.options;
    intent.method = turn.quote.method;
    intent.quotedCredits = turn.quote.generationCredits.value_or(0);
    intent.covered = turn.quote.covered;
    intent.runId = record.runId;
    if (!steps.isEmpty()) { // the first of them; the others are adopted as the agent tells of them
        const QuoteStep &first = steps.first();
        intent.modelId = first.modelId;
        intent.prompt = first.prompt;
        intent.options = first.options;
        intent.method = first.method;
        intent.quotedCredits = first.generationCredits.value_or(0);
        intent.covered = first.covered;
    }
    return m_needs.generations.begin(intent);
}

std::optional<Credits> LiveChatRunner::askAboveFor(const TurnRequest &turn) const
{
    return m_needs.confirmAbove ? m_needs.confirmAbove(turn) : std::nullopt;
}

void LiveChatRunner::send(const TurnRequest &turn)
{
    const std::optional<Credits> askAbove = askAboveFor(turn); // before the turn itself counts as spending
    TurnRecord record = newRecord(turn);
    record.messageId = turn.messageId.isEmpty() ? newId() : turn.messageId;
    record.idempotencyKey = beginGeneration(record);

    StoredItem message{ record.conversationId, record.runId, RunScribe::position(record.startedAt, 0), {} };
    message.item.id = record.messageId;
    message.item.kind = TranscriptItem::Kind::User;
    message.item.agent = turn.agent;
    message.item.at = record.startedAt;
    message.item.text = turn.text;
    message.item.attachments = turn.attachments;
    m_needs.messages.announce(message);

    TurnRun *run = add(record);
    run->scribe().showPending();
    const QList<StoredItem> rows = QList<StoredItem>{ message } + run->scribe().takeUnsaved();
    then(m_turns.begin(record, conversationTitle(turn), rows), run,
        [this, run, askAbove](const Result<void> &begun) {
            if (!begun)
                m_unstored.insert(RunScribe::problemId(run->record().runId), run->record());
            m_needs.messages.announceConversation(run->record().conversationId);
            run->begun(begun, askAbove);
        });
}

void LiveChatRunner::priceHasChanged(const TurnRequest &turn)
{
    const bool isOwn = turn.messageId.isEmpty();
    if (isOwn)
        emit takenBack(turn);
    m_needs.session.refreshAll();
    then(askQuote(turn), this, [this, turn, isOwn](const Result<Quote> &quote) {
        if (isOwn)
            emit priceChanged(turn, quote.value_or(Quote{}));
        else
            emit returned(turn, quote.value_or(Quote{}));
    });
}

QFuture<Result<Quote>> LiveChatRunner::askQuote(const TurnRequest &turn) const
{
    return QuoteApi(m_needs.http).quote(quoteBodyOf(turn));
}

// ---- again --------------------------------------------------------------------------------------------

void LiveChatRunner::retry(const QString &transcriptItemId)
{
    if (m_busyItems.contains(transcriptItemId) || isTriedAgain(transcriptItemId))
        return; // a double click must not order twice
    if (m_unstored.contains(transcriptItemId)) {
        const TurnRecord record = m_unstored.take(transcriptItemId);
        m_needs.messages.announceRemoved(record.conversationId, transcriptItemId);
        m_needs.messages.announceRemoved(record.conversationId, record.messageId);
        send(record.turn);
        return;
    }
    m_busyItems.insert(transcriptItemId);
    then(m_turns.toRetry(transcriptItemId), this,
        [this, transcriptItemId](const Result<std::optional<TurnStore::Again>> &found) {
            m_busyItems.remove(transcriptItemId);
            if (!found) {
                m_needs.messages.announceFailure(found.error());
                return;
            }
            if (!*found || m_runs.contains((*found)->turn.runId))
                return;
            const TurnRecord &record = (*found)->turn;
            if ((*found)->generationFailed) {
                // The turn went well; what it made did not. Its card stays where it is.
                sendAgain(record, transcriptItemId);
                return;
            }
            switch (record.state) {
            case State::Sending:
            case State::Streaming:
            case State::Lost:
                add(record)->recover(true);
                return;
            case State::Failed:
                m_needs.messages.announceRemoved(record.conversationId, RunScribe::problemId(record.runId));
                m_turns.removeItem(RunScribe::problemId(record.runId));
                if (record.isAnswer)
                    m_questions.answerAgain(record);
                else
                    sendAgain(record);
                return;
            case State::Waiting:
            case State::Finished:
                return; // nothing failed
            }
        });
}

QFuture<std::optional<TurnRequest>> LiveChatRunner::turnToRetry(const QString &transcriptItemId)
{
    using Turn = std::optional<TurnRequest>;
    if (const auto unstored = m_unstored.constFind(transcriptItemId); unstored != m_unstored.constEnd())
        return QtFuture::makeReadyFuture(Turn(unstored->turn));
    return then(m_turns.toRetry(transcriptItemId), this,
        [](const Result<std::optional<TurnStore::Again>> &found) -> Turn {
            const bool orders =
                found && *found && ((*found)->generationFailed || (*found)->turn.state == State::Failed);
            return orders ? Turn((*found)->turn.turn) : Turn();
        });
}

bool LiveChatRunner::isTriedAgain(const QString &transcriptItemId) const
{
    const auto order = m_triedAgain.constFind(transcriptItemId);
    if (order == m_triedAgain.constEnd())
        return false;
    const auto made = m_needs.generations.find(order->generationKey);
    return m_runs.contains(order->runId) || (made && !GenerationMachine::isFinal(made->state));
}

void LiveChatRunner::sendAgain(const TurnRecord &record, const QString &failedCard)
{
    const std::optional<Credits> askAbove = askAboveFor(record.turn);
    // What failed was told, so this is a new turn: its own id and key, the same message.
    TurnRecord again = newRecord(record.turn);
    again.messageId = record.messageId;
    again.idempotencyKey = beginGeneration(again);
    if (!failedCard.isEmpty())
        m_triedAgain.insert(failedCard, { again.runId, again.idempotencyKey });
    TurnRun *run = add(again);
    run->scribe().showPending();
    then(m_turns.begin(again, conversationTitle(again.turn), run->scribe().takeUnsaved()), run,
        [run, askAbove](const Result<void> &begun) { run->begun(begun, askAbove); });
}

// ---- questions ----------------------------------------------------------------------------------------

void LiveChatRunner::approve(const QString &interruptId)
{
    m_questions.approve(interruptId);
}

void LiveChatRunner::stop(const QString &interruptId)
{
    m_questions.stop(interruptId);
}

void LiveChatRunner::change(const QString &interruptId)
{
    m_questions.change(interruptId);
}

void LiveChatRunner::renew(const QString &interruptId)
{
    m_questions.renew(interruptId);
}

} // namespace facet::client
