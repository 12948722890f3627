#pragma once

#include "service/http/Http.h"

namespace facet::service {

struct RawHead;

/// The request of a head: target decoded, a request id made when the client sent none or an unfit one
/// (anything but 1 to 128 visible ASCII characters), the language chosen. False for a target that is no path.
bool readRequestHead(const RawHead &head, HttpRequest *request);

/// Accept-Language (RFC 9110 12.5.4) between the two languages of the service, English first.
bool prefersKorean(const QByteArray &acceptLanguage);

/// Whether `authorization` is "Bearer <token>"; takes the same time however much of the token is right.
bool isAuthorized(const QByteArray &authorization, const QByteArray &token);

QString newRequestId();

} // namespace facet::service
