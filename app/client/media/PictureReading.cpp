#include "client/media/PictureReading.h"

#include "client/media/EncodedPicture.h"
#include "client/media/HeifLibrary.h"
#include "client/media/PictureNotices.h"
#include "client/media/PictureOutput.h"
#include "client/media/SrgbColours.h"
#include "client/store/AttachmentRows.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QSemaphoreReleaser>

namespace facet::client {

namespace {

constexpr int thumbnailSide = 480;
// A JPEG is decoded at a half, a quarter or an eighth of its size when it is larger than what is held at
// once.
constexpr int jpegFactor = 4;

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QImage thumbnailOf(const QImage &picture)
{
    if (qMax(picture.width(), picture.height()) <= thumbnailSide)
        return picture;
    const QSize size =
        picture.size().scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

bool isWithin(qint64 value, qint64 limit)
{
    return limit <= 0 || value <= limit;
}

qint64 pixelsOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

} // namespace

PictureReading::PictureReading(Place place, const QString &fileName)
    : m_place(std::move(place))
    , m_name(fileName.normalized(QString::NormalizationForm_C))
{
}

Result<QByteArray> PictureReading::bytesOf(const QString &path) const
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File, tr("“%1” cannot be opened. Check that you may read it.").arg(m_name),
            file.errorString());
    }
    // One byte more than allowed, in case it grows while it is read.
    QByteArray bytes = file.read(m_place.limits.maxBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::File,
            tr("“%1” could not be read to its end. Copy it to this computer and try again.").arg(m_name),
            file.errorString());
    }
    return bytes;
}

Result<Attachment> PictureReading::fromFile(const QString &path, const PictureWork &work) const
{
    const QFileInfo info(path);
    if (info.isDir())
        return fail(
            ErrorKind::File, tr("“%1” is a folder. Open it and choose the pictures in it.").arg(m_name));
    if (!info.exists())
        return fail(
            ErrorKind::File, tr("“%1” is not there any more. Choose another picture.").arg(m_name), path);
    if (auto checked = checkSize(info.size()); !checked)
        return tl::unexpected(checked.error());
    return bytesOf(path).and_then([&](const QByteArray &bytes) { return fromBytes(bytes, work); });
}

Result<Attachment> PictureReading::fromBytes(const QByteArray &bytes, const PictureWork &work) const
{
    if (auto checked = checkSize(bytes.size()); !checked)
        return tl::unexpected(checked.error());
    const ImageFormat format = imageFormatOf(bytes);
    if (auto checked = checkFormat(format); !checked)
        return tl::unexpected(checked.error());
    Attachment attachment;
    attachment.fileName = m_name;
    attachment.original = { {}, mimeOf(format), bytes.size(), {} };
    return make(std::move(attachment), bytes, work);
}

Result<Attachment> PictureReading::fromPixels(const QImage &image, const PictureWork &work) const
{
    if (image.isNull())
        return fail(
            ErrorKind::Unsupported, tr("There is no picture in what was pasted. Copy the picture again."));
    if (auto checked = checkPixels(image.size(), ImageFormat::Png); !checked)
        return tl::unexpected(checked.error());
    const QByteArray bytes = asPng(image);
    if (bytes.isEmpty())
        return damaged(QStringLiteral("PNG could not be written"));
    return fromBytes(bytes, work);
}

Result<Attachment> PictureReading::again(
    const Attachment &attachment, const PictureWork &wanted, const QImage &pixels) const
{
    PictureWork work = wanted;
    if (!pixels.isNull()) {
        const QByteArray png = asPng(pixels);
        if (png.isEmpty())
            return damaged(QStringLiteral("PNG could not be written"));
        const auto kept = keep(png, sha256Of(png), QStringLiteral("png"));
        if (!kept)
            return tl::unexpected(kept.error());
        work.editedPath = *kept;
    }
    Attachment fresh;
    fresh.fileName = m_name;
    fresh.original = attachment.original;
    if (fresh.original.path.isEmpty())
        fresh.original = { attachment.path, attachment.mime, attachment.bytes, attachment.size };
    const auto bytes = bytesOf(work.editedPath.isEmpty() ? fresh.original.path : work.editedPath);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return make(std::move(fresh), *bytes, work);
}

