#include "client/media/PictureReading.h"

#include "client/store/AttachmentRows.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QLocale>
#include <QSaveFile>

namespace facet::client {

namespace {

constexpr int thumbnailSide = 480;
// zlib's effort behind QImageWriter: a picture of 12 megapixels in about a second instead of five.
constexpr int quickPngQuality = 85;

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QSize thumbnailSize(QSize size)
{
    if (qMax(size.width(), size.height()) <= thumbnailSide)
        return size;
    return size.scaled(thumbnailSide, thumbnailSide, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

QByteArray asPng(const QImage &picture)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(quickPngQuality);
    return writer.write(picture) ? buffer.data() : QByteArray();
}

} // namespace

PictureReading::PictureReading(const QString &folder, const IntakeLimits &limits, const QString &fileName)
    : m_folder(folder)
    , m_limits(limits)
    , m_name(fileName.normalized(QString::NormalizationForm_C))
{
}

Result<Attachment> PictureReading::fromFile(const QString &path) const
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
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File, tr("“%1” cannot be opened. Check that you may read it.").arg(m_name),
            file.errorString());
    }
    // One byte more than allowed, in case it grows while it is read.
    const QByteArray bytes = file.read(m_limits.maxBytes + 1);
    if (file.error() != QFileDevice::NoError) {
        return fail(ErrorKind::File,
            tr("“%1” could not be read to its end. Copy it to this computer and try again.").arg(m_name),
            file.errorString());
    }
    return fromBytes(bytes);
}

Result<Attachment> PictureReading::fromBytes(const QByteArray &bytes) const
{
    if (auto checked = checkSize(bytes.size()); !checked)
        return tl::unexpected(checked.error());
    const ImageFormat format = imageFormatOf(bytes);
    if (auto checked = checkFormat(format); !checked)
        return tl::unexpected(checked.error());

    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, readerOf(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return damaged(reader.errorString());
    if (auto checked = checkPixels(size); !checked)
        return tl::unexpected(checked.error());
    if (!hasItsEnd(bytes, format))
        return damaged(QStringLiteral("no end"));

    const auto transformation = reader.transformation();
    QImage full;
    const auto thumbnail = thumbnailOf(reader, size, &full);
    if (!thumbnail)
        return tl::unexpected(thumbnail.error());

    Attachment attachment;
    attachment.state = Attachment::State::Ready;
    attachment.fileName = m_name;
    attachment.mime = mimeOf(format);
    attachment.sha256 = sha256Of(bytes);
    attachment.bytes = bytes.size();
    attachment.size = transformation & QImageIOHandler::TransformationRotate90 ? size.transposed() : size;
    attachment.thumbnail = *thumbnail;
    if (transformation != QImageIOHandler::TransformationNone)
        attachment.notices.append(tr("Turned upright, as the camera noted in the file."));
    const auto path = keep(bytes, attachment.sha256, endingOf(format));
    if (!path)
        return tl::unexpected(path.error());
    attachment.path = *path;
    if (!isSentAsItIs(format)) {
        if (auto done = convert(attachment, full, format); !done)
            return tl::unexpected(done.error());
    }
    if (auto done = keepThumbnail(attachment); !done)
        return tl::unexpected(done.error());
    return attachment;
}

Result<Attachment> PictureReading::fromPixels(const QImage &image) const
{
    if (image.isNull())
        return fail(
            ErrorKind::Unsupported, tr("There is no picture in what was pasted. Copy the picture again."));
    if (auto checked = checkPixels(image.size()); !checked)
        return tl::unexpected(checked.error());
    const QByteArray bytes = asPng(image);
    if (bytes.isEmpty())
        return damaged(QStringLiteral("PNG could not be written"));
    return fromBytes(bytes);
}

Result<void> PictureReading::checkSize(qint64 bytes) const
{
    if (bytes == 0) {
        return fail(ErrorKind::File,
            tr("“%1” is empty: it holds 0 bytes. Choose another picture, or fetch this one again.")
                .arg(m_name));
    }
    if (bytes > m_limits.maxBytes) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” is %2; Facet takes up to %3. Export a smaller copy.")
                .arg(m_name, QLocale().formattedDataSize(bytes),
                    QLocale().formattedDataSize(m_limits.maxBytes)),
            {}, QStringLiteral("too_large"));
    }
    return {};
}

