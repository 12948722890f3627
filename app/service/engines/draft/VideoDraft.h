#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

namespace facet::service::draft {

/// A video out of a start and an end frame, of pictures, or of words. Errors as runDraft().
Result<EngineOutput> makeVideo(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
