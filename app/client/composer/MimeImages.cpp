#include "client/composer/MimeImages.h"

#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>

namespace facet::client {

namespace {

constexpr qsizetype readOfHtml = 256 * 1024; // letters

// Encoded bytes are taken before pixels: they are what the other program has, orientation and all.
const QStringList &encodedFormats()
{
    static const QStringList formats{ QStringLiteral("image/png"), QStringLiteral("image/jpeg"),
        QStringLiteral("image/webp"), QStringLiteral("image/avif"), QStringLiteral("image/heic"),
        QStringLiteral("image/gif"), QStringLiteral("image/tiff"), QStringLiteral("image/bmp") };
    return formats;
}

bool hasPictureEnding(const QString &path)
{
    static const QStringList endings{ QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"),
        QStringLiteral("jpe"), QStringLiteral("jfif"), QStringLiteral("webp"), QStringLiteral("gif"),
        QStringLiteral("bmp"), QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("heic"),
        QStringLiteral("heif"), QStringLiteral("avif") };
    return endings.contains(QFileInfo(path).suffix().toLower());
}

bool looksAttachable(const QString &path)
{
    // Names without an ending are let in to be told by their content.
    return QFileInfo(path).suffix().isEmpty() || hasPictureEnding(path) || MimeImages::isMediaName(path);
}

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && looksAttachable(url.toLocalFile()))
            files.append(url.toLocalFile());
    }
    return files;
}

bool isAddress(const QString &text)
{
    return text.startsWith(QLatin1String("http://")) || text.startsWith(QLatin1String("https://"));
}

bool textIsMeant(const QMimeData *data)
{
    if (!data->hasFormat(QStringLiteral("text/plain")))
        return false;
    const QString text = data->text().trimmed();
    // A browser that drags or copies a picture adds its address as text.
    return !text.isEmpty() && !isAddress(text) && !text.startsWith(QLatin1String("file:"))
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

/// What the first <img> of the HTML shows, which for a picture inside a link is not what the link leads to.
QString pictureInHtml(const QMimeData *data)
{
    if (!data->hasHtml())
        return {};
    static const QRegularExpression image(
        QStringLiteral("<img\\b[^>]*?\\bsrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = image.match(data->html().left(readOfHtml));
    QString address = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    return address.replace(QLatin1String("&amp;"), QLatin1String("&")).trimmed();
}

/// "data:image/png;base64,…" (RFC 2397): the bytes themselves.
QByteArray bytesOfDataUrl(const QString &address)
{
    static const QString marker = QStringLiteral(";base64,");
    const qsizetype at = address.indexOf(marker);
    if (!address.startsWith(QLatin1String("data:image/")) || at < 0)
        return {};
    return QByteArray::fromBase64(address.mid(at + marker.size()).toLatin1());
}

/// A lone address that is written out, as a browser copies it.
QUrl addressInText(const QMimeData *data)
{
    const QString text = data->text().trimmed();
    if (!isAddress(text) || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char(' ')))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && hasPictureEnding(url.path()) ? url : QUrl();
}

QList<QUrl> addressesIn(const QMimeData *data)
{
    QList<QUrl> all;
    const auto add = [&all](const QUrl &url) {
        if (url.isValid() && isAddress(url.toString()) && !all.contains(url))
            all.append(url);
    };
    add(QUrl(pictureInHtml(data)));
    const QList<QUrl> urls = data->urls();
    if (!urls.isEmpty())
        add(urls.constFirst());
    add(addressInText(data));
    return all;
}

} // namespace

bool MimeImages::isMediaName(const QString &path)
{
    static const QStringList endings{ QStringLiteral("mp4"), QStringLiteral("m4v"), QStringLiteral("mov"),
        QStringLiteral("webm"), QStringLiteral("m4a"), QStringLiteral("wav"), QStringLiteral("mp3"),
        QStringLiteral("ogg"), QStringLiteral("oga"), QStringLiteral("opus") };
    return endings.contains(QFileInfo(path).suffix().toLower());
}

MimeImages MimeImages::of(const QMimeData *data)
{
    MimeImages images;
    if (!data)
        return images;
    images.files = localFiles(data);
    if (!images.files.isEmpty() || textIsMeant(data))
        return images;
    images.addresses = addressesIn(data);
    if (const QString format = encodedFormat(data); !format.isEmpty())
        images.bytes = data->data(format);
    if (images.bytes.isEmpty())
        images.bytes = bytesOfDataUrl(pictureInHtml(data));
    if (images.bytes.isEmpty() && !data->urls().isEmpty())
        images.bytes = bytesOfDataUrl(data->urls().constFirst().toString());
    if (images.bytes.isEmpty() && data->hasImage())
        images.pixels = qvariant_cast<QImage>(data->imageData());
    return images;
}

bool MimeImages::in(const QMimeData *data)
{
    if (!data)
        return false;
    if (!localFiles(data).isEmpty())
        return true;
    if (textIsMeant(data))
        return false;
    return !encodedFormat(data).isEmpty() || data->hasImage() || !addressesIn(data).isEmpty()
        || pictureInHtml(data).startsWith(QLatin1String("data:image/"))
        || (!data->urls().isEmpty() && data->urls().constFirst().scheme() == QLatin1String("data"));
}

} // namespace facet::client
