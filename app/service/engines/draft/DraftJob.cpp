#include "service/engines/draft/DraftJob.h"

#include "service/engines/draft/MovingDraft.h"
#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/SoundDraft.h"
#include "service/engines/draft/StillDraft.h"
#include "service/engines/draft/VideoDraft.h"

namespace facet::service::draft {

Result<EngineOutput> runDraft(const EngineJob &job, JobMonitor &monitor)
{
    // OpenCV reports what it cannot do, running out of memory above all, by exceptions; they end here.
    try {
        switch (job.model.kind) {
        case ModelKind::Video:
            return makeVideo(job, monitor);
        case ModelKind::Image:
            return makeStill(job, monitor);
        case ModelKind::Audio:
            return makeSound(job, monitor);
        case ModelKind::Tool:
            if (job.model.takes(Method::Audio))
                return makeLipSync(job, monitor);
            return job.method == Method::Video ? makeLargerVideo(job, monitor) : makeLarger(job, monitor);
        case ModelKind::Other:
            return sentences::taskUnsupported(job.korean, job.model.id);
        }
        return sentences::taskUnsupported(job.korean, job.model.id);
    } catch (const std::exception &failure) {
        return sentences::engineFailed(job.korean, QString::fromUtf8(failure.what()));
    }
}

} // namespace facet::service::draft
