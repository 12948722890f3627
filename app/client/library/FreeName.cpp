#include "client/library/FreeName.h"

#include <QFileInfo>

namespace facet::client {

QString freeName(const QString &path)
{
    if (!QFileInfo::exists(path) && !QFileInfo(path).isSymLink())
        return path;
    const QFileInfo file(path);
    const QString suffix = file.suffix().isEmpty() ? QString() : u'.' + file.suffix();
    for (int n = 2;; ++n) {
        QString other =
            QStringLiteral("%1/%2 (%3)%4").arg(file.path(), file.completeBaseName()).arg(n).arg(suffix);
        if (!QFileInfo::exists(other))
            return other;
    }
}

} // namespace facet::client
