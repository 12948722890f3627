#include "service/engines/draft/SoundDraft.h"

#include "service/engines/draft/DraftTags.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/SoundWriter.h"

#include <QFileInfo>

namespace facet::service::draft {

Result<EngineOutput> makeSound(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("rendering"));
    const auto frames = frameCount(job.options, job.korean);
    if (!frames)
        return tl::unexpected<Error>(frames.error());
    const int seconds = *frames / framesPerSecond;
    const bool music = job.model.id.contains(QLatin1String("music"));
    SoundSynth synth(job.prompt, music, job.seed, seconds);
    const QString path = job.outputBase + QStringLiteral(".m4a");
    const Result<void> written = writeSound(synth, seconds, path, tagsFor(job), monitor, job.korean);
    if (!written)
        return tl::unexpected<Error>(written.error());

    EngineOutput output;
    output.path = path;
    output.asset.kind = ModelKind::Audio;
    output.asset.mime = QStringLiteral("audio/mp4");
    output.asset.bytes = QFileInfo(path).size();
    output.asset.durationS = seconds;
    monitor.complete();
    return output;
}

} // namespace facet::service::draft
