#pragma once

#include "service/http/Http.h"
#include "service/store/StoredFile.h"

namespace facet::service {

/// GET /v1/assets/{id}/content, `?variant=poster` for its picture. `assets` outlives the router.
void addAssetRoutes(Router &router, const AssetFiles &assets);

} // namespace facet::service
