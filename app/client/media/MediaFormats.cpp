#include "client/media/MediaFormats.h"

#include <QtEndian>

namespace facet::client {

namespace {

/// The header of an MPEG audio frame of layer III (ISO/IEC 11172-3, 2.4.2.3).
bool isMp3Frame(const QByteArray &head)
{
    const quint32 bits = qFromBigEndian<quint32>(head.constData());
    const bool sync = bits >> 21 == 0x7FF;
    const bool layer3 = (bits >> 17 & 3) == 1;
    const bool version = (bits >> 19 & 3) != 1;
    return sync && layer3 && version && (bits >> 12 & 15) != 15 && (bits >> 10 & 3) != 3;
}

} // namespace

MediaFormat mediaFormatOf(const QByteArray &head)
{
    if (head.size() < 16)
        return MediaFormat::Unknown;
    if (head.mid(4, 4) == "ftyp")
        return head.mid(8, 4) == "qt  " ? MediaFormat::QuickTime : MediaFormat::Mp4;
    if (head.startsWith("\x1A\x45\xDF\xA3")) // Matroska holds anything; WebM is the part of it that is taken
        return head.left(256).contains("webm") ? MediaFormat::WebM : MediaFormat::Unknown;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE")
        return MediaFormat::Wav;
    if (head.startsWith("OggS"))
        return MediaFormat::Ogg;
    if (head.startsWith("ID3") || isMp3Frame(head))
        return MediaFormat::Mp3;
    return MediaFormat::Unknown;
}

QString mimeOf(MediaFormat format, bool hasPicture)
{
    switch (format) {
    case MediaFormat::Mp4:
        return hasPicture ? QStringLiteral("video/mp4") : QStringLiteral("audio/mp4");
    case MediaFormat::QuickTime:
        return hasPicture ? QStringLiteral("video/quicktime") : QStringLiteral("audio/mp4");
    case MediaFormat::WebM:
        return hasPicture ? QStringLiteral("video/webm") : QStringLiteral("audio/webm");
    case MediaFormat::Wav:
        return QStringLiteral("audio/wav");
    case MediaFormat::Mp3:
        return QStringLiteral("audio/mpeg");
    case MediaFormat::Ogg:
        return QStringLiteral("audio/ogg");
    case MediaFormat::Unknown:
        return {};
    }
    return {};
}

QString endingOf(MediaFormat format)
{
    switch (format) {
    case MediaFormat::Mp4:
        return QStringLiteral("mp4");
    case MediaFormat::QuickTime:
        return QStringLiteral("mov");
    case MediaFormat::WebM:
        return QStringLiteral("webm");
    case MediaFormat::Wav:
        return QStringLiteral("wav");
    case MediaFormat::Mp3:
        return QStringLiteral("mp3");
    case MediaFormat::Ogg:
        return QStringLiteral("ogg");
    case MediaFormat::Unknown:
        return {};
    }
    return {};
}

} // namespace facet::client
