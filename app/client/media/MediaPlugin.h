#pragma once

#include "client/media/FrameReader.h"
#include "client/media/SoundReader.h"

#include <QtPlugin>

#include <atomic>

namespace facet::client {

/// What libfacet_media gives out: FFmpeg behind two readers. Its calls may come from any thread.
class MediaPlugin {
public:
    virtual ~MediaPlugin() = default;
    /// `stop` outlives the reader; null: it is never stopped. Errors as in VideoFrames.
    virtual Result<std::unique_ptr<FrameReader>> openFrames(
        const QString &path, const std::atomic_bool *stop) const = 0;
    /// Null when the file has no sound that is understood.
    virtual std::unique_ptr<SoundReader> openSound(const QString &path) const = 0;
};

} // namespace facet::client

Q_DECLARE_INTERFACE(facet::client::MediaPlugin, "facet.MediaPlugin/1")
