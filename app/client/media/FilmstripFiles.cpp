#include "client/media/FilmstripFiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QSaveFile>

namespace facet::client {

namespace {

constexpr int quality = 82; // JPEG; small pictures that are looked at for moments
constexpr int widestJpeg = 65'000; // pixels
constexpr int pruneEvery = 100; // writes

} // namespace

FilmstripFiles::FilmstripFiles(const QString &folder)
    : m_folder(folder)
{
}

QString FilmstripFiles::fileFor(const QString &path, int count, int height) const
{
    const QFileInfo info(path);
    const QString what = QStringLiteral("%1\n%2\n%3")
                             .arg(info.absoluteFilePath())
                             .arg(info.size())
                             .arg(info.lastModified().toMSecsSinceEpoch());
    const QByteArray hash = QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1/%2-%3x%4.jpg")
        .arg(m_folder, QString::fromLatin1(hash.left(40)))
        .arg(count)
        .arg(height);
}

QList<QImage> FilmstripFiles::read(const QString &path, int count, int height) const
{
    QImageReader reader(fileFor(path, count, height), "jpeg");
    const QImage all = reader.read();
    if (all.isNull() || count <= 0 || all.height() != height || all.width() % count != 0)
        return {};
    QList<QImage> frames;
    const int width = all.width() / count;
    for (int i = 0; i < count; ++i)
        frames.append(all.copy(i * width, 0, width, height));
    return frames;
}

void FilmstripFiles::write(const QString &path, const QList<QImage> &frames, int height)
{
    if (frames.isEmpty() || frames.first().width() * frames.size() > widestJpeg)
        return;
    const QSize each(frames.first().width(), height);
    QImage all(each.width() * static_cast<int>(frames.size()), height, QImage::Format_RGB32);
    all.fill(Qt::black);
    QPainter painter(&all);
    for (int i = 0; i < frames.size(); ++i)
        painter.drawImage(QRect(QPoint(i * each.width(), 0), each), frames.at(i));
    painter.end();
    QDir().mkpath(m_folder);
    QSaveFile file(fileFor(path, static_cast<int>(frames.size()), height));
    if (!file.open(QIODevice::WriteOnly))
        return;
    QImageWriter writer(&file, "jpeg");
    writer.setQuality(quality);
    if (writer.write(all) && file.commit())
        prune();
}

void FilmstripFiles::prune()
{
    const QMutexLocker lock(&m_pruning);
    if (m_written++ % pruneEvery != 0)
        return;
    const QFileInfoList oldestFirst =
        QDir(m_folder).entryInfoList({ QStringLiteral("*.jpg") }, QDir::Files, QDir::Time | QDir::Reversed);
    for (qsizetype i = 0; i < oldestFirst.size() - mostFiles; ++i)
        QFile::remove(oldestFirst.at(i).absoluteFilePath());
}

} // namespace facet::client
