#pragma once

#include "contract/Problem.h"
#include "service/http/Http.h"

namespace facet::service {

/// The answer for a problem: application/problem+json (RFC 9457) with the request's id, and a title in the
/// request's language when `problem` has none. 401 gets WWW-Authenticate; 429 and 503 get Retry-After from
/// the server when the answer has none.
HttpResponse problemResponse(contract::Problem problem, const HttpRequest &request);

/// Shorthand for a problem without typed members. `detail` is a sentence for people in the request's
/// language.
HttpResponse problemResponse(
    int status, const QString &code, const QString &detail, const HttpRequest &request);

} // namespace facet::service
