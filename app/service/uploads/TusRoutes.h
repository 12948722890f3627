#pragma once

#include "service/http/Http.h"

namespace facet::service {

class Uploads;

/// tus 1.0.0 at /v1/uploads: core, creation, creation-with-upload, checksum (sha256), termination,
/// expiration; and GET /v1/uploads/{id}, the contract's Upload. `uploads` outlives the router.
void addUploadRoutes(Router &router, Uploads &uploads);

} // namespace facet::service
