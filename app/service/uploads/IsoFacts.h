#pragma once

#include "service/uploads/MediaCheck.h"

class QFile;

namespace facet::service {

/// MP4, MOV, M4A (ISO/IEC 14496-12). `head`: the first 16 bytes.
std::optional<MediaFacts> isoFacts(QFile &file, const QByteArray &head);

} // namespace facet::service
