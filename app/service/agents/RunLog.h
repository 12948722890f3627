#pragma once

#include "contract/AgUi.h"
#include "service/agents/RunTable.h"
#include "service/http/Http.h"

#include <memory>

namespace facet::service {

/// The events of one run, numbered, and whoever listens to them. A run lives on the service, not on a
/// connection: listeners come and go, each told from where it left off (Last-Event-ID).
///
/// What a reader of the whole run needs is kept in the database; steps of progress are kept in memory while
/// the run goes on, since a later snapshot says all that they said.
class RunLog {
public:
    enum class Keep { OnDisk, InMemory };

    RunLog(RunTable &table, QString runId);
    /// A run of an earlier start of the service, with its events read back.
    static Result<std::shared_ptr<RunLog>> load(RunTable &table, const StoredRun &run);

    /// Numbers the event and writes it down. Listeners hear of it in publish(), after the transaction.
    Result<void> append(const contract::AgUiEvent &event, Keep keep = Keep::OnDisk);
    void publish();
    /// Nothing follows: listeners are let go once they have everything.
    void close();

    /// Sends everything after event `afterId` (0: from the start) and then what follows.
    void attach(std::shared_ptr<EventSink> sink, qint64 afterId);
    bool hasListeners() const { return !m_sinks.empty(); }

private:
    struct Listener {
        std::shared_ptr<EventSink> sink;
        qint64 sent = 0; ///< number of the last event it was given
    };
    /// False when it is to be dropped.
    bool feed(Listener &listener) const;

    RunTable &m_table;
    QString m_runId;
    QList<StoredEvent> m_events;
    qint64 m_next = 1;
    qint64 m_published = 0; ///< number of the last event that may be sent
    bool m_closed = false;
    std::vector<Listener> m_sinks;
};

} // namespace facet::service
