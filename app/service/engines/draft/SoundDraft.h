#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

namespace facet::service::draft {

/// A sound to cut to, for the sound models. Errors as runDraft().
Result<EngineOutput> makeSound(const EngineJob &job, JobMonitor &monitor);

} // namespace facet::service::draft
