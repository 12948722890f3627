#include "service/agents/AgentRoutes.h"

#include "service/agents/AgentRunner.h"
#include "service/agents/AgentVoice.h"
#include "service/http/Http.h"

#include <QCryptographicHash>

namespace facet::service {

namespace {

constexpr qint64 largestInput = 4 * 1024 * 1024; // bytes: a long conversation is sent along whole

HttpResponse eventsOf(const std::shared_ptr<RunLog> &log, const HttpRequest &request)
{
    const qint64 after = std::max<qint64>(0, request.header("last-event-id").toLongLong());
    return { 200, {}, StreamBody{ [log, after](std::shared_ptr<EventSink> sink) {
                log->attach(std::move(sink), after);
            } } };
}

/// The refusal in the language that the message itself is written in.
HttpResponse refuseInItsLanguage(
    const contract::Problem &problem, const contract::RunAgentInput &input, const HttpRequest &request)
{
    HttpRequest spoken = request;
    for (auto message = input.messages.crbegin(); message != input.messages.crend(); ++message) {
        if (message->role != QLatin1String("user"))
            continue;
        for (const contract::ContentPart &part : message->content)
            spoken.korean = AgentVoice::of(part.text, spoken.korean).korean();
        break;
    }
    return refuse(problem, spoken);
}

HttpResponse startRun(AgentRunner &runner, const HttpRequest &request)
{
    const auto agent = agentFromWire(request.params.value(QStringLiteral("version")));
    if (!agent)
        return refuse(problem::notFound(), request);
    const auto json = contract::parseJson(request.body);
    auto input = json.and_then(
        [](const contract::Json &body) { return contract::fromJson<contract::RunAgentInput>(body); });
    if (!input)
        return refuse(problem::badRequest(input.error().detail), request);
    AgentRunner::Request start;
    start.agent = *agent;
    start.input = std::move(*input);
    start.idempotencyKey = QString::fromUtf8(request.header("idempotency-key"));
    // The parsed body, so that spaces and the order of members do not make it another request.
    start.inputHash = QCryptographicHash::hash(contract::toBytes(*json), QCryptographicHash::Sha256);
    start.korean = request.korean;
    const auto log = runner.start(start);
    return log ? eventsOf(*log, request) : refuseInItsLanguage(log.error(), start.input, request);
}

HttpResponse replayRun(AgentRunner &runner, const HttpRequest &request)
{
    const auto agent = agentFromWire(request.params.value(QStringLiteral("version")));
    if (!agent)
        return refuse(problem::notFound(), request);
    const auto log = runner.log(*agent, request.params.value(QStringLiteral("run_id")));
    return log ? eventsOf(*log, request) : refuse(log.error(), request);
}

} // namespace

void addAgentRoutes(Router &router, AgentRunner &runner)
{
    router.add(
        "POST", QStringLiteral("/v1/agents/{version}/runs"),
        [&runner](const HttpRequest &request, const Reply &reply) { reply(startRun(runner, request)); },
        largestInput);
    router.add("GET", QStringLiteral("/v1/agents/{version}/runs/{run_id}/events"),
        [&runner](const HttpRequest &request, const Reply &reply) { reply(replayRun(runner, request)); });
}

} // namespace facet::service
