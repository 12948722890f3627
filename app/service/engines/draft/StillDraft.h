#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

namespace facet::service::draft {

/// A PNG for an image model. Words alone become a title card. A picture is shown in the asked shape, what
/// it lacks filled with its own blurred continuation ("expand" shows it smaller within that), and the asked
/// edit written beneath. Errors as runDraft().
Result<EngineOutput> makeStill(const EngineJob &job, JobMonitor &monitor);

/// A picture enlarged by Lanczos resampling until its shorter side has the asked resolution; transparency
/// stays. Errors as runDraft().
Result<EngineOutput> makeLarger(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
