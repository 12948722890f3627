#pragma once

namespace facet::service {

struct JobLimits {
    int queued = 50; ///< generations that may wait
    int engineJobsAtOnce = 2; ///< takes rendered on this machine at the same time
    int attempts = 3; ///< starts of one generation that a crash of the service may use up
    int tryAgainMs = 2000; ///< after a database that could not be written
};

} // namespace facet::service
