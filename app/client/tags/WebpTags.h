#pragma once

#include "client/tags/ResultTags.h"

class QIODevice;

namespace facet::client {

/// XMP in a chunk of its own (WebP Container Specification, "Metadata").

std::optional<ResultTags::Words> webpWords(QIODevice &file);
/// A copy with the words, in the extended form. False: not a WebP that is understood, or one that has an XMP
/// chunk that cannot be added to, or `to` does not take it.
bool writeWebp(QIODevice &from, QIODevice &to, const ResultTags::Words &words);

} // namespace facet::client
