#pragma once

#include <QString>

namespace facet::client {

/// The readable beginning of a result's file name out of its prompt: its first words, lower case, joined by
/// "-", in any script, NFC, without a character that some file system refuses, at most 80 bytes of UTF-8.
/// "facet" when no letter or digit is left.
QString resultBaseName(const QString &prompt);

/// "mp4" for "video/mp4"; "bin" for a type that is not known.
QString suffixFor(const QString &mime);

} // namespace facet::client
