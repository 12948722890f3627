#include "service/jobs/TakeRun.h"

#include <QFile>

namespace facet::service {

TakeRun::TakeRun(Engine &engine, const EngineJob &job, QObject *parent)
    : QObject(parent)
    , m_run(engine.start(job))
{
    connect(m_run.get(), &EngineRun::progressed, this, [this](const EngineProgress &progress) {
        if (!m_ended && !m_cancelled)
            emit progressed(progress);
    });
    connect(m_run.get(), &EngineRun::finished, this, [this](const Result<EngineOutput> &output) {
        if (!output || m_cancelled)
            end(output);
        else
            digest(*output);
    });
}

TakeRun::~TakeRun() = default;

void TakeRun::cancel()
{
    m_cancelled = true;
    m_run->cancel();
}

void TakeRun::digest(const EngineOutput &output)
{
    // Not QFuture::then(this, …): in Qt 6.4 that asserts when this object goes before the digest is done.
    connect(&m_digest, &QFutureWatcher<Result<FileDigest>>::finished, this, [this, output] {
        const Result<FileDigest> digest = m_digest.result();
        if (!digest) {
            end(tl::unexpected(digest.error()));
            return;
        }
        EngineOutput complete = output;
        complete.asset.sha256 = digest->sha256;
        complete.asset.bytes = digest->bytes;
        end(complete);
    });
    m_digest.setFuture(digestFile(output.path));
}

void TakeRun::end(const Result<EngineOutput> &output)
{
    if (m_ended)
        return;
    m_ended = true;
    if (m_cancelled) {
        if (output) {
            // Finished in the very moment of the cancellation: nobody will ever ask for it.
            QFile::remove(output->path);
            QFile::remove(output->posterPath);
        }
        emit finished(tl::unexpected(Error{ ErrorKind::Cancelled, {}, {}, {}, {}, {} }));
        return;
    }
    emit finished(output);
}

} // namespace facet::service
