#include "client/media/ImageFormats.h"

#include <QByteArrayView>
#include <QtEndian>

#include <limits>

namespace facet::client {

namespace {

// Brands of the ISO base media "ftyp" box (ISO/IEC 23008-12 for HEIF, AV1 Image File Format for AVIF).
bool hasBrand(const QByteArray &bytes, std::initializer_list<const char *> brands)
{
    if (bytes.size() < 16 || bytes.mid(4, 4) != "ftyp")
        return false;
    const qsizetype end = qMin<qsizetype>(bytes.size(), qFromBigEndian<quint32>(bytes.constData()));
    for (qsizetype at = 8; at + 4 <= qMax<qsizetype>(end, 12); at += 4) {
        for (const char *brand : brands) {
            if (at != 12 && bytes.mid(at, 4) == brand) // 12: the minor version, not a brand
                return true;
        }
    }
    return false;
}

bool jpegHasItsEnd(const QByteArray &bytes)
{
    // Thumbnails inside APP segments have an end of their own, so segments are stepped over until the scan.
    qsizetype at = 2;
    while (at + 4 <= bytes.size()) {
        if (static_cast<quint8>(bytes[at]) != 0xff)
            return false;
        const auto marker = static_cast<quint8>(bytes[at + 1]);
        if (marker == 0xff) { // fill byte
            ++at;
            continue;
        }
        if (marker == 0xda) // SOS: entropy-coded data, in which 0xff 0xd9 is the end and nothing else
            return bytes.indexOf(QByteArrayLiteral("\xff\xd9"), at) >= 0;
        if (marker == 0xd9)
            return false;
        at += 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
    }
    return false;
}

bool bmpHasItsEnd(const QByteArray &bytes)
{
    if (bytes.size() < 34)
        return false;
    const char *data = bytes.constData();
    const auto headerSize = qFromLittleEndian<quint32>(data + 14);
    if (headerSize < 40) // the form of OS/2: its reader knows its own end
        return true;
    const auto compression = qFromLittleEndian<quint32>(data + 30);
    if (compression != 0 && compression != 3) // only plain rows have a length that follows from the header
        return true;
    const auto offset = qFromLittleEndian<quint32>(data + 10);
    const qint64 width = qFromLittleEndian<qint32>(data + 18);
    const qint64 height = qAbs<qint64>(qFromLittleEndian<qint32>(data + 22));
    const qint64 bits = qFromLittleEndian<quint16>(data + 28);
    const qint64 row = (width * bits + 31) / 32 * 4;
    return width > 0 && height <= std::numeric_limits<qint32>::max() && bytes.size() >= offset + row * height;
}

bool gifHasItsEnd(const QByteArray &bytes)
{
    qsizetype last = bytes.size() - 1;
    while (last > 0 && bytes[last] == '\0') // some programs pad the file
        --last;
    return last > 0 && bytes[last] == ';';
}

} // namespace

ImageFormat imageFormatOf(const QByteArray &bytes)
{
    if (bytes.startsWith(QByteArrayLiteral("\x89PNG\r\n\x1a\n")))
        return ImageFormat::Png;
    if (bytes.startsWith(QByteArrayLiteral("\xff\xd8\xff")))
        return ImageFormat::Jpeg;
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return ImageFormat::WebP;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return ImageFormat::Gif;
    if (bytes.startsWith(QByteArrayLiteral("II*\0")) || bytes.startsWith(QByteArrayLiteral("MM\0*")))
        return ImageFormat::Tiff;
    if (bytes.startsWith("BM") && bytes.size() > 26)
        return ImageFormat::Bmp;
    if (hasBrand(bytes, { "avif", "avis" }))
        return ImageFormat::Avif;
    if (hasBrand(bytes, { "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" }))
        return ImageFormat::Heic;
    return ImageFormat::Unknown;
}

QString mimeOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return QStringLiteral("image/png");
    case ImageFormat::Jpeg:
        return QStringLiteral("image/jpeg");
    case ImageFormat::WebP:
        return QStringLiteral("image/webp");
    case ImageFormat::Gif:
        return QStringLiteral("image/gif");
    case ImageFormat::Bmp:
        return QStringLiteral("image/bmp");
    case ImageFormat::Tiff:
        return QStringLiteral("image/tiff");
    case ImageFormat::Heic:
        return QStringLiteral("image/heic");
    case ImageFormat::Avif:
        return QStringLiteral("image/avif");
    case ImageFormat::Unknown:
        return {};
    }
    return {};
}

QString endingOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return QStringLiteral("png");
    case ImageFormat::Jpeg:
        return QStringLiteral("jpg");
    case ImageFormat::WebP:
        return QStringLiteral("webp");
    case ImageFormat::Gif:
        return QStringLiteral("gif");
    case ImageFormat::Bmp:
        return QStringLiteral("bmp");
    case ImageFormat::Tiff:
        return QStringLiteral("tiff");
    case ImageFormat::Heic:
        return QStringLiteral("heic");
    case ImageFormat::Avif:
        return QStringLiteral("avif");
    case ImageFormat::Unknown:
        return {};
    }
    return {};
}

QByteArray readerOf(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
        return "png";
    case ImageFormat::Jpeg:
        return "jpeg";
    case ImageFormat::WebP:
        return "webp";
    case ImageFormat::Gif:
        return "gif";
    case ImageFormat::Bmp:
        return "bmp";
    case ImageFormat::Tiff:
        return "tiff";
    case ImageFormat::Heic:
    case ImageFormat::Avif:
    case ImageFormat::Unknown:
        return {};
    }
    return {};
}

bool isSentAsItIs(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Png:
    case ImageFormat::Jpeg:
    case ImageFormat::WebP:
        return true;
    case ImageFormat::Gif:
    case ImageFormat::Bmp:
    case ImageFormat::Tiff:
    case ImageFormat::Heic:
    case ImageFormat::Avif:
    case ImageFormat::Unknown:
        return false;
    }
    return false;
}

bool hasItsEnd(const QByteArray &bytes, ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg:
        return jpegHasItsEnd(bytes);
    case ImageFormat::Bmp:
        return bmpHasItsEnd(bytes);
    case ImageFormat::Gif:
        return gifHasItsEnd(bytes);
    case ImageFormat::Png:
    case ImageFormat::WebP:
    case ImageFormat::Tiff:
    case ImageFormat::Heic:
    case ImageFormat::Avif:
    case ImageFormat::Unknown:
        return true;
    }
    return true;
}

} // namespace facet::client
