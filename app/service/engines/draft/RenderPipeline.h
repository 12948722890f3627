#pragma once

#include "service/engines/draft/JobMonitor.h"
#include "service/engines/draft/Scene.h"
#include "service/engines/draft/VideoWriter.h"

#include <QImage>

namespace facet::service::draft {

/// Draws `scene` on all cores, a few frames ahead of the encoder and in any order, and writes its frames
/// in order to `settings.path`. Stages "rendering" and "encoding". Returns the poster. Errors: Cancelled
/// when the monitor says stop, File, Service; nothing is left on disk then.
Result<QImage> renderVideo(const Scene &scene, const VideoSettings &settings, JobMonitor &monitor);

} // namespace facet::service::draft
