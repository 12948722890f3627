#pragma once

#include "service/engines/draft/Compositor.h"
#include "service/engines/draft/StopFlag.h"

#include <optional>

namespace facet::service::draft {

/// Motion seen from one of two pictures, at the nodes of a grid.
struct SideMotion {
    std::vector<float> dx; ///< from the first picture to the second, in pixels of the frame, on both sides
    std::vector<float> dy;
    std::vector<float> weight; ///< how much a node may claim its place in an in-between frame, ≥ 0
};

/// Where everything in the first picture goes in the second, by optical flow in both directions. A node
/// whose forward and backward motion agree is trusted; one that disagrees but lies among trusted ones
/// is background that was covered, and takes the motion around it; anything else weighs nothing and is
/// left to a cross-dissolve.
struct MotionField {
    GridShape shape;
    SideMotion first;
    SideMotion second;
    double trusted = 0; ///< 0..1, share of the frame whose motion is known
    float lightChange = 0; ///< 0..1, how different the light of the two is

    /// Empty when stopped. The pictures have the same size.
    static std::optional<MotionField> between(
        const cv::Mat &firstLuma, const cv::Mat &secondLuma, const StopFlag &stop);
};

} // namespace facet::service::draft
