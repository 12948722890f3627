#pragma once

#include "contract/AgUi.h"
#include "service/agents/AgentVoice.h"
#include "service/agents/RunLog.h"
#include "service/agents/TurnPlanner.h"

#include <QHash>

#include <memory>

namespace facet::service {

/// Writes the events of one run, in the order of CONTRACT "Agent runs", and follows its generations to the
/// end of the last one.
class AgentRun {
public:
    AgentRun(StoredRun run, std::shared_ptr<RunLog> log);

    const StoredRun &stored() const { return m_run; }
    const std::shared_ptr<RunLog> &log() const { return m_log; }
    bool ended() const { return m_ended; }

    // Each writes to the log and the database; whoever calls opens the transaction and publishes.
    Result<void> begin(const Balance &balance);
    Result<void> say(const QString &text);
    /// The tool call for `generation`, which is one of stored().works.
    Result<void> call(const QString &tool, const contract::Json &arguments, const Generation &generation);
    Result<void> ask(const StoredInterrupt &interrupt, const QString &question, const Quote &quote);
    Result<void> end(const contract::Json &result = nullptr, bool cancelled = false);

    /// Its generations, all of them, taken up again after a restart of the service.
    Result<void> takeUp(const QList<Generation> &generations, const Balance &balance);
    /// What has changed since the last call; ends the run when all generations are final.
    Result<void> follow(const Generation &generation, const Balance &balance);
    void setBalance(const Balance &balance);

private:
    Result<void> append(const contract::AgUiEvent &event, RunLog::Keep keep = RunLog::Keep::OnDisk);
    Result<void> finish(const Generation &generation, const Balance &balance);
    contract::ToolCallResult resultOf(const Generation &generation, const QString &words) const;
    QString callOf(const QString &generationId) const;
    QString wordsOn(const Generation &generation) const;

    StoredRun m_run;
    std::shared_ptr<RunLog> m_log;
    AgentVoice m_voice;
    QHash<QString, Generation> m_shown; ///< by id, each as the last event left it
    contract::Json m_balance;
    bool m_ended = false;
};

} // namespace facet::service
