#include "service/agents/RunTable.h"

#include "service/store/Store.h"

namespace facet::service {

namespace {

constexpr qint64 keptDays = 30;

const QString runColumns = QStringLiteral(
    "run_id, thread_id, agent, key, input_hash, korean, finished_at, generation_id, tool_call_id");

StoredRun readRun(const Row &row)
{
    return { row.text(0), row.text(1), agentFromWire(row.text(2)).value_or(AgentVersion::V1), row.text(3),
        row.bytes(4), row.flag(5), !row.isNull(6), row.text(7), row.text(8) };
}

QString stateName(StoredInterrupt::State state)
{
    switch (state) {
    case StoredInterrupt::State::Open:
        return QStringLiteral("open");
    case StoredInterrupt::State::Approved:
        return QStringLiteral("approved");
    case StoredInterrupt::State::Abandoned:
        return QStringLiteral("abandoned");
    }
    return {};
}

StoredInterrupt::State stateFrom(const QString &name)
{
    for (const auto state : { StoredInterrupt::State::Open, StoredInterrupt::State::Approved }) {
        if (stateName(state) == name)
            return state;
    }
    return StoredInterrupt::State::Abandoned;
}

/// Drops the number of rows that a statement changed.
Result<void> plain(const Result<int> &result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

} // namespace

RunTable::RunTable(Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<void> RunTable::add(const StoredRun &run)
{
    return plain(m_store.run(
        QStringLiteral(
            "INSERT INTO agent_runs(run_id, thread_id, agent, key, input_hash, korean, generation_id, "
            "tool_call_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        run.runId, run.threadId, wireName(run.agent), run.key, run.inputHash, run.korean, run.generationId,
        run.toolCallId, m_clock.now()));
}

Result<std::optional<StoredRun>> RunTable::find(const QString &runId) const
{
    return m_store.one(
        QStringLiteral("SELECT %1 FROM agent_runs WHERE run_id = ?").arg(runColumns), readRun, runId);
}

Result<std::optional<StoredRun>> RunTable::findByKey(const QString &key) const
{
    return m_store.one(
        QStringLiteral("SELECT %1 FROM agent_runs WHERE key = ?").arg(runColumns), readRun, key);
}

Result<QList<StoredRun>> RunTable::unfinished() const
{
    return m_store.all(
        QStringLiteral("SELECT %1 FROM agent_runs WHERE finished_at IS NULL ORDER BY created_at")
            .arg(runColumns),
        readRun);
}

Result<void> RunTable::finish(const QString &runId)
{
    return plain(m_store.run(
        QStringLiteral("UPDATE agent_runs SET finished_at = ? WHERE run_id = ?"), m_clock.now(), runId));
}

Result<void> RunTable::prune()
{
    const QDateTime before = m_clock.now().addDays(-keptDays);
    return plain(m_store
                     .run(QStringLiteral("DELETE FROM agent_events WHERE run_id IN "
                                         "(SELECT run_id FROM agent_runs WHERE finished_at < ?)"),
                         before)
                     .and_then([&](int) {
                         return m_store.run(
                             QStringLiteral("DELETE FROM agent_interrupts WHERE created_at < ?"), before);
                     })
                     .and_then([&](int) {
                         return m_store.run(
                             QStringLiteral("DELETE FROM agent_runs WHERE finished_at < ?"), before);
                     }));
}

Result<void> RunTable::addEvent(const QString &runId, const StoredEvent &event)
{
    return plain(m_store.run(QStringLiteral("INSERT INTO agent_events(run_id, seq, data) VALUES (?, ?, ?)"),
        runId, event.seq, event.data));
}

Result<QList<StoredEvent>> RunTable::events(const QString &runId) const
{
    return m_store.all(
        QStringLiteral("SELECT seq, data FROM agent_events WHERE run_id = ? ORDER BY seq"),
        [](const Row &row) {
            return StoredEvent{ row.integer(0), row.bytes(1) };
        },
        runId);
}

Result<void> RunTable::add(const StoredInterrupt &interrupt)
{
    return plain(m_store.run(
        QStringLiteral(
            "INSERT INTO agent_interrupts(id, run_id, thread_id, agent, body, tool, text, korean, state, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        interrupt.id, interrupt.runId, interrupt.threadId, wireName(interrupt.agent),
        contract::toBytes(contract::toJson(interrupt.body)), interrupt.tool, interrupt.text, interrupt.korean,
        stateName(interrupt.state), m_clock.now()));
}

Result<std::optional<StoredInterrupt>> RunTable::interrupt(const QString &id) const
{
    using Body = Result<contract::GenerationBody>;
    Body body;
    auto found = m_store.one(
        QStringLiteral(
            "SELECT id, run_id, thread_id, agent, body, tool, text, korean, state FROM agent_interrupts "
            "WHERE id = ?"),
        [&body](const Row &row) {
            body = contract::parseJson(row.bytes(4)).and_then([](const contract::Json &json) {
                return contract::fromJson<contract::GenerationBody>(json);
            });
            return StoredInterrupt{ row.text(0), row.text(1), row.text(2),
                agentFromWire(row.text(3)).value_or(AgentVersion::V1), {}, row.text(5), row.text(6),
                row.flag(7), stateFrom(row.text(8)) };
        },
        id);
    if (found && *found) {
        if (!body)
            return tl::unexpected(body.error());
        (*found)->body = *body;
    }
    return found;
}

Result<void> RunTable::answer(const QString &id, StoredInterrupt::State state)
{
    return plain(m_store.run(
        QStringLiteral("UPDATE agent_interrupts SET state = ? WHERE id = ?"), stateName(state), id));
}

Result<void> RunTable::abandonOpen(const QString &threadId)
{
    return plain(m_store.run(
        QStringLiteral(
            "UPDATE agent_interrupts SET state = 'abandoned' WHERE thread_id = ? AND state = 'open'"),
        threadId));
}

} // namespace facet::service
