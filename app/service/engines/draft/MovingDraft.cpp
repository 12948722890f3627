#include "service/engines/draft/MovingDraft.h"

#include "service/engines/draft/DraftTags.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/MediaFile.h"
#include "service/engines/draft/Poster.h"
#include "service/engines/draft/RenderPipeline.h"
#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/SoundJoin.h"
#include "service/engines/draft/VideoDraft.h"
#include "service/engines/draft/VideoReading.h"

#include <QFile>
#include <QFileInfo>

extern "C" {
#include <libavformat/avformat.h>
}

#include <cmath>

namespace facet::service::draft {

namespace {

constexpr double slack = 0.5; // seconds: nobody is refused for a rounded length

QString fileOf(const EngineJob &job, InputRole role)
{
    for (const EngineInput &input : job.inputs) {
        if (input.role == role)
            return input.path;
    }
    return {};
}

/// A file that cannot be read because the job was cancelled is no bad file.
tl::unexpected<Error> unplayable(const EngineJob &job, const JobMonitor &monitor, const QString &detail)
{
    return monitor.stopped() ? sentences::cancelled(job.korean)
                             : sentences::inputUnplayable(job.korean, detail);
}

/// Its own rate where an encoder takes it; what varies or says nothing becomes the drafts' own.
AVRational rateOf(const MediaFile &file)
{
    const AVRational rate = file.videoStream()->avg_frame_rate;
    const double each = rate.den > 0 ? av_q2d(rate) : 0;
    return each >= 1 && each <= 60 ? rate : AVRational{ framesPerSecond, 1 };
}

/// Enlarged until the shorter side is `shorter`; never made smaller, never beyond what H.264 decoders take.
QSize largerSize(QSize from, int shorter)
{
    constexpr double longest = 3840;
    const double scale = std::max(1.0,
        std::min(double(shorter) / std::min(from.width(), from.height()),
            longest / std::max(from.width(), from.height())));
    const auto even = [scale](int side) {
        return std::max(2, static_cast<int>(std::lround(side * scale / 2)) * 2);
    };
    return { even(from.width()), even(from.height()) };
}

struct Pictures {
    QSize size; ///< pixels
    AVRational rate{ framesPerSecond, 1 };
    int frames = 0;

    double seconds() const { return frames / av_q2d(rate); }
};

/// The pictures of `file` as H.264, one for each moment of `pictures`. Returns the poster.
Result<QImage> renderPictures(const EngineJob &job, MediaFile &file, const Pictures &pictures,
    const VideoSettings &settings, JobMonitor &monitor)
{
    const auto reading = VideoReading::of(file, pictures.size);
    if (!reading)
        return unplayable(job, monitor, QStringLiteral("no decoder"));
    auto opened = VideoWriter::open(settings);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    VideoWriter &writer = **opened;
    monitor.enter(QStringLiteral("rendering"));
    Poster poster;
    EncoderFrame frame(pictures.size);
    for (int index = 0; index < pictures.frames; ++index) {
        if (monitor.stopped())
            return sentences::cancelled(job.korean);
        const Nv12Picture *shown = reading->at(index / av_q2d(pictures.rate));
        if (!shown)
            return unplayable(job, monitor, QStringLiteral("no picture"));
        Nv12Picture &target = frame.picture();
        shown->luma.copyTo(target.luma);
        shown->chroma.copyTo(target.chroma);
        poster.offer(target, index == pictures.frames - 1);
        if (const auto written = writer.write(frame); !written)
            return tl::unexpected<Error>(written.error());
        monitor.frames(index + 1, writer.written(), pictures.frames);
    }
    monitor.enter(QStringLiteral("encoding"));
    for (bool more = true; more;) {
        if (monitor.stopped())
            return sentences::cancelled(job.korean);
        const Result<bool> drained = writer.drain();
        if (!drained)
            return tl::unexpected<Error>(drained.error());
        more = *drained;
        monitor.frames(pictures.frames, writer.written(), pictures.frames);
    }
    if (const auto finished = writer.finish(); !finished)
        return tl::unexpected<Error>(finished.error());
    return poster.image();
}

/// Where the pictures go before their sound is put under them, and what becomes of both.
class Draft {
public:
    Draft(const EngineJob &job, const Pictures &pictures, bool silent)
        : m_job(job)
        , m_pictures(pictures)
        , m_path(job.outputBase + QStringLiteral(".mp4"))
        , m_silent(silent ? m_path : job.outputBase + QStringLiteral(".silent.mp4"))
        , m_posterPath(job.outputBase + QStringLiteral(".poster.jpg"))
    {
    }
    ~Draft()
    {
        if (m_silent != m_path)
            QFile::remove(m_silent);
        if (!m_kept) {
            QFile::remove(m_path);
            QFile::remove(m_posterPath);
        }
    }

