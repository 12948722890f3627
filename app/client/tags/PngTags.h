#pragma once

#include "client/tags/ResultTags.h"

class QIODevice;

namespace facet::client {

/// Text chunks of a PNG (W3C PNG 11.3.4): tEXt for plain values, iTXt for others.

std::optional<ResultTags::Words> pngWords(QIODevice &file);
/// A copy with the words behind its header. False: not a PNG, or `to` does not take it.
bool writePng(QIODevice &from, QIODevice &to, const ResultTags::Words &words);

} // namespace facet::client
