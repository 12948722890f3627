#pragma once

#include <QString>

namespace facet::client {

/// Where the thumbnail of the attachment at `path` lies.
inline QString thumbnailPathFor(const QString &path)
{
    return path + QStringLiteral(".thumb.png");
}

} // namespace facet::client
