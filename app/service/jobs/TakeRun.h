#pragma once

#include "service/engines/Engine.h"
#include "service/jobs/FileDigest.h"

#include <QFutureWatcher>

namespace facet::service {

/// One take from the engine's start to a digested file. Emits finished exactly once, from the event loop:
/// with the output, its bytes and sha256 filled, or with the error; ErrorKind::Cancelled after cancel().
class TakeRun : public QObject {
    Q_OBJECT
public:
    TakeRun(Engine &engine, const EngineJob &job, QObject *parent = nullptr);
    ~TakeRun() override;

    void cancel();

signals:
    void progressed(const facet::service::EngineProgress &progress);
    void finished(const facet::Result<facet::service::EngineOutput> &output);

private:
    void digest(const EngineOutput &output);
    void end(const Result<EngineOutput> &output);

    std::unique_ptr<EngineRun> m_run;
    QFutureWatcher<Result<FileDigest>> m_digest;
    bool m_cancelled = false;
    bool m_ended = false;
};

} // namespace facet::service
