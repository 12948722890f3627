#include "service/uploads/IsoFacts.h"

#include "service/uploads/FileBytes.h"

#include <QSizeF>

#include <algorithm>
#include <cmath>

namespace facet::service {

namespace {

constexpr qint64 largestIndex = 32 * 1024 * 1024; // bytes of "moov"

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

} // namespace

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

} // namespace facet::service
