#pragma once

#include "client/media/HeifPlugin.h"

namespace facet::client {

/// libheif, loaded with the first call; from any thread. The error says why it cannot be loaded.
tl::expected<const HeifPlugin *, QString> heifLibrary();

} // namespace facet::client
