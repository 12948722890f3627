#include "client/chat/RunScribe.h"

#include "client/generation/LiveGenerations.h"
#include "client/store/MessageStore.h"
#include "contract/JsonPatch.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace facet::client {

namespace {

constexpr qint64 ranksPerTurn = 1'000'000;
constexpr int pendingRank = 900'000; ///< below everything that the agent says
const QString generationActivity = QStringLiteral("generation");

template <typename... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <typename... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

RunScribe::RunScribe(const TurnRecord &record, const QString &generationKey, LiveGenerations &generations,
    MessageStore &messages, QObject *parent)
    : QObject(parent)
    , m_record(record)
    , m_generationKey(generationKey)
    , m_generations(generations)
    , m_messages(messages)
{
}

qint64 RunScribe::position(const QDateTime &startedAt, int rank)
{
    return startedAt.toMSecsSinceEpoch() * ranksPerTurn + rank;
}

StoredItem RunScribe::newRow(const QString &id, TranscriptItem::Kind kind, int rank) const
{
    StoredItem row{ m_record.conversationId, m_record.runId, position(m_record.startedAt, rank), {} };
    row.item.id = id;
    row.item.kind = kind;
    row.item.agent = m_record.turn.agent;
    row.item.at = QDateTime::currentDateTimeUtc();
    return row;
}

void RunScribe::put(const StoredItem &row)
{
    if (const auto before = m_rows.constFind(row.item.id); before != m_rows.constEnd())
        m_unsaved.remove(before->position);
    m_rows.insert(row.item.id, row);
    m_unsaved.insert(row.position, row);
    m_messages.announce(row);
}

void RunScribe::restore(const QList<StoredItem> &rows)
{
    for (const StoredItem &row : rows) {
        if (row.runId != m_record.runId || row.item.kind == TranscriptItem::Kind::User)
            continue;
        m_rows.insert(row.item.id, row);
        const auto rank = static_cast<int>(row.position - position(m_record.startedAt, 0));
        if (rank < pendingRank)
            m_nextRank = qMax(m_nextRank, rank + 1);
        else if (row.item.kind == TranscriptItem::Kind::Generation)
            m_pending = true;
    }
}

void RunScribe::showPending()
{
    if (m_generationKey.isEmpty())
        return;
    m_pending = true;
    StoredItem row = newRow(cardId(m_generationKey), TranscriptItem::Kind::Generation, pendingRank);
    row.item.generation = m_generations.find(m_generationKey).value_or(GenerationRecord{});
    row.item.generation.key = m_generationKey;
    put(row);
}

void RunScribe::withdrawPending()
{
    if (!m_pending)
        return;
    m_pending = false;
    const StoredItem row = m_rows.take(cardId(m_generationKey));
    m_unsaved.remove(row.position);
    m_messages.announceRemoved(m_record.conversationId, row.item.id);
    m_generations.withdraw(m_generationKey);
}

QList<StoredItem> RunScribe::takeUnsaved()
{
    return std::exchange(m_unsaved, {}).values();
}

void RunScribe::setConversationCharge(Credits credits)
{
    std::optional<StoredItem> first;
    for (const StoredItem &row : std::as_const(m_rows)) {
        if (row.item.kind == TranscriptItem::Kind::AgentText && (!first || row.position < first->position))
            first = row;
    }
    if (!first) {
        m_conversationCharge = credits;
        return;
    }
    first->item.conversationCharge = credits;
    put(*first);
}

bool RunScribe::knowsConversationCharge() const
{
    return m_conversationCharge || std::any_of(m_rows.begin(), m_rows.end(), [](const StoredItem &row) {
        return row.item.conversationCharge.has_value();
    });
}

void RunScribe::addProblem(const Error &error)
{
    StoredItem row = newRow(problemId(m_record.runId), TranscriptItem::Kind::Problem, m_nextRank++);
    row.item.error = error;
    put(row);
}

bool RunScribe::removeProblem()
{
    const StoredItem row = m_rows.take(problemId(m_record.runId));
    if (row.item.id.isEmpty())
        return false;
    m_unsaved.remove(row.position);
    m_messages.announceRemoved(m_record.conversationId, row.item.id);
    return true;
}

void RunScribe::stopStreaming()
{
    const QList<StoredItem> rows = m_rows.values();
    for (StoredItem row : rows) {
        if (!row.item.streaming)
            continue;
        row.item.streaming = false;
        put(row);
    }
}

void RunScribe::hear(const contract::AgUiEvent &event)
{
    std::visit(
        Overloaded{
            [](const contract::RunStarted &) {},
            [this](const contract::TextMessageStart &e) { write(e.messageId, {}, true, false); },
            [this](const contract::TextMessageContent &e) { write(e.messageId, e.delta, false, false); },
            [this](const contract::TextMessageEnd &e) { write(e.messageId, {}, false, true); },
            // What a tool does is told by its generation's activity.
            [](const contract::ToolCallStart &) {},
            [](const contract::ToolCallArgs &) {},
            [](const contract::ToolCallEnd &) {},
            [](const contract::ToolCallResult &) {},
            [this](const contract::ActivitySnapshot &e) { snapshot(e); },
            [this](const contract::ActivityDelta &e) { delta(e); },
            [this](const contract::StateSnapshot &e) { state(e.snapshot); },
            [this](const contract::StateDelta &e) {
                if (const auto patched = contract::applyPatch(m_state, e.delta))
                    state(*patched);
            },
            [this](const contract::RunFinished &e) {
                if (e.interrupts.isEmpty()) {
                    emit finished();
                    return;
                }
                for (const contract::Interrupt &interrupt : e.interrupts)
                    ask(interrupt);
                emit asked();
            },
            [this](const contract::RunError &e) {
                emit failed({ ErrorKind::Service,
                    e.message.isEmpty() ? tr("The agent stopped before it was done. Send the message again.")
                                        : e.message,
                    QStringLiteral("RUN_ERROR %1, run %2").arg(e.code, m_record.runId), e.code, {}, {} });
            },
            [](const contract::UnknownEvent &) {},
        },
        event);
}

void RunScribe::write(const QString &messageId, const QString &delta, bool start, bool end)
{
    const QString id = m_record.runId + QLatin1Char('/') + messageId;
    const bool known = m_rows.contains(id);
    if (!known && end)
        return;
    StoredItem row = known ? m_rows.value(id) : newRow(id, TranscriptItem::Kind::AgentText, m_nextRank++);
    if (start) // also when a whole run is heard again: its text is not doubled
        row.item.text.clear();
    row.item.text += delta;
    row.item.streaming = !end;
    if (m_conversationCharge)
        row.item.conversationCharge = std::exchange(m_conversationCharge, std::nullopt);
    put(row);
}

void RunScribe::snapshot(const contract::ActivitySnapshot &activity)
{
    if (activity.activityType != generationActivity)
        return;
    m_activities.insert(activity.messageId, activity.content);
    const auto generation = contract::fromJson<Generation>(activity.content);
    if (!generation)
        return; // the generation is followed by its own events as well
    // Heard again, perhaps after a restart: finished ones are not in memory any more.
    const auto known = std::find_if(m_rows.cbegin(), m_rows.cend(), [&generation](const StoredItem &row) {
        return row.item.kind == TranscriptItem::Kind::Generation
            && row.item.generation.generation.id == generation->id;
    });
    if (known != m_rows.cend()) {
        m_generations.observe(*generation);
        // The service may have told of it before the agent did; its place is where the agent does.
        if (m_pending && known->item.id == cardId(m_generationKey))
            place(*known);
        return;
    }
    const QString key = m_generations.adopt(m_generationKey, *generation);
    const QString id = cardId(key);
    if (m_rows.contains(id) && !(m_pending && key == m_generationKey))
        return; // its card has its place; what it shows comes from Generations
    StoredItem row = m_rows.value(id);
    if (row.item.id.isEmpty())
        row = newRow(id, TranscriptItem::Kind::Generation, 0);
    row.item.generation.key = key;
    place(row);
}

void RunScribe::place(StoredItem card)
{
    const QString key = card.item.generation.key;
    if (key == m_generationKey)
        m_pending = false;
    card.position = position(m_record.startedAt, m_nextRank++);
    card.item.generation = m_generations.find(key).value_or(card.item.generation);
    put(card);
}

void RunScribe::delta(const contract::ActivityDelta &activity)
{
    const auto known = m_activities.find(activity.messageId);
    if (known == m_activities.end())
        return; // heard before a restart; Generations follows it by itself
    auto patched = contract::applyPatch(*known, activity.patch);
    if (!patched)
        return;
    *known = *patched;
    if (const auto generation = contract::fromJson<Generation>(*patched))
        m_generations.observe(*generation);
}

void RunScribe::state(const contract::Json &state)
{
    m_state = state;
    const auto balance = state.find("balance");
    if (balance == state.end())
        return;
    // A resource here; another service may say the number alone.
    const contract::Json *credits = &*balance;
    if (balance->is_object()) {
        const auto member = balance->find("credits");
        if (member == balance->end())
            return;
        credits = &*member;
    }
    if (credits->is_number_integer())
        emit balanceSaid(credits->get<Credits>());
}

void RunScribe::ask(const contract::Interrupt &interrupt)
{
    StoredItem row = m_rows.contains(interrupt.id)
        ? m_rows.value(interrupt.id)
        : newRow(interrupt.id, TranscriptItem::Kind::Approval, m_nextRank++);
    // An agent that says its question as text as well need not be heard twice.
    const bool said = std::any_of(m_rows.begin(), m_rows.end(), [&interrupt](const StoredItem &other) {
        return other.item.kind == TranscriptItem::Kind::AgentText && other.item.text == interrupt.message;
    });
    row.item.text = said ? QString() : interrupt.message;
    row.item.approval.interruptId = interrupt.id;
    row.item.approval.runId = m_record.runId;
    if (interrupt.metadata.is_object() && interrupt.metadata.contains("quote")) {
        if (const auto quote = contract::fromJson<Quote>(interrupt.metadata["quote"]))
            row.item.approval.quote = *quote;
    }
    const auto body = contract::parseJson(m_record.input).and_then([](const contract::Json &json) {
        return contract::fromJson<contract::RunAgentInput>(json);
    });
    if (body)
        row.item.approval.confirmAbove = body->props.confirmAbove.value_or(0);
    put(row);
}

} // namespace facet::client
