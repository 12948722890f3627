#include "service/agents/AgentRunner.h"

#include "service/agents/AgentRun.h"
#include "service/api/Accounts.h"
#include "service/api/QuoteService.h"
#include "service/api/Services.h"
#include "service/jobs/EngineRegistry.h"
#include "service/jobs/Jobs.h"
#include "service/ledger/Ledger.h"
#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <QUuid>

#include <algorithm>

namespace facet::service {

namespace {

constexpr qsizetype longestId = 200; // characters

QString newId(const char *prefix)
{
    return QLatin1String(prefix) + QUuid::createUuid().toString(QUuid::Id128);
}

template <typename T>
Outcome<T> internalError(const Error &error)
{
    return tl::unexpected(problem::internal(error));
}

} // namespace

AgentRunner::AgentRunner(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_table(needs.store, needs.clock)
    , m_reader(needs.uploads, needs.jobs)
    , m_planner(needs.data, needs.quotes, needs.accounts,
          [&engines = needs.engines](const Model &model) { return engines.factsFor(model).makesDrafts; })
{
    connect(&m_needs.jobs, &Jobs::changed, this, &AgentRunner::generationChanged);
    connect(&m_needs.ledger, &Ledger::changed, this, &AgentRunner::balanceChanged);
}

AgentRunner::AgentRunner(Services &services, QObject *parent)
    : AgentRunner(
        Needs{ services.store(), services.clock(), services.ledger(), services.accounts(), services.quotes(),
            services.jobs(), services.data(), *services.settings().engines, services.uploads() },
        parent)
{
}

AgentRunner::~AgentRunner() = default;

Outcome<std::shared_ptr<RunLog>> AgentRunner::start(const Request &request)
{
    const contract::RunAgentInput &input = request.input;
    if (input.runId.isEmpty() || input.runId.size() > longestId)
        return tl::unexpected(problem::badRequest(QStringLiteral("runId")));
    if (input.threadId.isEmpty() || input.threadId.size() > longestId)
        return tl::unexpected(problem::badRequest(QStringLiteral("threadId")));

    // A client may keep one key for a message and for the answers to what was asked about it; an answer
    // counts once by the question it answers.
    const bool resumes = !input.resume.isEmpty();
    const QString key = resumes || request.idempotencyKey.isEmpty() ? input.runId : request.idempotencyKey;
    for (const auto &found : { m_table.find(input.runId), m_table.findByKey(key) }) {
        if (!found)
            return internalError<std::shared_ptr<RunLog>>(found.error());
        if (*found)
            return existing(**found, request.inputHash);
    }

    StoredRun stored;
    stored.runId = input.runId;
    stored.threadId = input.threadId;
    stored.agent = request.agent;
    stored.key = key;
    stored.inputHash = request.inputHash;

    Started run;
    {
        Transaction transaction(m_needs.store);
        run = resumes ? startResumed(request, std::move(stored)) : startTurn(request, std::move(stored));
        if (run) {
            if (const auto done = transaction.commit(); !done)
                return internalError<std::shared_ptr<RunLog>>(done.error());
        }
    }
    // Asked once nothing is held any more: what the whole plan takes now, not only the step that is dearer.
    if (!run && resumes && run.error().quote)
        return tl::unexpected(planPriceChanged(request, run.error()));
    if (!run)
        return tl::unexpected(run.error());

    const std::shared_ptr<RunLog> log = (*run)->log();
    if ((*run)->ended()) {
        log->close();
    } else {
        log->publish();
        keep(*run);
    }
    return log;
}

void AgentRunner::keep(const std::shared_ptr<AgentRun> &run)
{
    for (const RunWork &work : run->stored().works)
        m_live[work.generationId] = run;
}

Outcome<std::shared_ptr<RunLog>> AgentRunner::existing(const StoredRun &run, const QByteArray &inputHash)
{
    if (run.inputHash != inputHash)
        return tl::unexpected(problem::idempotencyConflict());
    return logOf(run);
}

Outcome<std::shared_ptr<RunLog>> AgentRunner::logOf(const StoredRun &run)
{
    const auto live = m_live.find(run.works.value(0).generationId);
    if (live != m_live.end() && live->second->stored().runId == run.runId)
        return live->second->log();
    auto log = RunLog::load(m_table, run);
    if (!log)
        return internalError<std::shared_ptr<RunLog>>(log.error());
    return *log;
}

Outcome<std::shared_ptr<RunLog>> AgentRunner::log(AgentVersion agent, const QString &runId)
{
    const auto run = m_table.find(runId);
    if (!run)
        return internalError<std::shared_ptr<RunLog>>(run.error());
    if (!*run || (*run)->agent != agent)
        return tl::unexpected(problem::notFound());
    return logOf(**run);
}

AgentRunner::Started AgentRunner::startTurn(const Request &request, StoredRun stored)
{
    const auto turn = m_reader.read(request.agent, request.input, request.korean);
    if (!turn)
        return tl::unexpected(turn.error());
    stored.korean = turn->voice.korean();
    const auto plan = m_planner.plan(*turn);
    if (!plan)
        return tl::unexpected(plan.error());
    if (const auto done = m_table.abandonOpen(stored.threadId); !done)
        return tl::unexpected(problem::internal(done.error()));
    const auto charged = m_needs.ledger.chargeConversation(plan->conversationCredits,
        { {}, stored.runId, QStringLiteral("Agent %1").arg(wireName(stored.agent)) });
    if (!charged)
        return tl::unexpected(charged.error());
    if (const auto *talk = std::get_if<TalkPlan>(&plan->step))
        return startTalk(std::move(stored), talk->text);
    if (const auto *ask = std::get_if<AskPlan>(&plan->step))
        return startQuestion(std::move(stored), *ask);
    const auto &work = std::get<WorkPlan>(plan->step);
    return startWork(std::move(stored), { { work.body, work.tool, {}, InputRole::Reference } }, work.text);
}

AgentRunner::Started AgentRunner::startResumed(const Request &request, StoredRun stored)
{
    const contract::ResumeEntry &answer = request.input.resume.first();
    const auto found = m_table.interrupt(answer.interruptId);
    if (!found)
        return tl::unexpected(problem::internal(found.error()));
    if (!*found || (*found)->threadId != stored.threadId || (*found)->agent != stored.agent) {
        auto problem = problem::notFound();
        problem.field = QStringLiteral("resume.interruptId");
        return tl::unexpected(problem);
    }
    const StoredInterrupt &interrupt = **found;
    stored.korean = interrupt.korean;
    if (interrupt.state != StoredInterrupt::State::Open)
        return tl::unexpected(problem::idempotencyConflict());

    const bool approved = answer.status == QLatin1String("resolved") && answer.approved;
    const auto answered = m_table.answer(
        interrupt.id, approved ? StoredInterrupt::State::Approved : StoredInterrupt::State::Abandoned);
    if (!answered)
        return tl::unexpected(problem::internal(answered.error()));
    if (!approved)
        return startTalk(std::move(stored), AgentVoice(interrupt.korean).abandoned());

    QList<AskedStep> steps = interrupt.steps;
    const auto &lock = request.input.props.maxCredits;
    // The promise is what the answer says, a price that rose since the question included; without one, it is
    // what was asked about. The holds add up under it, or there are none.
    Credits most = 0;
    for (AskedStep &step : steps) {
        most += step.body.maxCredits.value_or(0);
        step.body.maxCredits = lock ? lock : step.body.maxCredits;
    }
    const Credits before = m_needs.ledger.balance().held;
    auto run = startWork(std::move(stored), steps, interrupt.text);
    if (run && m_needs.ledger.balance().held - before > lock.value_or(most))
        return tl::unexpected(problem::priceChanged({}));
    return run;
}

contract::Problem AgentRunner::planPriceChanged(
    const Request &request, const contract::Problem &problem) const
{
    auto turn = m_reader.read(request.agent, request.input, request.korean);
    if (!turn)
        return problem;
    turn->props.maxCredits.reset();
    const auto plan = m_planner.plan(*turn);
    const auto *ask = plan ? std::get_if<AskPlan>(&plan->step) : nullptr;
    return ask && ask->steps.size() > 1 ? problem::priceChanged(ask->quote) : problem;
}

// NOLINTNEXTLINE(performance-unnecessary-value-param): it is changed below
AgentRunner::Started AgentRunner::startWork(
    StoredRun stored, const QList<AskedStep> &steps, const QString &text)
{
    // All of them in the caller's transaction: either everything that was approved is held, or nothing.
    QList<Generation> generations;
    for (const AskedStep &step : steps) {
        Submission submission{ step.body, stored.runId, stored.korean, {}, step.takesAs };
        if (step.takesFrom)
            submission.follows = generations.value(*step.takesFrom).id;
        const auto generation = m_needs.jobs.submit(submission);
        if (!generation)
            return tl::unexpected(generation.error());
        generations.append(*generation);
        stored.works.append({ generation->id, newId("call_") });
    }
    auto run = std::make_shared<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
    auto done =
        m_table.add(stored).and_then([&] { return run->begin(m_needs.ledger.balance()); }).and_then([&] {
            return run->say(text);
        });
    for (qsizetype i = 0; done && i < steps.size(); ++i) {
        auto arguments = TurnPlanner::toolArguments(steps[i].body, generations[i].method);
        if (steps[i].takesFrom)
            arguments["inputs"].push_back(
                { { "role", wireName(steps[i].takesAs).toStdString() }, { "step", *steps[i].takesFrom } });
        done = run->call(steps[i].tool, arguments, generations[i]);
    }
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    return run;
}

AgentRunner::Started AgentRunner::startTalk(StoredRun stored, const QString &text)
{
    auto run = std::make_shared<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
    const auto done = m_table.add(stored)
                          .and_then([&] { return run->begin(m_needs.ledger.balance()); })
                          .and_then([&] { return run->say(text); })
                          .and_then([&] { return run->end(); })
                          .and_then([&] { return m_table.finish(stored.runId); });
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    return run;
}

AgentRunner::Started AgentRunner::startQuestion(StoredRun stored, const AskPlan &ask)
{
    StoredInterrupt interrupt;
    interrupt.id = newId("ask_");
    interrupt.runId = stored.runId;
    interrupt.threadId = stored.threadId;
    interrupt.agent = stored.agent;
    interrupt.steps = ask.steps;
    interrupt.text = ask.text;
    interrupt.korean = stored.korean;

    Quote quote = ask.quote;
    const Credits balance = m_needs.ledger.available();
    if (quote.totalCredits && *quote.totalCredits <= balance)
        quote.balanceAfter = balance - *quote.totalCredits;
    auto run = std::make_shared<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
    const auto done = m_table.add(stored)
                          .and_then([&] { return m_table.add(interrupt); })
                          .and_then([&] { return run->begin(m_needs.ledger.balance()); })
                          .and_then([&] { return run->say(ask.question); })
                          .and_then([&] { return run->ask(interrupt, ask.question, quote); })
                          .and_then([&] { return m_table.finish(stored.runId); });
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    return run;
}

Result<void> AgentRunner::resume()
{
    if (auto done = m_table.prune(); !done)
        return done;
    const auto runs = m_table.unfinished();
    if (!runs)
        return tl::unexpected(runs.error());
    for (const StoredRun &stored : *runs) {
        auto log = RunLog::load(m_table, stored);
        if (!log)
            return tl::unexpected(log.error());
        auto run = std::make_shared<AgentRun>(stored, *log);
        QList<Generation> generations;
        for (const RunWork &work : stored.works) {
            if (const auto generation = m_needs.jobs.find(work.generationId))
                generations.append(*generation);
        }
        Transaction transaction(m_needs.store);
        auto done = generations.isEmpty() ? run->end() : run->takeUp(generations, m_needs.ledger.balance());
        if (done && run->ended())
            done = m_table.finish(stored.runId);
        if (done)
            done = transaction.commit();
        if (!done)
            return done;
        if (run->ended()) {
            (*log)->close();
        } else {
            (*log)->publish();
            keep(run);
        }
    }
    return {};
}

void AgentRunner::generationChanged(const QString &id)
{
    const auto it = m_live.find(id);
    if (it == m_live.end())
        return;
    const auto generation = m_needs.jobs.find(id);
    if (!generation)
        return;
    const std::shared_ptr<AgentRun> run = it->second;
    if (!generation->isFinal()) {
        if (run->follow(*generation, m_needs.ledger.balance()))
            run->log()->publish();
        return;
    }
    Transaction transaction(m_needs.store);
    auto done =
        run->follow(*generation, m_needs.ledger.balance())
            .and_then([&] { return run->ended() ? m_table.finish(run->stored().runId) : Result<void>(); })
            .and_then([&] { return transaction.commit(); });
    if (!done)
        qWarning("the end of run %s could not be written: %s", qPrintable(run->stored().runId),
            qPrintable(done.error().detail));
    if (!run->ended()) {
        run->log()->publish();
        return;
    }
    run->log()->close();
    for (const RunWork &work : run->stored().works)
        m_live.erase(work.generationId);
}

void AgentRunner::balanceChanged()
{
    const Balance balance = m_needs.ledger.balance();
    for (const auto &[id, run] : m_live) {
        run->setBalance(balance);
        run->log()->publish();
    }
}

} // namespace facet::service
