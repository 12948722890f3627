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

/// The newest message of the person; null when there is none.
const contract::AgUiMessage *lastUserMessage(const contract::RunAgentInput &input)
{
    const auto it = std::find_if(input.messages.crbegin(), input.messages.crend(),
        [](const contract::AgUiMessage &message) { return message.role == QLatin1String("user"); });
    return it == input.messages.crend() ? nullptr : &*it;
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

    Transaction transaction(m_needs.store);
    auto run = resumes ? startResumed(request, std::move(stored)) : startTurn(request, std::move(stored));
    if (!run)
        return tl::unexpected(run.error());
    const auto done = transaction.commit();
    if (!done)
        return internalError<std::shared_ptr<RunLog>>(done.error());

    const std::shared_ptr<RunLog> log = (*run)->log();
    if ((*run)->ended()) {
        log->close();
    } else {
        log->publish();
        const QString generationId = (*run)->stored().generationId;
        m_live[generationId] = std::move(*run);
    }
    return log;
}

Outcome<std::shared_ptr<RunLog>> AgentRunner::existing(const StoredRun &run, const QByteArray &inputHash)
{
    if (run.inputHash != inputHash)
        return tl::unexpected(problem::idempotencyConflict());
    return logOf(run);
}

Outcome<std::shared_ptr<RunLog>> AgentRunner::logOf(const StoredRun &run)
{
    const auto live = m_live.find(run.generationId);
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

Outcome<InputRef> AgentRunner::inputFrom(const contract::ContentPart &part) const
{
    using Type = contract::ContentPart::Type;
    InputRef input;
    switch (part.type) {
    case Type::Text:
    case Type::Other:
        return tl::unexpected(problem::unsupportedInput(QStringLiteral("messages.content")));
    case Type::Image:
        input.role = part.role;
        break;
    case Type::Audio:
        input.role = InputRole::Audio;
        break;
    case Type::Video:
        input.role = InputRole::Video;
        break;
    }
    if (m_needs.uploads.upload(part.fileId)) {
        input.uploadId = part.fileId;
    } else if (m_needs.jobs.assetFiles().asset(part.fileId)) {
        input.assetId = part.fileId;
    } else {
        auto problem = problem::notFound();
        problem.field = QStringLiteral("inputs.") + wireName(input.role);
        return tl::unexpected(problem);
    }
    return input;
}

Outcome<Turn> AgentRunner::turnFrom(const Request &request) const
{
    const contract::AgUiMessage *message = lastUserMessage(request.input);
    if (!message)
        return tl::unexpected(problem::badRequest(QStringLiteral("messages")));
    Turn turn;
    turn.agent = request.agent;
    turn.threadId = request.input.threadId;
    turn.props = request.input.props;
    turn.hasVideoToEdit = m_needs.jobs.hasFinishedVideo(turn.threadId);
    QStringList texts;
    for (const contract::ContentPart &part : message->content) {
        if (part.type == contract::ContentPart::Type::Text) {
            texts << part.text;
            continue;
        }
        const auto input = inputFrom(part);
        if (!input)
            return tl::unexpected(input.error());
        turn.inputs.append(*input);
    }
    turn.prompt = texts.join(u'\n');
    if (turn.prompt.trimmed().isEmpty() && turn.inputs.isEmpty())
        return tl::unexpected(problem::badRequest(QStringLiteral("messages")));
    turn.voice = AgentVoice::of(turn.prompt, request.korean);
    return turn;
}

Outcome<std::unique_ptr<AgentRun>> AgentRunner::startTurn(const Request &request, StoredRun stored)
{
    const auto turn = turnFrom(request);
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
    return startWork(std::move(stored), work.body, work.tool, work.text);
}

Outcome<std::unique_ptr<AgentRun>> AgentRunner::startResumed(const Request &request, StoredRun stored)
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

    contract::GenerationBody body = interrupt.body;
    if (const auto &lock = request.input.props.maxCredits)
        body.maxCredits = std::min(*lock, body.maxCredits.value_or(*lock));
    return startWork(std::move(stored), body, interrupt.tool, interrupt.text);
}

Outcome<std::unique_ptr<AgentRun>> AgentRunner::startWork(
    StoredRun stored, const contract::GenerationBody &body, const QString &tool, const QString &text)
{
    const auto generation = m_needs.jobs.submit({ body, stored.runId, stored.korean });
    if (!generation)
        return tl::unexpected(generation.error());
    stored.generationId = generation->id;
    stored.toolCallId = newId("call_");
    auto run = std::make_unique<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
    const auto arguments = TurnPlanner::toolArguments(body, generation->method);
    const auto done = m_table.add(stored)
                          .and_then([&] { return run->begin(m_needs.ledger.balance()); })
                          .and_then([&] { return run->say(text); })
                          .and_then([&] { return run->call(tool, arguments, *generation); });
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    return run;
}

Outcome<std::unique_ptr<AgentRun>> AgentRunner::startTalk(StoredRun stored, const QString &text)
{
    auto run = std::make_unique<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
    const auto done = m_table.add(stored)
                          .and_then([&] { return run->begin(m_needs.ledger.balance()); })
                          .and_then([&] { return run->say(text); })
                          .and_then([&] { return run->end(); })
                          .and_then([&] { return m_table.finish(stored.runId); });
    if (!done)
        return tl::unexpected(problem::internal(done.error()));
    return run;
}

Outcome<std::unique_ptr<AgentRun>> AgentRunner::startQuestion(StoredRun stored, const AskPlan &ask)
{
    StoredInterrupt interrupt;
    interrupt.id = newId("ask_");
    interrupt.runId = stored.runId;
    interrupt.threadId = stored.threadId;
    interrupt.agent = stored.agent;
    interrupt.body = ask.work.body;
    interrupt.tool = ask.work.tool;
    interrupt.text = ask.work.text;
    interrupt.korean = stored.korean;

    Quote quote = ask.quote;
    const Credits balance = m_needs.ledger.available();
    if (quote.totalCredits && *quote.totalCredits <= balance)
        quote.balanceAfter = balance - *quote.totalCredits;
    auto run = std::make_unique<AgentRun>(stored, std::make_shared<RunLog>(m_table, stored.runId));
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
        auto run = std::make_unique<AgentRun>(stored, *log);
        const auto generation = m_needs.jobs.find(stored.generationId);
        Transaction transaction(m_needs.store);
        auto done = generation ? run->takeUp(*generation, m_needs.ledger.balance()) : run->end();
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
            m_live[stored.generationId] = std::move(run);
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
    AgentRun &run = *it->second;
    if (!generation->isFinal()) {
        if (run.follow(*generation, m_needs.ledger.balance()))
            run.log()->publish();
        return;
    }
    Transaction transaction(m_needs.store);
    auto done = run.follow(*generation, m_needs.ledger.balance())
                    .and_then([&] { return m_table.finish(run.stored().runId); })
                    .and_then([&] { return transaction.commit(); });
    if (!done)
        qWarning("the end of run %s could not be written: %s", qPrintable(run.stored().runId),
            qPrintable(done.error().detail));
    run.log()->close();
    m_live.erase(it);
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
