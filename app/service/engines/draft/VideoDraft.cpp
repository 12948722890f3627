#include "service/engines/draft/VideoDraft.h"

#include "service/engines/draft/CameraScene.h"
#include "service/engines/draft/DraftTags.h"
#include "service/engines/draft/Fitting.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/ImageReading.h"
#include "service/engines/draft/InBetween.h"
#include "service/engines/draft/Poster.h"
#include "service/engines/draft/RenderPipeline.h"
#include "service/engines/draft/Sentences.h"
#include "service/engines/draft/TitleScene.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

namespace facet::service::draft {

namespace {

struct Still {
    QString path;
    Anchor anchor = Anchor::None;
};

/// In the order of showing: the start frame, references, the end frame.
std::vector<Still> stillsOf(const EngineJob &job)
{
    std::vector<Still> stills;
    const auto collect = [&](InputRole role, Anchor anchor) {
        for (const EngineInput &input : job.inputs) {
            if (input.role == role)
                stills.push_back({ input.path, anchor });
        }
    };
    collect(InputRole::StartFrame, Anchor::Start);
    collect(InputRole::Reference, Anchor::None);
    collect(InputRole::EndFrame, Anchor::End);
    return stills;
}

bool isInBetween(const std::vector<Still> &stills)
{
    return stills.size() == 2 && stills[0].anchor == Anchor::Start && stills[1].anchor == Anchor::End;
}

Result<std::unique_ptr<Scene>> inBetween(
    const EngineJob &job, const std::vector<Still> &stills, QSize size, int frames, JobMonitor &monitor)
{
    const Fitting fitting = fittingFrom(job.options);
    std::array<Nv12Picture, 2> pictures;
    for (size_t i = 0; i < 2; ++i) {
        const auto read = readPicture(stills[i].path, size, fitting.background, monitor.stop(), job.korean);
        if (!read)
            return tl::unexpected<Error>(read.error());
        pictures[i] = toNv12(fitted(read->image, size, fitting));
        if (monitor.stopped())
            return sentences::cancelled(job.korean);
    }
    monitor.enter(QStringLiteral("motion"));
    auto motion = MotionField::between(pictures[0].luma, pictures[1].luma, monitor.stop());
    if (!motion)
        return sentences::cancelled(job.korean);
    return std::make_unique<InBetween>(
        std::move(pictures[0]), std::move(pictures[1]), std::move(*motion), frames);
}

QSize evenSize(QSize size, double scale)
{
    const auto even = [scale](int side) { return static_cast<int>(std::lround(side * scale / 2)) * 2; };
    return { even(size.width()), even(size.height()) };
}

/// A move for picture `index` of several when the words ask for none: in and out by turns.
CameraWish wishFor(const CameraWish &asked, size_t index, size_t count)
{
    CameraWish wish = asked;
    if (!wish.moves() && !wish.hold && count > 1 && index % 2 == 1) {
        wish.zoom = -1;
        wish.strength *= 0.5;
    }
    return wish;
}

Result<Shot> shotOf(const EngineJob &job, const Still &still, const CameraWish &wish, QSize size,
    quint32 seed, JobMonitor &monitor)
{
    const Fitting fitting = fittingFrom(job.options);
    constexpr double closest = 1.6; // more pixels than this are not worth their memory
    const auto read = readPicture(still.path, size * closest, fitting.background, monitor.stop(), job.korean);
    if (!read)
        return tl::unexpected<Error>(read.error());

    const QRect place = fittedRect(read->image.size(), size, fitting);
    const Fitting filling{ FitMode::Crop, fitting.background };
    const Nv12Picture whole = toNv12(fitted(read->image, place.size(), filling));
    if (monitor.stopped())
        return sentences::cancelled(job.korean);
    Shot shot{ whole, {}, 1, cv::Rect(place.x(), place.y(), place.width(), place.height()),
        CameraMove(wish, still.anchor, double(place.width()) / place.height(), guessFocus(whole.luma), seed),
        {} };
    if (shot.move.orbits())
        shot.depth = guessDepth(whole.luma, GridShape::forFrame(place.width(), place.height()));

    // Pixels that the picture has beyond the frame's, as far as the zoom can show them.
    const double has =
        std::min(double(read->image.width()) / place.width(), double(read->image.height()) / place.height());
    const double level = std::min({ shot.move.largestZoom(), has, closest });
    if (level > 1.04) {
        const QSize larger = evenSize(place.size(), level);
        shot.level = double(larger.width()) / place.width();
        shot.closer = toNv12(fitted(read->image, larger, filling));
    }
    if (monitor.stopped())
        return sentences::cancelled(job.korean);
    return shot;
}

Result<std::unique_ptr<Scene>> camera(
    const EngineJob &job, const std::vector<Still> &stills, QSize size, int frames, JobMonitor &monitor)
{
    const CameraWish asked = readCameraWords(job.prompt);
    std::vector<Shot> shots;
    for (size_t i = 0; i < stills.size(); ++i) {
        auto shot = shotOf(job, stills[i], wishFor(asked, i, stills.size()), size,
            job.seed + static_cast<quint32>(i) * 7919U, monitor);
        if (!shot)
            return tl::unexpected<Error>(shot.error());
        shots.push_back(std::move(*shot));
    }
    const QColor background = fittingFrom(job.options).background;
    return std::make_unique<CameraScene>(std::move(shots), cv::Size(size.width(), size.height()), frames,
        toNv12(background.red(), background.green(), background.blue()));
}

Result<std::unique_ptr<Scene>> titles(const EngineJob &job, QSize size, int frames, JobMonitor &monitor)
{
    // Fonts come from the platform's integration.
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return sentences::engineFailed(job.korean, QStringLiteral("no QGuiApplication"));
    const QLocale locale(job.korean ? QLocale::Korean : QLocale::English);
    const int seconds = frames / framesPerSecond;
    const QString facts =
        (job.korean ? QStringLiteral("%1 × %2 · %3초 · 시드 %4") : QStringLiteral("%1 × %2 · %3 s · seed %4"))
            .arg(size.width())
            .arg(size.height())
            .arg(locale.toString(seconds))
            .arg(job.seed);
    const TitlePainter painter(size, { job.model.name, facts, job.korean, job.seed, seconds });
    auto scene =
        TitleScene::of(painter, titleBeats(job.prompt, job.model.name, frames), frames, monitor.stop());
    if (!scene)
        return sentences::cancelled(job.korean);
    return scene;
}

} // namespace

Result<VideoPlan> planVideo(const EngineJob &job, JobMonitor &monitor)
{
    monitor.enter(QStringLiteral("reading"));
    const std::vector<Still> stills = stillsOf(job);
    if (stills.empty() && job.method != Method::Text)
        return sentences::noPicture(job.korean);
    const QSize source = stills.empty() ? QSize() : pictureSize(stills.front().path);
    const auto size = frameSize(job.options, source, job.korean);
    if (!size)
        return tl::unexpected<Error>(size.error());
    const auto frames = frameCount(job.options, job.korean);
    if (!frames)
        return tl::unexpected<Error>(frames.error());

    auto scene = stills.empty() ? titles(job, *size, *frames, monitor)
        : isInBetween(stills)   ? inBetween(job, stills, *size, *frames, monitor)
                                : camera(job, stills, *size, *frames, monitor);
    if (!scene)
        return tl::unexpected<Error>(scene.error());

    return VideoPlan{ std::move(*scene), *size, *frames };
}

Result<EngineOutput> makeVideo(const EngineJob &job, JobMonitor &monitor)
{
    const auto plan = planVideo(job, monitor);
    if (!plan)
        return tl::unexpected<Error>(plan.error());
    const QString path = job.outputBase + QStringLiteral(".mp4");
    const QString posterPath = job.outputBase + QStringLiteral(".poster.jpg");
    const auto poster =
        renderVideo(*plan->scene, { path, plan->size, plan->frames, tagsFor(job), job.korean }, monitor);
    if (!poster)
        return tl::unexpected<Error>(poster.error());
    if (!writePoster(*poster, posterPath)) {
        QFile::remove(path);
        QFile::remove(posterPath);
        return sentences::outputUnwritable(job.korean, posterPath);
    }

    EngineOutput output;
    output.path = path;
    output.posterPath = posterPath;
    output.asset.kind = ModelKind::Video;
    output.asset.mime = QStringLiteral("video/mp4");
    output.asset.bytes = QFileInfo(path).size();
    output.asset.width = plan->size.width();
    output.asset.height = plan->size.height();
    output.asset.durationS = double(plan->frames) / framesPerSecond;
    output.asset.fps = framesPerSecond;
    monitor.complete();
    return output;
}

} // namespace facet::service::draft
