#include "SamplePictures.h"

#include <libheif/heif.h>

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>
#include <QtEndian>

#include <cstring>

namespace facet::test {

namespace {

void appendLe(QByteArray &to, quint32 value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        to.append(static_cast<char>(value >> (8 * i)));
}

/// A RIFF chunk, padded to an even length.
QByteArray chunk(const char *name, const QByteArray &data)
{
    QByteArray all(name, 4);
    appendLe(all, static_cast<quint32>(data.size()), 4);
    all += data;
    if (data.size() % 2)
        all.append('\0');
    return all;
}

/// "VP8 " or "VP8L" with its head, out of a plain WebP.
QByteArray bitstreamOf(const QByteArray &webp)
{
    qsizetype at = 12;
    while (at + 8 <= webp.size()) {
        const auto size = qFromLittleEndian<quint32>(webp.constData() + at + 4);
        const auto whole = static_cast<qsizetype>(8 + size + size % 2);
        if (webp.mid(at, 3) == "VP8" && webp.at(at + 3) != 'X')
            return webp.mid(at, whole);
        at += whole;
    }
    qFatal("no picture in the WebP");
    return {};
}

void check(const heif_error &error)
{
    if (error.code != heif_error_Ok)
        qFatal("libheif: %s", error.message);
}

heif_error appendBytes(heif_context *, const void *data, size_t size, void *to)
{
    static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), static_cast<qsizetype>(size));
    return { heif_error_Ok, heif_suberror_Unspecified, "" };
}

QByteArray heif(const QImage &image, heif_compression_format format, int orientation)
{
    const bool alpha = image.hasAlphaChannel();
    const QImage plain = image.convertToFormat(alpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    heif_context *context = heif_context_alloc();
    heif_image *picture = nullptr;
    check(heif_image_create(plain.width(), plain.height(), heif_colorspace_RGB,
        alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &picture));
    check(heif_image_add_plane(picture, heif_channel_interleaved, plain.width(), plain.height(), 8));
    int stride = 0;
    uint8_t *rows = heif_image_get_plane(picture, heif_channel_interleaved, &stride);
    for (int y = 0; y < plain.height(); ++y)
        std::memcpy(rows + static_cast<qptrdiff>(y) * stride, plain.constScanLine(y),
            static_cast<size_t>(plain.width()) * (alpha ? 4 : 3));
    if (const QByteArray profile = image.colorSpace().iccProfile(); !profile.isEmpty())
        check(heif_image_set_raw_color_profile(
            picture, "prof", profile.constData(), static_cast<size_t>(profile.size())));
    heif_encoder *encoder = nullptr;
    check(heif_context_get_encoder_for_format(context, format, &encoder));
    check(heif_encoder_set_lossy_quality(encoder, 90));
    heif_encoding_options *options = heif_encoding_options_alloc();
    options->image_orientation = static_cast<heif_orientation>(orientation);
    check(heif_context_encode_image(context, picture, encoder, options, nullptr));
    QByteArray bytes;
    heif_writer writer{ 1, appendBytes };
    check(heif_context_write(context, &writer, &bytes));
    heif_encoding_options_free(options);
    heif_encoder_release(encoder);
    heif_image_release(picture);
    heif_context_free(context);
    return bytes;
}

} // namespace

QImage twoColours(QSize size, QImage::Format format)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, x < size.width() / 2 ? qRgb(255, 0, 0) : qRgb(0, 0, 255));
    }
    return image.convertToFormat(format);
}

QImage disc(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::red);
    painter.drawEllipse(image.rect().center(), size.width() / 4, size.height() / 4);
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    if (!writer.write(image))
        qFatal("%s cannot be written here: %s", format, qPrintable(writer.errorString()));
    return buffer.data();
}

QByteArray withOrientation(const QByteArray &jpeg, int orientation)
{
    QByteArray exif = QByteArrayLiteral("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    exif.append(static_cast<char>(orientation));
    exif.append(6, '\0'); // the rest of the value, and no next directory
    QByteArray segment("\xff\xe1");
    QByteArray length(2, '\0');
    qToBigEndian(static_cast<quint16>(exif.size() + 2), length.data());
    return jpeg.left(2) + segment + length + exif + jpeg.mid(2);
}

QByteArray animatedWebp(const QList<QImage> &pictures)
{
    const QSize size = pictures.constFirst().size();
    QByteArray canvas;
    appendLe(canvas, 0x02, 4); // animation
    appendLe(canvas, static_cast<quint32>(size.width() - 1), 3);
    appendLe(canvas, static_cast<quint32>(size.height() - 1), 3);
    QByteArray animation;
    appendLe(animation, 0xffffffff, 4); // background
    appendLe(animation, 0, 2); // for ever
    QByteArray body = QByteArrayLiteral("WEBP") + chunk("VP8X", canvas) + chunk("ANIM", animation);
    for (const QImage &picture : pictures) {
        QByteArray frame;
        appendLe(frame, 0, 3);
        appendLe(frame, 0, 3);
        appendLe(frame, static_cast<quint32>(picture.width() - 1), 3);
        appendLe(frame, static_cast<quint32>(picture.height() - 1), 3);
        appendLe(frame, 100, 3); // milliseconds
        appendLe(frame, 0, 1);
        frame += bitstreamOf(encoded(picture, "webp"));
        body += chunk("ANMF", frame);
    }
    QByteArray all("RIFF");
    appendLe(all, static_cast<quint32>(body.size()), 4);
    return all + body;
}

QByteArray animatedGif()
{
    return QByteArray::fromHex("474946383961010001008000"
                               "00ffffff000000"
                               "2c00000000010001000002024401002c0000000001000100000202"
                               "4c01003b");
}

QByteArray cmykJpeg()
{
    return QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P/8AAFAgACAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AvgGU2acA/9k=");
}

QByteArray heic(const QImage &image, int orientation)
{
    return heif(image, heif_compression_HEVC, orientation);
}

QByteArray avif(const QImage &image)
{
    return heif(image, heif_compression_AV1, 1);
}

QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray header("IHDR");
    header.resize(17);
    qToBigEndian(width, header.data() + 4);
    qToBigEndian(height, header.data() + 8);
    header[12] = 8; // bits
    header[13] = 2; // RGB
    header[14] = header[15] = header[16] = 0;
    quint32 crc = 0xffffffff; // ISO 3309, PNG appendix
    for (const char byte : header) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
    }
    QByteArray number(4, '\0');
    qToBigEndian(~crc, number.data());
    return QByteArrayLiteral("\x89PNG\r\n\x1a\n\0\0\0\x0d") + header + number
        + QByteArrayLiteral("\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
}

QByteArray jpegClaiming(quint16 width, quint16 height)
{
    QByteArray bytes = encoded(twoColours({ 16, 16 }), "jpeg");
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    if (frame < 0)
        qFatal("no frame header");
    qToBigEndian(height, bytes.data() + frame + 5);
    qToBigEndian(width, bytes.data() + frame + 7);
    return bytes;
}

} // namespace facet::test
