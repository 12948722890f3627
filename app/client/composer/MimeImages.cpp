#include "client/composer/MimeImages.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

namespace facet::client {

namespace {

// Encoded bytes are taken before pixels: they are what the other program has, orientation and all.
const QStringList &encodedFormats()
{
    static const QStringList formats{ QStringLiteral("image/png"), QStringLiteral("image/jpeg"),
        QStringLiteral("image/webp"), QStringLiteral("image/gif"), QStringLiteral("image/tiff"),
        QStringLiteral("image/bmp") };
    return formats;
}

bool looksLikePicture(const QString &path)
{
    // HEIC and AVIF are let in to be told what to do about them; so are names without an ending.
    static const QStringList endings{ QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("jpe"), QStringLiteral("jfif"), QStringLiteral("webp"), QStringLiteral("gif"),
        QStringLiteral("bmp"), QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("heic"),
        QStringLiteral("heif"), QStringLiteral("avif") };
    const QString ending = QFileInfo(path).suffix().toLower();
    return ending.isEmpty() || endings.contains(ending);
}

QStringList localPictures(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && looksLikePicture(url.toLocalFile()))
            files.append(url.toLocalFile());
    }
    return files;
}

bool textIsMeant(const QMimeData *data)
{
    if (!data->hasFormat(QStringLiteral("text/plain")))
        return false;
    const QString text = data->text().trimmed();
    // A browser that drags or copies a picture adds its address as text.
    return !text.isEmpty() && !text.startsWith(QLatin1String("http://"))
        && !text.startsWith(QLatin1String("https://")) && !text.startsWith(QLatin1String("file:"))
        && !text.startsWith(QLatin1String("data:"));
}

QString encodedFormat(const QMimeData *data)
{
    for (const QString &format : encodedFormats()) {
        if (data->hasFormat(format))
            return format;
    }
    return {};
}

} // namespace

MimeImages MimeImages::of(const QMimeData *data)
{
    MimeImages images;
    if (!data)
        return images;
    images.files = localPictures(data);
    if (!images.files.isEmpty() || textIsMeant(data))
        return images;
    if (const QString format = encodedFormat(data); !format.isEmpty())
        images.bytes = data->data(format);
    if (images.bytes.isEmpty() && data->hasImage())
        images.pixels = qvariant_cast<QImage>(data->imageData());
    return images;
}

bool MimeImages::in(const QMimeData *data)
{
    if (!data)
        return false;
    if (!localPictures(data).isEmpty())
        return true;
    return !textIsMeant(data) && (!encodedFormat(data).isEmpty() || data->hasImage());
}

} // namespace facet::client
