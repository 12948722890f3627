#include "client/sequence/ffmpeg/FfmpegSequence.h"

#include "client/sequence/ffmpeg/ClipFacts.h"
#include "client/sequence/ffmpeg/CopiedPictures.h"
#include "client/sequence/ffmpeg/EncodedPictures.h"
#include "client/sequence/ffmpeg/EncodedSound.h"
#include "client/sequence/ffmpeg/ExportErrors.h"
#include "client/sequence/ffmpeg/Mp4File.h"

extern "C" {
#include <libavutil/log.h>
}

#include <algorithm>
#include <vector>

namespace facet::client::sequence {

FfmpegSequence::FfmpegSequence()
{
    av_log_set_level(AV_LOG_FATAL); // what it has to say is in the results
}

Result<ExportPlan> FfmpegSequence::plan(const QStringList &paths, const std::atomic_bool &stop) const
{
    return planFor(paths, stop);
}

Result<void> FfmpegSequence::write(const Job &job) const
{
    std::vector<std::unique_ptr<Track>> tracks;
    if (job.plan.way == ExportPlan::Way::Encode)
        tracks.push_back(std::make_unique<EncodedPictures>(job));
    else
        tracks.push_back(std::make_unique<CopiedPictures>(job.plan));
    if (job.sound && job.plan.hasSound)
        tracks.push_back(std::make_unique<EncodedSound>(*job.sound, job.plan.durationUs()));

    Mp4File file(job.path);
    for (const auto &track : tracks) {
        if (auto added = track->add(file); !added)
            return added;
    }
    if (auto begun = file.begin(job.tags); !begun)
        return begun;
    const double whole = static_cast<double>(job.plan.durationUs()) / 1e6;
    while (!tracks.empty()) {
        if (job.stop && *job.stop)
            return ExportErrors::cancelled();
        const auto behind = std::min_element(tracks.begin(), tracks.end(),
            [](const auto &a, const auto &b) { return a->seconds() < b->seconds(); });
        if (job.progress && whole > 0)
            job.progress(std::clamp((*behind)->seconds() / whole, 0.0, 1.0));
        const auto more = (*behind)->step(file);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            tracks.erase(behind);
    }
    return file.finish();
}

Result<void> FfmpegSequence::verify(const QString &path, const ExportPlan &plan) const
{
    const std::atomic_bool goOn = false;
    const auto facts = ClipFacts::of(path, goOn);
    if (!facts)
        return tl::unexpected(facts.error());
    if (facts->frames != plan.frames)
        return ExportErrors::damaged(
            QStringLiteral("%1 frames instead of %2").arg(facts->frames).arg(plan.frames));
    if (!facts->isPlain)
        return ExportErrors::damaged(QStringLiteral("frames out of step"));
    if (facts->hasSound != plan.hasSound)
        return ExportErrors::damaged(QStringLiteral("sound"));
    return {};
}

} // namespace facet::client::sequence
