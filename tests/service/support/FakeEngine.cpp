#include "support/FakeEngine.h"

#include <QFile>

using namespace facet;
using namespace facet::service;

void FakeRun::cancel()
{
    cancelled = true;
    if (deaf)
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            setProperty("ended", true);
            emit finished(facet::fail(ErrorKind::Cancelled, QString()));
        },
        Qt::QueuedConnection);
}

void FakeRun::progress(const char *stage, std::optional<double> share, std::optional<double> etaS)
{
    emit progressed({ QString::fromLatin1(stage), share, etaS });
}

void FakeRun::succeed(const QByteArray &bytes)
{
    EngineOutput output;
    output.path = job.outputBase + QStringLiteral(".mp4");
    output.posterPath = job.outputBase + QStringLiteral(".poster.jpg");
    for (const QString &path : { output.path, output.posterPath }) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(path));
        file.write(bytes);
    }
    output.asset.kind = ModelKind::Video;
    output.asset.mime = QStringLiteral("video/mp4");
    output.asset.width = 1280;
    output.asset.height = 720;
    output.asset.durationS = 5.0;
    output.asset.fps = 24.0;
    setProperty("ended", true);
    emit finished(output);
}

void FakeRun::fail(const QString &sentence)
{
    setProperty("ended", true);
    emit finished(facet::fail(ErrorKind::Service, sentence));
}

std::unique_ptr<EngineRun> FakeEngine::start(const EngineJob &job)
{
    started.append(job);
    auto run = std::make_unique<FakeRun>(job);
    m_runs.append(run.get());
    return run;
}

QList<FakeRun *> FakeEngine::running() const
{
    QList<FakeRun *> runs;
    for (const QPointer<FakeRun> &run : m_runs) {
        if (run && !run->property("ended").toBool())
            runs.append(run.data());
    }
    return runs;
}
