#include "service/engines/draft/DraftEngine.h"

#include "service/engines/draft/DraftRun.h"

#include <opencv2/core.hpp>

extern "C" {
#include <libavutil/log.h>
}

namespace facet::service::draft {

DraftEngine::DraftEngine()
{
    // The engine's own threads already use every core, one frame each.
    cv::setNumThreads(0);
    // What goes wrong comes back as an Error; the encoder's chatter does not belong in the service's log.
    av_log_set_level(AV_LOG_ERROR);
}

std::unique_ptr<EngineRun> DraftEngine::start(const EngineJob &job)
{
    return std::make_unique<DraftRun>(job);
}

} // namespace facet::service::draft
