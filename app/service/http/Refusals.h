#pragma once

#include "service/http/Http.h"

namespace facet::service {

// What the server itself answers, before or instead of a handler.

HttpResponse plainHttpRefused(const HttpRequest &request); ///< 400
HttpResponse malformedRefused(const HttpRequest &request); ///< 400
HttpResponse targetRefused(const HttpRequest &request); ///< 400
HttpResponse headTooLarge(const HttpRequest &request, qint64 limitBytes); ///< 431
HttpResponse bodyTooLarge(const HttpRequest &request, qint64 limitBytes); ///< 413
HttpResponse unauthorized(const HttpRequest &request); ///< 401
/// 404, or 405 when other methods are `allowed` at the address.
HttpResponse noRoute(const HttpRequest &request, const QList<QByteArray> &allowed);
HttpResponse unanswered(const HttpRequest &request); ///< 500: a handler failed

} // namespace facet::service
