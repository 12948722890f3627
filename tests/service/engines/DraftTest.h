#pragma once

#include "RunWatch.h"
#include "VideoProbe.h"

#include "service/engines/draft/DraftEngine.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace facet::test {

/// A folder, an engine and jobs that fit them, fresh for every test function.
class DraftBench {
public:
    service::EngineJob textJob(const QString &prompt) const
    {
        service::EngineJob job;
        job.generationId = QStringLiteral("gen_1");
        job.model.id = QStringLiteral("carat-video");
        job.model.name = QStringLiteral("Carat Video (LTX 2.3)");
        job.model.kind = ModelKind::Video;
        job.method = Method::Text;
        job.prompt = prompt;
        job.options.durationS = 1;
        job.options.resolution = QStringLiteral("480p");
        job.options.aspectRatio = QStringLiteral("16:9");
        job.seed = 7;
        job.outputBase = path(QStringLiteral("take"));
        return job;
    }

    service::EngineJob imageJob(const QImage &image, InputRole role, const QString &prompt)
    {
        service::EngineJob job = textJob(prompt);
        job.method = role == InputRole::Reference ? Method::Image : Method::StartEnd;
        add(job, image, role);
        return job;
    }

    void add(service::EngineJob &job, const QImage &image, InputRole role)
    {
        const QString file = path(QStringLiteral("input%1.png").arg(job.inputs.size()));
        image.save(file);
        job.inputs.append({ role, file, QStringLiteral("image/png") });
    }

    Result<service::EngineOutput> run(const service::EngineJob &job)
    {
        const auto run = m_engine.start(job);
        RunWatch watch(*run);
        if (!watch.wait())
            return fail(ErrorKind::Service, QStringLiteral("never finished"));
        return watch.outputs.front();
    }

    /// Every frame of the job's video; without frames when it failed.
    VideoProbe video(const service::EngineJob &job)
    {
        const auto output = run(job);
        if (!output)
            return {};
        return VideoProbe::read(output->path, true).value_or(VideoProbe{});
    }

    QStringList takes() const
    {
        return QDir(m_dir.path()).entryList({ QStringLiteral("take*") }, QDir::Files);
    }
    QString path(const QString &name) const { return m_dir.filePath(name); }
    service::Engine &engine() { return m_engine; }

private:
    QTemporaryDir m_dir;
    service::draft::DraftEngine m_engine;
};

} // namespace facet::test
