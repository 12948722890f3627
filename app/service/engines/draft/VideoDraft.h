#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"
#include "service/engines/draft/Scene.h"

#include <QSize>

namespace facet::service::draft {

/// What a video will show, before any frame of it is drawn.
struct VideoPlan {
    std::unique_ptr<Scene> scene;
    QSize size; ///< pixels
    int frames = 0;
};

/// Reads the inputs and finds their motion: stages "reading" and "motion".
Result<VideoPlan> planVideo(const EngineJob &job, JobMonitor &monitor);

/// A video out of a start and an end frame, of pictures, or of words. Errors as runDraft().
Result<EngineOutput> makeVideo(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
