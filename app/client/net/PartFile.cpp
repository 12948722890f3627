#include "client/net/PartFile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace facet::client {

PartFile::PartFile(QString path, Opener opener)
    : m_path(std::move(path))
    , m_opener(std::move(opener))
{
}

tl::unexpected<Error> PartFile::diskError(const QString &what, qint64 wanted) const
{
    const QFileInfo info(m_path);
    const QString folder = QDir::toNativeSeparators(info.path());
    const QStorageInfo disk(info.path());
    const auto *file = qobject_cast<const QFileDevice *>(m_file.get());
    const bool full = (file && file->error() == QFileDevice::ResourceError)
        || (disk.isValid() && disk.bytesAvailable() < wanted);
    if (full)
        return fail(ErrorKind::File,
            tr("There is not enough room in %1 (%2 free). Free some space, then fetch the result again.")
                .arg(folder, QLocale().formattedDataSize(disk.isValid() ? disk.bytesAvailable() : 0)),
            what, QStringLiteral("disk_full"));
    return fail(ErrorKind::File,
        tr("The result cannot be written to %1. Check that the folder is there and can be written to, or "
           "choose another one in Settings, then fetch it again.")
            .arg(folder),
        what);
}

Result<qint64> PartFile::open(bool keep)
{
    const QFileInfo info(m_path);
    if (!QDir().mkpath(info.path()))
        return diskError(QStringLiteral("cannot make the folder ") + info.path(), 0);
    if (m_opener) {
        m_file = m_opener(m_path);
    } else {
        auto file = std::make_unique<QFile>(m_path);
        file->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
        m_file = std::move(file);
    }
    if (!m_file || !m_file->isOpen()) {
        const QString why = m_file ? m_file->errorString() : QString();
        return diskError(QStringLiteral("cannot open %1: %2").arg(m_path, why), 0);
    }
    m_size = 0;
    m_broken = false;
    if (!keep) {
        if (const Result<void> emptied = truncate(); !emptied)
            return tl::unexpected(emptied.error());
        return 0;
    }
    m_size = m_file->isSequential() ? 0 : m_file->size();
    return m_size;
}

Result<qint64> PartFile::append(const QByteArray &bytes)
{
    if (!m_file || m_broken)
        return diskError(QStringLiteral("not open"), 0);
    if (!m_file->isSequential() && m_file->pos() != m_size && !m_file->seek(m_size))
        return diskError(m_file->errorString(), bytes.size());
    const qint64 written = m_file->write(bytes);
    if (written != bytes.size()) {
        // What did arrive stays usable, as long as nothing is written behind the gap.
        m_broken = true;
        m_size += std::max<qint64>(written, 0);
        return diskError(QStringLiteral("wrote %1 of %2 bytes: %3")
                             .arg(written)
                             .arg(bytes.size())
                             .arg(m_file->errorString()),
            bytes.size());
    }
    m_size += written;
    return m_size;
}

Result<void> PartFile::truncate()
{
    m_size = 0;
    m_broken = false;
    auto *file = qobject_cast<QFileDevice *>(m_file.get());
    if (file && !file->isSequential() && !file->resize(0))
        return diskError(file->errorString(), 0);
    return {};
}

QString PartFile::sha256Of(QIODevice &file)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 n = file.read(block.data(), block.size());
        if (n < 0)
            return {};
        if (n == 0)
            break;
        hash.addData(QByteArrayView(block.constData(), n));
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<void> PartFile::sync()
{
#ifdef Q_OS_UNIX
    if (const auto *file = qobject_cast<QFileDevice *>(m_file.get()); file && ::fsync(file->handle()) != 0)
        return diskError(QStringLiteral("fsync: ") + qt_error_string(), 0);
#endif
    return {};
}

Result<QString> PartFile::finish(const Finish &finish)
{
    if (!m_file || m_broken)
        return diskError(QStringLiteral("not open"), 0);
    const auto damaged = [this](const QString &detail) {
        return fail(
            ErrorKind::Protocol, tr("The result arrived damaged and was not kept. Fetch it again."), detail);
    };
    if (finish.bytes && m_size != *finish.bytes)
        return damaged(QStringLiteral("%1 bytes instead of %2").arg(m_size).arg(*finish.bytes));
    if (!finish.sha256.isEmpty()) {
        if (!m_file->seek(0))
            return diskError(m_file->errorString(), 0);
        const QString sha256 = sha256Of(*m_file);
        if (sha256.compare(finish.sha256, Qt::CaseInsensitive) != 0)
            return damaged(QStringLiteral("sha256 %1 instead of %2").arg(sha256, finish.sha256));
    }
    return sync().and_then([this, &finish] { return rename(finish); });
}

Result<QString> PartFile::rename(const Finish &finish)
{
    m_file.reset();
    const QDir folder(finish.folder);
    const auto synced = [&folder](const QString &path) {
#ifdef Q_OS_UNIX
        // The name itself is in the folder: without this a power cut may still lose it.
        const int fd =
            ::open(QFile::encodeName(folder.path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (fd >= 0) {
            ::fsync(fd);
            ::close(fd);
        }
#endif
        return path;
    };
    if (!finish.numbered) {
        const QString path = folder.filePath(finish.baseName + u'.' + finish.suffix);
        QFile::remove(path);
        if (!QFile::rename(m_path, path))
            return diskError(QStringLiteral("cannot rename to ") + path, 0);
        return synced(path);
    }
    for (int number = 1; number < 100000; ++number) {
        const QString name = number == 1 && finish.plainFirst
            ? finish.baseName
            : QStringLiteral("%1-%2").arg(finish.baseName).arg(number, 2, 10, QLatin1Char('0'));
        const QString path = folder.filePath(name + u'.' + finish.suffix);
        if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
            continue;
        if (QFile::rename(m_path, path))
            return synced(path);
        if (!QFileInfo::exists(path))
            return diskError(QStringLiteral("cannot rename to ") + path, 0);
    }
    return diskError(QStringLiteral("no free name for %1").arg(finish.baseName), 0);
}

QString PartFile::findFinished(const Finish &finish) const
{
    const QDir folder(finish.folder);
    const QString number = QStringLiteral("%1-*.%2").arg(finish.baseName, finish.suffix);
    const QString plain = finish.baseName + u'.' + finish.suffix;
    for (const QFileInfo &info : folder.entryInfoList({ plain, number }, QDir::Files)) {
        QFile file(info.filePath());
        if (finish.bytes && info.size() == *finish.bytes && file.open(QIODevice::ReadOnly)
            && sha256Of(file).compare(finish.sha256, Qt::CaseInsensitive) == 0)
            return info.filePath();
    }
    return {};
}

void PartFile::remove()
{
    m_file.reset();
    QFile::remove(m_path);
}

} // namespace facet::client
