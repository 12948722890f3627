#include "ui/player/MediaPlayerPlugin.h"

#include "ui/player/MediaPlayer.h"

namespace facet::ui {

std::unique_ptr<Player> MediaPlayerPlugin::create(QWidget &stage)
{
    return std::make_unique<MediaPlayer>(stage);
}

} // namespace facet::ui
