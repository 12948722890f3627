#pragma once

#include "contract/Codecs.h"
#include "domain/Error.h"
#include "service/store/Clock.h"

namespace facet::service {

class Store;

/// One generation of a run.
struct RunWork {
    QString generationId;
    QString toolCallId;
};

/// What an approval starts: a generation.
struct AskedStep {
    contract::GenerationBody body; ///< resolved; its maxCredits is what was shown for it
    QString tool;
    std::optional<int> takesFrom; ///< index of the step whose first result it works on
    InputRole takesAs = InputRole::Reference;
};

/// A run as it is kept.
struct StoredRun {
    QString runId;
    QString threadId;
    AgentVersion agent = AgentVersion::V1;
    QString key; ///< Idempotency-Key, or the run's id
    QByteArray inputHash;
    bool korean = false;
    bool finished = false;
    QList<RunWork> works; ///< in the order of the plan; empty: only talk
};

/// A question that waits for its answer.
struct StoredInterrupt {
    enum class State { Open, Approved, Abandoned };
    QString id;
    QString runId;
    QString threadId;
    AgentVersion agent = AgentVersion::V1;
    QList<AskedStep> steps; ///< at least one
    QString text; ///< said before the work
    bool korean = false;
    State state = State::Open;
};

struct StoredEvent {
    qint64 seq = 0;
    QByteArray data; ///< JSON
};

/// Runs, their events and their questions in the database. Errors: ErrorKind::File.
class RunTable {
public:
    RunTable(Store &store, const Clock &clock);

    Result<void> add(const StoredRun &run);
    Result<std::optional<StoredRun>> find(const QString &runId) const;
    Result<std::optional<StoredRun>> findByKey(const QString &key) const;
    /// Runs that were going on when the service last stopped.
    Result<QList<StoredRun>> unfinished() const;
    Result<void> finish(const QString &runId);
    /// Forgets runs that ended more than 30 days ago.
    Result<void> prune();

    Result<void> addEvent(const QString &runId, const StoredEvent &event);
    Result<QList<StoredEvent>> events(const QString &runId) const;

    Result<void> add(const StoredInterrupt &interrupt);
    Result<std::optional<StoredInterrupt>> interrupt(const QString &id) const;
    Result<void> answer(const QString &id, StoredInterrupt::State state);
    /// An ordinary message leaves what was asked before it unanswered.
    Result<void> abandonOpen(const QString &threadId);

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace facet::service
