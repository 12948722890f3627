#include "service/engines/draft/ImageReading.h"

#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/StoppableFile.h"

#include <QColorSpace>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace facet::service::draft {

namespace {

/// Qt refuses pictures over 256 MiB by itself; a picture within our own limit has up to 8 bytes a pixel.
void raiseQtLimit()
{
    static std::once_flag once;
    std::call_once(
        once, [] { QImageReader::setAllocationLimit(int(largestPicture * 8 / (1024 * 1024)) + 1); });
}

bool isTurned(const QImageReader &reader)
{
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
}

QSize reducedSize(QSize stored, QSize enough)
{
    const double scale =
        std::max(double(enough.width()) / stored.width(), double(enough.height()) / stored.height());
    if (scale >= 1)
        return stored;
    return { std::max(1, int(std::ceil(stored.width() * scale))),
        std::max(1, int(std::ceil(stored.height() * scale))) };
}

QImage flattened(const QImage &image, const QColor &background)
{
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    if (background.alpha() == 0)
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(background);
    QPainter(&flat).drawImage(0, 0, image);
    return flat;
}

} // namespace

QSize pictureSize(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const QSize stored = reader.size();
    return isTurned(reader) ? stored.transposed() : stored;
}

Result<ReadPicture> readPicture(
    const QString &path, QSize enough, const QColor &background, const StopFlag &stop, bool korean)
{
    raiseQtLimit();
    StoppableFile file(path, stop);
    if (!file.open(QIODevice::ReadOnly))
        return sentences::inputMissing(korean, file.errorString());

    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    const bool turned = isTurned(reader);
    if (stored.isValid()) {
        if (stored.isEmpty())
            return sentences::inputBroken(korean, QStringLiteral("no pixels"));
        const qint64 pixels = qint64(stored.width()) * stored.height();
        if (pixels > largestPicture)
            return sentences::inputTooLarge(korean, pixels, largestPicture);
        const QSize reduced = reducedSize(stored, turned ? enough.transposed() : enough);
        if (reduced != stored)
            reader.setScaledSize(reduced);
    }

    QImage image;
    const bool read = reader.read(&image);
    if (stop.stopped())
        return sentences::cancelled(korean);
    if (!read || image.isNull())
        return sentences::inputBroken(korean, reader.errorString());
    const qint64 pixels = qint64(image.width()) * image.height();
    if (pixels > largestPicture)
        return sentences::inputTooLarge(korean, pixels, largestPicture);

    const QColorSpace wanted(QColorSpace::SRgb);
    if (image.colorSpace().isValid() && image.colorSpace() != wanted)
        image.convertToColorSpace(wanted);
    ReadPicture picture;
    picture.fullSize = stored.isValid() ? (turned ? stored.transposed() : stored) : image.size();
    picture.image = flattened(image, background);
    if (picture.image.isNull())
        return sentences::engineFailed(korean, QStringLiteral("out of memory"));
    return picture;
}

} // namespace facet::service::draft
