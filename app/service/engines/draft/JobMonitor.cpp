#include "service/engines/draft/JobMonitor.h"

#include <algorithm>

namespace facet::service::draft {

namespace {

constexpr int reportEveryMs = 50;
constexpr int framesForRate = 5;

} // namespace

JobMonitor::JobMonitor(Report report)
    : m_report(std::move(report))
{
}

void JobMonitor::enter(const QString &stage)
{
    m_now.stage = stage;
    if (!m_now.progress)
        m_now.progress = 0.0;
    send();
}

void JobMonitor::frames(int drawn, int written, int total)
{
    // Drawing and encoding a frame cost about the same; a frame counts in full when it is in the file.
    const double done = (drawn + written) / (2.0 * std::max(1, total));
    m_now.progress = std::max(m_now.progress.value_or(0), std::min(done, 1.0));
    if (!m_sinceFirstFrame.isValid()) {
        m_sinceFirstFrame.start();
        m_firstDone = drawn + written;
    } else if (drawn > framesForRate) {
        const double seconds = double(m_sinceFirstFrame.nsecsElapsed()) / 1e9;
        const int since = drawn + written - m_firstDone;
        if (since > 0 && seconds > 0)
            m_now.etaS = (2.0 * total - drawn - written) * seconds / since;
    }
    if (m_sinceReport.hasExpired(reportEveryMs))
        send();
}

void JobMonitor::complete()
{
    m_now.progress = 1.0;
    m_now.etaS = 0.0;
    send();
}

void JobMonitor::send()
{
    m_sinceReport.start();
    m_report(m_now);
}

} // namespace facet::service::draft
