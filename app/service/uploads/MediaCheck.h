#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QFile;

namespace facet::service {

/// What a video or a sound turned out to be, by its container alone: nothing is decoded, and no library that
/// could is loaded into the service.
struct MediaFacts {
    QString mime;
    int width = 0; ///< pixels, upright; 0 for sound
    int height = 0;
    double durationS = 0; ///< 0: the container does not say
    bool whole = true; ///< false: it ends in the middle
};

/// Types that are taken, by MIME name.
QStringList takenMediaTypes();

/// MP4, MOV, M4A, WebM, WAV, MP3, Ogg (Vorbis, Opus). Empty: none of these.
std::optional<MediaFacts> mediaFacts(QFile &file);

} // namespace facet::service
