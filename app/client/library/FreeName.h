#pragma once

#include <QString>

namespace facet::client {

/// `path`, or where something is there already the same with " (2)", " (3)", … before its suffix.
QString freeName(const QString &path);

} // namespace facet::client
