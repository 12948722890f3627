#include "client/tags/JpegTags.h"

#include "client/tags/StreamCopy.h"
#include "client/tags/XmpPacket.h"

#include <QtEndian>

namespace facet::client {

namespace {

constexpr int mostSegments = 500;
constexpr int mostPayload = 65533; // bytes of a segment after its length

QByteArray xmpName()
{
    return QByteArrayLiteral("http://ns.adobe.com/xap/1.0/") + '\0';
}

struct Segments {
    qint64 place = 2; ///< where a new APP1 goes: behind JFIF and EXIF
    qint64 xmpAt = -1; ///< of the segment's marker
    QByteArray xmp; ///< its packet
};

/// The segments before the picture (ITU-T T.81 B.1.1.4); empty: this is not a JPEG.
std::optional<Segments> segmentsOf(QIODevice &file)
{
    if (!file.seek(0) || file.read(2) != QByteArrayLiteral("\xff\xd8"))
        return {};
    Segments found;
    for (int n = 0; n < mostSegments; ++n) {
        const qint64 at = file.pos();
        const QByteArray head = file.read(4);
        if (head.size() < 4 || quint8(head[0]) != 0xff)
            return {};
        const quint8 marker = quint8(head[1]);
        const int length = qFromBigEndian<quint16>(head.constData() + 2);
        if (length < 2)
            return {};
        if (marker < 0xe0 && marker != 0xdb && marker != 0xc4)
            return found; // the frame begins
        if (marker == 0xda)
            return found;
        const QByteArray payload = file.read(length - 2);
        if (payload.size() != length - 2)
            return {};
        if (marker == 0xe0 || (marker == 0xe1 && payload.startsWith("Exif")))
            found.place = file.pos();
        if (marker == 0xe1 && found.xmpAt < 0 && payload.startsWith(xmpName())) {
            found.xmpAt = at;
            found.xmp = payload.mid(xmpName().size());
        }
    }
    return {};
}

} // namespace

std::optional<ResultTags::Words> jpegWords(QIODevice &file)
{
    const std::optional<Segments> segments = segmentsOf(file);
    if (!segments)
        return {};
    return xmpWords(segments->xmp);
}

bool writeJpeg(QIODevice &from, QIODevice &to, const ResultTags::Words &words)
{
    const std::optional<Segments> segments = segmentsOf(from);
    if (!segments)
        return false;
    const bool has = segments->xmpAt >= 0;
    const QByteArray packet = has ? xmpWith(segments->xmp, words) : xmpPacket(words);
    const QByteArray payload = xmpName() + packet;
    if (packet.isEmpty() || payload.size() > mostPayload)
        return false;
    QByteArray segment(4, Qt::Uninitialized);
    segment[0] = '\xff';
    segment[1] = '\xe1';
    qToBigEndian(static_cast<quint16>(payload.size() + 2), segment.data() + 2);
    segment += payload;
    const qint64 at = has ? segments->xmpAt : segments->place;
    const qint64 old = has ? 4 + xmpName().size() + segments->xmp.size() : 0;
    return from.seek(0) && copyBytes(from, to, at) && to.write(segment) == segment.size()
        && copyRest(from, to, at + old);
}

} // namespace facet::client
