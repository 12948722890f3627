#pragma once

#include "ui/player/SoundPlugin.h"

#include <QObject>

namespace facet::ui {

/// What the window loads with its first file that has sound.
class QtSoundPlugin : public QObject, public SoundPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "facet.SoundPlugin/1")
    Q_INTERFACES(facet::ui::SoundPlugin)
public:
    std::unique_ptr<SoundOutput> create(const Opener &open) override;
};

} // namespace facet::ui
