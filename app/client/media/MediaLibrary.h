#pragma once

#include "client/media/MediaPlugin.h"

#include <QCoreApplication>

namespace facet::client {

/// The root object of the plugin beside the program (../lib/facet/lib<name>, or the program's own folder),
/// loaded with the first call. Null when it cannot be loaded; `problem` then says why, in the loader's words.
QObject *loadPlugin(const QString &name, QString *problem);

/// Where readers of local files come from: FFmpeg as a plugin, loaded with the first call, for what moves and
/// sounds; Qt's own readers for pictures. From any thread. Refused (File) when the plugin is not there.
class MediaLibrary {
    Q_DECLARE_TR_FUNCTIONS(facet::client::MediaLibrary)
public:
    /// For a video or a picture, told apart by the file's first bytes, or for several clips as one (ClipPath).
    /// `stop` as in MediaPlugin.
    static Result<std::unique_ptr<FrameReader>> openFrames(
        const QString &path, const std::atomic_bool *stop = nullptr);
    /// Null when the file has no sound.
    static std::unique_ptr<SoundReader> openSound(const QString &path);

private:
    static Result<const MediaPlugin *> plugin();
};

} // namespace facet::client
