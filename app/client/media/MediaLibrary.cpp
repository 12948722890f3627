#include "client/media/MediaLibrary.h"

#include "client/media/ClipPath.h"
#include "client/media/ImageFormats.h"
#include "client/media/JoinedFrames.h"
#include "client/media/JoinedSound.h"
#include "client/media/StillReader.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPluginLoader>

namespace facet::client {

namespace {
constexpr int bytesThatTell = 64; // more than any of imageFormatOf's signatures
}

QObject *loadPlugin(const QString &name, QString *problem)
{
    const QString bin = QCoreApplication::applicationDirPath();
    // As it is installed and as it is built; or all in one folder.
    for (const QString &folder : { QDir::cleanPath(bin + QStringLiteral("/../lib/facet")), bin }) {
        QPluginLoader loader(QDir(folder).filePath(QStringLiteral("lib") + name));
        // Threads of a media library may end after its last user.
        loader.setLoadHints(QLibrary::PreventUnloadHint);
        if (QObject *root = loader.instance())
            return root;
        if (problem->isEmpty())
            *problem = loader.errorString();
    }
    return nullptr;
}

Result<const MediaPlugin *> MediaLibrary::plugin()
{
    QString problem;
    if (const auto *media = qobject_cast<MediaPlugin *>(loadPlugin(QStringLiteral("facet_media"), &problem)))
        return media;
    return fail(ErrorKind::File,
        tr("Facet's part that reads videos is missing on this computer. Install Facet again; your files are "
           "not touched."),
        problem);
}

Result<std::unique_ptr<FrameReader>> MediaLibrary::openFrames(
    const QString &path, const std::atomic_bool *stop)
{
    if (const std::optional<QStringList> clips = clipsOf(path)) {
        return std::make_unique<JoinedFrames>(
            *clips, [stop](const QString &clip) { return openFrames(clip, stop); });
    }
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.exists())
        return fail(ErrorKind::File, tr("“%1” is not there any more. Choose another file.").arg(name), path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::File, tr("“%1” cannot be opened. Check that you may read it.").arg(name),
            file.errorString());
    }
    if (imageFormatOf(file.read(bytesThatTell)) != ImageFormat::Unknown)
        return std::make_unique<StillReader>(path);
    const auto media = plugin();
    if (!media)
        return tl::unexpected(media.error());
    return (*media)->openFrames(path, stop);
}

std::unique_ptr<SoundReader> MediaLibrary::openSound(const QString &path)
{
    if (const std::optional<QStringList> clips = clipsOf(path)) {
        JoinedFrames frames(*clips, [](const QString &clip) { return openFrames(clip); });
        const auto info = frames.info();
        const auto starts = frames.clipStarts();
        if (!info || !info->hasAudio || !starts)
            return nullptr;
        return std::make_unique<JoinedSound>(*clips, *starts, &MediaLibrary::openSound);
    }
    const auto media = plugin();
    return media ? (*media)->openSound(path) : nullptr;
}

} // namespace facet::client
