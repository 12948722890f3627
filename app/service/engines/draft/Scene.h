#pragma once

#include "service/engines/draft/Nv12Picture.h"

#include <memory>

namespace facet::service::draft {

/// Draws frames of one scene on one thread, keeping its buffers between frames.
class FrameRenderer {
public:
    virtual ~FrameRenderer() = default;
    /// Fills `frame`, whose planes have the scene's size. Frames come in any order.
    virtual void render(int index, Nv12Picture &frame) = 0;
};

/// What a draft video shows. Immutable once made, so that every thread can draw from it.
class Scene {
public:
    virtual ~Scene() = default;
    virtual std::unique_ptr<FrameRenderer> renderer() const = 0;
};

} // namespace facet::service::draft
