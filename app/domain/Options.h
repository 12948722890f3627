#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace facet {

/// How the picture is fitted when an input's aspect differs from the video's.
enum class FitMode { Fit, Crop };

/// What can be set for one generation. An empty member means "the model's default" (CONTRACT "General").
struct Options {
    std::optional<int> durationS; ///< seconds
    std::optional<QString> resolution; ///< "480p", "720p", "1080p", "4K", "2K"
    std::optional<QString> aspectRatio; ///< "16:9"
    std::optional<int> count; ///< takes of one request, ≥ 1
    std::optional<bool> audio;
    std::optional<quint32> seed;
    std::optional<FitMode> fit; ///< default: Fit
    std::optional<QString> background; ///< "#rrggbb" behind a fitted picture; default: black

    friend bool operator==(const Options &, const Options &) = default;
};

/// `over` wins wherever it says something.
Options merged(const Options &base, const Options &over);

} // namespace facet
