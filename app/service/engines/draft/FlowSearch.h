#pragma once

#include "service/engines/draft/Compositor.h"
#include "service/engines/draft/StopFlag.h"

#include <optional>

namespace facet::service::draft {

/// Optical flow in both directions, at a grid's nodes, and how far to believe it.
struct FlowPair {
    cv::Mat there; ///< CV_32FC2, pixels of the frame, from the first picture to the second
    cv::Mat back; ///< from the second to the first
    cv::Mat agreedThere; ///< CV_32FC1, 0..1
    cv::Mat agreedBack;
};

/// Dense inverse search finds what moved less than its own size. For the rest, pieces of the first picture
/// that found no partner are looked for all over the second; each distance that several of them agree on
/// gets a search of its own, and every node keeps the motion that agrees best. Empty when stopped.
std::optional<FlowPair> searchFlow(
    const cv::Mat &firstLuma, const cv::Mat &secondLuma, const GridShape &shape, const StopFlag &stop);

} // namespace facet::service::draft
