#include "client/tags/Mp4Tags.h"

#include "client/tags/Mp4Boxes.h"
#include "client/tags/StreamCopy.h"

#include <QIODevice>
#include <QtEndian>

namespace facet::client {

namespace {

constexpr qint64 mostMovie = 64 << 20; // bytes of a movie box or of a fragment's
constexpr quint32 mostKeys = 1'000;
constexpr qint64 mostValue = 256 << 10; // bytes

struct Entry {
    QByteArray key;
    QByteArray item; ///< what its box in ilst holds
};

/// Where the movie's metadata is, and what it says.
struct Metadata {
    QList<Entry> entries;
    std::optional<Mp4Box> box; ///< the meta box
    std::optional<Mp4Box> udta; ///< the box around it, when that is one
};

QByteArray within(const QByteArray &bytes, const Mp4Box &box)
{
    return bytes.mid(box.at + box.head, box.size - box.head);
}

/// The entries of a meta box with the handler "mdta"; empty: of another kind.
std::optional<QList<Entry>> entriesOf(const QByteArray &moov, const Mp4Box &meta)
{
    qint64 from = meta.at + meta.head;
    // A full box in ISO files, a plain one in QuickTime's.
    if (moov.mid(from + 4, 4) != "hdlr")
        from += 4;
    QByteArray keys;
    QByteArray items;
    bool isKeyed = false;
    for (const Mp4Box &box : mp4Boxes(moov, from, meta.end())) {
        if (box.type == "hdlr")
            isKeyed = within(moov, box).mid(8, 4) == "mdta";
        else if (box.type == "keys")
            keys = within(moov, box);
        else if (box.type == "ilst")
            items = within(moov, box);
    }
    if (!isKeyed)
        return {};
    QList<Entry> entries;
    if (keys.size() < 8)
        return entries;
    const quint32 count = qFromBigEndian<quint32>(keys.constData() + 4);
    for (const Mp4Box &key : mp4Boxes(keys, 8, keys.size())) { // size, namespace, name: the form of a box
        if (quint32(entries.size()) >= std::min(count, mostKeys))
            break;
        entries.append({ key.type == "mdta" ? within(keys, key) : QByteArray(), {} });
    }
    for (const Mp4Box &item : mp4Boxes(items, 0, items.size())) {
        const quint32 index = qFromBigEndian<quint32>(item.type.constData());
        if (index >= 1 && index <= quint32(entries.size()))
            entries[index - 1].item = within(items, item);
    }
    return entries;
}

Metadata metadataOf(const QByteArray &moov)
{
    Metadata found;
    const auto look = [&](const Mp4Box &meta, const std::optional<Mp4Box> &udta) {
        const std::optional<QList<Entry>> entries = entriesOf(moov, meta);
        if (!entries || found.box)
            return;
        found.entries = *entries;
        found.box = meta;
        found.udta = udta;
    };
    const QList<Mp4Box> whole = mp4Boxes(moov, 0, moov.size());
    if (whole.isEmpty())
        return found;
    for (const Mp4Box &box : mp4Boxes(moov, whole.constFirst().head, moov.size())) {
        if (box.type == "meta")
            look(box, {});
        if (box.type != "udta")
            continue;
        for (const Mp4Box &inner : mp4Boxes(moov, box.at + box.head, box.end())) {
            if (inner.type == "meta")
                look(inner, box);
        }
    }
    return found;
}

QByteArray textItem(const QString &value)
{
    return mp4Box("data", bigEndian32(1) /* UTF-8 */ + bigEndian32(0) + value.toUtf8());
}

QByteArray metaBox(const QList<Entry> &entries)
{
    QByteArray keys = bigEndian32(0) + bigEndian32(static_cast<quint32>(entries.size()));
    QByteArray items;
    quint32 index = 0;
    for (const Entry &entry : entries) {
        keys += mp4Box("mdta", entry.key);
        items += mp4Box(bigEndian32(++index).constData(), entry.item);
    }
    const QByteArray handler = bigEndian32(0) + bigEndian32(0) + "mdta" + QByteArray(13, '\0');
    // A full box, as ISO and ffmpeg have it.
    return mp4Box(
        "meta", bigEndian32(0) + mp4Box("hdlr", handler) + mp4Box("keys", keys) + mp4Box("ilst", items));
}

/// `moov` with the words; empty: it cannot be.
QByteArray withWords(const QByteArray &moov, const ResultTags::Words &words)
{
    const QList<Mp4Box> whole = mp4Boxes(moov, 0, moov.size());
    if (whole.size() != 1 || whole.constFirst().head != 8)
        return {};
    Metadata there = metadataOf(moov);
    for (auto word = words.cbegin(); word != words.cend(); ++word) {
        there.entries.removeIf([&](const Entry &entry) { return entry.key == word.key().toUtf8(); });
        there.entries.append({ word.key().toUtf8(), textItem(word.value()) });
    }
    const QByteArray meta = metaBox(there.entries);
    QByteArray made = moov;
    qint64 grown = meta.size();
    if (there.box) {
        made.replace(there.box->at, there.box->size, meta);
        grown -= there.box->size;
    } else {
        made += meta;
    }
    if (there.udta)
        qToBigEndian(static_cast<quint32>(there.udta->size + grown), made.data() + there.udta->at);
    qToBigEndian(static_cast<quint32>(made.size()), made.data());
    return made;
}

std::optional<Mp4Box> movieIn(const QList<Mp4Box> &boxes)
{
    for (const Mp4Box &box : boxes) {
        if (box.type == "moov" && box.size <= mostMovie)
            return box;
    }
    return {};
}

} // namespace

std::optional<ResultTags::Words> mp4Words(QIODevice &file)
{
    const std::optional<QList<Mp4Box>> boxes = mp4Boxes(file);
    const std::optional<Mp4Box> movie = boxes ? movieIn(*boxes) : std::nullopt;
    if (!movie || !file.seek(movie->at))
        return {};
    const QByteArray moov = file.read(movie->size);
    ResultTags::Words words;
    for (const Entry &entry : metadataOf(moov).entries) {
        const QList<Mp4Box> data = mp4Boxes(entry.item, 0, entry.item.size());
        if (data.isEmpty() || data.constFirst().type != "data" || entry.item.size() > mostValue)
            continue;
        const QByteArray value = within(entry.item, data.constFirst());
        if (value.size() >= 8 && qFromBigEndian<quint32>(value.constData()) == 1)
            words.insert(QString::fromUtf8(entry.key), QString::fromUtf8(value.mid(8)));
    }
    return words;
}

bool writeMp4(QIODevice &from, QIODevice &to, const ResultTags::Words &words)
{
    const std::optional<QList<Mp4Box>> boxes = mp4Boxes(from);
    const std::optional<Mp4Box> movie = boxes ? movieIn(*boxes) : std::nullopt;
    if (!movie || !from.seek(movie->at))
        return false;
    const QByteArray old = from.read(movie->size);
    QByteArray moov = withWords(old, words);
    const qint64 by = moov.size() - old.size();
    if (moov.isEmpty() || !moveChunks(moov, movie->end(), by))
        return false;
    for (const Mp4Box &box : *boxes) {
        if (!from.seek(box.at))
            return false;
        if (box.at == movie->at) {
            if (to.write(moov) != moov.size())
                return false;
        } else if ((box.type == "moof" || box.type == "mfra") && box.size <= mostMovie) {
            QByteArray bytes = from.read(box.size);
            if (box.type == "moof")
                moveFragment(bytes, movie->end(), by);
            else
                bytes.replace(4, 4, "free"); // an index of places that are others now; players do without
            if (to.write(bytes) != bytes.size())
                return false;
        } else if (!copyBytes(from, to, box.size)) {
            return false;
        }
    }
    return true;
}

} // namespace facet::client
