#pragma once

#include "ui/preview/Player.h"

#include <memory>

namespace facet::ui {

/// How the plugin that plays videos gives out its players.
class PlayerPlugin {
public:
    virtual ~PlayerPlugin() = default;
    /// Never null. Its screen is a child of `stage`.
    virtual std::unique_ptr<Player> create(QWidget &stage) = 0;
};

} // namespace facet::ui

Q_DECLARE_INTERFACE(facet::ui::PlayerPlugin, "facet.PlayerPlugin/1")
