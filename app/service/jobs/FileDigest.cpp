#include "service/jobs/FileDigest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QPromise>
#include <QThreadPool>

#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace facet::service {

namespace {

Result<FileDigest> digest(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly)) {
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::service::FileDigest", "The result could not be read back."),
            file.errorString());
    }
#ifdef Q_OS_UNIX
    ::fsync(file.handle());
#endif
    if (!hash.addData(&file)) {
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::service::FileDigest", "The result could not be read back."),
            file.errorString());
    }
    return FileDigest{ QString::fromLatin1(hash.result().toHex()), file.size() };
}

} // namespace

QFuture<Result<FileDigest>> digestFile(const QString &path)
{
    const auto promise = std::make_shared<QPromise<Result<FileDigest>>>();
    QFuture<Result<FileDigest>> future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(digest(path));
        promise->finish();
    });
    return future;
}

} // namespace facet::service
