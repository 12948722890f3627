#include "service/agents/AgentRun.h"

#include <QUuid>

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
    const QString &id = m_run.toolCallId;
    m_shown = generation;
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

Result<void> AgentRun::takeUp(const Generation &generation, const Balance &balance)
{
    m_balance = toJson(balance);
    m_shown = generation;
    if (generation.isFinal())
        return finish(generation, balance);
    return append(contract::generationSnapshot(generation)).and_then([&] {
        return append(contract::StateSnapshot{ Json{ { "balance", m_balance } } });
    });
}

Result<void> AgentRun::follow(const Generation &generation, const Balance &balance)
{
    if (generation.isFinal())
        return finish(generation, balance);
    if (m_shown == generation)
        return {};
    const auto delta = contract::generationDelta(m_shown.value_or(Generation{}), generation);
    m_shown = generation;
    return append(delta, RunLog::Keep::InMemory);
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
    contract::ToolCallResult result{ newId("msg_"), m_run.toolCallId, words };
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

Result<void> AgentRun::finish(const Generation &generation, const Balance &balance)
{
    const bool cancelled = generation.status == GenerationStatus::Cancelled;
    const QString words = generation.status == GenerationStatus::Succeeded ? m_voice.done(generation)
        : cancelled                                                        ? m_voice.cancelled(generation)
                                                                           : m_voice.failed(generation);
    m_balance = toJson(balance);
    m_shown = generation;
    return append(contract::generationSnapshot(generation))
        .and_then([&] { return append(resultOf(generation, words)); })
        .and_then([&] {
            return append(contract::StateSnapshot{ Json{ { "balance", m_balance } } });
        })
        .and_then([&] { return say(words); })
        .and_then([&] {
            return end(Json{ { "generation_id", generation.id.toStdString() } }, cancelled);
        });
}

} // namespace facet::service
