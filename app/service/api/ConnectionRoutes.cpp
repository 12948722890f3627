#include "service/api/RestRoutes.h"

#include "service/api/Connections.h"
#include "service/api/RestRequest.h"
#include "service/api/Services.h"

namespace facet::service {

namespace {

QString engineOf(const HttpRequest &request)
{
    return request.params.value(QStringLiteral("engine"));
}

} // namespace

void addConnectionRoutes(Router &router, Services &services)
{
    const QString one = QStringLiteral("/v1/connections/{engine}");
    router.add("GET", QStringLiteral("/v1/connections"), atOnce([&services](const HttpRequest &) {
        return jsonResponse(200,
            contract::toJson(
                contract::Page<contract::Connection>{ services.connections().all(), std::nullopt }));
    }));
    router.add("GET", one, atOnce([&services](const HttpRequest &request) {
        return answer(services.connections().find(engineOf(request)), request);
    }));
    router.add("PUT", one, atOnce([&services](const HttpRequest &request) {
        const auto body = bodyAs<contract::ConnectionBody>(request);
        if (!body)
            return refuse(body.error(), request);
        return answer(services.connections().connect(engineOf(request), *body), request);
    }));
    router.add("DELETE", one, atOnce([&services](const HttpRequest &request) {
        const auto done = services.connections().disconnect(engineOf(request));
        return done ? HttpResponse{ 204, {}, QByteArray() } : refuse(done.error(), request);
    }));
}

} // namespace facet::service
