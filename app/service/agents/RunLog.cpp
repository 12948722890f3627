#include "service/agents/RunLog.h"

#include <algorithm>

namespace facet::service {

namespace {

/// Events that were only in memory when the service stopped had numbers too; new ones must not repeat them.
constexpr qint64 gapAfterRestart = 100'000;

} // namespace

RunLog::RunLog(RunTable &table, QString runId)
    : m_table(table)
    , m_runId(std::move(runId))
{
}

Result<std::shared_ptr<RunLog>> RunLog::load(RunTable &table, const StoredRun &run)
{
    auto events = table.events(run.runId);
    if (!events)
        return tl::unexpected(events.error());
    auto log = std::make_shared<RunLog>(table, run.runId);
    log->m_events = std::move(*events);
    if (!log->m_events.isEmpty())
        log->m_next = log->m_events.last().seq + gapAfterRestart;
    log->m_published = log->m_next - 1;
    log->m_closed = run.finished;
    return log;
}

Result<void> RunLog::append(const contract::AgUiEvent &event, Keep keep)
{
    const StoredEvent stored{ m_next, contract::toBytes(contract::toJson(event)) };
    if (keep == Keep::OnDisk) {
        auto done = m_table.addEvent(m_runId, stored);
        if (!done)
            return done;
    }
    m_events.append(stored);
    ++m_next;
    return {};
}

void RunLog::publish()
{
    m_published = m_next - 1;
    std::erase_if(m_sinks, [this](Listener &listener) { return !feed(listener); });
}

void RunLog::close()
{
    publish();
    m_closed = true;
    for (const Listener &listener : m_sinks)
        listener.sink->close();
    m_sinks.clear();
}

void RunLog::attach(std::shared_ptr<EventSink> sink, qint64 afterId)
{
    Listener listener{ std::move(sink), afterId };
    if (!feed(listener))
        return;
    if (m_closed)
        listener.sink->close();
    else
        m_sinks.push_back(std::move(listener));
}

bool RunLog::feed(Listener &listener) const
{
    const auto from = std::upper_bound(m_events.cbegin(), m_events.cend(), listener.sent,
        [](qint64 seq, const StoredEvent &event) { return seq < event.seq; });
    for (auto it = from; it != m_events.cend() && it->seq <= m_published; ++it) {
        if (!listener.sink->send({ QByteArray::number(it->seq), QByteArrayLiteral("message"), it->data }))
            return false;
        listener.sent = it->seq;
    }
    return true;
}

} // namespace facet::service
