#include "service/api/RestRoutes.h"

#include "service/api/Accounts.h"
#include "service/api/RestRequest.h"
#include "service/api/Services.h"
#include "service/ledger/Idempotency.h"
#include "service/ledger/Ledger.h"

#include <QCoreApplication>

namespace facet::service {

namespace {

ServiceInfo serviceInfo(const Services &services)
{
    ServiceInfo info;
    info.name = QStringLiteral("facet-service");
    info.version = QCoreApplication::applicationVersion();
    info.contract = QStringLiteral("1");
    info.mode = QStringLiteral("sandbox");
    info.uploadBytes = services.settings().uploadBytes;
    info.imagesPerMessage = services.settings().imagesPerMessage;
    info.features = { QStringLiteral("agents"), QStringLiteral("quotes"), QStringLiteral("uploads"),
        QStringLiteral("generations"), QStringLiteral("ledger"), QStringLiteral("top_ups"),
        QStringLiteral("plan_change"), QStringLiteral("queue_order") };
    return info;
}

QStringList planIds(const Services &services)
{
    QStringList ids;
    for (const Plan &plan : services.data().plans)
        ids.append(plan.id);
    return ids;
}

HttpResponse changePlan(Services &services, const HttpRequest &request)
{
    const auto choice = bodyAs<contract::PlanChoice>(request);
    if (!choice)
        return refuse(choice.error(), request);
    if (!services.data().plan(choice->planId))
        return refuse(problem::unsupportedOption(QStringLiteral("plan_id"), planIds(services)), request);
    if (auto changed = services.ledger().changePlan(choice->planId); !changed)
        return refuse(changed.error(), request);
    return jsonResponse(200, contract::toJson(services.accounts().account()));
}

Outcome<Idempotency::Answer> topUp(Services &services, const HttpRequest &request)
{
    const auto body = bodyAs<contract::TopUpBody>(request);
    if (!body)
        return tl::unexpected(body.error());
    if (auto done = services.ledger().topUp(body->credits); !done)
        return tl::unexpected(done.error());
    const contract::TopUp topUp{ body->credits, std::nullopt, services.ledger().balance() };
    return Idempotency::Answer{ 201, contract::toBytes(contract::toJson(topUp)) };
}

} // namespace

void addAccountRoutes(Router &router, Services &services)
{
    router.add("GET", QStringLiteral("/v1/service"), atOnce([&services](const HttpRequest &) {
        return jsonResponse(200, contract::toJson(serviceInfo(services)));
    }));
    router.add("GET", QStringLiteral("/v1/account"), atOnce([&services](const HttpRequest &request) {
        if (auto settled = services.ledger().settle(); !settled)
            return refuse(problem::internal(settled.error()), request);
        return jsonResponse(200, contract::toJson(services.accounts().account()));
    }));
    router.add("PATCH", QStringLiteral("/v1/account"),
        atOnce([&services](const HttpRequest &request) { return changePlan(services, request); }));
    router.add("GET", QStringLiteral("/v1/plans"), atOnce([&services](const HttpRequest &) {
        return jsonResponse(
            200, contract::toJson(contract::Page<Plan>{ services.data().plans, std::nullopt }));
    }));
    router.add("GET", QStringLiteral("/v1/agents"), atOnce([&services](const HttpRequest &) {
        return jsonResponse(
            200, contract::toJson(contract::Page<AgentInfo>{ services.data().agents, std::nullopt }));
    }));
    router.add("POST", QStringLiteral("/v1/top_ups"), atOnce([&services](const HttpRequest &request) {
        return services.idempotency().once(request, [&] { return topUp(services, request); });
    }));
}

} // namespace facet::service
