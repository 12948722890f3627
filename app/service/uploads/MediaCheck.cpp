#include "service/uploads/MediaCheck.h"

#include <QFile>
#include <QSizeF>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace facet::service {

namespace {

constexpr qint64 largestIndex = 32 * 1024 * 1024; // bytes of "moov", or of a WebM's head

quint16 be16(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint16>(data.constData() + at);
}
quint32 be32(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint32>(data.constData() + at);
}
quint64 be64(const QByteArray &data, qsizetype at)
{
    return qFromBigEndian<quint64>(data.constData() + at);
}
quint32 le32(const QByteArray &data, qsizetype at)
{
    return qFromLittleEndian<quint32>(data.constData() + at);
}

QByteArray readAt(QFile &file, qint64 at, qint64 size)
{
    return file.seek(at) ? file.read(size) : QByteArray();
}

// ---- MP4, MOV, M4A (ISO/IEC 14496-12) -----------------------------------------------------------------

/// Calls `take(type, from, to)` for each box in `data`.
template <typename Take>
void eachBox(const QByteArray &data, qsizetype from, qsizetype to, Take take)
{
    while (from + 8 <= to) {
        quint64 size = be32(data, from);
        qsizetype head = 8;
        if (size == 1 && from + 16 <= to) {
            size = be64(data, from + 8);
            head = 16;
        } else if (size == 0) {
            size = static_cast<quint64>(to - from);
        }
        if (size < static_cast<quint64>(head) || size > static_cast<quint64>(to - from))
            return;
        take(data.mid(from + 4, 4), from + head, from + static_cast<qsizetype>(size));
        from += static_cast<qsizetype>(size);
    }
}

struct Movie {
    double seconds = 0;
    bool video = false;
    bool sound = false;
    int width = 0;
    int height = 0;
};

void readTrack(const QByteArray &data, qsizetype from, qsizetype to, Movie &movie)
{
    QByteArray handler;
    QSizeF size;
    bool turned = false;
    eachBox(data, from, to, [&](const QByteArray &type, qsizetype start, qsizetype end) {
        if (type == "tkhd" && end - start >= 84) {
            const qsizetype matrix = start + (data[start] == 1 ? 52 : 40);
            if (matrix + 44 <= end) {
                // 16.16 fixed point; a and d are 0 when the picture is turned by a quarter.
                turned = be32(data, matrix) == 0 && be32(data, matrix + 16) == 0;
                size = QSizeF(be32(data, matrix + 36) / 65536.0, be32(data, matrix + 40) / 65536.0);
            }
        } else if (type == "mdia") {
            eachBox(data, start, end, [&](const QByteArray &inner, qsizetype s, qsizetype e) {
                if (inner == "hdlr" && e - s >= 12)
                    handler = data.mid(s + 8, 4);
            });
        }
    });
    if (handler == "soun")
        movie.sound = true;
    if (handler != "vide")
        return;
    movie.video = true;
    if (turned)
        size.transpose();
    movie.width = static_cast<int>(std::lround(size.width()));
    movie.height = static_cast<int>(std::lround(size.height()));
}

Movie readMovie(const QByteArray &data)
{
    Movie movie;
    eachBox(data, 0, data.size(), [&](const QByteArray &type, qsizetype start, qsizetype end) {
        if (type == "mvhd" && end - start >= 32) {
            const bool wide = data[start] == 1;
            const double scale = be32(data, start + (wide ? 20 : 12));
            const double length = wide ? static_cast<double>(be64(data, start + 24))
                                       : static_cast<double>(be32(data, start + 16));
            movie.seconds = scale > 0 ? length / scale : 0;
        } else if (type == "trak") {
            readTrack(data, start, end, movie);
        }
    });
    return movie;
}

std::optional<MediaFacts> isoFacts(QFile &file, const QByteArray &head)
{
    MediaFacts facts;
    bool hasIndex = false;
    bool hasMedia = false;
    Movie movie;
    qint64 at = 0;
    while (at + 8 <= file.size()) {
        const QByteArray box = readAt(file, at, 16);
        quint64 size = be32(box, 0);
        qint64 offset = 8;
        if (size == 1 && box.size() == 16) {
            size = be64(box, 8);
            offset = 16;
        } else if (size == 0) {
            size = static_cast<quint64>(file.size() - at);
        }
        const qint64 left = file.size() - at;
        if (size < static_cast<quint64>(offset) || size > static_cast<quint64>(left)) {
            facts.whole = false;
            break;
        }
        const auto length = static_cast<qint64>(size);
        const QByteArray type = box.mid(4, 4);
        if (type == "moov" && length <= largestIndex) {
            movie = readMovie(readAt(file, at + offset, length - offset));
            hasIndex = true;
        }
        hasMedia = hasMedia || type == "mdat" || type == "moof";
        at += length;
    }
    facts.whole = facts.whole && hasIndex && hasMedia;
    if (hasIndex && !movie.video && !movie.sound)
        return std::nullopt;
    const QByteArray brand = head.mid(8, 4);
    facts.mime = movie.video || !hasIndex
        ? (brand == "qt  " ? QStringLiteral("video/quicktime") : QStringLiteral("video/mp4"))
        : QStringLiteral("audio/mp4");
    facts.width = movie.width;
    facts.height = movie.height;
    facts.durationS = movie.seconds;
    return facts;
}

// ---- WebM (RFC 8794, RFC 9559) ------------------------------------------------------------------------

struct Element {
    quint32 id = 0;
    quint64 size = 0;
    bool open = false; ///< its size is not known
    qsizetype data = 0; ///< where its content begins
};

std::optional<Element> elementAt(const QByteArray &data, qsizetype at)
{
    const auto width = [&](qsizetype i) {
        return i < data.size() ? std::countl_zero(static_cast<quint8>(data[i])) + 1 : 9;
    };
    Element element;
    const int idWidth = width(at);
    if (idWidth > 4 || at + idWidth >= data.size())
        return std::nullopt;
    for (int i = 0; i < idWidth; ++i)
        element.id = element.id << 8 | static_cast<quint8>(data[at + i]);
    at += idWidth;
    const int sizeWidth = width(at);
    if (sizeWidth > 8 || at + sizeWidth > data.size())
        return std::nullopt;
    quint64 ones = (1ULL << (7 * sizeWidth)) - 1;
    for (int i = 0; i < sizeWidth; ++i)
        element.size = element.size << 8 | static_cast<quint8>(data[at + i]);
    element.size &= ones;
    element.open = element.size == ones;
    element.data = at + sizeWidth;
    return element;
}

template <typename Take>
void eachElement(const QByteArray &data, qsizetype from, qsizetype to, Take take)
{
    while (from < to) {
        const auto element = elementAt(data, from);
        if (!element)
            return;
        const quint64 left = static_cast<quint64>(to - element->data);
        const qsizetype end = element->open || element->size > left
            ? to
            : element->data + static_cast<qsizetype>(element->size);
        if (!take(*element, end))
            return;
        from = end;
    }
}

quint64 number(const QByteArray &data, qsizetype from, qsizetype to)
{
    quint64 value = 0;
    for (qsizetype i = from; i < to && i < from + 8; ++i)
        value = value << 8 | static_cast<quint8>(data[i]);
    return value;
}

double real(const QByteArray &data, qsizetype from, qsizetype to)
{
    if (to - from == 4)
        return std::bit_cast<float>(be32(data, from));
    return to - from == 8 ? std::bit_cast<double>(be64(data, from)) : 0;
}

std::optional<MediaFacts> webmFacts(QFile &file)
{
    const QByteArray data = readAt(file, 0, std::min(file.size(), largestIndex));
    const auto header = elementAt(data, 0);
    if (!header
        || !data.mid(header->data, static_cast<qsizetype>(std::min<quint64>(header->size, 256)))
                .contains("webm"))
        return std::nullopt; // Matroska holds anything
    const auto segment = elementAt(data, header->data + static_cast<qsizetype>(header->size));
    if (!segment || segment->id != 0x18538067)
        return std::nullopt;
    MediaFacts facts;
    facts.whole = segment->open || segment->size <= static_cast<quint64>(file.size() - segment->data);
    double duration = 0;
    double scale = 1'000'000;
    bool video = false;
    bool sound = false;
    bool media = false;
    eachElement(data, segment->data, data.size(), [&](const Element &part, qsizetype end) {
        if (part.id == 0x1F43B675) { // Cluster: the head is over
            media = true;
            return false;
        }
        eachElement(data, part.data, end, [&](const Element &inner, qsizetype innerEnd) {
            if (part.id == 0x1549A966 && inner.id == 0x2AD7B1)
                scale = static_cast<double>(number(data, inner.data, innerEnd));
            else if (part.id == 0x1549A966 && inner.id == 0x4489)
                duration = real(data, inner.data, innerEnd);
            else if (part.id == 0x1654AE6B && inner.id == 0xAE)
                eachElement(data, inner.data, innerEnd, [&](const Element &field, qsizetype fieldEnd) {
                    if (field.id == 0x83) {
                        const quint64 kind = number(data, field.data, fieldEnd);
                        video = video || kind == 1;
                        sound = sound || kind == 2;
                    } else if (field.id == 0xE0) {
                        eachElement(data, field.data, fieldEnd, [&](const Element &size, qsizetype sizeEnd) {
                            const auto pixels = static_cast<int>(
                                std::min<quint64>(number(data, size.data, sizeEnd), 1'000'000));
                            if (size.id == 0xB0)
                                facts.width = pixels;
                            else if (size.id == 0xBA)
                                facts.height = pixels;
                            return true;
                        });
                    }
                    return true;
                });
            return true;
        });
        return true;
    });
    if (!video && !sound)
        return std::nullopt;
    facts.whole = facts.whole && media;
    facts.mime = video ? QStringLiteral("video/webm") : QStringLiteral("audio/webm");
    facts.durationS = duration * scale / 1e9;
    return facts;
}

// ---- WAV, MP3, Ogg ------------------------------------------------------------------------------------

std::optional<MediaFacts> waveFacts(QFile &file)
{
    MediaFacts facts;
    facts.mime = QStringLiteral("audio/wav");
    double bytesPerSecond = 0;
    qint64 at = 12;
    while (at + 8 <= file.size()) {
        const QByteArray chunk = readAt(file, at, 24);
        const QByteArray type = chunk.left(4);
        const qint64 size = le32(chunk, 4);
        if (type == "fmt " && chunk.size() >= 20)
            bytesPerSecond = le32(chunk, 16);
        if (type == "data") {
            facts.whole = bytesPerSecond > 0 && size > 0 && at + 8 + size <= file.size();
            facts.durationS = bytesPerSecond > 0 ? static_cast<double>(size) / bytesPerSecond : 0;
            return facts;
        }
        at += 8 + size + size % 2;
    }
    facts.whole = false;
    return facts;
}

struct Mp3Frame {
    int bytes = 0;
    int samples = 0;
    int rate = 0;
    int bitrate = 0; ///< bits a second
};

std::optional<Mp3Frame> mp3FrameAt(const QByteArray &data, qsizetype at)
{
    if (at + 4 > data.size())
        return std::nullopt;
    const quint32 head = be32(data, at);
    const int version = head >> 19 & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    const int layer = head >> 17 & 3; // 1: layer III
    const int rateIndex = head >> 10 & 3;
    const int bitIndex = head >> 12 & 15;
    if (head >> 21 != 0x7FF || version == 1 || layer != 1 || rateIndex == 3 || bitIndex == 0
        || bitIndex == 15)
        return std::nullopt;
    static constexpr int rates[] = { 44100, 48000, 32000 };
    static constexpr int one[] = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320 };
    static constexpr int two[] = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
    Mp3Frame frame;
    frame.rate = rates[rateIndex] / (version == 3 ? 1 : version == 2 ? 2 : 4);
    frame.bitrate = (version == 3 ? one : two)[bitIndex] * 1000;
    frame.samples = version == 3 ? 1152 : 576;
    frame.bytes = frame.samples / 8 * frame.bitrate / frame.rate + static_cast<int>(head >> 9 & 1);
    return frame;
}

