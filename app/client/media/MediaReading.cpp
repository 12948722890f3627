#include "client/media/MediaReading.h"

#include "client/media/MediaFormats.h"
#include "client/media/MediaLibrary.h"
#include "client/store/AttachmentRows.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryFile>

namespace facet::client {

namespace {

constexpr qint64 blockBytes = 1024 * 1024;
constexpr qsizetype headBytes = 1024;
constexpr int thumbnailSide = 480;

} // namespace

MediaReading::MediaReading(const QString &folder, const IntakeLimits &limits, const QString &fileName)
    : m_folder(folder)
    , m_limits(limits)
    , m_name(fileName.normalized(QString::NormalizationForm_C))
{
}

bool MediaReading::isMedia(const QByteArray &head)
{
    return mediaFormatOf(head) != MediaFormat::Unknown;
}

Result<Attachment> MediaReading::fromFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File, tr("“%1” cannot be opened. Check that you may read it.").arg(m_name),
            file.errorString());
    }
    if (file.size() > m_limits.maxMediaBytes) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” is %2; the service takes files of up to %3. Export it shorter or smaller.")
                .arg(m_name, QLocale().formattedDataSize(file.size()),
                    QLocale().formattedDataSize(m_limits.maxMediaBytes)),
            {}, QStringLiteral("too_large"));
    }
    const QByteArray head = file.peek(headBytes);
    const MediaFormat format = mediaFormatOf(head);
    const auto kept = keep(file, endingOf(format));
    if (!kept)
        return tl::unexpected(kept.error());
    Attachment attachment;
    attachment.state = Attachment::State::Ready;
    attachment.fileName = m_name;
    attachment.path = kept->path;
    attachment.sha256 = kept->sha256;
    attachment.bytes = QFileInfo(kept->path).size();
    if (auto read = readFacts(attachment, head); !read)
        return tl::unexpected(read.error());
    attachment.original = { attachment.path, attachment.mime, attachment.bytes, attachment.size };
    return attachment;
}

Result<MediaReading::Kept> MediaReading::keep(QFile &file, const QString &ending) const
{
    if (!QDir().mkpath(m_folder))
        return noRoom(m_folder);
    QTemporaryFile copy(m_folder + QStringLiteral("/.incoming-XXXXXX"));
    if (!copy.open())
        return noRoom(copy.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 length = 0;
    while (!file.atEnd()) {
        const QByteArray block = file.read(blockBytes);
        if (block.isEmpty() || file.error() != QFileDevice::NoError) {
            return fail(ErrorKind::File,
                tr("“%1” could not be read to its end. Copy it to this computer and try again.").arg(m_name),
                file.errorString());
        }
        hash.addData(block);
        length += block.size();
        if (length > m_limits.maxMediaBytes || copy.write(block) != block.size())
            return noRoom(copy.errorString());
    }
    if (!copy.flush())
        return noRoom(copy.errorString());
    const QString sha256 = QString::fromLatin1(hash.result().toHex());
    const QDir folder(m_folder + QLatin1Char('/') + sha256.left(2));
    const QString path = folder.filePath(sha256 + QLatin1Char('.') + ending);
    // Named by content: a whole file of this name has these bytes.
    if (QFileInfo(path).size() == length && QFileInfo::exists(path))
        return Kept{ path, sha256 };
    QFile::remove(path);
    if (!folder.mkpath(QStringLiteral(".")) || !copy.rename(path))
        return noRoom(copy.errorString());
    copy.setAutoRemove(false);
    return Kept{ path, sha256 };
}

Result<void> MediaReading::readFacts(Attachment &attachment, const QByteArray &head) const
{
    const auto frames = MediaLibrary::openFrames(attachment.path);
    const auto info =
        frames.and_then([](const std::unique_ptr<FrameReader> &reader) { return reader->info(); });
    if (!info || !info->complete) {
        // The reader's own sentence would name the copy under the profile.
        return fail(ErrorKind::File,
            tr("“%1” is damaged or was not copied completely. Fetch it again, or choose another file.")
                .arg(m_name),
            info ? QStringLiteral("incomplete") : info.error().sentence + u' ' + info.error().detail);
    }
    const bool hasPicture = !info->size.isEmpty();
    attachment.mime = mimeOf(mediaFormatOf(head), hasPicture);
    attachment.role = hasPicture ? InputRole::Video : InputRole::Audio;
    attachment.size = hasPicture ? info->size : QSize();
    attachment.durationMs = info->durationMs();
    if (attachment.durationMs > m_limits.longestMediaMs) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” lasts %n second(s); the service takes up to %2. Cut out the part that you need.",
                nullptr, static_cast<int>(attachment.durationMs / 1000))
                .arg(m_name)
                .arg(m_limits.longestMediaMs / 1000),
            {}, QStringLiteral("too_long"));
    }
    if (!hasPicture)
        return {};
    if (const auto first = (*frames)->first(QSize(thumbnailSide, thumbnailSide))) {
        attachment.thumbnail = *first;
        attachment.thumbnail.save(thumbnailPathFor(attachment.path), "png");
    }
    return {};
}

tl::unexpected<Error> MediaReading::noRoom(const QString &detail) const
{
    return fail(ErrorKind::File,
        tr("“%1” could not be copied into Facet's folder. Check that the disk has room.").arg(m_name),
        detail);
}

} // namespace facet::client
