#pragma once

#include "client/tags/ResultTags.h"

class QIODevice;

namespace facet::client {

/// XMP in an APP1 segment (XMP part 3, 1.1.3).

std::optional<ResultTags::Words> jpegWords(QIODevice &file);
/// A copy with the words. False: not a JPEG, the words are too long for a segment, or `to` does not take it.
bool writeJpeg(QIODevice &from, QIODevice &to, const ResultTags::Words &words);

} // namespace facet::client
