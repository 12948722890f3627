#pragma once

#include "service/engines/draft/FlowPair.h"
#include "service/engines/draft/StopFlag.h"

#include <optional>

namespace facet::service::draft {

/// What is known of the motion between two pictures.
struct FoundMotion {
    FlowPair flow;
    SharedMotion camera;
};

/// Several explanations of the same change, and for every place the one that fits best, the simplest
/// first: the camera alone moved; a thing moved as a whole; dense flow of the luma or of the edges. Dense
/// flow finds what moved less than its own size. For the rest, pieces of the first picture without a
/// partner are looked for all over the second, and each distance that several of them agree on is taken
/// for a thing's and searched around as well.
/// Empty when stopped.
std::optional<FoundMotion> searchFlow(const SearchPictures &pictures, const StopFlag &stop);

} // namespace facet::service::draft
