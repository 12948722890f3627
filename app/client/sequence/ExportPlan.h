#pragma once

#include "client/media/VideoInfo.h"

#include <QList>
#include <QSize>
#include <QStringList>

namespace facet::client {

/// How clips become one file, and why so: known before anything is written.
struct ExportPlan {
    enum class Way {
        Copy, ///< the pictures as they are, bit for bit; there is no sound
        CopyPictures, ///< the pictures as they are; the sound anew, as it cannot be joined without a gap
        Encode, ///< everything anew
    };
    /// What stands in the way of copying the pictures.
    enum class Reason {
        Size, ///< pixels
        Rate, ///< frames a second
        Codec, ///< another codec, or one that MP4 does not take
        Settings, ///< the same codec, set otherwise (profile, colour, …)
        Timing, ///< frames that last differently long, are hidden, turned, or do not begin with a key frame
    };

    Way way = Way::Encode;
    QList<Reason> reasons; ///< Encode: each once
    QStringList paths; ///< the clips in order
    QSize size; ///< pixels of the result, even
    FrameRate rate;
    qint64 frames = 0; ///< of the result
    bool hasSound = false; ///< at least one clip has
    qint64 bytes = 0; ///< of the clips together: about what a copy takes

    qint64 durationUs() const
    {
        return rate.frames > 0 ? frames * 1'000'000 * rate.seconds / rate.frames : 0;
    }
};

} // namespace facet::client
