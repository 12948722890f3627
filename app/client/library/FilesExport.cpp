#include "client/library/FilesExport.h"

#include "client/library/FreeName.h"
#include "client/net/Then.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace facet::client {

namespace {

constexpr qint64 piece = 1 << 20;

Result<QString> copy(const QString &from, const QString &folder, const std::atomic_bool &stop,
    const std::function<void(qint64)> &copied)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File,
            FilesExport::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(from)), source.errorString());
    }
    const QString to = freeName(folder + u'/' + QFileInfo(from).fileName());
    QSaveFile target(to);
    const auto broken = [&target, &to] {
        return fail(ErrorKind::File,
            FilesExport::tr(
                "%1 could not be written: the disk may be full. Make room, or choose another folder.")
                .arg(QDir::toNativeSeparators(to)),
            target.errorString());
    };
    if (!target.open(QIODevice::WriteOnly)) {
        return fail(ErrorKind::File,
            FilesExport::tr("%1 cannot be written. Choose a folder that you may write to.")
                .arg(QDir::toNativeSeparators(to)),
            target.errorString());
    }
    while (!source.atEnd()) {
        if (stop)
            return fail(ErrorKind::Cancelled, FilesExport::tr("Copying was stopped."));
        const QByteArray bytes = source.read(piece);
        if (bytes.isEmpty()) {
            return fail(ErrorKind::File,
                FilesExport::tr("%1 cannot be read.").arg(QDir::toNativeSeparators(from)),
                source.errorString());
        }
        if (target.write(bytes) != bytes.size())
            return broken();
        copied(bytes.size());
    }
    if (!target.commit())
        return broken();
    return to;
}

} // namespace

FilesExport::FilesExport(QString folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
}

FilesExport::~FilesExport()
{
    *m_stop = true;
}

void FilesExport::cancel()
{
    *m_stop = true;
}

void FilesExport::start(const QStringList &files)
{
    m_left = files;
    then(m_strand.run([files] {
        qint64 all = 0;
        for (const QString &file : files)
            all += QFileInfo(file).size();
        return all;
    }),
        this, [this](qint64 all) {
            m_all = all;
            emit progressed(0, m_all);
            next();
        });
}

void FilesExport::next()
{
    while (!m_left.isEmpty() && m_left.constFirst().isEmpty()) { // never arrived
        ++m_outcome.missing;
        m_left.removeFirst();
    }
    if (m_left.isEmpty() || m_outcome.error)
        return end();
    const QString file = m_left.takeFirst();
    const auto copying = m_strand.run(
        [file, folder = m_folder, stop = m_stop, self = QPointer<FilesExport>(this)]() -> Result<QString> {
            if (!QFileInfo::exists(file))
                return QString();
            return copy(file, folder, *stop, [&self](qint64 bytes) {
                QMetaObject::invokeMethod(qApp, [self, bytes] {
                    if (!self)
                        return;
                    self->m_done += bytes;
                    emit self->progressed(self->m_done, self->m_all);
                });
            });
        });
    then(copying, this, [this](const Result<QString> &copied) {
        if (!copied)
            m_outcome.error = copied.error();
        else if (copied->isEmpty())
            ++m_outcome.missing;
        else {
            ++m_outcome.copied;
            m_outcome.paths.append(*copied);
        }
        next();
    });
}

void FilesExport::end()
{
    emit finished(m_outcome);
    deleteLater();
}

} // namespace facet::client
