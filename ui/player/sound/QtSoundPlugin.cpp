#include "ui/player/sound/QtSoundPlugin.h"

#include "ui/player/sound/QtSound.h"

namespace facet::ui {

std::unique_ptr<SoundOutput> QtSoundPlugin::create(const Opener &open)
{
    return std::make_unique<QtSound>(open);
}

} // namespace facet::ui
