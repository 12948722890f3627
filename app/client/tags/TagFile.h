#pragma once

#include "client/tags/ResultTags.h"

namespace facet::client {

/// Tags in files, by one way for all of them: the container's own boxes, chunks or segments are edited, and
/// the bytes of the pictures and the sound stay as the service made them. Nothing is encoded or muxed anew,
/// so what was checked against the service's sha256 is what is played, and no media library is loaded. MP4:
/// QuickTime metadata keys ("mdta"), as ffmpeg writes and reads them; PNG: text chunks; JPEG, WebP: XMP.
/// Everything here does disk work: not on the window's thread.

/// What the file says; empty: nothing of Facet's, or a format without tags. Errors: File when it cannot be
/// read. A file of somebody else may say anything: see ResultTags::fromWords.
Result<std::optional<ResultTags>> readTags(const QString &path);

struct TaggedFile {
    QString sha256; ///< hex, of the file as it lies here now
    qint64 bytes = 0;
    bool written = false; ///< false: it carried them already, or its format has no place for them
};

/// Brings the tags into the file: a copy is written beside it, brought to the platter and renamed over it, so
/// that there is a whole file under the name at every moment. A file that says this generation already
/// stays as it is. Errors: File (disk full, …): the file is as it was.
Result<TaggedFile> writeTags(const QString &path, const ResultTags &tags);

} // namespace facet::client
