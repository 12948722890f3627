#include "client/tags/PngTags.h"

#include "client/tags/StreamCopy.h"

#include <QByteArray>
#include <QIODevice>
#include <QtEndian>

#include <array>

namespace facet::client {

namespace {

constexpr int mostChunks = 10'000;
constexpr qint64 mostText = 256 << 10; // bytes of a text chunk
constexpr qsizetype mostPacked = 32 << 10; // bytes; zlib makes a thousand of one at most
constexpr qint64 headEnd = 8 + 4 + 4 + 13 + 4; // signature, IHDR

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> made{};
        for (quint32 n = 0; n < 256; ++n) {
            quint32 c = n;
            for (int k = 0; k < 8; ++k)
                c = (c & 1) ? 0xedb88320U ^ (c >> 1) : c >> 1;
            made[n] = c;
        }
        return made;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<quint8>(byte)) & 0xff] ^ (crc >> 8);
    return crc ^ 0xffffffffU;
}

QByteArray bigEndian(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(),
        [](QChar c) { return c == u'\n' || (c.unicode() >= 0x20 && c.unicode() < 0x7f); });
}

QByteArray chunk(const QString &name, const QString &value)
{
    QByteArray body;
    if (isPlain(value))
        body = "tEXt" + name.toLatin1() + '\0' + value.toLatin1();
    else // not compressed, no language, no translated keyword
        body = "iTXt" + name.toLatin1() + QByteArray(5, '\0') + value.toUtf8();
    return bigEndian(static_cast<quint32>(body.size() - 4)) + body + bigEndian(crc32(body));
}

/// qUncompress wants the length before it; what it comes to is bounded by what went in.
QByteArray unpacked(const QByteArray &packed)
{
    return packed.size() > mostPacked ? QByteArray() : qUncompress(bigEndian(0) + packed);
}

void readText(const QByteArray &type, const QByteArray &body, ResultTags::Words &words)
{
    const qsizetype nameEnd = body.indexOf('\0');
    if (nameEnd <= 0)
        return;
    const QString name = QString::fromLatin1(body.left(nameEnd));
    if (words.contains(name))
        return;
    if (type == "tEXt") {
        words.insert(name, QString::fromLatin1(body.mid(nameEnd + 1)));
    } else if (type == "zTXt") {
        words.insert(name, QString::fromLatin1(unpacked(body.mid(nameEnd + 2))));
    } else if (body.size() > nameEnd + 3) { // iTXt: packed or not, how, language, translated name
        const bool isPacked = body.at(nameEnd + 1) == 1;
        const qsizetype languageEnd = body.indexOf('\0', nameEnd + 3);
        const qsizetype translatedEnd = languageEnd < 0 ? -1 : body.indexOf('\0', languageEnd + 1);
        if (translatedEnd < 0)
            return;
        const QByteArray text = body.mid(translatedEnd + 1);
        words.insert(name, QString::fromUtf8(isPacked ? unpacked(text) : text));
    }
}

} // namespace

std::optional<ResultTags::Words> pngWords(QIODevice &file)
{
    // By hand: QImageReader folds the white space of what it reads.
    ResultTags::Words words;
    if (!file.seek(8))
        return {};
    for (int n = 0; n < mostChunks; ++n) {
        const QByteArray head = file.read(8);
        if (head.size() != 8)
            break;
        const qint64 size = qFromBigEndian<quint32>(head.constData());
        const QByteArray type = head.mid(4);
        if (type == "IDAT" || type == "IEND")
            break;
        const bool isText = type == "tEXt" || type == "zTXt" || type == "iTXt";
        if (isText && size <= mostText)
            readText(type, file.read(size), words);
        else if (!file.seek(file.pos() + size))
            break;
        file.skip(4); // CRC
    }
    return words;
}

bool writePng(QIODevice &from, QIODevice &to, const ResultTags::Words &words)
{
    const QByteArray head = from.read(headEnd);
    if (head.size() != headEnd || head.mid(12, 4) != "IHDR")
        return false;
    QByteArray chunks;
    for (auto word = words.cbegin(); word != words.cend(); ++word)
        chunks += chunk(word.key(), word.value());
    return to.write(head) == head.size() && to.write(chunks) == chunks.size() && copyRest(from, to, headEnd);
}

} // namespace facet::client
