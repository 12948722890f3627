#pragma once

#include "service/engines/draft/MotionField.h"
#include "service/engines/draft/Scene.h"

namespace facet::service::draft {

/// A start frame that becomes an end frame: each in-between frame is warped from both sides along the
/// motion between them and blended, with eased time. The first and the last frame are the pictures
/// themselves. What has no match on the other side dissolves.
class InBetween : public Scene {
public:
    /// Both pictures have the frame's size. `frames` ≥ 2.
    InBetween(Nv12Picture first, Nv12Picture last, MotionField motion, int frames);

    std::unique_ptr<FrameRenderer> renderer() const override;

    /// 0..1 for a frame: slow at both ends, steady between, symmetrical about the middle.
    static double easedTime(int index, int frames);

    const Nv12Picture &first() const { return m_first; }
    const Nv12Picture &last() const { return m_last; }
    const MotionField &motion() const { return m_motion; }
    int frames() const { return m_frames; }

private:
    Nv12Picture m_first;
    Nv12Picture m_last;
    MotionField m_motion;
    int m_frames;
};

} // namespace facet::service::draft