// ---- what is sent ---------------------------------------------------------------------------------------

Result<Attachment> PictureReading::make(
    Attachment attachment, const QByteArray &bytes, const PictureWork &work) const
{
    EncodedPicture source(bytes);
    if (const auto opened = source.open(); !opened)
        return damaged(opened.error());
    if (auto checked = checkPixels(source.size(), source.format()); !checked)
        return tl::unexpected(checked.error());
    if (!hasItsEnd(bytes, source.format()))
        return damaged(QStringLiteral("no end"));
    const qint64 inMemory = qMin(pixelsOf(source.size()), m_place.limits.maxPixels);
    const int share = qBound(1, static_cast<int>(inMemory / 1'000'000), megapixelsAtOnce);
    m_place.megapixels->acquire(share);
    const QSemaphoreReleaser releaser(*m_place.megapixels, share);

    attachment.work = work;
    if (work.editedPath.isEmpty())
        attachment.original.size = source.size();
    const bool fits = work.keepSize
        || (isWithin(pixelsOf(source.size()), work.maxPixels) && isWithin(bytes.size(), work.maxBytes));
    const bool plain = isSentAsItIs(source.format()) && !source.isTurned() && !source.isAnimated()
        && !source.isCmyk() && fits && pixelsOf(source.size()) <= m_place.limits.maxPixels;
    if (plain) {
        const auto small = source.readSmall(thumbnailSide);
        if (!small)
            return damaged(small.error());
        attachment.transparent = isTransparent(*small);
        const bool fills = attachment.transparent && !work.background.isEmpty();
        if (!fills && !differsFromSrgb(small->colorSpace()))
            return asItIs(std::move(attachment), source, *small);
    }
    return converted(std::move(attachment), source, work);
}

Result<Attachment> PictureReading::asItIs(
    Attachment attachment, const EncodedPicture &source, const QImage &small) const
{
    const QByteArray &bytes = source.bytes();
    attachment.state = Attachment::State::Ready;
    attachment.mime = mimeOf(source.format());
    attachment.sha256 = sha256Of(bytes);
    attachment.bytes = bytes.size();
    attachment.size = source.size();
    attachment.thumbnail = thumbnailOf(small);
    const auto path = keep(bytes, attachment.sha256, endingOf(source.format()));
    if (!path)
        return tl::unexpected(path.error());
    attachment.path = *path;
    if (attachment.original.path.isEmpty())
        attachment.original.path = *path;
    if (!attachment.work.editedPath.isEmpty())
        attachment.notices.append(attachment.work.editedNotice);
    if (auto done = keepThumbnail(attachment); !done)
        return tl::unexpected(done.error());
    return attachment;
}

Result<Attachment> PictureReading::converted(
    Attachment attachment, EncodedPicture &source, const PictureWork &work) const
{
    auto whole = source.readWhole(m_place.limits.maxPixels);
    if (!whole)
        return damaged(whole.error());
    // A head that says less than what comes after it does not get more memory for that.
    if (auto checked = checkPixels(whole->size(), ImageFormat::Png); !checked)
        return tl::unexpected(checked.error());
    const bool lossy = work.editedPath.isEmpty() && source.isLossy();
    const auto output = makeOutput(inSrgb(*whole), work, lossy);
    if (!output)
        return damaged(output.error());
    attachment.state = Attachment::State::Ready;
    attachment.mime = mimeOf(output->format);
    attachment.sha256 = sha256Of(output->bytes);
    attachment.bytes = output->bytes.size();
    attachment.size = output->picture.size();
    attachment.thumbnail = thumbnailOf(output->picture);
    attachment.resized = attachment.size != source.size();
    attachment.transparent = isTransparent(attachment.thumbnail);
    if (attachment.original.path.isEmpty()) {
        const auto kept = keep(source.bytes(), sha256Of(source.bytes()), endingOf(source.format()));
        if (!kept)
            return tl::unexpected(kept.error());
        attachment.original.path = *kept;
    }
    const auto path = keep(output->bytes, attachment.sha256, endingOf(output->format));
    if (!path)
        return tl::unexpected(path.error());
    attachment.path = *path;
    attachment.notices = PictureNotices::of(attachment, source, *whole, *output);
    if (auto done = keepThumbnail(attachment); !done)
        return tl::unexpected(done.error());
    return attachment;
}

