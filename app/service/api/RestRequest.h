#pragma once

#include "contract/Codecs.h"
#include "service/api/Problems.h"

/// Reading requests and writing answers of the REST resources.
namespace facet::service {

/// The JSON body as a T; bad_request names the place that does not fit.
template <typename T>
Outcome<T> bodyAs(const HttpRequest &request)
{
    const auto json = contract::parseJson(request.body);
    if (!json)
        return tl::unexpected(problem::badRequest(QStringLiteral("JSON")));
    auto value = contract::fromJson<T>(*json);
    if (!value)
        return tl::unexpected(problem::badRequest(value.error().detail));
    return std::move(*value);
}

/// ?cursor=&limit=; 50 items when no limit is given, 200 at most.
struct PageQuery {
    QString cursor;
    int limit = 50;
};
Outcome<PageQuery> pageQuery(const HttpRequest &request);

/// 200 with the value as JSON, or the problem.
template <typename T>
HttpResponse answer(const Outcome<T> &value, const HttpRequest &request, int status = 200)
{
    if (!value)
        return refuse(value.error(), request);
    return jsonResponse(status, contract::toJson(*value));
}

/// A handler whose answer is there at once.
template <typename Respond>
Handler atOnce(Respond respond)
{
    return [respond = std::move(respond)](
               const HttpRequest &request, const Reply &reply) { reply(respond(request)); };
}

} // namespace facet::service
