#pragma once

#include "client/sequence/ExportPlan.h"
#include "domain/Error.h"

#include <QByteArray>

#include <atomic>

namespace facet::client::sequence {

/// What has to be the same in all clips so that their packets can stand in one stream.
struct ClipFacts {
    int codec = 0; ///< AVCodecID
    bool fitsMp4 = false;
    QByteArray settings; ///< extradata (parameter sets), pixel format, colour, shape of a pixel
    QSize stored; ///< pixels as they are coded
    QSize shown; ///< upright
    FrameRate rate;
    bool isPlain = false; ///< begins with a key frame, even steps, nothing hidden or turned
    bool hasSound = false;
    qint64 frames = 0;
    qint64 bytes = 0;
    // Microseconds from the first frame shown: how far decoding times reach before and behind.
    qint64 firstDecodeUs = 0;
    qint64 lastDecodeUs = 0;

    static Result<ClipFacts> of(const QString &path, const std::atomic_bool &stop);
};

Result<ExportPlan> planFor(const QStringList &paths, const std::atomic_bool &stop);

} // namespace facet::client::sequence
