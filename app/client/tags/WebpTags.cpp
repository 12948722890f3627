#include "client/tags/WebpTags.h"

#include "client/tags/StreamCopy.h"
#include "client/tags/XmpPacket.h"

#include <QSize>
#include <QtEndian>

#include <limits>

namespace facet::client {

namespace {

constexpr int mostChunks = 10'000;
constexpr qint64 mostXmp = 1 << 20; // bytes
constexpr char xmpFlag = 0x04;
constexpr char alphaFlag = 0x10;

struct Chunk {
    QByteArray name;
    qint64 at = 0; ///< of its name
    qint64 size = 0; ///< of its payload
    qint64 end() const { return at + 8 + size + (size & 1); }
};

QByteArray littleEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(value, bytes.data());
    return bytes;
}

std::optional<QList<Chunk>> chunksOf(QIODevice &file)
{
    if (!file.seek(0))
        return {};
    const QByteArray head = file.read(12);
    if (head.size() != 12 || !head.startsWith("RIFF") || head.mid(8) != "WEBP")
        return {};
    const qint64 end = 8 + qint64(qFromLittleEndian<quint32>(head.constData() + 4));
    if (end > file.size())
        return {};
    QList<Chunk> chunks;
    qint64 at = 12;
    while (at + 8 <= end && chunks.size() < mostChunks) {
        if (!file.seek(at))
            return {};
        const QByteArray one = file.read(8);
        if (one.size() != 8)
            return {};
        const Chunk chunk{ one.left(4), at, qFromLittleEndian<quint32>(one.constData() + 4) };
        if (chunk.at + 8 + chunk.size > end)
            return {};
        chunks.append(chunk);
        at = chunk.end();
    }
    return chunks;
}

QByteArray payloadOf(QIODevice &file, const Chunk &chunk, qint64 most)
{
    return file.seek(chunk.at + 8) ? file.read(std::min(chunk.size, most)) : QByteArray();
}

const Chunk *find(const QList<Chunk> &chunks, const char *name)
{
    for (const Chunk &chunk : chunks) {
        if (chunk.name == name)
            return &chunk;
    }
    return nullptr;
}

/// VP8X for a file in the simple form: its flags and canvas.
QByteArray extendedHeader(QIODevice &file, const QList<Chunk> &chunks)
{
    QSize size;
    bool alpha = false;
    if (const Chunk *lossy = find(chunks, "VP8 ")) {
        const QByteArray head = payloadOf(file, *lossy, 10);
        if (head.size() == 10 && head.mid(3, 3) == QByteArrayLiteral("\x9d\x01\x2a"))
            size = QSize(qFromLittleEndian<quint16>(head.constData() + 6) & 0x3fff,
                qFromLittleEndian<quint16>(head.constData() + 8) & 0x3fff);
    } else if (const Chunk *lossless = find(chunks, "VP8L")) {
        const QByteArray head = payloadOf(file, *lossless, 5);
        if (head.size() == 5 && head[0] == 0x2f) {
            const quint32 bits = qFromLittleEndian<quint32>(head.constData() + 1);
            size = QSize(int(bits & 0x3fff) + 1, int((bits >> 14) & 0x3fff) + 1);
            alpha = (bits >> 28) & 1;
        }
    }
    if (size.isEmpty())
        return {};
    QByteArray header = "VP8X" + littleEndian(10) + QByteArray(10, '\0');
    header[8] = static_cast<char>(xmpFlag | (alpha ? alphaFlag : 0));
    const QByteArray width = littleEndian(static_cast<quint32>(size.width() - 1)).left(3);
    const QByteArray height = littleEndian(static_cast<quint32>(size.height() - 1)).left(3);
    return header.left(12) + width + height;
}

} // namespace

std::optional<ResultTags::Words> webpWords(QIODevice &file)
{
    const std::optional<QList<Chunk>> chunks = chunksOf(file);
    if (!chunks)
        return {};
    const Chunk *xmp = find(*chunks, "XMP ");
    if (!xmp || xmp->size > mostXmp)
        return ResultTags::Words();
    return xmpWords(payloadOf(file, *xmp, mostXmp));
}

bool writeWebp(QIODevice &from, QIODevice &to, const ResultTags::Words &words)
{
    const std::optional<QList<Chunk>> chunks = chunksOf(from);
    if (!chunks || chunks->isEmpty())
        return false;
    const Chunk *old = find(*chunks, "XMP ");
    const Chunk *extended = find(*chunks, "VP8X");
    if (old && old->size > mostXmp)
        return false;
    QByteArray packet = old ? xmpWith(payloadOf(from, *old, mostXmp), words) : xmpPacket(words);
    QByteArray header;
    if (extended) {
        header = "VP8X" + littleEndian(10) + payloadOf(from, *extended, 10);
        if (extended->size != 10 || header.size() != 18)
            return false;
        header[8] = static_cast<char>(header[8] | xmpFlag);
    } else {
        header = extendedHeader(from, *chunks);
    }
    if (packet.isEmpty() || header.isEmpty())
        return false;
    QByteArray xmp = "XMP " + littleEndian(static_cast<quint32>(packet.size())) + packet;
    if (packet.size() & 1)
        xmp += '\0';

    qint64 size = 4 + header.size() + xmp.size();
    for (const Chunk &chunk : *chunks) {
        if (&chunk != old && &chunk != extended)
            size += chunk.end() - chunk.at;
    }
    if (size > std::numeric_limits<quint32>::max())
        return false;
    const QByteArray head = "RIFF" + littleEndian(static_cast<quint32>(size)) + "WEBP" + header;
    if (to.write(head) != head.size())
        return false;
    for (const Chunk &chunk : *chunks) {
        if (&chunk == old || &chunk == extended)
            continue;
        if (!from.seek(chunk.at) || !copyBytes(from, to, chunk.end() - chunk.at))
            return false;
    }
    return to.write(xmp) == xmp.size();
}

} // namespace facet::client
