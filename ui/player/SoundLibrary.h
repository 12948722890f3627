#pragma once

#include "ui/player/SoundOutput.h"

#include <memory>

namespace facet::ui {

/// The audio device's side, out of the plugin beside the program (../lib/facet/libfacet_sound), loaded with
/// the first file that has sound. Null when it cannot be loaded: the program plays without sound.
std::unique_ptr<SoundOutput> loadSound();

/// Loads the plugin alone, which takes tens of milliseconds and may happen in any thread; loadSound() is
/// quick after it. False: it is not there.
bool preloadSound();

} // namespace facet::ui
