#pragma once

#include "client/media/SoundReader.h"
#include "ui/player/SoundOutput.h"

#include <functional>
#include <memory>

namespace facet::ui {

/// How the plugin that reaches the audio device gives out what plays.
class SoundPlugin {
public:
    /// Opens a file's sound; null: it has none. Called in a thread of the output's own.
    using Opener = std::function<std::unique_ptr<client::SoundReader>(const QString &path)>;

    virtual ~SoundPlugin() = default;
    /// Never null.
    virtual std::unique_ptr<SoundOutput> create(const Opener &open) = 0;
};

} // namespace facet::ui

Q_DECLARE_INTERFACE(facet::ui::SoundPlugin, "facet.SoundPlugin/1")
