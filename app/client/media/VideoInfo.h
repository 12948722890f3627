#pragma once

#include <QList>
#include <QSize>
#include <QString>

namespace facet::client {

/// Frames a second as the file has them: 30000/1001 and not 29.97.
struct FrameRate {
    int frames = 0; ///< 0: not known
    int seconds = 1;
    double value() const { return static_cast<double>(frames) / seconds; }
    friend bool operator==(const FrameRate &, const FrameRate &) = default;
};

/// What a local video, picture or sound file holds. A picture is one frame that lasts 0 ms.
struct VideoInfo {
    QSize size; ///< pixels, upright and square; empty: sound alone
    FrameRate rate; ///< exact when `constantRate`, else the mean
    bool constantRate = true; ///< false: frames last differently long
    qint64 frames = 0; ///< exactly as many as can be shown; 0: sound alone
    qint64 durationUs = 0; ///< microseconds, to the end of what ends last: last frame or sound
    QString codec; ///< of the picture, else of the sound: "h264", "vp9", "png", …
    bool hasAudio = false;
    bool hasAlpha = false;
    /// False: the file promises more than there is, so it was cut. The frames that are there can be shown.
    bool complete = true;
    /// When each frame begins, in microseconds from the first one, rising. As many as `frames`.
    QList<qint64> startsUs;

    qint64 durationMs() const { return (durationUs + 500) / 1000; }
    /// When frame `index` begins; held to the first and the last.
    qint64 startOf(qint64 index) const;
    /// The frame that is on screen at `us`; held to the first and the last. -1: there is none.
    qint64 frameAt(qint64 us) const;

    friend bool operator==(const VideoInfo &, const VideoInfo &) = default;
};

} // namespace facet::client
