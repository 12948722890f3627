#include "service/uploads/ContentCheck.h"

#include "service/uploads/MediaCheck.h"

#include <QCryptographicHash>
#include <QFile>
#include <QImageReader>

namespace facet::service {

namespace {

struct Type {
    const char *mime;
    const char *format; ///< Qt's name of the decoder
    QByteArrayView magic;
    qsizetype at; ///< bytes
};

constexpr Type types[] = {
    { "image/png", "png", "\x89PNG\r\n\x1a\n", 0 },
    { "image/jpeg", "jpeg", "\xff\xd8\xff", 0 },
    { "image/webp", "webp", "WEBP", 8 },
    { "image/gif", "gif", "GIF87a", 0 },
    { "image/gif", "gif", "GIF89a", 0 },
    { "image/bmp", "bmp", "BM", 0 },
    { "image/tiff", "tiff", QByteArrayView("II*\0", 4), 0 },
    { "image/tiff", "tiff", QByteArrayView("MM\0*", 4), 0 },
};

/// Decoding a larger picture whole only to see that it is whole would cost more memory than the service has
/// otherwise; whoever uses it decodes it in parts, and says so if it fails.
constexpr qint64 decodedPixels = 50'000'000;

const Type *typeOf(const QByteArray &start)
{
    for (const Type &type : types) {
        if (start.mid(type.at, type.magic.size()) == type.magic)
            return &type;
    }
    return nullptr;
}

bool decodes(QImageReader &reader, QSize size, const Type &type)
{
    if (type.format == QByteArrayView("jpeg"))
        reader.setScaledSize((size / 8).expandedTo({ 1, 1 })); // all of it is read, an eighth is computed
    else if (qint64(size.width()) * size.height() > decodedPixels)
        return true;
    return !reader.read().isNull();
}

} // namespace

QStringList takenTypes()
{
    QStringList mimes;
    for (const Type &type : types)
        mimes.append(QString::fromLatin1(type.mime));
    mimes.removeDuplicates();
    return mimes + takenMediaTypes();
}

namespace {

std::variant<ContentFacts, ContentFault> checkMedia(QFile &file, ContentFacts facts, qint64 maxPixels)
{
    const auto media = mediaFacts(file);
    if (!media)
        return ContentFault::NotTaken;
    if (!media->whole)
        return ContentFault::Damaged;
    if (qint64(media->width) * media->height > maxPixels)
        return ContentFault::TooManyPixels;
    if (media->durationS > longestMediaS)
        return ContentFault::TooLong;
    facts.mime = media->mime;
    facts.width = media->width;
    facts.height = media->height;
    if (media->durationS > 0)
        facts.durationS = media->durationS;
    return facts;
}

} // namespace

std::variant<ContentFacts, ContentFault> checkContent(
    const QString &path, const QString &declaredSha256, qint64 maxPixels)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return ContentFault::Unreadable;
    ContentFacts facts;
    facts.sha256 = QString::fromLatin1(hash.result().toHex());
    if (!declaredSha256.isEmpty() && declaredSha256 != facts.sha256)
        return ContentFault::OtherChecksum;
    file.seek(0);
    const Type *type = typeOf(file.peek(16));
    if (!type)
        return checkMedia(file, facts, maxPixels);
    // The decoder is named: no other, and above all no SVG, ever sees bytes of unknown origin.
    QImageReader reader(&file, type->format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return ContentFault::Damaged;
    if (qint64(size.width()) * size.height() > maxPixels)
        return ContentFault::TooManyPixels;
    const QImageIOHandler::Transformations turned = reader.transformation();
    if (!decodes(reader, size, *type))
        return ContentFault::Damaged;
    if (turned & QImageIOHandler::TransformationRotate90)
        size.transpose();
    facts.mime = QString::fromLatin1(type->mime);
    facts.width = size.width();
    facts.height = size.height();
    return facts;
}

} // namespace facet::service
