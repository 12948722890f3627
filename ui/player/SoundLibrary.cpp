#include "ui/player/SoundLibrary.h"

#include "client/media/MediaLibrary.h"
#include "ui/player/SoundPlugin.h"

#include <QDebug>

namespace facet::ui {

std::unique_ptr<SoundOutput> loadSound()
{
    QString problem;
    auto *plugin = qobject_cast<SoundPlugin *>(client::loadPlugin(QStringLiteral("facet_sound"), &problem));
    if (plugin)
        return plugin->create(&client::MediaLibrary::openSound);
    qWarning().noquote() << "facet: no sound:" << problem;
    return nullptr;
}

} // namespace facet::ui
