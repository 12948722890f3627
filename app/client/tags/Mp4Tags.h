#pragma once

#include "client/tags/ResultTags.h"

class QIODevice;

namespace facet::client {

/// QuickTime metadata keys ("mdta", Apple's QuickTime File Format, "Metadata"), in the movie box, where
/// players and ffmpeg look for them.

std::optional<ResultTags::Words> mp4Words(QIODevice &file);
/// A copy with the words added to those of its kind that are there. The media keeps its bytes; where it lies
/// behind the movie box, the places given for it are moved along. False: not an MP4 that is understood, or
/// `to` does not take it.
bool writeMp4(QIODevice &from, QIODevice &to, const ResultTags::Words &words);

} // namespace facet::client
