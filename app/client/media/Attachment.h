#pragma once

#include "domain/Enums.h"
#include "domain/Error.h"

#include <QImage>
#include <QSize>
#include <QStringList>

namespace facet::client {

/// The bytes as they came, kept under the profile and never changed.
struct OriginalFile {
    QString path; ///< empty: not known (attached by a Facet before this was kept)
    QString mime; ///< by content
    qint64 bytes = 0;
    QSize size; ///< pixels, upright; empty for sound
    friend bool operator==(const OriginalFile &, const OriginalFile &) = default;
};

/// What is done to a picture between its original and what is sent. What is sent is made anew from the
/// original at every change, so that any part of this can be taken back.
struct PictureWork {
    QString editedPath; ///< PNG of the pixels that took the original's place (a crop); empty: the original's
    QString editedNotice; ///< what was edited, in the user's language
    QString background; ///< "#rrggbb" put behind its transparent parts; empty: they stay
    bool keepSize = false; ///< resizing was taken back: limits are not applied
    qint64 maxPixels = 0; ///< fitted to so many pixels; 0: no limit
    qint64 maxBytes = 0; ///< fitted to so many bytes; 0: no limit
    friend bool operator==(const PictureWork &, const PictureWork &) = default;
};

/// A file in the composer or in a sent message. The original bytes are kept under the profile as they came.
struct Attachment {
    enum class State {
        Reading, ///< on its way in: nothing can be sent yet
        Working, ///< complete, and being made anew after a change of `work`
        Ready,
        Failed,
    };

    QString id; ///< unique in this profile
    InputRole role = InputRole::Reference;
    State state = State::Reading;
    QString fileName; ///< the original's, as people know it, NFC
    QString path; ///< the bytes that are sent, under the profile; the original's when nothing had to be done
    QString mime; ///< of `path`, by content
    QString sha256; ///< hex, of `path`
    QSize size; ///< of `path`: pixels, upright; empty for sound
    qint64 bytes = 0; ///< of `path`
    qint64 durationMs = 0; ///< of a video or a sound; 0: a picture, or not known
    QImage thumbnail; ///< at most 480 pixels on the long side, upright; with alpha when `transparent`
    QStringList notices; ///< what was done to it: "Turned upright", "Resized from 8000 × 6000"
    std::optional<Error> error; ///< Failed: why, and what to do

    OriginalFile original;
    PictureWork work;
    bool transparent = false; ///< parts of the picture that is sent can be seen through
    bool resized = false; ///< it was made smaller to fit `work`'s limits
    /// Kept aside: the model that was chosen does not take it. Not sent, not priced, not lost.
    bool aside = false;

    bool isPicture() const { return mime.startsWith(QLatin1String("image/")); }
    /// What is sent is not what came.
    bool isChanged() const { return !original.path.isEmpty() && original.path != path; }
};

} // namespace facet::client
