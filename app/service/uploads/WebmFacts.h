#pragma once

#include "service/uploads/MediaCheck.h"

class QFile;

namespace facet::service {

/// WebM (RFC 8794, RFC 9559).
std::optional<MediaFacts> webmFacts(QFile &file);

} // namespace facet::service