Result<void> PictureReading::checkFormat(ImageFormat format) const
{
    switch (format) {
    case ImageFormat::Png:
    case ImageFormat::Jpeg:
    case ImageFormat::WebP:
    case ImageFormat::Gif:
    case ImageFormat::Bmp:
    case ImageFormat::Tiff:
        if (QImageReader::supportedImageFormats().contains(readerOf(format)))
            return {};
        return fail(ErrorKind::Unsupported,
            tr("This computer cannot read pictures like “%1”. Export it as PNG or JPEG.").arg(m_name),
            mimeOf(format), QStringLiteral("unsupported_input"));
    case ImageFormat::Heic:
    case ImageFormat::Avif:
        return fail(ErrorKind::Unsupported,
            tr("“%1” is a HEIC or AVIF picture, which Facet cannot read. Export it as PNG, JPEG or WebP.")
                .arg(m_name),
            mimeOf(format), QStringLiteral("unsupported_input"));
    case ImageFormat::Unknown:
        return fail(ErrorKind::Unsupported,
            tr("“%1” is not a picture that Facet can read. It takes PNG, JPEG, WebP, GIF, BMP and TIFF.")
                .arg(m_name),
            {}, QStringLiteral("unsupported_input"));
    }
    return {};
}

Result<void> PictureReading::checkPixels(QSize size) const
{
    if (qint64(size.width()) * size.height() <= m_limits.maxPixels)
        return {};
    return fail(ErrorKind::Unsupported,
        tr("“%1” is %2 × %3 pixels; Facet takes up to %4 megapixels. Export a smaller copy.")
            .arg(m_name)
            .arg(size.width())
            .arg(size.height())
            .arg(QLocale().toString(m_limits.maxPixels / 1'000'000)),
        {}, QStringLiteral("too_large"));
}

tl::unexpected<Error> PictureReading::damaged(const QString &detail) const
{
    return fail(ErrorKind::File,
        tr("“%1” is damaged or was not copied completely. Fetch it again, or choose another picture.")
            .arg(m_name),
        detail);
}

Result<QImage> PictureReading::thumbnailOf(QImageReader &reader, QSize size, QImage *full) const
{
    const QSize small = thumbnailSize(size);
    // JPEG and WebP decode small pictures many times sooner; the others decode all of it anyway.
    const bool decodesSmall = reader.format() == "jpeg" || reader.format() == "webp";
    if (decodesSmall && small != size)
        reader.setScaledSize(small);
    QImage picture;
    if (!reader.read(&picture))
        return damaged(reader.errorString());
    if (decodesSmall)
        return picture;
    *full = picture;
    const QSize upright = thumbnailSize(picture.size());
    return upright == picture.size()
        ? picture
        : picture.scaled(upright, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

Result<void> PictureReading::convert(Attachment &attachment, const QImage &picture, ImageFormat from) const
{
    const QByteArray png = asPng(picture);
    if (png.isEmpty())
        return damaged(QStringLiteral("PNG could not be written"));
    if (png.size() > m_limits.maxBytes) {
        return fail(ErrorKind::Unsupported,
            tr("“%1” is %2 as PNG; Facet takes up to %3. Export a smaller copy.")
                .arg(m_name, QLocale().formattedDataSize(png.size()),
                    QLocale().formattedDataSize(m_limits.maxBytes)),
            {}, QStringLiteral("too_large"));
    }
    attachment.sha256 = sha256Of(png);
    const auto path = keep(png, attachment.sha256, QStringLiteral("png"));
    if (!path)
        return tl::unexpected(path.error());
    attachment.path = *path;
    attachment.mime = mimeOf(ImageFormat::Png);
    attachment.bytes = png.size();
    attachment.size = picture.size();
    if (from == ImageFormat::Gif)
        attachment.notices.append(tr("Only the first picture of this GIF is used, as PNG."));
    else
        attachment.notices.append(tr("Sent as PNG; your file stays as it is."));
    return {};
}

Result<QString> PictureReading::keep(
    const QByteArray &bytes, const QString &sha256, const QString &ending) const
{
    const QDir folder(m_folder + QLatin1Char('/') + sha256.left(2));
    const QString path = folder.filePath(sha256 + QLatin1Char('.') + ending);
    // Named by content: a whole file of this name has these bytes.
    if (QFileInfo(path).size() == bytes.size())
        return path;
    QSaveFile file(path);
    const bool written = folder.mkpath(QStringLiteral(".")) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        return fail(ErrorKind::File,
            tr("“%1” could not be copied into Facet's folder. Check that the disk has room.").arg(m_name),
            file.errorString());
    }
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
    return fail(ErrorKind::File,
        tr("“%1” could not be copied into Facet's folder. Check that the disk has room.").arg(m_name),
        file.errorString());
}

} // namespace facet::client
