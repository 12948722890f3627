#pragma once

#include <QStringList>

#include <optional>

namespace facet::client {

/// Several clips as the path of one video, for everything that opens a video by its path (MediaLibrary). It
/// is made in this program only: no file holds it, so no file can make another one be read.
QString clipPath(const QStringList &paths);
/// The clips of such a path; empty: it is a path as any.
std::optional<QStringList> clipsOf(const QString &path);

} // namespace facet::client
