#pragma once

#include "service/engines/Engine.h"

#include <QFile>
#include <QPointer>

/// An engine that does nothing until the test says so: every started job waits in `jobs()`.
class StepRun final : public facet::service::EngineRun {
    Q_OBJECT
public:
    explicit StepRun(facet::service::EngineJob job)
        : m_job(std::move(job))
    {
    }

    const facet::service::EngineJob &job() const { return m_job; }

    void progress(double done) { emit progressed({ QStringLiteral("rendering"), done, 2.0 }); }
    /// Delivers a small file as the result.
    void succeed()
    {
        facet::service::EngineOutput output;
        output.path = m_job.outputBase + QStringLiteral(".mp4");
        QFile file(output.path);
        if (!file.open(QIODevice::WriteOnly) || file.write("draft") != 5)
            qFatal("cannot write %s", qPrintable(output.path));
        file.close();
        output.asset.kind = m_job.model.kind;
        output.asset.mime = QStringLiteral("video/mp4");
        output.asset.bytes = 5;
        output.asset.width = 1280;
        output.asset.height = 720;
        output.asset.durationS = m_job.options.durationS.value_or(0);
        output.asset.fps = 24;
        emit finished(output);
    }
    void fail(const QString &sentence) { emit finished(facet::fail(facet::ErrorKind::Service, sentence)); }
    void cancel() override
    {
        QMetaObject::invokeMethod(
            this, [this] { emit finished(facet::fail(facet::ErrorKind::Cancelled, {})); },
            Qt::QueuedConnection);
    }

private:
    facet::service::EngineJob m_job;
};

class StepEngine final : public facet::service::Engine {
public:
    /// `jobs` outlives the engine and sees every job that is started.
    explicit StepEngine(QList<QPointer<StepRun>> *jobs)
        : m_jobs(jobs)
    {
    }

    QString name() const override { return QStringLiteral("draft"); }
    bool makesDrafts() const override { return true; }
    std::unique_ptr<facet::service::EngineRun> start(const facet::service::EngineJob &job) override
    {
        auto run = std::make_unique<StepRun>(job);
        m_jobs->append(run.get());
        return run;
    }

private:
    QList<QPointer<StepRun>> *m_jobs;
};
