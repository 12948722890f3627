#include "service/api/RestRoutes.h"

#include "service/api/RestRequest.h"
#include "service/api/Services.h"

namespace facet::service {

namespace {

constexpr int mostItems = 200; // CONTRACT "General"

} // namespace

Outcome<PageQuery> pageQuery(const HttpRequest &request)
{
    PageQuery query;
    query.cursor = request.query.queryItemValue(QStringLiteral("cursor"), QUrl::FullyDecoded);
    const QString limit = request.query.queryItemValue(QStringLiteral("limit"));
    if (!limit.isEmpty()) {
        bool number = false;
        query.limit = limit.toInt(&number);
        if (!number || query.limit < 1)
            return tl::unexpected(problem::badRequest(QStringLiteral("limit")));
        query.limit = qMin(query.limit, mostItems);
    }
    return query;
}

void addRestRoutes(Router &router, Services &services)
{
    addAccountRoutes(router, services);
    addCatalogueRoutes(router, services);
    addGenerationRoutes(router, services);
    addLedgerRoutes(router, services);
    addConnectionRoutes(router, services);
}

} // namespace facet::service
