#include "service/agents/AgentRun.h"

#include <QUuid>

#include <algorithm>

namespace facet::service {

using contract::Json;
using contract::toJson;

namespace {

QString newId(const char *prefix)
{
    return QLatin1String(prefix) + QUuid::createUuid().toString(QUuid::Id128);
}

/// A few words at a time, as people read; never inside a surrogate pair.
QStringList pieces(const QString &text)
{
    QStringList result;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i - start >= 24 && text[i] == u' ') {
            result << text.mid(start, i - start);
            start = i;
        }
    }
    if (start < text.size())
        result << text.mid(start);
    return result;
}

contract::ContentPart::Type partType(ModelKind kind)
{
    switch (kind) {
    case ModelKind::Image:
        return contract::ContentPart::Type::Image;
    case ModelKind::Audio:
        return contract::ContentPart::Type::Audio;
    case ModelKind::Video:
    case ModelKind::Tool:
    case ModelKind::Other:
        return contract::ContentPart::Type::Video;
    }
    return contract::ContentPart::Type::Video;
}

} // namespace

AgentRun::AgentRun(StoredRun run, std::shared_ptr<RunLog> log)
    : m_run(std::move(run))
    , m_log(std::move(log))
    , m_voice(m_run.korean)
{
}

Result<void> AgentRun::append(const contract::AgUiEvent &event, RunLog::Keep keep)
{
    return m_log->append(event, keep);
}

Result<void> AgentRun::begin(const Balance &balance)
{
    m_balance = toJson(balance);
    return append(contract::RunStarted{ m_run.threadId, m_run.runId }).and_then([&] {
        return append(contract::StateSnapshot{ Json{ { "balance", m_balance } } });
    });
}

Result<void> AgentRun::say(const QString &text)
{
    const QString id = newId("msg_");
    auto done = append(contract::TextMessageStart{ id });
    for (const QString &piece : pieces(text)) {
        if (done)
            done = append(contract::TextMessageContent{ id, piece });
    }
    return done.and_then([&] { return append(contract::TextMessageEnd{ id }); });
}

Result<void> AgentRun::call(const QString &tool, const Json &arguments, const Generation &generation)
{
    const QString id = callOf(generation.id);
    m_shown.insert(generation.id, generation);
    return append(contract::ToolCallStart{ id, tool, {} })
        .and_then([&] {
            return append(contract::ToolCallArgs{ id, QString::fromUtf8(contract::toBytes(arguments)) });
        })
        .and_then([&] { return append(contract::ToolCallEnd{ id }); })
        .and_then([&] { return append(contract::generationSnapshot(generation)); });
}

Result<void> AgentRun::ask(const StoredInterrupt &interrupt, const QString &question, const Quote &quote)
{
    m_ended = true;
    const contract::Interrupt event{ interrupt.id, QString(contract::approveCost), question, {},
        Json{ { "quote", toJson(quote) } } };
    return append(contract::RunFinished{ m_run.threadId, m_run.runId, { event }, nullptr });
}

Result<void> AgentRun::end(const Json &result, bool cancelled)
{
    m_ended = true;
    return append(contract::RunFinished{ m_run.threadId, m_run.runId, {}, result, cancelled });
}

Result<void> AgentRun::takeUp(const QList<Generation> &generations, const Balance &balance)
{
    m_balance = toJson(balance);
    for (const Generation &generation : generations)
        m_shown.insert(generation.id, generation);
    if (std::all_of(
            generations.cbegin(), generations.cend(), [](const Generation &g) { return g.isFinal(); }))
        return finish(generations.last(), balance);
    Result<void> done;
    for (const Generation &generation : generations) {
        if (done)
            done = append(contract::generationSnapshot(generation));
    }
    return done.and_then([&] { return append(contract::StateSnapshot{ Json{ { "balance", m_balance } } }); });
}

QString AgentRun::callOf(const QString &generationId) const
{
    for (const RunWork &work : m_run.works) {
        if (work.generationId == generationId)
            return work.toolCallId;
    }
    return {};
}

Result<void> AgentRun::follow(const Generation &generation, const Balance &balance)
{
    const Generation before = m_shown.value(generation.id);
    if (before == generation)
        return {};
    if (generation.isFinal())
        return finish(generation, balance);
    m_shown.insert(generation.id, generation);
    return append(contract::generationDelta(before, generation), RunLog::Keep::InMemory);
}

void AgentRun::setBalance(const Balance &balance)
{
    Json now = toJson(balance);
    if (now == m_balance)
        return;
    m_balance = std::move(now);
    // Kept in memory only, so it cannot fail; the run's last snapshot is on disk.
    (void)append(contract::StateDelta{ Json::array(
                     { { { "op", "replace" }, { "path", "/balance" }, { "value", m_balance } } }) },
        RunLog::Keep::InMemory);
}

contract::ToolCallResult AgentRun::resultOf(const Generation &generation, const QString &words) const
{
    contract::ToolCallResult result{ newId("msg_"), callOf(generation.id), words };
    for (const Asset &asset : generation.assets) {
        contract::ContentPart part;
        part.type = partType(asset.kind);
        part.fileId = asset.id;
        part.role = InputRole::Other;
        part.mimeType = asset.mime;
        result.parts.append(part);
    }
    return result;
}

QString AgentRun::wordsOn(const Generation &generation) const
{
    switch (generation.status) {
    case GenerationStatus::Succeeded:
        return m_voice.done(generation);
    case GenerationStatus::Cancelled:
        return m_voice.cancelled(generation);
    case GenerationStatus::Queued:
    case GenerationStatus::Running:
    case GenerationStatus::Failed:
    case GenerationStatus::Other:
        return m_voice.failed(generation);
    }
    return {};
}

Result<void> AgentRun::finish(const Generation &generation, const Balance &balance)
{
    m_balance = toJson(balance);
    m_shown.insert(generation.id, generation);
    auto done = append(contract::generationSnapshot(generation))
                    .and_then([&] { return append(resultOf(generation, wordsOn(generation))); })
                    .and_then([&] {
                        return append(contract::StateSnapshot{ Json{ { "balance", m_balance } } });
                    });
    if (!done)
        return done;
    QList<Generation> all;
    Json ids = Json::array();
    for (const RunWork &work : m_run.works) {
        all.append(m_shown.value(work.generationId));
        ids.push_back(work.generationId.toStdString());
        if (!all.last().isFinal())
            return {}; // the run goes on with the others
    }
    const bool cancelled = std::all_of(all.cbegin(), all.cend(),
        [](const Generation &g) { return g.status == GenerationStatus::Cancelled; });
    Json result{ { "generation_id", all.last().id.toStdString() } };
    if (all.size() > 1)
        result["generation_ids"] = std::move(ids);
    return say(all.size() > 1 ? m_voice.donePlan(all) : wordsOn(generation)).and_then([&] {
        return end(result, cancelled);
    });
}

} // namespace facet::service
