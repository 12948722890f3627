#pragma once

#include "service/uploads/MediaCheck.h"

class QFile;

namespace facet::service {

/// WAV (RIFF).
std::optional<MediaFacts> waveFacts(QFile &file);
/// MP3, with or without an ID3 tag. `head`: the first 16 bytes.
std::optional<MediaFacts> mp3Facts(QFile &file, const QByteArray &head);
/// Ogg: Vorbis or Opus.
std::optional<MediaFacts> oggFacts(QFile &file);

} // namespace facet::service
