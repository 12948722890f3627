#include "service/api/GenerationEvents.h"

#include "contract/Codecs.h"
#include "contract/JsonPatch.h"
#include "service/jobs/Jobs.h"

#include <QUuid>

#include <algorithm>

namespace facet::service {

namespace {

constexpr std::size_t keptEvents = 200;

} // namespace

GenerationEvents::GenerationEvents(Jobs &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_start(QUuid::createUuid().toByteArray(QUuid::Id128).left(8))
{
    connect(&jobs, &Jobs::changed, this, &GenerationEvents::publish);
}

QByteArray GenerationEvents::eventId(qint64 number) const
{
    return m_start + '-' + QByteArray::number(number);
}

void GenerationEvents::subscribe(
    const QString &id, const QByteArray &lastEventId, const std::shared_ptr<EventSink> &sink)
{
    const auto generation = m_jobs.find(id);
    if (!generation) {
        sink->close();
        return;
    }
    // What has changed since the last event is due anyway; saying it now keeps whole and patches in step.
    if (m_logs.count(id) > 0)
        publish(id);
    if (generation->isFinal()) {
        sink->send({ eventId(0) + "-final", "generation", contract::toBytes(contract::toJson(*generation)) });
        sink->close();
        return;
    }
    auto [place, isNew] = m_logs.try_emplace(id);
    Log &log = place->second;
    if (isNew)
        log.document = contract::toJson(*generation);
    const bool open = replay(log, lastEventId, *sink)
        || sink->send({ eventId(log.number), "generation", contract::toBytes(log.document) });
    if (open)
        log.sinks.push_back(sink);
}

bool GenerationEvents::replay(const Log &log, const QByteArray &lastEventId, EventSink &sink) const
{
    if (lastEventId.isEmpty())
        return false;
    auto next = log.recent.cend();
    if (lastEventId != eventId(log.number)) {
        next = std::find_if(log.recent.cbegin(), log.recent.cend(),
            [&](const contract::SseEvent &event) { return event.id == lastEventId; });
        if (next == log.recent.cend())
            return false;
        ++next;
    }
    for (; next != log.recent.cend(); ++next) {
        if (!sink.send(*next))
            break; // the caller's stream has gone; it is dropped with the next event
    }
    return true;
}

void GenerationEvents::publish(const QString &id)
{
    const auto place = m_logs.find(id);
    if (place == m_logs.end())
        return;
    Log &log = place->second;
    const auto generation = m_jobs.find(id);
    if (!generation)
        return;
    contract::Json now = contract::toJson(*generation);
    const contract::Json patch = contract::makePatch(log.document, now);
    if (!patch.empty()) {
        log.document = std::move(now);
        log.recent.push_back({ eventId(++log.number), "patch", contract::toBytes(patch) });
        if (log.recent.size() > keptEvents)
            log.recent.pop_front();
        std::erase_if(log.sinks,
            [&](const std::shared_ptr<EventSink> &sink) { return !sink->send(log.recent.back()); });
    }
    if (generation->isFinal()) {
        for (const auto &sink : log.sinks)
            sink->close();
        m_logs.erase(place);
    }
}

} // namespace facet::service
