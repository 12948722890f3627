#include "client/tags/Mp4Boxes.h"

#include <QIODevice>
#include <QtEndian>

#include <limits>

namespace facet::client {

namespace {

constexpr int mostBoxes = 100'000;
constexpr int deepest = 8;

/// A box whose head begins `bytes`; `room`: how much there is for it. Empty: not a box that fits.
std::optional<Mp4Box> readBox(const QByteArray &bytes, qint64 at, qint64 room)
{
    if (bytes.size() < 8)
        return {};
    Mp4Box box;
    box.at = at;
    box.size = qFromBigEndian<quint32>(bytes.constData());
    box.type = bytes.mid(4, 4);
    if (box.size == 1) {
        if (bytes.size() < 16)
            return {};
        box.head = 16;
        const quint64 size = qFromBigEndian<quint64>(bytes.constData() + 8);
        if (size > quint64(room))
            return {};
        box.size = qint64(size);
    } else if (box.size == 0) {
        box.size = room; // to the end
    }
    if (box.size < box.head || box.size > room)
        return {};
    return box;
}

bool isContainer(const QByteArray &type)
{
    return type == "trak" || type == "mdia" || type == "minf" || type == "stbl" || type == "traf";
}

template <typename Visit>
bool walk(const QByteArray &bytes, qint64 from, qint64 to, int depth, const Visit &visit)
{
    if (depth > deepest)
        return false;
    for (const Mp4Box &box : mp4Boxes(bytes, from, to)) {
        if (isContainer(box.type) ? !walk(bytes, box.at + box.head, box.end(), depth + 1, visit)
                                  : !visit(box))
            return false;
    }
    return true;
}

template <typename Number>
bool moveTable(QByteArray &bytes, const Mp4Box &box, qint64 from, qint64 by)
{
    const qint64 table = box.at + box.head + 8; // behind version, flags and count
    if (table > box.end())
        return false;
    const qint64 count = qFromBigEndian<quint32>(bytes.constData() + table - 4);
    if (count > (box.end() - table) / qint64(sizeof(Number)))
        return false;
    for (qint64 n = 0; n < count; ++n) {
        char *place = bytes.data() + table + n * qint64(sizeof(Number));
        const quint64 offset = qFromBigEndian<Number>(place);
        if (offset < quint64(from))
            continue;
        const quint64 moved = offset + quint64(by);
        if (moved > std::numeric_limits<Number>::max())
            return false;
        qToBigEndian(static_cast<Number>(moved), place);
    }
    return true;
}

} // namespace

std::optional<QList<Mp4Box>> mp4Boxes(QIODevice &file)
{
    QList<Mp4Box> boxes;
    qint64 at = 0;
    while (at < file.size()) {
        if (boxes.size() >= mostBoxes || !file.seek(at))
            return {};
        const std::optional<Mp4Box> box = readBox(file.read(16), at, file.size() - at);
        if (!box)
            return {};
        boxes.append(*box);
        at = box->end();
    }
    return boxes;
}

QList<Mp4Box> mp4Boxes(const QByteArray &bytes, qint64 from, qint64 to)
{
    QList<Mp4Box> boxes;
    while (from + 8 <= to && boxes.size() < mostBoxes) {
        const std::optional<Mp4Box> box =
            readBox(bytes.mid(from, std::min<qint64>(16, to - from)), from, to - from);
        if (!box)
            break;
        boxes.append(*box);
        from = box->end();
    }
    return boxes;
}

QByteArray bigEndian32(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray mp4Box(const char *type, const QByteArray &payload)
{
    return bigEndian32(static_cast<quint32>(payload.size() + 8)) + QByteArray(type, 4) + payload;
}

bool moveChunks(QByteArray &moov, qint64 from, qint64 by)
{
    const QList<Mp4Box> whole = mp4Boxes(moov, 0, moov.size());
    if (whole.size() != 1)
        return false;
    // Found first, changed then: the walk reads what is changed.
    QList<Mp4Box> tables;
    const bool walked = walk(moov, whole.constFirst().head, moov.size(), 0, [&tables](const Mp4Box &box) {
        if (box.type == "stco" || box.type == "co64")
            tables.append(box);
        return true;
    });
    if (!walked)
        return false;
    for (const Mp4Box &table : tables) {
        if (table.type == "stco" ? !moveTable<quint32>(moov, table, from, by)
                                 : !moveTable<quint64>(moov, table, from, by))
            return false;
    }
    return true;
}

void moveFragment(QByteArray &moof, qint64 from, qint64 by)
{
    constexpr quint32 hasBase = 0x000001;
    QList<qint64> places;
    walk(moof, 8, moof.size(), 0, [&](const Mp4Box &box) {
        const qint64 flagsAt = box.at + box.head;
        if (box.type == "tfhd" && box.size >= box.head + 16
            && (qFromBigEndian<quint32>(moof.constData() + flagsAt) & hasBase))
            places.append(flagsAt + 8);
        return true;
    });
    for (const qint64 place : places) {
        const quint64 base = qFromBigEndian<quint64>(moof.constData() + place);
        if (base >= quint64(from))
            qToBigEndian(base + quint64(by), moof.data() + place);
    }
}

} // namespace facet::client
