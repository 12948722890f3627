#include "service/uploads/WebmFacts.h"

#include "service/uploads/FileBytes.h"

#include <algorithm>
#include <bit>

namespace facet::service {

namespace {

constexpr qint64 largestHead = 32 * 1024 * 1024; // bytes

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

} // namespace

std::optional<MediaFacts> webmFacts(QFile &file)
{
    const QByteArray data = readAt(file, 0, std::min(file.size(), largestHead));
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

} // namespace facet::service
