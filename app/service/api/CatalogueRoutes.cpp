#include "service/api/RestRoutes.h"

#include "service/api/QuoteService.h"
#include "service/api/RestRequest.h"
#include "service/api/Services.h"
#include "service/jobs/Jobs.h"

#include <QCryptographicHash>

namespace facet::service {

namespace {

/// RFC 9110, 13.1.2: a list of tags or "*"; compared weakly.
bool matches(const QByteArray &ifNoneMatch, const QByteArray &tag)
{
    for (QByteArray given : ifNoneMatch.split(',')) {
        given = given.trimmed();
        if (given.startsWith("W/"))
            given.remove(0, 2);
        if (given == "*" || given == tag)
            return true;
    }
    return false;
}

} // namespace

void addCatalogueRoutes(Router &router, Services &services)
{
    // The catalogue does not change while the service runs: written and hashed once.
    const QByteArray models = contract::toBytes(
        contract::toJson(contract::Page<Model>{ services.data().catalogue.models(), std::nullopt }));
    const QByteArray tag =
        "\"sha256-" + QCryptographicHash::hash(models, QCryptographicHash::Sha256).toHex() + '"';
    router.add("GET", QStringLiteral("/v1/models"), atOnce([models, tag](const HttpRequest &request) {
        HttpResponse response;
        response.headers = { { "ETag", tag }, { "Cache-Control", "no-cache" } };
        if (matches(request.header("if-none-match"), tag)) {
            response.status = 304;
            return response;
        }
        response.headers.emplaceBack("Content-Type", "application/json");
        response.body = models;
        return response;
    }));
    router.add("POST", QStringLiteral("/v1/quotes"), atOnce([&services](const HttpRequest &request) {
        const auto body = bodyAs<contract::QuoteBody>(request);
        if (!body)
            return refuse(body.error(), request);
        const bool video = services.jobs().hasFinishedVideo(body->threadId.value_or(QString()));
        return jsonResponse(200, contract::toJson(services.quotes().quote(*body, video)));
    }));
}

} // namespace facet::service
