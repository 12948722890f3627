#pragma once

#include "service/engines/draft/SearchPictures.h"

#include <optional>

namespace facet::service::draft {

/// Motion in both directions at a grid's nodes, and how far to believe it.
struct FlowPair {
    cv::Mat there; ///< CV_32FC2, pixels of the frame, from the first picture to the second
    cv::Mat back; ///< from the second to the first
    cv::Mat agreedThere; ///< CV_32FC1, 0..1
    cv::Mat agreedBack;

    /// Fills what was agreed: 1 where going there and coming back ends where it began and what lies there
    /// looks alike, in its luma or in its edges.
    /// Motion that differs from node to node is an accident of the search and believed less.
    void judge(const SearchPictures &pictures);
    /// Takes over the other's motion wherever it agrees better, looking at a node's surroundings too.
    void keepBetter(const FlowPair &other);
};

/// A motion that many places share, as an affine map: what the camera does, or one thing.
struct SharedMotion {
    cv::Matx23f map{ 1, 0, 0, 0, 1, 0 }; ///< from a place in the first picture to the second, pixels

    /// Where to look for a motion, in pixels of the frame.
    struct Place {
        cv::Vec2f start; ///< the motion that it is near to
        float loose = 0; ///< how near
        cv::Point2f middle;
        float reach = 0; ///< around the middle; 0: everywhere
    };
    /// The motion that most of `flow` has there; empty when fewer than `share` of all nodes have it.
    static std::optional<SharedMotion> of(
        const FlowPair &flow, const SearchPictures &pictures, const Place &place, double share);
    cv::Vec2f motionAt(float x, float y) const;
    /// As flow in both directions, judged.
    FlowPair asFlow(const SearchPictures &pictures) const;
};

} // namespace facet::service::draft
