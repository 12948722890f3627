#pragma once

#include "ui/preview/PlayerPlugin.h"

#include <QObject>

namespace facet::ui {

/// What the window loads with its first video.
class MediaPlayerPlugin : public QObject, public PlayerPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.PlayerPlugin/1")
    Q_INTERFACES(facet::ui::PlayerPlugin)
public:
    std::unique_ptr<Player> create(QWidget &stage) override;
};

} // namespace facet::ui
