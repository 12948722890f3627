#include "tests/client/support/SampleService.h"

#include "contract/Codecs.h"

namespace facet::test {

SampleService::SampleService()
{
    service.name = QStringLiteral("facet-service");
    service.version = QStringLiteral("0.1.0");
    service.contract = QStringLiteral("1");
    service.mode = QStringLiteral("sandbox");
    service.uploadBytes = 1 << 29;
    service.imagesPerMessage = 8;

    Plan plan;
    plan.id = QStringLiteral("premium");
    plan.name = QStringLiteral("Premium");
    plan.credits = 20000;
    plan.period = QStringLiteral("month");
    plan.concurrency = 8;
    account.id = QStringLiteral("a1");
    account.name = QStringLiteral("하나");
    account.plan = plan;
    account.balance.credits = 777;
    account.concurrency = { 8, 0 };
    plans = { plan };

    Model model;
    model.id = QStringLiteral("carat-video");
    model.name = QStringLiteral("Carat Video (LTX 2.3)");
    model.vendor = QStringLiteral("Lightricks");
    model.methods = { Method::Text, Method::Image, Method::StartEnd };
    model.options.durationsS = { 5, 10 };
    model.options.resolutions = { QStringLiteral("720p") };
    model.options.counts = { 1, 2 };
    model.defaults.durationS = 5;
    model.maxDurationS = 15;
    model.perGenerationCredits = 33;
    models = { model };

    AgentInfo agent;
    agent.version = AgentVersion::V1;
    agent.name = QStringLiteral("Agent 1.0");
    agent.defaultVideoModelId = model.id;
    agent.runUrl = QStringLiteral("/v1/agents/1.0/runs");
    agents = { agent };
}

void SampleService::serve(ScriptedServer &server)
{
    const auto withToken = [this](ScriptedServer::Handler handler) -> ScriptedServer::Handler {
        return [this, handler](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.header("authorization") != "Bearer " + token)
                return answer->json(401, R"({"code":"unauthorized","status":401,"title":"Unauthorized"})");
            handler(request, answer);
        };
    };
    server.route("GET /v1/service", withToken([this](const SeenRequest &, const AnswerPtr &answer) {
        answer->json(200, contract::toBytes(contract::toJson(service)));
    }));
    server.route("GET /v1/account", withToken([this](const SeenRequest &, const AnswerPtr &answer) {
        answer->json(200, contract::toBytes(contract::toJson(account)));
    }));
    server.route("GET /v1/models", withToken([this](const SeenRequest &request, const AnswerPtr &answer) {
        if (request.header("if-none-match") == modelsEtag)
            return answer->send(304, {}, { { "ETag", modelsEtag } });
        answer->json(200, contract::toBytes(contract::toJson(contract::Page<Model>{ models, {} })),
            { { "ETag", modelsEtag } });
    }));
    server.route("GET /v1/plans", withToken([this](const SeenRequest &, const AnswerPtr &answer) {
        answer->json(200, contract::toBytes(contract::toJson(contract::Page<Plan>{ plans, {} })));
    }));
    server.route("GET /v1/agents", withToken([this](const SeenRequest &, const AnswerPtr &answer) {
        answer->json(200, contract::toBytes(contract::toJson(contract::Page<AgentInfo>{ agents, {} })));
    }));
}

} // namespace facet::test
