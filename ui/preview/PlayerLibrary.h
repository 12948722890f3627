#pragma once

#include "ui/preview/Player.h"

#include <memory>

namespace facet::ui {

/// A player for `stage`, out of the plugin beside the program (../lib/facet/libfacet_player). Null when it
/// cannot be loaded; `problem` then says why, in the loader's words.
std::unique_ptr<Player> loadPlayer(QWidget &stage, QString *problem);

} // namespace facet::ui
