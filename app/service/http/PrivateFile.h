#pragma once

#include <QByteArray>
#include <QString>

namespace facet::service {

/// Writes a file that only its owner can read (0600), whole or not at all. False when the disk refuses.
bool writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace facet::service
