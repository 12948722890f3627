#pragma once

#include "service/http/Http.h"
#include "service/uploads/ContentCheck.h"

namespace facet::service {

// What the upload routes refuse, in the language of the request, and marked as tus answers.

/// Every answer says which protocol it speaks.
HttpResponse tus(HttpResponse response);
HttpResponse refusal(const HttpRequest &request, int status, const char *code, const char16_t *english,
    const char16_t *korean);
/// 400 for a missing or unreadable header field.
HttpResponse badField(const HttpRequest &request, const char *field);
HttpResponse tooLarge(const HttpRequest &request, qint64 limitBytes);
/// 423: somebody else writes, or the content is being checked.
HttpResponse busy(const HttpRequest &request);
/// 507
HttpResponse storageFailed(const HttpRequest &request);
/// 422 for content that is not taken, 460 for another checksum, 507 for the disk.
HttpResponse faultResponse(const HttpRequest &request, ContentFault fault, qint64 maxPixels);

} // namespace facet::service
