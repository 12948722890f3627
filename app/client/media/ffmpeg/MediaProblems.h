#pragma once

#include "domain/Error.h"

#include <QCoreApplication>

namespace facet::client {

/// What is said of a file that cannot be read, with what to do.
class MediaProblems {
    Q_DECLARE_TR_FUNCTIONS(facet::client::VideoFrames)
public:
    /// `code`: FFmpeg's error number; 0: none.
    static tl::unexpected<Error> damaged(const QString &path, int code = 0);
    static tl::unexpected<Error> notAVideo(const QString &path, int code = 0);
    static tl::unexpected<Error> noPicture(const QString &path);
    static tl::unexpected<Error> codecMissing(const QString &path, const QString &codec);
    static tl::unexpected<Error> tooLarge(const QString &path, int width, int height);
    static tl::unexpected<Error> tooLong(const QString &path);
    static tl::unexpected<Error> noSuchFrame(const QString &path, qint64 index, qint64 frames);
    static tl::unexpected<Error> frameDamaged(const QString &path, qint64 index);
    static tl::unexpected<Error> stopped();
};

} // namespace facet::client
