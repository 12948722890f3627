#pragma once

#include "contract/Json.h"

namespace facet::contract {

/// RFC 6902. The document is unchanged when the patch fails (ErrorKind::Protocol).
Result<Json> applyPatch(const Json &document, const Json &patch);
/// The patch that turns `from` into `to`.
Json makePatch(const Json &from, const Json &to);

} // namespace facet::contract
