#include "ui/player/SoundLibrary.h"

#include "client/media/MediaLibrary.h"
#include "ui/player/SoundPlugin.h"

#include <QDebug>

namespace facet::ui {

namespace {

SoundPlugin *plugin(QString *problem)
{
    return qobject_cast<SoundPlugin *>(client::loadPlugin(QStringLiteral("facet_sound"), problem));
}

} // namespace

bool preloadSound()
{
    QString problem;
    return plugin(&problem) != nullptr;
}

std::unique_ptr<SoundOutput> loadSound()
{
    QString problem;
    if (SoundPlugin *sound = plugin(&problem))
        return sound->create(&client::MediaLibrary::openSound);
    qWarning().noquote() << "facet: no sound:" << problem;
    return nullptr;
}

} // namespace facet::ui