    VideoSettings settings() const
    {
        return { m_silent, m_pictures.size, m_pictures.frames, tagsFor(m_job), m_job.korean,
            m_pictures.rate.num, m_pictures.rate.den };
    }

    /// `sound` empty: none.
    Result<EngineOutput> finish(const QImage &poster, const QString &sound, JobMonitor &monitor)
    {
        if (!sound.isEmpty()) {
            const SoundJoin join{ m_silent, sound, m_path, m_pictures.seconds(), tagsFor(m_job),
                m_job.korean };
            if (const auto joined = joinSound(join, monitor); !joined)
                return tl::unexpected<Error>(joined.error());
        }
        if (!writePoster(poster, m_posterPath))
            return sentences::outputUnwritable(m_job.korean, m_posterPath);
        m_kept = true;
        EngineOutput output;
        output.path = m_path;
        output.posterPath = m_posterPath;
        output.asset.kind = ModelKind::Video;
        output.asset.mime = QStringLiteral("video/mp4");
        output.asset.bytes = QFileInfo(m_path).size();
        output.asset.width = m_pictures.size.width();
        output.asset.height = m_pictures.size.height();
        output.asset.durationS = m_pictures.seconds();
        output.asset.fps = av_q2d(m_pictures.rate);
        monitor.complete();
        return output;
    }

private:
    const EngineJob &m_job;
    Pictures m_pictures;
    QString m_path;
    QString m_silent;
    QString m_posterPath;
    bool m_kept = false;
};

int framesFor(double seconds, AVRational rate)
{
    return std::max(1, static_cast<int>(std::lround(seconds * av_q2d(rate))));
}

} // namespace

Result<EngineOutput> makeLargerVideo(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("reading"));
    const QString path = fileOf(job, InputRole::Video);
    const auto file = MediaFile::open(path, monitor.stop());
    if (!file || !file->videoStream() || file->seconds() <= 0)
        return unplayable(job, monitor, path);
    const int paid = job.options.durationS.value_or(5);
    if (file->seconds() > paid + slack)
        return sentences::inputTooLong(job.korean, file->seconds(), paid);
    Options square;
    square.resolution = job.options.resolution.value_or(QStringLiteral("1080p"));
    square.aspectRatio = QStringLiteral("1:1");
    const auto wanted = frameSize(square, {}, job.korean);
    if (!wanted)
        return tl::unexpected<Error>(wanted.error());
    Pictures pictures;
    pictures.size = largerSize(file->size(), wanted->width());
    pictures.rate = rateOf(*file);
    pictures.frames = framesFor(file->seconds(), pictures.rate);
    Draft draft(job, pictures, !file->audioStream());
    const auto poster = renderPictures(job, *file, pictures, draft.settings(), monitor);
    if (!poster)
        return tl::unexpected<Error>(poster.error());
    return draft.finish(*poster, file->audioStream() ? path : QString(), monitor);
}

Result<EngineOutput> makeLipSync(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("reading"));
    const QString voicePath = fileOf(job, InputRole::Audio);
    if (voicePath.isEmpty())
        return sentences::noVoice(job.korean);
    const auto voice = MediaFile::open(voicePath, monitor.stop());
    if (!voice || !voice->audioStream() || voice->seconds() <= 0)
        return unplayable(job, monitor, voicePath);
    const int longest = job.model.maxDurationS > 0 ? job.model.maxDurationS : 15;
    if (voice->seconds() > longest + slack)
        return sentences::inputTooLong(job.korean, voice->seconds(), longest);

    const QString videoPath = fileOf(job, InputRole::Video);
    if (videoPath.isEmpty()) {
        EngineJob held = job;
        held.options.durationS = static_cast<int>(std::ceil(voice->seconds()));
        held.method = Method::Image;
        const auto plan = planVideo(held, monitor);
        if (!plan)
            return tl::unexpected<Error>(plan.error());
        const Pictures pictures{ plan->size, { framesPerSecond, 1 },
            std::min(plan->frames, framesFor(voice->seconds(), { framesPerSecond, 1 })) };
        Draft draft(job, pictures, false);
        const auto poster = renderVideo(*plan->scene, draft.settings(), monitor);
        if (!poster)
            return tl::unexpected<Error>(poster.error());
        return draft.finish(*poster, voicePath, monitor);
    }
    const auto file = MediaFile::open(videoPath, monitor.stop());
    if (!file || !file->videoStream())
        return unplayable(job, monitor, videoPath);
    Pictures pictures;
    pictures.size = largerSize(file->size(), 0);
    pictures.rate = rateOf(*file);
    pictures.frames = framesFor(voice->seconds(), pictures.rate);
    Draft draft(job, pictures, false);
    const auto poster = renderPictures(job, *file, pictures, draft.settings(), monitor);
    if (!poster)
        return tl::unexpected<Error>(poster.error());
    return draft.finish(*poster, voicePath, monitor);
}

} // namespace facet::service::draft
