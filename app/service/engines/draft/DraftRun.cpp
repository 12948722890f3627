#include "service/engines/draft/DraftRun.h"

#include "service/engines/draft/DraftJob.h"
#include "service/engines/draft/Sentences.h"

#include <QFile>

namespace facet::service::draft {

namespace {

/// Engine.h promises an answer within 200 ms of cancel(). All work is done in pieces shorter than this;
/// a decoder of somebody else's that is not gets its answer given for it, and is waited for at the end.
constexpr int patienceMs = 150;

/// A job that was cancelled while it was writing its last bytes leaves nothing either.
Result<EngineOutput> withdrawn(const Result<EngineOutput> &output, bool korean)
{
    if (!output)
        return output;
    QFile::remove(output->path);
    if (!output->posterPath.isEmpty())
        QFile::remove(output->posterPath);
    return sentences::cancelled(korean);
}

} // namespace

DraftRun::DraftRun(const EngineJob &job)
    : m_korean(job.korean)
    , m_monitor([this](const EngineProgress &progress) {
        QMetaObject::invokeMethod(
            this,
            [this, progress] {
                if (!m_finished && !m_monitor.stopped())
                    emit progressed(progress);
            },
            Qt::QueuedConnection);
    })
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { finish(sentences::cancelled(m_korean)); });
    m_thread = std::thread([this, job] {
        Result<EngineOutput> output = runDraft(job, m_monitor);
        if (m_monitor.stopped())
            output = withdrawn(output, job.korean);
        QMetaObject::invokeMethod(
            this, [this, output] { finish(output); }, Qt::QueuedConnection);
    });
}

DraftRun::~DraftRun()
{
    m_monitor.stop().stop();
    if (m_thread.joinable())
        m_thread.join();
}

void DraftRun::cancel()
{
    if (m_finished || m_monitor.stopped())
        return;
    m_monitor.stop().stop();
    m_patience.start();
}

void DraftRun::finish(const Result<EngineOutput> &output)
{
    if (m_finished)
        return;
    m_finished = true;
    m_patience.stop();
    emit finished(m_monitor.stopped() ? withdrawn(output, m_korean) : output);
}

} // namespace facet::service::draft
