#include "service/http/AccessToken.h"

#include "service/http/PrivateFile.h"

#include <QCoreApplication>
#include <QFile>

#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace facet::service {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("facet::service::AccessToken", sentence);
}

bool isFit(const QByteArray &token)
{
    return token.size() >= 16 && token.size() <= 512
        && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

Result<QByteArray> readToken(const QString &path)
{
    // One descriptor for both looks: the file that is judged is the file that is read.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status = {};
    QFile file;
    if (descriptor < 0 || !file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)
        || ::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorKind::File,
            text(QT_TRANSLATE_NOOP("facet::service::AccessToken", "The token file %1 cannot be read."))
                .arg(path));
    if (status.st_mode & 077)
        return fail(ErrorKind::File,
            text(
                QT_TRANSLATE_NOOP("facet::service::AccessToken",
                    "The token file %1 can be read by others: run \"chmod 600\" on it, and change the token."))
                .arg(path));
    const QByteArray token = file.readLine(1024).trimmed();
    if (!isFit(token))
        return fail(ErrorKind::File,
            text(QT_TRANSLATE_NOOP("facet::service::AccessToken",
                     "The token file %1 must hold one line of 16 to 512 visible ASCII characters."))
                .arg(path));
    return token;
}

Result<QByteArray> ownToken(const QString &folder)
{
    const QString path = folder + QStringLiteral("/token");
    if (QFile::exists(path))
        return readToken(path);
    std::array<unsigned char, 32> random;
    const bool drawn = RAND_bytes(random.data(), static_cast<int>(random.size())) == 1;
    const QByteArray token =
        QByteArray(reinterpret_cast<const char *>(random.data()), static_cast<qsizetype>(random.size()))
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (!drawn || !writePrivateFile(path, token + '\n'))
        return fail(ErrorKind::File,
            text(
                QT_TRANSLATE_NOOP("facet::service::AccessToken",
                    "The service cannot write its token to %1. Check that the folder can be written and the disk has room."))
                .arg(path));
    return token;
}

} // namespace facet::service