// ---- on disk --------------------------------------------------------------------------------------------

Result<QString> PictureReading::keep(
    const QByteArray &bytes, const QString &sha256, const QString &ending) const
{
    const QDir folder(m_place.folder + QLatin1Char('/') + sha256.left(2));
    const QString path = folder.filePath(sha256 + QLatin1Char('.') + ending);
    // Named by content: a whole file of this name has these bytes.
    if (QFileInfo(path).size() == bytes.size())
        return path;
    QSaveFile file(path);
    const bool written = folder.mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return noRoom(file.errorString());
    return path;
}

Result<void> PictureReading::keepThumbnail(const Attachment &attachment) const
{
    const QString path = thumbnailPathFor(attachment.path);
    if (QFileInfo::exists(path))
        return {};
    QSaveFile file(path);
    const QByteArray png = asPng(attachment.thumbnail);
    if (file.open(QIODevice::WriteOnly) && file.write(png) == png.size() && file.commit())
        return {};
    return noRoom(file.errorString());
}

// ---- what is not taken ----------------------------------------------------------------------------------

Result<void> PictureReading::checkSize(qint64 bytes) const
{
    if (bytes == 0) {
        return fail(ErrorKind::File,
            tr("“%1” is empty: it holds 0 bytes. Choose another picture, or fetch this one again.")
                .arg(m_name));
    }
    if (bytes > m_place.limits.maxBytes) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” is %2; Facet takes up to %3. Export a smaller copy.")
                .arg(m_name, QLocale().formattedDataSize(bytes),
                    QLocale().formattedDataSize(m_place.limits.maxBytes)),
            {}, QStringLiteral("too_large"));
    }
    return {};
}

Result<void> PictureReading::checkFormat(ImageFormat format) const
{
    QString problem;
    switch (format) {
    case ImageFormat::Png:
    case ImageFormat::Jpeg:
    case ImageFormat::WebP:
    case ImageFormat::Gif:
    case ImageFormat::Bmp:
    case ImageFormat::Tiff:
        if (QImageReader::supportedImageFormats().contains(readerOf(format)))
            return {};
        problem = mimeOf(format);
        break;
    case ImageFormat::Heic:
    case ImageFormat::Avif: {
        const auto library = heifLibrary();
        if (library)
            return {};
        problem = mimeOf(format) + QStringLiteral(": ") + library.error();
        break;
    }
    case ImageFormat::Unknown:
        return fail(ErrorKind::Unsupported,
            tr("“%1” is not a file that Facet can read. It takes PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP and TIFF "
               "pictures, MP4, MOV and WebM videos, and M4A, WAV, MP3 and Ogg sounds.")
                .arg(m_name),
            {}, QStringLiteral("unsupported_input"));
    }
    return fail(ErrorKind::Unsupported,
        tr("This computer cannot read pictures like “%1”. Export it as PNG or JPEG.").arg(m_name), problem,
        QStringLiteral("unsupported_input"));
}

Result<void> PictureReading::checkPixels(QSize size, ImageFormat format) const
{
    const qint64 most = m_place.limits.maxPixels * (format == ImageFormat::Jpeg ? jpegFactor : 1);
    if (pixelsOf(size) <= most)
        return {};
    return fail(ErrorKind::Unsupported,
        tr("“%1” is %2 × %3 pixels; Facet takes up to %4 megapixels. Export a smaller copy.")
            .arg(m_name)
            .arg(size.width())
            .arg(size.height())
            .arg(QLocale().toString(most / 1'000'000)),
        {}, QStringLiteral("too_large"));
}

tl::unexpected<Error> PictureReading::damaged(const QString &detail) const
{
    return fail(ErrorKind::File,
        tr("“%1” is damaged or was not copied completely. Fetch it again, or choose another picture.")
            .arg(m_name),
        detail);
}

tl::unexpected<Error> PictureReading::noRoom(const QString &detail) const
{
    return fail(ErrorKind::File,
        tr("“%1” could not be copied into Facet's folder. Check that the disk has room.").arg(m_name),
        detail);
}

} // namespace facet::client
