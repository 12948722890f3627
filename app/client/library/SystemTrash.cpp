#include "client/library/SystemTrash.h"

#include "client/library/FreeName.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace facet::client {

Result<QString> SystemTrash::take(const QString &filePath)
{
    QFile file(filePath);
    if (!file.moveToTrash()) {
        return fail(ErrorKind::File,
            tr("%1 could not be moved to the trash. Check that you may change its folder.")
                .arg(QDir::toNativeSeparators(filePath)),
            file.errorString());
    }
    // moveToTrash() lets the object follow the file, where the system tells.
    return file.fileName() == filePath ? QString() : file.fileName();
}

Result<QString> SystemTrash::putBack(const QString &trashPath, const QString &filePath)
{
    if (trashPath.isEmpty() || !QFileInfo::exists(trashPath)) {
        return fail(ErrorKind::File,
            tr("%1 is no longer in the trash. It can be fetched again while the service keeps it.")
                .arg(QDir::toNativeSeparators(filePath)));
    }
    QDir().mkpath(QFileInfo(filePath).path());
    const QString target = freeName(filePath);
    QFile file(trashPath);
    if (!file.rename(target)) {
        return fail(ErrorKind::File,
            tr("%1 could not be taken out of the trash. Check that you may write to its folder.")
                .arg(QDir::toNativeSeparators(filePath)),
            file.errorString());
    }
    // What the trash notes beside a file (freedesktop.org Trash specification 1.0) goes with it.
    const QFileInfo inTrash(trashPath);
    if (inTrash.dir().dirName() == QLatin1String("files")) {
        QFile::remove(QDir::cleanPath(
            inTrash.path() + QStringLiteral("/../info/%1.trashinfo").arg(inTrash.fileName())));
    }
    return target;
}

} // namespace facet::client
