// Measures what issue 2 asks for: a 5 s 720p draft between two frames beside encoding the same 120 frames
// alone (aim: at most twice the time). Usage: bench_render [START END] [--size 480p|720p|1080p|4K]
// [--rounds N]. Without pictures the project's own samples are taken.

#include "service/engines/draft/DraftEngine.h"
#include "service/engines/draft/DraftJob.h"
#include "service/engines/draft/FrameFormat.h"
#include "service/engines/draft/VideoWriter.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTextStream>

#include <opencv2/core.hpp>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

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

/// Decodes a finished draft into frames as the encoder takes them.
std::vector<EncoderFrame> framesOf(const QString &path)
{
    std::vector<EncoderFrame> frames;
    AVFormatContext *container = nullptr;
    if (avformat_open_input(&container, path.toUtf8().constData(), nullptr, nullptr) < 0)
        return frames;
    avformat_find_stream_info(container, nullptr);
    const AVStream *stream = container->streams[0];
    AVCodecContext *codec = avcodec_alloc_context3(nullptr);
    avcodec_parameters_to_context(codec, stream->codecpar);
    avcodec_open2(codec, avcodec_find_decoder(stream->codecpar->codec_id), nullptr);
    AVPacket *packet = av_packet_alloc();
    AVFrame *decoded = av_frame_alloc();
    SwsContext *scaler = sws_getContext(codec->width, codec->height, AV_PIX_FMT_YUV420P, codec->width,
        codec->height, AV_PIX_FMT_NV12, SWS_POINT, nullptr, nullptr, nullptr);
    const auto receive = [&] {
        while (avcodec_receive_frame(codec, decoded) >= 0) {
            frames.emplace_back(QSize(codec->width, codec->height));
            Nv12Picture &picture = frames.back().picture();
            uint8_t *to[4] = { picture.luma.data, picture.chroma.data, nullptr, nullptr };
            const int stride[4] = { int(picture.luma.step), int(picture.chroma.step), 0, 0 };
            sws_scale(scaler, decoded->data, decoded->linesize, 0, codec->height, to, stride);
        }
    };
    while (av_read_frame(container, packet) >= 0) {
        avcodec_send_packet(codec, packet);
        receive();
        av_packet_unref(packet);
    }
    avcodec_send_packet(codec, nullptr);
    receive();
    sws_freeContext(scaler);
    av_frame_free(&decoded);
    av_packet_free(&packet);
    avcodec_free_context(&codec);
    avformat_close_input(&container);
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
    parser.addOptions({ sizeOption, roundsOption });
    parser.addHelpOption();
    parser.process(app);

    QStringList pictures = parser.positionalArguments();
    if (pictures.size() != 2) {
        const QString samples = QStringLiteral(FACET_SOURCE_DIR "/resources/samples/");
        pictures = { samples + QStringLiteral("harbor-night.jpg"),
            samples + QStringLiteral("harbor-dawn.jpg") };
    }

    QTemporaryDir dir;
    EngineJob job;
    job.generationId = QStringLiteral("bench");
    job.model.kind = ModelKind::Video;
    job.model.name = QStringLiteral("Bench");
    job.method = Method::StartEnd;
    job.options.durationS = 5;
    job.options.resolution = parser.value(sizeOption);
    job.options.aspectRatio = QStringLiteral("16:9");
    job.inputs = { { InputRole::StartFrame, pictures[0], {} }, { InputRole::EndFrame, pictures[1], {} } };
    job.outputBase = dir.filePath(QStringLiteral("bench"));

    const DraftEngine engine; // sets OpenCV and FFmpeg up
    QTextStream out(stdout);
    const int rounds = std::max(1, parser.value(roundsOption).toInt());
    std::vector<double> rendering;
    std::vector<double> beforeFrames;
    std::vector<double> encoding;
    std::vector<EncoderFrame> frames;
    QSize size;
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
        if (frames.empty()) {
            frames = framesOf(made->path);
            size = { made->asset.width, made->asset.height };
        }
        const auto alone = encodeAlone(frames, size, dir.filePath(QStringLiteral("alone.mp4")));
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
               .arg(size.width())
               .arg(size.height())
               .arg(rounds)
        << QStringLiteral("  draft, whole            %1 s  (%2 fps)\n")
               .arg(drawn, 7, 'f', 3)
               .arg(double(frames.size()) / drawn, 0, 'f', 0)
        << QStringLiteral("    reading and motion    %1 s\n").arg(median(beforeFrames), 7, 'f', 3)
        << QStringLiteral("  encoding alone          %1 s  (%2 fps)\n")
               .arg(alone, 7, 'f', 3)
               .arg(double(frames.size()) / alone, 0, 'f', 0)
        << QStringLiteral("  ratio                   %1\n").arg(drawn / alone, 7, 'f', 2);
    return 0;
}
