#pragma once

#include "client/media/VideoInfo.h"
#include "domain/Error.h"

#include <QImage>

#include <memory>

namespace facet::client {

/// Reads one file's frames, on whatever thread calls it, one call at a time. Errors as in VideoFrames.
class FrameReader {
public:
    /// How a frame is asked for.
    struct Request {
        qint64 index = 0; ///< from 0
        QSize within; ///< device pixels the picture is scaled down to fit; empty: full size
        /// So many frames before it are wanted next (stepping back, playing backwards): those that are
        /// decoded on the way are kept, as far as memory allows.
        int behind = 0;
        /// To be kept: colours by the slower filters that lose nothing. Without it, to be looked at: soon.
        bool best = false;
    };

    virtual ~FrameReader() = default;

    /// The first frame, before anything else is known: sooner than info(), which reads the whole file's
    /// index.
    virtual Result<QImage> first(const QSize &within) = 0;
    virtual Result<VideoInfo> info() = 0;
    virtual Result<QImage> frame(const Request &request) = 0;
};

} // namespace facet::client
