#include "client/media/PictureOutput.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageWriter>
#include <QPainter>

#include <cmath>

namespace facet::client {

namespace {

// zlib's effort behind QImageWriter.
constexpr int quickPngQuality = 85;
// Of JPEG: the first is what is written by itself, the others before pixels are given up.
constexpr int jpegQualities[] = { 95, 90, 85 };
constexpr int mostShrinks = 8;

QByteArray written(const QImage &picture, const char *format, int quality)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(picture) ? buffer.data() : QByteArray();
}

QImage filled(const QImage &picture, const QColor &background)
{
    QImage whole(picture.size(), QImage::Format_RGB32);
    if (whole.isNull())
        return whole;
    whole.fill(background);
    QPainter painter(&whole);
    painter.drawImage(0, 0, picture);
    painter.end();
    whole.setColorSpace(picture.colorSpace());
    return whole;
}

/// Smaller by `factor` on each side, at least a pixel.
QImage shrunk(const QImage &picture, double factor)
{
    const QSize size(std::max(1, static_cast<int>(picture.width() * factor)),
        std::max(1, static_cast<int>(picture.height() * factor)));
    return picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// As PNG or JPEG; false when no form of it is within `maxBytes`.
bool encode(PictureOutput &output, qint64 maxBytes, bool transparent, bool lossy)
{
    const auto fits = [&] { return maxBytes <= 0 || output.bytes.size() <= maxBytes; };
    if (transparent || !lossy) {
        output.format = ImageFormat::Png;
        output.bytes = asPng(output.picture);
        if (fits() || transparent)
            return fits();
        output.squeezed = true;
    }
    output.format = ImageFormat::Jpeg;
    for (const int quality : jpegQualities) {
        output.bytes = written(output.picture, "jpeg", quality);
        if (fits())
            return true;
    }
    return false;
}

} // namespace

QByteArray asPng(const QImage &picture)
{
    return written(picture, "png", quickPngQuality);
}

bool isTransparent(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return false;
    if (picture.depth() > 32) {
        const QImage wide = picture.convertToFormat(QImage::Format_RGBA64);
        for (int y = 0; y < wide.height(); ++y) {
            const auto *row = reinterpret_cast<const QRgba64 *>(wide.constScanLine(y));
            for (int x = 0; x < wide.width(); ++x) {
                if (!row[x].isOpaque())
                    return true;
            }
        }
        return false;
    }
    const QImage plain = picture.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < plain.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(plain.constScanLine(y));
        for (int x = 0; x < plain.width(); ++x) {
            if (qAlpha(row[x]) != 255)
                return true;
        }
    }
    return false;
}

tl::expected<PictureOutput, QString> makeOutput(QImage picture, const PictureWork &work, bool lossy)
{
    bool transparent = isTransparent(picture);
    if (transparent && !work.background.isEmpty()) {
        picture = filled(picture, QColor(work.background));
        transparent = false;
    }
    PictureOutput output;
    output.picture = std::move(picture);
    const qint64 maxPixels = work.keepSize ? 0 : work.maxPixels;
    const qint64 maxBytes = work.keepSize ? 0 : work.maxBytes;
    const qint64 pixels = qint64(output.picture.width()) * output.picture.height();
    if (maxPixels > 0 && pixels > maxPixels) {
        output.picture =
            shrunk(output.picture, std::sqrt(static_cast<double>(maxPixels) / static_cast<double>(pixels)));
        output.resized = true;
    }
    for (int n = 0; n < mostShrinks; ++n) {
        if (output.picture.isNull())
            return tl::unexpected(QStringLiteral("no memory"));
        if (encode(output, maxBytes, transparent, lossy))
            return output;
        if (output.bytes.isEmpty())
            return tl::unexpected(QStringLiteral("the picture could not be written"));
        const double ratio = static_cast<double>(maxBytes) / static_cast<double>(output.bytes.size());
        output.picture = shrunk(output.picture, std::min(0.9, std::sqrt(ratio) * 0.95));
        output.resized = true;
    }
    return tl::unexpected(QStringLiteral("no size of it is within %1 bytes").arg(maxBytes));
}

} // namespace facet::client
