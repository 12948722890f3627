#include "service/jobs/RunningGeneration.h"

namespace facet::service {

void RunningGeneration::showIn(Generation &generation) const
{
    generation.stage = stage;
    const double done = static_cast<double>(settled.size());
    if (progress)
        generation.progress = (done + *progress) / row.takes;
    else if (done > 0)
        generation.progress = done / row.takes;
    if (etaS) {
        // The takes still to come last as long as this one is going to.
        const double share = 1.0 - qBound(0.0, progress.value_or(0.0), 0.99);
        generation.etaS = *etaS + *etaS / share * (row.takes - done - 1);
    }
}

} // namespace facet::service
