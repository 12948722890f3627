#pragma once

#include "contract/Json.h"
#include "service/http/Http.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <vector>

namespace facet::service {

class Jobs;

/// GET /v1/generations/{id}/events. The first event of a stream is the whole generation (type "generation"),
/// every further one a JSON Patch to it (type "patch"). A stream that comes back with the id of its last
/// event goes on there, or gets the whole again when that is too long ago. It ends after the final state.
class GenerationEvents : public QObject {
    Q_OBJECT
public:
    explicit GenerationEvents(Jobs &jobs, QObject *parent = nullptr);

    /// `id` must be known to the jobs.
    void subscribe(const QString &id, const QByteArray &lastEventId, const std::shared_ptr<EventSink> &sink);

private:
    /// The events of one generation that somebody follows.
    struct Log {
        contract::Json document; ///< as of the last event
        qint64 number = 0; ///< of the last event
        std::deque<contract::SseEvent> recent;
        std::vector<std::shared_ptr<EventSink>> sinks;
    };

    void publish(const QString &id);
    QByteArray eventId(qint64 number) const;
    bool replay(const Log &log, const QByteArray &lastEventId, EventSink &sink) const;

    Jobs &m_jobs;
    QByteArray m_start; ///< tells the events of this start of the service from those of earlier ones
    std::map<QString, Log> m_logs;
};

} // namespace facet::service
