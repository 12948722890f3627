#pragma once

#include "service/http/Http.h"

#include <optional>

namespace facet::service {

/// How the content of an answer is delimited.
struct Framing {
    std::optional<qint64> length; ///< Content-Length
    bool chunked = false;
    bool keepAlive = true;
};

/// Status line and fields in wire form, with Date, X-Request-Id, Retry-After (429, 503) and, unless the
/// answer says otherwise, Cache-Control: no-store. Line breaks in values are dropped.
QByteArray responseHead(const HttpResponse &response, const QString &requestId, const Framing &framing);

} // namespace facet::service
