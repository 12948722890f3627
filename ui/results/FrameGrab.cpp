#include "ui/results/FrameGrab.h"

#include "client/composer/Composer.h"
#include "client/media/VideoFrames.h"
#include "client/net/Then.h"
#include "client/tags/TagFile.h"
#include "ui/preview/FactsGrid.h"
#include "ui/results/ComposerFiller.h"

#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImageWriter>
#include <QLocale>
#include <QSaveFile>
#include <QtConcurrent>

namespace facet::ui {

namespace {

/// zlib's effort: a frame of 4K in under a second.
constexpr int quickPngQuality = 85;

QByteArray pngOf(const QImage &picture)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(quickPngQuality);
    return writer.write(picture) ? buffer.data() : QByteArray();
}

QString frameFileName(const ResultRef &result, qint64 index)
{
    const QString base = QFileInfo(result.path()).completeBaseName();
    return index < 0 ? QStringLiteral("%1-last-frame.png").arg(base)
                     : QStringLiteral("%1-frame-%2.png").arg(base).arg(index + 1, 4, 10, QLatin1Char('0'));
}

/// Writes it under a name that nothing has yet. The path, or what the disk said.
Result<QString> writeBeside(
    const QString &folder, const QString &fileName, const QByteArray &png, const client::ResultTags &tags)
{
    const QString base = QFileInfo(fileName).completeBaseName();
    QString path = QDir(folder).filePath(fileName);
    for (int n = 2; QFileInfo::exists(path); ++n)
        path = QDir(folder).filePath(QStringLiteral("%1-%2.png").arg(base).arg(n));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(png) != png.size() || !file.commit())
        return fail(ErrorKind::File,
            FrameGrab::tr(
                "The frame could not be saved to %1: %2. Free some space, or choose another results "
                "folder in Settings.")
                .arg(shortPath(folder), file.errorString()));
    client::writeTags(path, tags); // without them it is the frame all the same
    return path;
}

} // namespace

FrameGrab::FrameGrab(
    client::VideoFrames *frames, client::Composer &composer, ComposerFiller &filler, QObject *parent)
    : QObject(parent)
    , m_frames(frames)
    , m_composer(composer)
    , m_filler(filler)
{
}

void FrameGrab::grab(const ResultRef &result, qint64 index, std::function<void(const QImage &)> then)
{
    if (!m_frames)
        return;
    client::then(m_frames->frame(result.path(), index), this,
        [this, then = std::move(then)](const Result<QImage> &picture) {
            if (picture)
                then(*picture);
            else
                emit failed(picture.error());
        });
}

void FrameGrab::asPng(const ResultRef &result, qint64 index, std::function<void(const QByteArray &)> then)
{
    grab(result, index, [this, then = std::move(then)](const QImage &picture) {
        client::then(QtConcurrent::run([picture] { return pngOf(picture); }), this,
            [then](const QByteArray &png) { then(png); });
    });
}

void FrameGrab::attach(const ResultRef &result, InputRole role)
{
    if (result.isImage()) {
        m_composer.attachFile(role, result.path());
        emit attached();
        return;
    }
    const qint64 index = result.frame.value_or(0);
    asPng(result, index, [this, role, name = frameFileName(result, index)](const QByteArray &png) {
        m_composer.attachBytes(role, png, name);
        emit attached();
    });
}

void FrameGrab::save(const ResultRef &result)
{
    const qint64 index = result.frame.value_or(0);
    const client::ResultTags tags = client::ResultTags::of(result.record.generation, result.take, {});
    asPng(result, index, [=, this](const QByteArray &png) {
        const auto write = [png, tags, folder = QFileInfo(result.path()).absolutePath(),
                               name = frameFileName(result, index)] {
            return writeBeside(folder, name, png, tags);
        };
        client::then(QtConcurrent::run(write), this, [this, index](const Result<QString> &path) {
            if (path)
                emit done(tr("Frame %1 saved as %2.").arg(QLocale().toString(index + 1), shortPath(*path)));
            else
                emit failed(path.error());
        });
    });
}

void FrameGrab::copy(const ResultRef &result)
{
    const qint64 index = result.frame.value_or(0);
    grab(result, index, [this, index](const QImage &picture) {
        QGuiApplication::clipboard()->setImage(picture);
        emit done(tr("Frame %1 copied, %2 × %3 pixels.")
                      .arg(QLocale().toString(index + 1), QLocale().toString(picture.width()),
                          QLocale().toString(picture.height())));
    });
}

void FrameGrab::continueFromLast(const ResultRef &result)
{
    constexpr qint64 last = -1;
    asPng(result, last,
        [this, record = result.record, name = frameFileName(result, last)](
            const QByteArray &png) { m_filler.continueWith(record, png, name); });
}

} // namespace facet::ui
