#pragma once

#include "contract/AgUi.h"
#include "service/agents/RunLog.h"
#include "service/agents/RunTable.h"
#include "service/agents/TurnPlanner.h"
#include "service/agents/TurnReader.h"
#include "service/store/StoredFile.h"

#include <QObject>

#include <map>
#include <memory>

namespace facet::service {

class Accounts;
class AgentRun;
class EngineRegistry;
class Jobs;
class Ledger;
class QuoteService;
class Services;
class Store;

/// Agents 1.0 and 2.0: takes AG-UI runs, decides by the rules, makes generations and tells of them (CONTRACT
/// "Agent runs"). A run lives here, not on the connection, and survives a restart of the service.
///
/// Whatever a run takes at its start, the conversation of Agent 2.0 and the holds for its generations, is
/// taken in one transaction with the run itself: a refusal takes nothing, and the same request sent again
/// takes nothing twice. Main thread only.
class AgentRunner : public QObject {
    Q_OBJECT
public:
    struct Needs {
        Store &store;
        const Clock &clock;
        Ledger &ledger;
        const Accounts &accounts;
        const QuoteService &quotes;
        Jobs &jobs;
        const ServiceData &data;
        const EngineRegistry &engines;
        const UploadFiles &uploads;
    };

    explicit AgentRunner(const Needs &needs, QObject *parent = nullptr);
    explicit AgentRunner(Services &services, QObject *parent = nullptr);
    ~AgentRunner() override;

    struct Request {
        AgentVersion agent = AgentVersion::V1;
        contract::RunAgentInput input;
        QString idempotencyKey; ///< empty: the run's id is the key
        QByteArray inputHash; ///< of the body, to tell a repeated request from another one
        bool korean = false; ///< Accept-Language
    };
    /// Starts the run, or finds the one that this request has started before. Its events from the first one
    /// are in the log. Problems: bad_request, not_found (a file, an interrupt), idempotency_conflict,
    /// price_changed, insufficient_credits, unsupported_input, unsupported_option, too_long,
    /// too_many_running, engine_unavailable.
    Outcome<std::shared_ptr<RunLog>> start(const Request &request);

    /// The events of a run so far, and those to come. not_found when this agent has no such run.
    Outcome<std::shared_ptr<RunLog>> log(AgentVersion agent, const QString &runId);

    /// Takes up the runs that the last stop interrupted: after Jobs::resume().
    Result<void> resume();

private:
    Outcome<std::shared_ptr<RunLog>> existing(const StoredRun &run, const QByteArray &inputHash);
    Outcome<std::shared_ptr<RunLog>> logOf(const StoredRun &run);
    using Started = Outcome<std::shared_ptr<AgentRun>>;
    Started startTurn(const Request &request, StoredRun stored);
    Started startResumed(const Request &request, StoredRun stored);
    Started startWork(StoredRun stored, const QList<AskedStep> &steps, const QString &text);
    Started startTalk(StoredRun stored, const QString &text);
    Started startQuestion(StoredRun stored, const AskPlan &ask);
    contract::Problem planPriceChanged(const Request &request, const contract::Problem &problem) const;
    void keep(const std::shared_ptr<AgentRun> &run);

    void generationChanged(const QString &id);
    void balanceChanged();

    Needs m_needs;
    RunTable m_table;
    TurnReader m_reader;
    TurnPlanner m_planner;
    std::map<QString, std::shared_ptr<AgentRun>> m_live; ///< by generation id; one may have several
};

} // namespace facet::service
