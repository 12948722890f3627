#pragma once

#include "service/jobs/GenerationTable.h"
#include "service/jobs/TakeRun.h"

namespace facet::service {

/// A generation that counts against the plan's limit.
struct RunningGeneration {
    GenerationRow row;
    QSet<int> settled; ///< takes that are delivered or have failed
    QString stage = QStringLiteral("waiting");
    std::optional<double> progress; ///< of the take being rendered
    std::optional<double> etaS;
    std::unique_ptr<TakeRun> run;
    bool recording = false; ///< a take has ended and is not in the database yet

    /// Nothing of it was rendered yet, and nothing is.
    bool isUntouched() const { return !run && !recording && settled.isEmpty(); }
    /// Where it stands: stage, progress over all takes, and the seconds that are left.
    void showIn(Generation &generation) const;
};

} // namespace facet::service
