#include "service/agents/RunTable.h"

#include "service/store/Store.h"

namespace facet::service {

namespace {

constexpr qint64 keptDays = 30;

const QString runColumns = QStringLiteral(
    "run_id, thread_id, agent, key, input_hash, korean, finished_at, generation_id, tool_call_id, works");

/// The first work has columns of its own; the others follow as "generation:call" words.
QString worksText(const QList<RunWork> &works)
{
    QStringList words;
    for (const RunWork &work : works.mid(1))
        words << work.generationId + u':' + work.toolCallId;
    return words.join(u' ');
}

StoredRun readRun(const Row &row)
{
    StoredRun run{ row.text(0), row.text(1), agentFromWire(row.text(2)).value_or(AgentVersion::V1),
        row.text(3), row.bytes(4), row.flag(5), !row.isNull(6), {} };
    if (!row.text(7).isEmpty())
        run.works.append({ row.text(7), row.text(8) });
    const QStringList more = row.text(9).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : more)
        run.works.append({ word.section(u':', 0, 0), word.section(u':', 1) });
    return run;
}

contract::Json stepJson(const AskedStep &step)
{
    contract::Json json{ { "body", contract::toJson(step.body) }, { "tool", step.tool.toStdString() },
        { "takes_as", wireName(step.takesAs).toStdString() } };
    if (step.takesFrom)
        json["takes_from"] = *step.takesFrom;
    return json;
}

Result<AskedStep> stepFrom(const contract::Json &json)
{
    auto body = contract::fromJson<contract::GenerationBody>(json.value("body", contract::Json()));
    if (!body)
        return tl::unexpected(body.error());
    AskedStep step{ std::move(*body), QString::fromStdString(json.value("tool", std::string())), {},
        inputRoleFromWire(QString::fromStdString(json.value("takes_as", std::string()))) };
    if (json.contains("takes_from"))
        step.takesFrom = json.value("takes_from", 0);
    return step;
}

/// `kept`: what asked for a plan wrote; empty for a single generation, which has columns of its own.
Result<QList<AskedStep>> stepsFrom(const QByteArray &kept, const QByteArray &body, const QString &tool)
{
    const auto json = contract::parseJson(kept.isEmpty() ? body : kept);
    if (!json)
        return tl::unexpected(json.error());
    QList<AskedStep> steps;
    const contract::Json list = kept.isEmpty()
        ? contract::Json::array({ { { "body", *json }, { "tool", tool.toStdString() } } })
        : *json;
    for (const contract::Json &one : list) {
        auto step = stepFrom(one);
        if (!step)
            return tl::unexpected(step.error());
        steps.append(std::move(*step));
    }
    return steps;
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
            "tool_call_id, works, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        run.runId, run.threadId, wireName(run.agent), run.key, run.inputHash, run.korean,
        run.works.value(0).generationId, run.works.value(0).toolCallId, worksText(run.works), m_clock.now()));
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
    contract::Json steps = contract::Json::array();
    for (const AskedStep &step : interrupt.steps)
        steps.push_back(stepJson(step));
    return plain(m_store.run(
        QStringLiteral(
            "INSERT INTO agent_interrupts(id, run_id, thread_id, agent, body, tool, steps, text, korean, state, "
            "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        interrupt.id, interrupt.runId, interrupt.threadId, wireName(interrupt.agent),
        contract::toBytes(contract::toJson(interrupt.steps.first().body)), interrupt.steps.first().tool,
        interrupt.steps.size() > 1 ? contract::toBytes(steps) : QByteArray(""), interrupt.text,
        interrupt.korean, stateName(interrupt.state), m_clock.now()));
}

Result<std::optional<StoredInterrupt>> RunTable::interrupt(const QString &id) const
{
    Result<QList<AskedStep>> steps;
    auto found = m_store.one(
        QStringLiteral(
            "SELECT id, run_id, thread_id, agent, body, tool, text, korean, state, steps FROM agent_interrupts "
            "WHERE id = ?"),
        [&steps](const Row &row) {
            steps = stepsFrom(row.bytes(9), row.bytes(4), row.text(5));
            return StoredInterrupt{ row.text(0), row.text(1), row.text(2),
                agentFromWire(row.text(3)).value_or(AgentVersion::V1), {}, row.text(6), row.flag(7),
                stateFrom(row.text(8)) };
        },
        id);
    if (found && *found) {
        if (!steps)
            return tl::unexpected(steps.error());
        (*found)->steps = *steps;
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
