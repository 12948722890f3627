#include "client/chat/TurnRun.h"

#include "client/api/RunApi.h"
#include "client/chat/RunBody.h"
#include "client/generation/LiveGenerations.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/store/MessageStore.h"

#include <utility>

namespace facet::client {

namespace {

using State = TurnRecord::State;

// Text streams in faster than it is worth writing down; a crash loses at most this much of it, and the
// replay after the restart brings that back.
constexpr int flushAfterMs = 500;

} // namespace

TurnRun::TurnRun(const Needs &needs, const TurnRecord &record, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_record(record)
    , m_scribe(m_record, needs.generations.find(record.idempotencyKey) ? record.idempotencyKey : QString(),
          needs.generations, needs.messages)
    , m_uploads(needs.http, needs.turns, m_record)
{
    connect(&m_uploads, &TurnUploads::finished, this, &TurnRun::makeBody);
    connect(&m_uploads, &TurnUploads::failed, this, &TurnRun::fail);
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushAfterMs);
    connect(&m_flush, &QTimer::timeout, this, &TurnRun::flush);
    connect(&m_scribe, &RunScribe::balanceSaid, &needs.session, &Session::applyBalance);
    connect(&m_scribe, &RunScribe::finished, this, [this] { finish(State::Finished); });
    connect(&m_scribe, &RunScribe::asked, this, [this] { finish(State::Waiting); });
    connect(&m_scribe, &RunScribe::failed, this, [this](const Error &error) {
        if (error.code == QLatin1String("price_changed"))
            takeBack();
        else
            fail(error);
    });
    // Cancelled on its card while the pictures are still on their way.
    connect(&needs.generations, &Generations::changed, this, [this](const QString &key) {
        if (!m_uploads.isUnderWay() || key != generationKey())
            return;
        const auto generation = m_needs.generations.find(key);
        if (generation && generation->state == GenerationState::Cancelled)
            finish(State::Failed);
    });
}

TurnRun::~TurnRun()
{
    if (!m_ended)
        flush();
}

QString TurnRun::generationKey() const
{
    return m_needs.generations.find(m_record.idempotencyKey) ? m_record.idempotencyKey : QString();
}

AgentInfo TurnRun::agent() const
{
    AgentInfo info;
    info.version = m_record.turn.agent;
    info.runUrl = m_record.runUrl;
    return info;
}

bool TurnRun::stored(const Result<void> &result)
{
    if (m_ended)
        return false;
    if (result)
        return true;
    if (result.error().kind == ErrorKind::Cancelled)
        finish(State::Failed); // its card says so
    else
        fail(result.error());
    return false;
}

// ---- on its way ---------------------------------------------------------------------------------------

void TurnRun::begun(const Result<void> &result, std::optional<Credits> confirmAbove)
{
    if (!stored(result))
        return;
    if (m_record.runUrl.isEmpty()) {
        fail({ ErrorKind::Unsupported,
            tr("This service does not have that agent. Switch to the other one and send again."),
            QStringLiteral("agent ") + wireName(m_record.turn.agent), {}, {}, {} });
        return;
    }
    m_confirmAbove = confirmAbove;
    const QString key = generationKey();
    if (key.isEmpty()) {
        m_uploads.start();
        return;
    }
    then(m_needs.generations.uploading(key), this, [this](const Result<void> &step) {
        if (stored(step))
            m_uploads.start();
    });
}

void TurnRun::makeBody()
{
    then(m_needs.messages.before(m_record.conversationId, m_record.messageId, mostMessagesTold), this,
        [this](const Result<MessageStore::Before> &before) {
            if (m_ended)
                return;
            m_openQuestions = before ? before->openQuestions : QList<StoredItem>{};
            m_record.input = contract::toBytes(contract::toJson(runBody(
                m_record, m_uploads.ids(), before ? before->said : QList<StoredItem>{}, m_confirmAbove)));
            then(m_needs.turns.setInput(m_record.runId, m_record.input), this,
                [this](const Result<void> &result) {
                    if (stored(result))
                        post();
                });
        });
}

void TurnRun::post()
{
    const auto body = contract::parseJson(m_record.input).and_then([](const contract::Json &json) {
        return contract::fromJson<contract::RunAgentInput>(json);
    });
    if (!body) {
        fail(body.error());
        return;
    }
    const auto start = [this, input = *body](const Result<void> &result) {
        if (!stored(result))
            return;
        m_posting = true;
        listen(RunApi(m_needs.http).post(agent(), input, m_record.idempotencyKey, this));
    };
    const QString key = generationKey();
    if (key.isEmpty())
        start({});
    else
        then(m_needs.generations.submitting(key), this, start);
}

void TurnRun::recover(bool sendWhenMissing)
{
    m_sendWhenMissing = sendWhenMissing;
    then(m_needs.messages.ofRun(m_record.runId), this, [this](const Result<QList<StoredItem>> &rows) {
        if (m_ended)
            return;
        m_scribe.restore(rows.value_or(QList<StoredItem>{}));
        if (m_record.input.isEmpty()) {
            fail({ ErrorKind::Network,
                tr("Facet was closed before this message was sent. Nothing was taken: send it again."),
                QStringLiteral("no body stored for run ") + m_record.runId, QStringLiteral("not_sent"), {},
                {} });
            return;
        }
        listen(RunApi(m_needs.http).resume(agent(), m_record.runId, m_record.lastEventId, this));
    });
}

void TurnRun::listen(SseStream *stream)
{
    m_stream = stream;
    connect(stream, &SseStream::opened, this, [this] {
        const bool isNew = std::exchange(m_posting, false);
        m_record.state = State::Streaming;
        if (isNew)
            emit accepted();
        if (m_scribe.removeProblem())
            m_needs.turns.removeItem(RunScribe::problemId(m_record.runId));
        abandonOpenQuestions();
        flush();
    });
    connect(stream, &SseStream::received, this, &TurnRun::heard);
    connect(stream, &SseStream::ended, this, &TurnRun::streamEnded);
    stream->start();
}

void TurnRun::heard(const contract::SseEvent &event)
{
    if (m_ended)
        return;
    if (!event.id.isEmpty())
        m_record.lastEventId = event.id;
    if (!m_flush.isActive())
        m_flush.start();
    const auto parsed = contract::parseJson(event.data).and_then(contract::agUiEventFromJson);
    // One event that breaks the contract is no reason to lose the rest of an answer that is paid for.
    if (parsed)
        m_scribe.hear(*parsed);
}

void TurnRun::streamEnded(const std::optional<Error> &error)
{
    if (m_ended)
        return;
    m_stream->deleteLater();
    m_stream = nullptr;
    const bool posting = std::exchange(m_posting, false);
    if (!error) { // 204: everything was heard
        finish(State::Finished);
        return;
    }
    if (posting)
        postFailed(*error);
    else
        recoveryFailed(*error);
}

void TurnRun::postFailed(const Error &error)
{
    if (error.code == QLatin1String("price_changed")) {
        takeBack();
        return;
    }
    if (error.kind != ErrorKind::Network) {
        fail(error);
        return;
    }
    // Its fate is unknown. Asking is free; sending it again without asking could cost.
    m_needs.generations.unsure(generationKey(), error);
    recover(false);
}

void TurnRun::recoveryFailed(const Error &error)
{
    // An agent on its own keeps no runs: what it did not say is not there to be had.
    const bool unknownThere = error.code == QLatin1String("not_found") || m_needs.session.isChatOnly();
    if (!unknownThere) {
        lose(error);
        return;
    }
    if (m_record.state == State::Streaming || !m_record.lastEventId.isEmpty()) {
        fail({ ErrorKind::Service,
            tr("The service no longer has this answer. What it made is in your history; send the message again for "
               "another answer."),
            error.detail, error.code, error.requestId, {} });
        return;
    }
    if (m_sendWhenMissing) {
        m_sendWhenMissing = false;
        post();
        return;
    }
    fail({ ErrorKind::Network,
        tr("The connection was cut before this message arrived. Nothing was taken: send it again."),
        error.detail, QStringLiteral("not_sent"), error.requestId, {} });
}

void TurnRun::abandonOpenQuestions()
{
    QList<StoredItem> closed = std::exchange(m_openQuestions, {});
    for (StoredItem &row : closed) {
        row.item.approval.state = ApprovalRequest::State::Stopped;
        m_needs.messages.announce(row);
    }
    if (closed.isEmpty())
        return;
    m_needs.turns.saveProgress(m_record.runId, m_record.state, m_record.lastEventId, closed);
    for (const StoredItem &row : std::as_const(closed))
        m_needs.messages.settle(row.runId);
}

// ---- the end ------------------------------------------------------------------------------------------

void TurnRun::flush()
{
    m_flush.stop();
    then(m_needs.turns.saveProgress(
             m_record.runId, m_record.state, m_record.lastEventId, m_scribe.takeUnsaved()),
        &m_needs.messages, [messages = &m_needs.messages](const Result<void> &saved) {
            if (!saved)
                messages->announceFailure(saved.error());
        });
}

void TurnRun::finish(State state)
{
    if (m_ended)
        return;
    m_record.state = state;
    m_scribe.stopStreaming();
    const auto generation = m_needs.generations.find(m_record.idempotencyKey);
    // A card that was cancelled stays, and says so.
    if (!generation || generation->state != GenerationState::Cancelled)
        m_scribe.withdrawPending();
    flush();
    m_ended = true;
    m_needs.messages.settle(m_record.runId);
    m_needs.messages.announceConversation(m_record.conversationId);
    m_uploads.cancel();
    if (m_stream)
        m_stream->close();
    m_needs.session.refreshAccount();
    emit done();
}

void TurnRun::fail(const Error &error)
{
    if (m_ended)
        return;
    m_scribe.addProblem(error);
    finish(State::Failed);
}

void TurnRun::lose(const Error &error)
{
    if (m_ended)
        return;
    Error said = error;
    said.sentence = m_record.state == State::Streaming
        ? tr(
            "The connection was lost while the agent answered. What was ordered goes on; the answer follows when the "
            "service is there again.")
        : tr(
            "The connection was lost, and Facet could not find out yet whether this message arrived. It asks again "
            "when the service is there; nothing is ordered twice.");
    if (m_record.state != State::Streaming)
        m_record.state = State::Lost;
    m_scribe.stopStreaming();
    m_scribe.addProblem(said);
    flush();
    m_ended = true;
    m_needs.messages.settle(m_record.runId);
    emit done();
}

void TurnRun::takeBack()
{
    if (m_ended)
        return;
    m_ended = true;
    m_flush.stop();
    m_scribe.withdrawPending();
    const TurnRequest &turn = m_record.turn;
    std::optional<StoredDraft> unsent;
    if (!m_record.isAnswer) {
        m_needs.messages.announceRemoved(m_record.conversationId, m_record.messageId);
        if (turn.messageId.isEmpty()) {
            unsent = StoredDraft{ m_record.conversationId, turn.text, turn.agent, turn.modelId, turn.options,
                turn.attachments, turn.quote.totalCredits };
        }
    }
    m_needs.turns.retract(m_record.runId, m_record.isAnswer ? QString() : m_record.messageId, unsent);
    m_needs.messages.announceConversation(m_record.conversationId);
    if (m_stream)
        m_stream->close();
    if (m_record.isAnswer)
        emit questionPriceChanged(m_record.turn);
    else
        emit priceChanged(m_record.turn);
    emit done();
}

} // namespace facet::client
