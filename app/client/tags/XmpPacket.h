#pragma once

#include "client/tags/ResultTags.h"

namespace facet::client {

/// Adobe XMP (ISO 16684-1) as JPEG and WebP carry it: the words in a namespace of Facet's, and the prompt as
/// dc:description, which other programs show.

QByteArray xmpPacket(const ResultTags::Words &words);
/// The same inside a packet that somebody else wrote; empty: it cannot be.
QByteArray xmpWith(const QByteArray &packet, const ResultTags::Words &words);
/// Facet's words in a packet. A packet with a document type (entities) is not read.
ResultTags::Words xmpWords(const QByteArray &packet);

} // namespace facet::client
