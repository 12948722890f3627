#pragma once

#include "domain/Error.h"
#include "domain/Options.h"

#include <QSize>

namespace facet::service::draft {

/// Every draft video runs at this rate (issue 2).
inline constexpr int framesPerSecond = 24;

/// Size of a frame in pixels, both sides even. A resolution names the shorter side ("720p" at 9:16 is
/// 720 × 1280, at 1:1 720 × 720), "2K" and "4K" being 1440 and 2160; the longer side stays at or under
/// 3840, beyond which H.264 decoders give up. Without an aspect ratio the first picture's is taken
/// (`source`, may be empty: 16:9). Error: Unsupported for words that are neither.
Result<QSize> frameSize(const Options &options, QSize source, bool korean);

/// options.durationS (default 5) × 24. Error: Unsupported below 1 s and above 60 s.
Result<int> frameCount(const Options &options, bool korean);

} // namespace facet::service::draft
