#include "service/process/DataFolder.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace facet::service {

namespace {

QString text(const char *sentence)
{
    return QCoreApplication::translate("facet::service::DataFolder", sentence);
}

/// The service of a window that was just closed finishes what it writes (CONTRACT: within 2 s); the window
/// that is opened again at once must not find the folder taken.
constexpr std::chrono::milliseconds endingTakes{ 3000 };

bool lockWithin(int lock, std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    while (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK || deadline.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace

Result<DataFolder> DataFolder::open(const QString &path)
{
    const QString folder = QDir(path).absolutePath();
    const bool existed = QDir(folder).exists();
    const bool made = existed || QDir().mkpath(folder);
    if (made && !existed)
        QFile::setPermissions(
            folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const QByteArray lockPath = QFile::encodeName(folder + QStringLiteral("/service.lock"));
    const int lock = made ? ::open(lockPath.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600) : -1;
    if (lock < 0)
        return fail(ErrorKind::File,
            text(QT_TRANSLATE_NOOP("facet::service::DataFolder",
                     "The folder %1 cannot be written: choose another one with --data."))
                .arg(folder));
    if (!lockWithin(lock, endingTakes)) {
        const bool taken = errno == EWOULDBLOCK;
        ::close(lock);
        return fail(ErrorKind::File,
            taken ? text(
                QT_TRANSLATE_NOOP("facet::service::DataFolder",
                    "Another facet-service is already using %1: stop it, or choose another folder with --data."))
                        .arg(folder)
                  : text(
                      QT_TRANSLATE_NOOP("facet::service::DataFolder",
                          "The folder %1 is on a file system without locks: choose another one with --data."))
                        .arg(folder));
    }
    return DataFolder(folder, lock);
}

DataFolder::DataFolder(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{
}

DataFolder::DataFolder(DataFolder &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

DataFolder::~DataFolder()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

} // namespace facet::service
