#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

namespace facet::service::draft {

/// A video enlarged with a Lanczos filter until its shorter side has the asked resolution, at its own frame
/// rate, its sound as it was. Unsupported for one that is longer than options.durationS, which is what was
/// paid for. Errors as runDraft().
Result<EngineOutput> makeLargerVideo(const EngineJob &job, JobMonitor &monitor);

/// A voice under a picture that is held with a gentle move of the camera, or under a video: as long as the
/// voice, the last picture held where the video is shorter. No mouth is drawn: a draft is for timing.
/// Unsupported for a voice that is longer than the model allows. Errors as runDraft().
Result<EngineOutput> makeLipSync(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
