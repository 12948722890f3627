#pragma once

#include "service/engines/Engine.h"
#include "service/engines/draft/JobMonitor.h"

#include <QTimer>

#include <thread>

namespace facet::service::draft {

/// One draft under way on its own thread.
class DraftRun : public EngineRun {
    Q_OBJECT
public:
    explicit DraftRun(const EngineJob &job);
    ~DraftRun() override;

    void cancel() override;

private:
    void finish(const Result<EngineOutput> &output);

    const bool m_korean;
    bool m_finished = false;
    QTimer m_patience; ///< after cancel(): how long the thread may take to say so itself
    JobMonitor m_monitor;
    std::thread m_thread;
};

} // namespace facet::service::draft
