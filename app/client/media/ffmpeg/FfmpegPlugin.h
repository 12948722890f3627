#pragma once

#include "client/media/MediaPlugin.h"

#include <QObject>

namespace facet::client {

/// What MediaLibrary loads with the first file.
class FfmpegPlugin : public QObject, public MediaPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.MediaPlugin/1")
    Q_INTERFACES(facet::client::MediaPlugin)
public:
    FfmpegPlugin();

    Result<std::unique_ptr<FrameReader>> openFrames(
        const QString &path, const std::atomic_bool *stop) const override;
    std::unique_ptr<SoundReader> openSound(const QString &path) const override;
};

} // namespace facet::client
