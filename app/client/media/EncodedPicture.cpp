#include "client/media/EncodedPicture.h"

#include "client/media/HeifLibrary.h"

#include <QtEndian>

namespace facet::client {

namespace {

bool isHeif(ImageFormat format)
{
    return format == ImageFormat::Heic || format == ImageFormat::Avif;
}

/// How many components the frame header says (ITU-T T.81 B.2.2); 0: there is none.
int jpegComponents(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 10 <= bytes.size() && static_cast<quint8>(bytes[at]) == 0xff) {
        const auto marker = static_cast<quint8>(bytes[at + 1]);
        if (marker == 0xff) {
            ++at;
            continue;
        }
        const bool frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame)
            return static_cast<quint8>(bytes[at + 9]);
        if (marker == 0xda || marker == 0xd9)
            return 0;
        at += 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
    }
    return 0;
}

/// The reader over `buffer`, which holds the bytes and outlives it.
void prepare(QImageReader &reader, QBuffer &buffer, const QByteArray &bytes, ImageFormat format)
{
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    reader.setDevice(&buffer);
    reader.setFormat(readerOf(format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
}

} // namespace

EncodedPicture::EncodedPicture(const QByteArray &bytes)
    : m_bytes(bytes)
    , m_format(imageFormatOf(bytes))
{
}

tl::expected<void, QString> EncodedPicture::open()
{
    if (isHeif(m_format)) {
        const auto library = heifLibrary();
        if (!library)
            return tl::unexpected(library.error());
        const auto facts = (*library)->facts(m_bytes);
        if (!facts)
            return tl::unexpected(facts.error());
        m_size = m_stored = facts->size;
        m_turned = facts->turned;
        m_animated = facts->animated;
    } else {
        QBuffer buffer;
        QImageReader reader;
        prepare(reader, buffer, m_bytes, m_format);
        m_stored = reader.size();
        const auto turn = reader.transformation();
        m_turned = turn != QImageIOHandler::TransformationNone;
        m_size = turn & QImageIOHandler::TransformationRotate90 ? m_stored.transposed() : m_stored;
        m_animated = m_format == ImageFormat::WebP && reader.supportsAnimation() && reader.imageCount() > 1;
        m_cmyk = m_format == ImageFormat::Jpeg && jpegComponents(m_bytes) == 4;
        if (!m_stored.isValid() || m_stored.isEmpty())
            return tl::unexpected(reader.errorString());
    }
    if (m_size.isEmpty())
        return tl::unexpected(QStringLiteral("no size"));
    return {};
}

bool EncodedPicture::isLossy() const
{
    switch (m_format) {
    case ImageFormat::Jpeg:
    case ImageFormat::Heic:
    case ImageFormat::Avif:
        return true;
    case ImageFormat::WebP: // "VP8L" is the one without loss
        return m_bytes.mid(12, 4) != "VP8L";
    case ImageFormat::Png:
    case ImageFormat::Gif:
    case ImageFormat::Bmp:
    case ImageFormat::Tiff:
    case ImageFormat::Unknown:
        return false;
    }
    return false;
}

bool EncodedPicture::decodesSmall() const
{
    return m_format == ImageFormat::Jpeg || (m_format == ImageFormat::WebP && !m_animated);
}

tl::expected<QImage, QString> EncodedPicture::readSmall(int side)
{
    if (!decodesSmall() || qMax(m_stored.width(), m_stored.height()) <= side)
        return readScaled({});
    return readScaled(m_stored.scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
}

tl::expected<QImage, QString> EncodedPicture::readWhole(qint64 maxPixels)
{
    if (isHeif(m_format))
        return heifLibrary().and_then(
            [&](const HeifPlugin *library) { return library->read(m_bytes, maxPixels); });
    QSize wanted;
    if (m_format == ImageFormat::Jpeg) {
        // The decoder leaves out detail by halves, so that the whole picture is never in memory.
        for (int part = 2; part <= 8; part *= 2) {
            if (qint64(m_stored.width()) * m_stored.height() <= maxPixels)
                break;
            wanted = m_stored / part;
            if (qint64(wanted.width()) * wanted.height() <= maxPixels)
                break;
        }
    }
    return readScaled(wanted);
}

tl::expected<QImage, QString> EncodedPicture::readScaled(QSize stored)
{
    if (isHeif(m_format))
        return readWhole(qint64(m_size.width()) * m_size.height());
    QBuffer buffer;
    QImageReader reader;
    prepare(reader, buffer, m_bytes, m_format);
    if (!stored.isEmpty() && stored != m_stored)
        reader.setScaledSize(stored);
    QImage picture;
    if (!reader.read(&picture))
        return tl::unexpected(reader.errorString());
    return picture;
}

} // namespace facet::client
