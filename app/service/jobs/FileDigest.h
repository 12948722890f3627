#pragma once

#include "domain/Error.h"

#include <QFuture>

namespace facet::service {

struct FileDigest {
    QString sha256; ///< hex
    qint64 bytes = 0;
};

/// Reads a whole file on another thread, and has the system write it through to the disk first: a result is
/// recorded only once it would survive a power cut. ErrorKind::File.
QFuture<Result<FileDigest>> digestFile(const QString &path);

} // namespace facet::service
