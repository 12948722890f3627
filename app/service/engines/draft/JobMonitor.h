#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/StopFlag.h"

#include <QElapsedTimer>

#include <functional>

namespace facet::service::draft {

/// Where a job under way says how far it is, and learns that it should stop. Progress comes from frames
/// that are in the file; the time left from their measured rate, empty before the fifth.
class JobMonitor {
public:
    using Report = std::function<void(const EngineProgress &)>;

    /// `report` is called on the job's thread, at most 20 times a second and at each change of stage.
    explicit JobMonitor(Report report);

    StopFlag &stop() { return m_stop; }
    const StopFlag &stop() const { return m_stop; }
    bool stopped() const { return m_stop.stopped(); }

    void enter(const QString &stage);
    /// `drawn` and `written` frames of `total`, in this stage.
    void frames(int drawn, int written, int total);
    void complete();

private:
    void send();

    StopFlag m_stop;
    Report m_report;
    EngineProgress m_now;
    QElapsedTimer m_sinceReport;
    QElapsedTimer m_sinceFirstFrame;
    int m_firstDone = 0;
};

} // namespace facet::service::draft
