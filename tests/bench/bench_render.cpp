// Measures what issue 2 asks for: a 5 s 720p draft between two frames beside encoding the same 120 frames
// alone (aim: at most twice the time). Usage: bench_render [START END] [--size 480p|720p|1080p|4K]
// [--rounds N] [--prompt WORDS] [--keep PATH]. Without pictures and words the project's own samples are
// taken; one picture makes a camera move, words alone title cards.

#include "service/engines/draft/DraftEngine.h"
#include "service/engines/draft/DraftJob.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/VideoDraft.h"
#include "service/engines/draft/VideoWriter.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <optional>
#include <vector>

using namespace facet;
using namespace facet::service;
using namespace facet::service::draft;

namespace {

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// Draws every frame of the job's video on this thread, the way the encoder takes them.
std::vector<EncoderFrame> framesOf(const VideoPlan &plan, double &secondsPerFrame)
{
    std::vector<EncoderFrame> frames;
    const std::unique_ptr<FrameRenderer> renderer = plan.scene->renderer();
    QElapsedTimer clock;
    qint64 drawing = 0;
    for (int i = 0; i < plan.frames; ++i) {
        Nv12Picture &picture = frames.emplace_back(plan.size).picture();
        clock.start();
        renderer->render(i, picture);
        drawing += clock.nsecsElapsed();
    }
    secondsPerFrame = double(drawing) / 1e9 / plan.frames;
    return frames;
}

std::optional<double> encodeAlone(std::vector<EncoderFrame> &frames, QSize size, const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    auto writer = VideoWriter::open({ path, size, int(frames.size()), {}, false });
    if (!writer)
        return {};
    for (EncoderFrame &frame : frames) {
        if (!(*writer)->write(frame))
            return {};
    }
    for (bool more = true; more;) {
        const auto drained = (*writer)->drain();
        if (!drained)
            return {};
        more = *drained;
    }
    if (!(*writer)->finish())
        return {};
    return double(clock.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("start"), QStringLiteral("First frame."));
    parser.addPositionalArgument(QStringLiteral("end"), QStringLiteral("Last frame."));
    const QCommandLineOption sizeOption(QStringLiteral("size"), QStringLiteral("Resolution."),
        QStringLiteral("size"), QStringLiteral("720p"));
    const QCommandLineOption roundsOption(
        QStringLiteral("rounds"), QStringLiteral("Rounds."), QStringLiteral("n"), QStringLiteral("5"));
    const QCommandLineOption promptOption(QStringLiteral("prompt"),
        QStringLiteral("Words, with one picture or none."), QStringLiteral("words"));
    const QCommandLineOption keepOption(QStringLiteral("keep"),
        QStringLiteral("Where to leave the draft, without ending."), QStringLiteral("path"));
    parser.addOptions({ sizeOption, roundsOption, promptOption, keepOption });
    parser.addHelpOption();
    parser.process(app);

    QStringList pictures = parser.positionalArguments();
    if (pictures.isEmpty() && !parser.isSet(promptOption)) {
        const QString samples = QStringLiteral(FACET_SOURCE_DIR "/resources/samples/");
        pictures = { samples + QStringLiteral("harbor-night.jpg"),
            samples + QStringLiteral("harbor-dawn.jpg") };
    }

    QTemporaryDir dir;
    EngineJob job;
    job.generationId = QStringLiteral("bench");
    job.model.kind = ModelKind::Video;
    job.model.name = QStringLiteral("Bench");
    job.options.durationS = 5;
    job.options.resolution = parser.value(sizeOption);
    job.options.aspectRatio = QStringLiteral("16:9");
    job.prompt = parser.value(promptOption);
    if (pictures.size() == 2)
        job.inputs = { { InputRole::StartFrame, pictures[0], {} }, { InputRole::EndFrame, pictures[1], {} } };
    else
        for (const QString &picture : pictures)
            job.inputs.append({ InputRole::Reference, picture, {} });
    job.method = pictures.size() == 2 ? Method::StartEnd : pictures.isEmpty() ? Method::Text : Method::Image;
    job.outputBase =
        parser.isSet(keepOption) ? parser.value(keepOption) : dir.filePath(QStringLiteral("bench"));

    const DraftEngine engine; // sets OpenCV and FFmpeg up
    QTextStream out(stdout);
    const int rounds = std::max(1, parser.value(roundsOption).toInt());
    std::vector<double> rendering;
    std::vector<double> beforeFrames;
    std::vector<double> encoding;
    JobMonitor quiet([](const EngineProgress &) {});
    const auto plan = planVideo(job, quiet);
    if (!plan) {
        out << plan.error().sentence << ' ' << plan.error().detail << '\n';
        return 1;
    }
    double perFrame = 0;
    std::vector<EncoderFrame> frames = framesOf(*plan, perFrame);
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer clock;
        clock.start();
        double before = 0;
        JobMonitor monitor([&](const EngineProgress &progress) {
            if (before == 0 && progress.stage == QLatin1String("rendering"))
                before = double(clock.nsecsElapsed()) / 1e9;
        });
        const auto made = runDraft(job, monitor);
        if (!made) {
            out << made.error().sentence << ' ' << made.error().detail << '\n';
            return 1;
        }
        rendering.push_back(double(clock.nsecsElapsed()) / 1e9);
        beforeFrames.push_back(before);
        const auto alone = encodeAlone(frames, plan->size, dir.filePath(QStringLiteral("alone.mp4")));
        if (!alone) {
            out << "The encoder failed.\n";
            return 1;
        }
        encoding.push_back(*alone);
    }

    const double drawn = median(rendering);
    const double alone = median(encoding);
    out << QStringLiteral("%1 frames, %2 x %3, median of %4\n")
               .arg(frames.size())
               .arg(plan->size.width())
               .arg(plan->size.height())
               .arg(rounds)
        << QStringLiteral("  draft, whole            %1 s  (%2 fps)\n")
               .arg(drawn, 7, 'f', 3)
               .arg(double(frames.size()) / drawn, 0, 'f', 0)
        << QStringLiteral("    reading and motion    %1 s\n").arg(median(beforeFrames), 7, 'f', 3)
        << QStringLiteral("    drawing, one thread   %1 ms a frame\n").arg(perFrame * 1000, 7, 'f', 2)
        << QStringLiteral("  encoding alone          %1 s  (%2 fps)\n")
               .arg(alone, 7, 'f', 3)
               .arg(double(frames.size()) / alone, 0, 'f', 0)
        << QStringLiteral("  ratio                   %1\n").arg(drawn / alone, 7, 'f', 2);
    return 0;
}
