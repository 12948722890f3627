#pragma once

#include "service/engines/draft/CameraWords.h"
#include "service/engines/draft/Compositor.h"

namespace facet::service::draft {

/// Where a picture stands in its shot.
enum class Anchor {
    None, ///< a reference: the move may begin and end anywhere on it
    Start, ///< the first frame is the whole picture (a start frame)
    End, ///< the last frame is (an end frame)
};

/// How the view lies on the picture at one moment.
struct CameraPose {
    double zoom = 1; ///< 1 shows all of it, 2 half
    double x = 0; ///< of the view's middle, from the picture's, in widths
    double y = 0; ///< in heights, down
    double roll = 0; ///< radians, the picture's, clockwise
    double orbit = 0; ///< -1..1
    double sway = 0; ///< 0..1, how much the hand shakes
};

/// A camera move over one still picture, and the geometry of it.
class CameraMove {
public:
    /// `focus` is the picture's point of interest, from its middle in widths and heights. `seed` varies what
    /// the words leave open.
    CameraMove(const CameraWish &wish, Anchor anchor, double widthToHeight, cv::Point2d focus, quint32 seed);

    /// `u` runs 0..1 over the shot; `seconds` is the time since its start, for what does not depend on
    /// the shot's length (the shaking of a hand).
    CameraPose at(double u, double seconds) const;

    /// The largest zoom of the whole shot: how many pixels the picture needs.
    double largestZoom() const;
    bool isStill() const { return m_still; }
    bool orbits() const { return m_from.orbit != 0 || m_to.orbit != 0; }

private:
    CameraPose m_from;
    CameraPose m_to;
    quint32 m_seed;
    bool m_still = false;
};

/// Fills `coords` for a frame of the given size over a picture `level` times as large. `depth` holds a
/// value 0 (far) to 1 (near) for every node, or is empty when nothing orbits.
void project(
    const CameraPose &pose, cv::Size frame, double level, const std::vector<float> &depth, CoordGrid &coords);

/// A guess of depth at the grid's nodes out of one picture: what is low, central and rich in detail is
/// near. And the middle of its detail, as CameraMove's `focus`.
std::vector<float> guessDepth(const cv::Mat &luma, const GridShape &shape);
cv::Point2d guessFocus(const cv::Mat &luma);

} // namespace facet::service::draft