std::optional<MediaFacts> mp3Facts(QFile &file, const QByteArray &head)
{
    qint64 start = 0;
    if (head.startsWith("ID3") && head.size() >= 10) {
        for (int i = 6; i < 10; ++i)
            start = start << 7 | (head[i] & 0x7F);
        start += 10;
    }
    const QByteArray data = readAt(file, start, 16 * 1024);
    for (qsizetype at = 0; at + 4 < data.size(); ++at) {
        const auto first = mp3FrameAt(data, at);
        // Two in a row: a single match is chance.
        if (!first || !mp3FrameAt(data, at + first->bytes))
            continue;
        MediaFacts facts;
        facts.mime = QStringLiteral("audio/mpeg");
        const QByteArray frame = data.mid(at, first->bytes);
        const qsizetype tag = std::max(frame.indexOf("Xing"), frame.indexOf("Info"));
        if (tag > 0 && tag + 12 <= frame.size() && (be32(frame, tag + 4) & 1))
            facts.durationS = static_cast<double>(be32(frame, tag + 8)) * first->samples / first->rate;
        else
            facts.durationS = static_cast<double>(file.size() - start) * 8 / first->bitrate;
        return facts;
    }
    return std::nullopt;
}

std::optional<MediaFacts> oggFacts(QFile &file)
{
    const QByteArray head = readAt(file, 0, 256);
    double rate = 0;
    if (const qsizetype vorbis = head.indexOf("\x01vorbis"); vorbis > 0 && vorbis + 16 <= head.size())
        rate = le32(head, vorbis + 12);
    else if (head.contains("OpusHead"))
        rate = 48'000;
    if (rate <= 0)
        return std::nullopt;
    MediaFacts facts;
    facts.mime = QStringLiteral("audio/ogg");
    constexpr qint64 tail = 128 * 1024; // a page has at most 64 KiB
    const QByteArray end = readAt(file, std::max<qint64>(0, file.size() - tail), tail);
    const qsizetype page = end.lastIndexOf("OggS");
    facts.whole =
        page >= 0 && page + 14 <= end.size() && (end[page + 5] & 4); // the page that says it is the last
    if (facts.whole)
        facts.durationS = static_cast<double>(qFromLittleEndian<qint64>(end.constData() + page + 6)) / rate;
    return facts;
}

} // namespace

QStringList takenMediaTypes()
{
    return { QStringLiteral("video/mp4"), QStringLiteral("video/quicktime"), QStringLiteral("video/webm"),
        QStringLiteral("audio/mp4"), QStringLiteral("audio/webm"), QStringLiteral("audio/wav"),
        QStringLiteral("audio/mpeg"), QStringLiteral("audio/ogg") };
}

std::optional<MediaFacts> mediaFacts(QFile &file)
{
    const QByteArray head = readAt(file, 0, 16);
    if (head.size() < 16)
        return std::nullopt;
    if (head.mid(4, 4) == "ftyp")
        return isoFacts(file, head);
    if (head.startsWith("\x1A\x45\xDF\xA3"))
        return webmFacts(file);
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE")
        return waveFacts(file);
    if (head.startsWith("OggS"))
        return oggFacts(file);
    if (head.startsWith("ID3") || (be16(head, 0) & 0xFFE0) == 0xFFE0)
        return mp3Facts(file, head);
    return std::nullopt;
}

} // namespace facet::service
