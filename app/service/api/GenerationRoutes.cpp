#include "service/api/RestRoutes.h"

#include "service/api/GenerationEvents.h"
#include "service/api/RestRequest.h"
#include "service/api/Services.h"
#include "service/jobs/Jobs.h"
#include "service/ledger/Idempotency.h"

namespace facet::service {

namespace {

QString idOf(const HttpRequest &request)
{
    return request.params.value(QStringLiteral("id"));
}

HttpResponse list(Services &services, const HttpRequest &request)
{
    const auto query = pageQuery(request);
    if (!query)
        return refuse(query.error(), request);
    const QString thread = request.query.queryItemValue(QStringLiteral("thread_id"), QUrl::FullyDecoded);
    return answer(services.jobs().list(query->cursor, query->limit, thread), request);
}

HttpResponse show(Services &services, const HttpRequest &request)
{
    const auto generation = services.jobs().find(idOf(request));
    return generation ? jsonResponse(200, contract::toJson(*generation))
                      : refuse(problem::notFound(), request);
}

Outcome<Idempotency::Answer> submit(Services &services, const HttpRequest &request)
{
    const auto body = bodyAs<contract::GenerationBody>(request);
    if (!body)
        return tl::unexpected(body.error());
    return services.jobs().submit({ *body, {}, request.korean }).map([](const Generation &generation) {
        return Idempotency::Answer{ 201, contract::toBytes(contract::toJson(generation)) };
    });
}

HttpResponse move(Services &services, const HttpRequest &request)
{
    const auto body = bodyAs<contract::MoveBody>(request);
    if (!body)
        return refuse(body.error(), request);
    return answer(services.jobs().move(idOf(request), body->before), request);
}

HttpResponse events(Services &services, const HttpRequest &request)
{
    const QString id = idOf(request);
    if (!services.jobs().find(id))
        return refuse(problem::notFound(), request);
    const QByteArray last = request.header("last-event-id");
    HttpResponse response;
    response.body = StreamBody{ [&services, id, last](const std::shared_ptr<EventSink> &sink) {
        services.events().subscribe(id, last, sink);
    } };
    return response;
}

} // namespace

void addGenerationRoutes(Router &router, Services &services)
{
    router.add("GET", QStringLiteral("/v1/generations"),
        atOnce([&services](const HttpRequest &request) { return list(services, request); }));
    router.add("POST", QStringLiteral("/v1/generations"), atOnce([&services](const HttpRequest &request) {
        return services.idempotency().once(request, [&] { return submit(services, request); });
    }));
    router.add("GET", QStringLiteral("/v1/generations/{id}"),
        atOnce([&services](const HttpRequest &request) { return show(services, request); }));
    router.add("POST", QStringLiteral("/v1/generations/{id}/cancel"),
        atOnce([&services](const HttpRequest &request) {
            return answer(services.jobs().cancel(idOf(request)), request);
        }));
    router.add("POST", QStringLiteral("/v1/generations/{id}/move"),
        atOnce([&services](const HttpRequest &request) { return move(services, request); }));
    router.add("GET", QStringLiteral("/v1/generations/{id}/events"),
        atOnce([&services](const HttpRequest &request) { return events(services, request); }));
}

} // namespace facet::service
