#include "AgentWorld.h"

using namespace facet;
using namespace facet::contract;
using namespace facet::service;

QStringList CollectingSink::types() const
{
    QStringList names;
    for (const Json &event : raw) {
        const QString name = QString::fromStdString(event.at("type").get<std::string>());
        if (names.isEmpty() || names.last() != name)
            names << name;
    }
    return names;
}

QString CollectingSink::text() const
{
    QString all;
    for (const auto &event : events) {
        if (const auto *piece = std::get_if<TextMessageContent>(&event))
            all += piece->delta;
        else if (std::holds_alternative<TextMessageEnd>(event))
            all += u'\n';
    }
    return all.trimmed();
}

AgentWorld::AgentWorld(const QString &plan)
    : m_plan(plan)
{
    open();
}

void AgentWorld::open()
{
    Services::Settings settings;
    settings.dataDir = dir.path();
    settings.planId = m_plan;
    const auto data = loadBundledServiceData();
    if (!data)
        qFatal("%s", qPrintable(data.error().detail));
    settings.data = *data;
    settings.clock = clock;
    settings.engines = std::make_shared<EngineRegistry>(std::make_unique<StepEngine>(&engineJobs));
    auto opened = Services::open(std::move(settings));
    if (!opened)
        qFatal("%s %s", qPrintable(opened.error().sentence), qPrintable(opened.error().detail));
    services = std::move(*opened);
    services->setUploads(uploads);
    runner = std::make_unique<AgentRunner>(*services);
    router = std::make_unique<Router>();
    addAgentRoutes(*router, *runner);
    if (!services->resume() || !runner->resume())
        qFatal("cannot resume");
}

void AgentWorld::restart()
{
    services->suspend();
    router.reset();
    runner.reset();
    services.reset();
    engineJobs.clear();
    open();
}

void AgentWorld::setBalance(Credits credits)
{
    const Credits now = balance();
    if (credits > now) {
        if (!services->ledger().topUp(credits - now))
            qFatal("cannot top up");
    } else if (credits < now) {
        if (!services->ledger().chargeConversation(now - credits, { {}, QStringLiteral("setup"), {} }))
            qFatal("cannot spend");
    }
}

RunAgentInput AgentWorld::input(
    const QString &prompt, const QStringList &files, const QList<InputRole> &roles)
{
    static int count = 0;
    RunAgentInput input;
    input.threadId = QStringLiteral("thread-1");
    input.runId = QStringLiteral("run-%1").arg(++count);
    AgUiMessage message;
    message.id = QStringLiteral("m-%1").arg(count);
    message.role = QStringLiteral("user");
    if (!prompt.isEmpty()) {
        ContentPart text;
        text.text = prompt;
        message.content.append(text);
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        ContentPart part;
        part.type = ContentPart::Type::Image;
        part.fileId = files[i];
        part.role = roles.value(i, InputRole::Reference);
        message.content.append(part);
    }
    input.messages.append(message);
    input.props.maxCredits = 100'000; // a price was shown; tests of the lock set their own
    return input;
}

AgentWorld::Answer AgentWorld::answer(HttpRequest request)
{
    const auto match = router->match(request.method, request.path);
    if (!match.route)
        qFatal("no route for %s", qPrintable(request.path));
    request.params = match.params;
    Answer answer;
    int replies = 0;
    std::get<Handler>(match.route->handler)(request, [&](HttpResponse response) {
        ++replies;
        answer.status = response.status;
        if (auto *stream = std::get_if<StreamBody>(&response.body)) {
            answer.sink = std::make_shared<CollectingSink>();
            stream->opened(answer.sink);
        } else if (const auto *body = std::get_if<QByteArray>(&response.body)) {
            answer.problem = parseJson(*body).value_or(Json());
        }
    });
    if (replies != 1)
        qFatal("%d replies", replies);
    return answer;
}

AgentWorld::Answer AgentWorld::post(
    const QString &agent, const RunAgentInput &input, bool korean, const QByteArray &key)
{
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/agents/%1/runs").arg(agent);
    request.body = toBytes(toJson(input));
    request.korean = korean;
    if (!key.isEmpty())
        request.headers.insert("idempotency-key", key);
    return answer(request);
}

AgentWorld::Answer AgentWorld::get(const QString &agent, const QString &runId, qint64 lastId)
{
    HttpRequest request;
    request.method = "GET";
    request.path = QStringLiteral("/v1/agents/%1/runs/%2/events").arg(agent, runId);
    if (lastId > 0)
        request.headers.insert("last-event-id", QByteArray::number(lastId));
    return answer(request);
}
