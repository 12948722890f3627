#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

namespace facet::service::draft {

/// Makes one item from beginning to end on the calling thread (and its helpers). Errors: Cancelled,
/// Unsupported for inputs, options and tasks, File, Service; nothing is left on disk then.
Result<EngineOutput> runDraft(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
