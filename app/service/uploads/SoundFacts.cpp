#include "service/uploads/SoundFacts.h"

#include "service/uploads/FileBytes.h"

#include <algorithm>

namespace facet::service {

namespace {

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
    const auto version = static_cast<int>(head >> 19 & 3); // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    const auto layer = static_cast<int>(head >> 17 & 3); // 1: layer III
    const auto rateIndex = static_cast<int>(head >> 10 & 3);
    const auto bitIndex = static_cast<int>(head >> 12 & 15);
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

} // namespace

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

} // namespace facet::service
