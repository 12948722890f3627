#pragma once

#include "domain/Error.h"

#include <QByteArray>
#include <QString>

namespace facet::service {

/// The token of the file `path`: its first line, 16 to 512 visible ASCII characters. Refused
/// (ErrorKind::File) when others than its owner may read the file.
Result<QByteArray> readToken(const QString &path);

/// The token in `folder`, made at the first start: 32 random bytes in base64url, file mode 0600.
Result<QByteArray> ownToken(const QString &folder);

} // namespace facet::service
