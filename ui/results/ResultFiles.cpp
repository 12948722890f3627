#include "ui/results/ResultFiles.h"

#include "client/net/Then.h"
#include "ui/preview/FactsGrid.h"
#include "ui/widgets/FileChooser.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageReader>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>
#include <QtConcurrent>

namespace facet::ui {

namespace {

/// Copied aside and renamed, so that neither a full disk nor a crash leaves half a file under its name.
/// Empty: done; else what the disk said.
QString copied(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return source.errorString();
    if (!target.open(QIODevice::WriteOnly))
        return target.errorString();
    while (!source.atEnd()) {
        const QByteArray piece = source.read(1 << 20);
        if (piece.isEmpty())
            return source.errorString();
        if (target.write(piece) != piece.size())
            return target.errorString();
    }
    return target.commit() ? QString() : target.errorString();
}

QString typeName(const ResultRef &result)
{
    if (result.isImage())
        return ResultFiles::tr("Images");
    return result.isVideo() ? ResultFiles::tr("Videos") : ResultFiles::tr("Sounds");
}

} // namespace

ResultFiles::ResultFiles(FileChooser &files, QObject *parent)
    : QObject(parent)
    , m_files(files)
{
}

void ResultFiles::saveAs(const ResultRef &result, const QString &suggestedName, QWidget *window)
{
    const QFileInfo from(result.path());
    m_files.chooseSave(window, { tr("Save as"), suggestedName, typeName(result), from.suffix() },
        [this, from = from.filePath()](const QString &to) {
            if (QFileInfo(to) == QFileInfo(from))
                return;
            client::then(QtConcurrent::run([from, to] { return copied(from, to); }), this,
                [this, to](const QString &problem) {
                    if (problem.isEmpty())
                        emit done(tr("Saved as %1.").arg(shortPath(to)));
                    else
                        emit failed({ ErrorKind::File,
                            tr("%1 could not be saved: %2. Choose another place.")
                                .arg(shortPath(to), problem),
                            {}, {}, {}, {} });
                });
        });
}

std::unique_ptr<QMimeData> ResultFiles::mimeOf(const QList<ResultRef> &results)
{
    QList<QUrl> urls;
    QByteArray forFiles = QByteArrayLiteral("copy");
    for (const ResultRef &result : results) {
        if (result.path().isEmpty() || !QFileInfo::exists(result.path()))
            continue;
        urls.append(QUrl::fromLocalFile(result.path()));
        forFiles += '\n' + urls.constLast().toEncoded();
    }
    if (urls.isEmpty())
        return nullptr;
    auto mime = std::make_unique<QMimeData>();
    mime->setUrls(urls);
    // What the file managers of GNOME and Xfce want to see before they paste a file.
    mime->setData(QStringLiteral("x-special/gnome-copied-files"), forFiles);
    return mime;
}

void ResultFiles::copy(const ResultRef &result)
{
    std::unique_ptr<QMimeData> mime = mimeOf({ result });
    if (!mime)
        return;
    if (!result.isImage()) {
        QGuiApplication::clipboard()->setMimeData(mime.release());
        emit done(tr("Copied %1. Paste it into a folder or another program.")
                      .arg(QFileInfo(result.path()).fileName()));
        return;
    }
    const auto read = [path = result.path()] { return QImageReader(path).read(); };
    client::then(QtConcurrent::run(read), this, [this, result](const QImage &picture) {
        std::unique_ptr<QMimeData> both = mimeOf({ result });
        if (!both)
            return;
        if (!picture.isNull())
            both->setImageData(picture);
        QGuiApplication::clipboard()->setMimeData(both.release());
        emit done(tr("Copied the picture and its file."));
    });
}

void ResultFiles::showInFolder(const ResultRef &result)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(result.path()).absolutePath()));
}

} // namespace facet::ui
