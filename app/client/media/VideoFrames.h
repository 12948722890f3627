#pragma once

#include "client/media/VideoInfo.h"
#include "domain/Error.h"

#include <QFuture>
#include <QImage>
#include <QObject>

namespace facet::client {

/// Exact frames out of local video files, for whoever wants single ones: a frame to start from, the last
/// frame, a filmstrip under the mouse. (What plays is FrameFeed.) A picture file is taken as a video of one
/// frame.
///
/// Everything is decoded off the window's thread, and answers come in the thread of this object. FFmpeg is a
/// plugin that is loaded with the first question (MediaPlugin). A file is described by what it holds and
/// never by its name; a playlist, or anything that leads to another file, is not followed.
///
/// Errors: File when it is missing, damaged or cut before its first frame; Unsupported when it is no video
/// that is read here, or has more pixels or frames than are taken (`maxPixels`, `maxFrames`). Each sentence
/// names the file and what to do. What was not answered when this object goes is never answered.
class VideoFrames : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 maxPixels = 64'000'000; ///< of one frame: 8K twice over
    static constexpr qint64 maxFrames = 2'000'000; ///< nine hours at 60 a second

    using QObject::QObject;

    virtual QFuture<Result<VideoInfo>> info(const QString &path) = 0;
    /// Frame `index`, counted from 0, in the order in which they are shown; negative counts from the end: -1
    /// is the last frame. In full size, or scaled down to fit `within` (pixels; empty: full size). Refused
    /// (File) when there is no such frame.
    virtual QFuture<Result<QImage>> frame(const QString &path, qint64 index, const QSize &within = {}) = 0;
    /// `count` frames evenly spread over the video, each `height` pixels high: picture i is the frame in the
    /// middle of the i-th of `count` equal parts. At once after the first time: they are kept as one small
    /// file under the profile until the video's file changes.
    virtual QFuture<Result<QList<QImage>>> strip(const QString &path, int count, int height) = 0;
};

} // namespace facet::client
