#include "service/uploads/MediaCheck.h"

#include "service/uploads/FileBytes.h"
#include "service/uploads/IsoFacts.h"
#include "service/uploads/SoundFacts.h"
#include "service/uploads/WebmFacts.h"

namespace facet::service {

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
