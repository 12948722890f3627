// The part of Jobs that hands takes to engines and records what comes of them.
#include "service/jobs/EngineRegistry.h"
#include "service/jobs/Jobs.h"
#include "service/jobs/RunningGeneration.h"
#include "service/jobs/Settlement.h"
#include "service/jobs/SubmissionCheck.h"

#include <QDir>

namespace facet::service {

int Jobs::rendering() const
{
    int count = static_cast<int>(m_stopping.size());
    for (const auto &[seq, running] : m_running)
        count += running->run ? 1 : 0;
    return count;
}

void Jobs::render(RunningGeneration &running)
{
    const Generation &g = running.row.generation;
    if (running.row.order != 0) {
        running.row.order = 0;
        m_waiting.reset();
        // Should the service end now, it is taken up before all that waits.
        if (auto done = m_table->setOrder(g.id, 0); !done)
            qWarning().noquote() << "facet-service:" << done.error().detail;
    }
    int take = 0;
    while (running.settled.contains(take))
        ++take;
    const qint64 seq = running.row.seq;
    const auto refused = [&](const contract::Problem &problem) {
        running.recording = true;
        Error error{ ErrorKind::Unsupported, sentenceFor(problem, running.row.korean), {}, problem.code, {},
            {} };
        QMetaObject::invokeMethod(
            this, [this, seq, take, error] { takeFinished(seq, take, tl::unexpected(error)); },
            Qt::QueuedConnection);
    };
    const Model *model = m_needs.data.catalogue.find(g.modelId);
    if (!model)
        return refused(problem::engineUnavailable(g.engine));
    const auto files = m_check->files(g.inputs);
    if (!files)
        return refused(files.error());
    const auto engine = m_needs.engines.engineFor(*model);
    if (!engine)
        return refused(engine.error());
    const QDir dir(m_needs.dataDir);
    dir.mkpath(QStringLiteral("assets"));

    EngineJob job;
    job.generationId = g.id;
    job.take = take;
    job.model = *model;
    job.method = g.method;
    job.prompt = g.prompt;
    job.options = g.options;
    job.seed = g.seed.value_or(0) + static_cast<quint32>(take);
    job.inputs = *files;
    job.outputBase = dir.absoluteFilePath(QStringLiteral("assets/%1-%2").arg(g.id).arg(take + 1));
    job.korean = running.row.korean;
    running.run = std::make_unique<TakeRun>(**engine, job);
    connect(running.run.get(), &TakeRun::progressed, this,
        [this, seq](const EngineProgress &progress) { takeProgressed(seq, progress); });
    connect(
        running.run.get(), &TakeRun::finished, this, [this, seq, take](const Result<EngineOutput> &output) {
            const auto found = m_running.find(seq);
            if (found == m_running.end())
                return;
            found->second->run.release()->deleteLater();
            found->second->recording = true;
            takeFinished(seq, take, output);
        });
}

void Jobs::takeProgressed(qint64 seq, const EngineProgress &progress)
{
    const auto found = m_running.find(seq);
    if (found == m_running.end())
        return;
    RunningGeneration &running = *found->second;
    const bool newStage = running.stage != progress.stage;
    running.stage = progress.stage;
    running.progress = progress.progress;
    running.etaS = progress.etaS;
    announce(running.row.generation.id, newStage);
}

void Jobs::takeFinished(qint64 seq, int take, const Result<EngineOutput> &output)
{
    const auto found = m_running.find(seq);
    if (found == m_running.end() || m_suspended)
        return;
    RunningGeneration &running = *found->second;
    if (auto recorded = m_settlement->recordTake(running.row, take, output); !recorded) {
        qCritical().noquote() << "facet-service: a finished take could not be recorded, trying again:"
                              << recorded.error().detail;
        QTimer::singleShot(
            m_limits.tryAgainMs, this, [this, seq, take, output] { takeFinished(seq, take, output); });
        return;
    }
    running.settled.insert(take);
    running.recording = false;
    running.stage = QStringLiteral("waiting");
    running.progress.reset();
    running.etaS.reset();
    announce(running.row.generation.id, true);
    if (running.settled.size() >= running.row.takes) {
        announceFollowers(running.row.generation.id);
        m_running.erase(found);
    }
    schedule();
}

} // namespace facet::service
