#pragma once

#include "service/engines/draft/CameraMove.h"
#include "service/engines/draft/Scene.h"

namespace facet::service::draft {

/// One still picture with a camera move over it.
struct Shot {
    Nv12Picture whole; ///< of the size of `place`
    Nv12Picture closer; ///< `level` times as large, for the moments near the largest zoom; may be empty
    double level = 1;
    cv::Rect place; ///< in the frame, even; what is around it stays the background
    CameraMove move;
    std::vector<float> depth; ///< at the nodes of the grid over `place`; empty when the move does not orbit
};

/// One shot, or several after one another with dissolves between them.
class CameraScene : public Scene {
public:
    CameraScene(std::vector<Shot> shots, cv::Size frame, int frames, Nv12Colour background);

    std::unique_ptr<FrameRenderer> renderer() const override;

    /// A shot as a frame sees it.
    struct Part {
        size_t shot = 0;
        double u = 0; ///< 0..1 through the shot
        double seconds = 0; ///< since its start
        double share = 1; ///< of the later of two
    };
    /// The shots that show in a frame, one or two.
    std::vector<Part> partsOf(int index) const;

    const Shot &shot(size_t index) const { return m_shots[index]; }
    cv::Size frameSize() const { return m_frame; }
    Nv12Colour background() const { return m_background; }

private:
    std::vector<Shot> m_shots;
    cv::Size m_frame;
    Nv12Colour m_background;
    double m_length = 0; ///< of a shot, in frames
    double m_dissolve = 0; ///< that it shares with the next one
};

} // namespace facet::service::draft
