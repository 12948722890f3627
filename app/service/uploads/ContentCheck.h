#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace facet::service {

/// What a finished upload turned out to be.
struct ContentFacts {
    QString sha256; ///< hex
    QString mime;
    int width = 0; ///< pixels, upright by EXIF; 0 for sound
    int height = 0;
    std::optional<double> durationS = {}; ///< of a video or a sound
};

/// Longest video or sound that is taken.
inline constexpr int longestMediaS = 600;

enum class ContentFault {
    Unreadable, ///< the disk
    OtherChecksum, ///< not the sha256 that was declared
    NotTaken, ///< none of the types that are taken
    Damaged,
    TooManyPixels,
    TooLong, ///< above longestMediaS
};

/// Types that are taken, by MIME name.
QStringList takenTypes();

/// Hashes the file, tells its type by its bytes (never by a name), and decodes a picture as far as it takes
/// to know that it is whole; of a video or a sound the container is read (MediaCheck). Takes time in
/// proportion to the file: not for the main thread.
std::variant<ContentFacts, ContentFault> checkContent(
    const QString &path, const QString &declaredSha256, qint64 maxPixels);

} // namespace facet::service
