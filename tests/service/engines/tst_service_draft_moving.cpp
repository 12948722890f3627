#include "DraftTest.h"
#include "Pictures.h"

#include <QDataStream>
#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace facet;
using namespace facet::service;
using namespace facet::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What stands in a file besides its pictures.
struct SoundFacts {
    QString codec; ///< empty: no sound
    double seconds = 0;
    bool decodes = false;
};

SoundFacts soundOf(const QString &path)
{
    SoundFacts facts;
    AVFormatContext *container = nullptr;
    if (avformat_open_input(&container, path.toUtf8().constData(), nullptr, nullptr) < 0)
        return facts;
    avformat_find_stream_info(container, nullptr);
    const AVCodec *decoder = nullptr;
    const int index = av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, &decoder, 0);
    if (index >= 0) {
        const AVStream *stream = container->streams[index];
        facts.codec = QString::fromLatin1(avcodec_get_name(stream->codecpar->codec_id));
        AVCodecContext *codec = avcodec_alloc_context3(decoder);
        avcodec_parameters_to_context(codec, stream->codecpar);
        avcodec_open2(codec, decoder, nullptr);
        AVPacket *packet = av_packet_alloc();
        AVFrame *frame = av_frame_alloc();
        qint64 samples = 0;
        while (av_read_frame(container, packet) >= 0) {
            if (packet->stream_index == index && avcodec_send_packet(codec, packet) >= 0) {
                while (avcodec_receive_frame(codec, frame) >= 0)
                    samples += frame->nb_samples;
            }
            av_packet_unref(packet);
        }
        facts.seconds = double(samples) / codec->sample_rate;
        facts.decodes = samples > 0;
        av_frame_free(&frame);
        av_packet_free(&packet);
        avcodec_free_context(&codec);
    }
    avformat_close_input(&container);
    return facts;
}

/// A tone of 16 bit PCM, as a recorder writes it.
void writeWave(const QString &path, double seconds)
{
    constexpr int rate = 22'050;
    const int samples = static_cast<int>(seconds * rate);
    QByteArray data;
    QDataStream out(&data, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("RIFF", 4);
    out << quint32(36 + samples * 2);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32(16) << quint16(1) << quint16(1) << quint32(rate) << quint32(rate * 2) << quint16(2)
        << quint16(16);
    out.writeRawData("data", 4);
    out << quint32(samples * 2);
    for (int i = 0; i < samples; ++i)
        out << qint16(8000 * std::sin(i * 2 * M_PI * 440 / rate));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size())
        qFatal("cannot write %s", qPrintable(path));
}

EngineJob tool(const DraftBench &bench, const char *id, Method method, const char *name)
{
    EngineJob job = bench.textJob(QString());
    job.model.kind = ModelKind::Tool;
    job.model.id = QLatin1String(id);
    job.model.methods = job.model.id == "lip-sync"_L1 ? QList<Method>{ Method::Audio, Method::Video }
                                                      : QList<Method>{ Method::Image, Method::Video };
    job.model.maxDurationS = 15;
    job.method = method;
    job.options = {};
    job.outputBase = bench.path(QLatin1String(name));
    return job;
}

} // namespace

/// Drafts that work on videos and voices: upscale, lip sync.
class TestDraftMoving : public QObject {
    Q_OBJECT

    /// A second of moving pictures, 640 × 360.
    QString video(DraftBench &bench)
    {
        EngineJob job = bench.imageJob(texture({ 640, 360 }, 4), InputRole::Reference, u"push in"_s);
        job.options.resolution = u"360p"_s;
        job.outputBase = bench.path(u"source"_s);
        const auto output = bench.run(job);
        return output ? output->path : QString();
    }

private slots:
    void upscaleKeepsEveryPicture()
    {
        DraftBench bench;
        const QString source = video(bench);
        QVERIFY(!source.isEmpty());
        EngineJob job = tool(bench, "upscale", Method::Video, "take");
        job.options.resolution = u"1080p"_s;
        job.options.durationS = 5;
        job.inputs = { { InputRole::Video, source, u"video/mp4"_s } };
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().sentence));
        QCOMPARE(QSize(output->asset.width, output->asset.height), QSize(1920, 1080));
        QCOMPARE(output->asset.durationS, std::optional(1.0));
        const auto before = VideoProbe::read(source, true);
        const auto after = VideoProbe::read(output->path, true);
        QVERIFY(before && after);
        QCOMPARE(after->size, QSize(1920, 1080));
        QCOMPARE(after->frames, before->frames);
        QCOMPARE(after->fps, before->fps);
        QVERIFY(after->bt709 && after->yuv420 && after->indexFirst);
        QCOMPARE(after->tags.value(u"draft"_s), u"true"_s);
        for (const size_t index : { size_t(0), after->luma.size() / 2, after->luma.size() - 1 }) {
            cv::Mat small;
            cv::resize(after->luma[index], small, before->luma[index].size(), 0, 0, cv::INTER_AREA);
            QVERIFY2(ssim(small, before->luma[index]) > 0.95, qPrintable(QString::number(index)));
        }
        QVERIFY(soundOf(output->path).codec.isEmpty());
        QVERIFY(QFile::exists(output->posterPath));
        QCOMPARE(bench.takes().size(), 2); // the video and its poster
    }

    void upscaleCopiesTheSound()
    {
        DraftBench bench;
        const QString source = video(bench);
        writeWave(bench.path(u"voice.wav"_s), 2.0);
        EngineJob dub = tool(bench, "lip-sync", Method::Audio, "dubbed");
        dub.inputs = { { InputRole::Video, source, u"video/mp4"_s },
            { InputRole::Audio, bench.path(u"voice.wav"_s), u"audio/wav"_s } };
        const auto dubbed = bench.run(dub);
        QVERIFY2(dubbed, dubbed ? "" : qPrintable(dubbed.error().sentence));
        EngineJob job = tool(bench, "upscale", Method::Video, "take");
        job.options.resolution = u"1080p"_s;
        job.options.durationS = 5;
        job.inputs = { { InputRole::Video, dubbed->path, u"video/mp4"_s } };
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().sentence));
        const SoundFacts before = soundOf(dubbed->path);
        const SoundFacts after = soundOf(output->path);
        QCOMPARE(after.codec, u"aac"_s);
        QVERIFY(after.decodes);
        QVERIFY(std::abs(after.seconds - before.seconds) < 0.05);
    }

    /// What was paid for is a length.
    void upscaleRefusesALongerVideo()
    {
        DraftBench bench;
        writeWave(bench.path(u"voice.wav"_s), 4.0);
        EngineJob held = tool(bench, "lip-sync", Method::Audio, "held");
        bench.add(held, texture({ 160, 90 }, 4), InputRole::Reference);
        held.inputs.append({ InputRole::Audio, bench.path(u"voice.wav"_s), u"audio/wav"_s });
        const auto four = bench.run(held);
        QVERIFY2(four, four ? "" : qPrintable(four.error().sentence));
        EngineJob job = tool(bench, "upscale", Method::Video, "take");
        job.options.durationS = 3;
        job.inputs = { { InputRole::Video, four->path, u"video/mp4"_s } };
        const auto output = bench.run(job);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::Unsupported);
        QCOMPARE(output.error().code, u"too_long"_s);
        QVERIFY(bench.takes().isEmpty());
    }

    void lipSyncHoldsAPictureAsLongAsTheVoice()
    {
        DraftBench bench;
        writeWave(bench.path(u"voice.wav"_s), 1.5);
        EngineJob job = tool(bench, "lip-sync", Method::Audio, "take");
        bench.add(job, texture({ 640, 360 }, 4), InputRole::Reference);
        job.inputs.append({ InputRole::Audio, bench.path(u"voice.wav"_s), u"audio/wav"_s });
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().sentence));
        const auto probe = VideoProbe::read(output->path, true);
        QVERIFY(probe);
        QCOMPARE(probe->frames, 36);
        QCOMPARE(output->asset.durationS, std::optional(1.5));
        QCOMPARE(probe->tags.value(u"draft"_s), u"true"_s);
        const SoundFacts sound = soundOf(output->path);
        QCOMPARE(sound.codec, u"aac"_s);
        QVERIFY2(std::abs(sound.seconds - 1.5) < 0.1, qPrintable(QString::number(sound.seconds)));
        // Held, with a gentle move: near to the first picture, and not the same.
        QVERIFY(ssim(probe->luma.front(), probe->luma.back()) < 0.999);
        QCOMPARE(bench.takes().size(), 2);
    }

    void lipSyncPutsTheVoiceUnderAVideo()
    {
        DraftBench bench;
        const QString source = video(bench); // one second
        writeWave(bench.path(u"voice.wav"_s), 2.0);
        EngineJob job = tool(bench, "lip-sync", Method::Audio, "take");
        job.inputs = { { InputRole::Video, source, u"video/mp4"_s },
            { InputRole::Audio, bench.path(u"voice.wav"_s), u"audio/wav"_s } };
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().sentence));
        const auto probe = VideoProbe::read(output->path, true);
        QCOMPARE(probe->size, QSize(640, 360));
        QCOMPARE(probe->frames, 48);
        QVERIFY(std::abs(soundOf(output->path).seconds - 2.0) < 0.1);
        // The last picture stays where the video is shorter.
        QVERIFY(ssim(probe->luma[30], probe->luma.back()) > 0.98);
    }

    void refusesWhatCannotBeUsed()
    {
        DraftBench bench;
        EngineJob job = tool(bench, "lip-sync", Method::Audio, "take");
        bench.add(job, texture({ 160, 90 }, 4), InputRole::Reference);
        QCOMPARE(bench.run(job).error().kind, ErrorKind::Unsupported); // no voice
        const QString noise = bench.path(u"noise.wav"_s);
        QFile file(noise);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(4000, 'x')) == 4000);
        file.close();
        job.inputs.append({ InputRole::Audio, noise, u"audio/wav"_s });
        QCOMPARE(bench.run(job).error().code, u"unsupported_input"_s);
        writeWave(noise, 20.0); // the model allows 15
        QCOMPARE(bench.run(job).error().code, u"too_long"_s);
        QVERIFY(bench.takes().isEmpty());
    }

    void aCancelledOneLeavesNothing()
    {
        DraftBench bench;
        const QString source = video(bench);
        EngineJob job = tool(bench, "upscale", Method::Video, "take");
        job.options.resolution = u"4K"_s;
        job.options.durationS = 5;
        job.inputs = { { InputRole::Video, source, u"video/mp4"_s } };
        const auto run = bench.engine().start(job);
        RunWatch watch(*run);
        run->cancel();
        QVERIFY(watch.wait());
        QCOMPARE(watch.outputs.front().error().kind, ErrorKind::Cancelled);
        QTRY_VERIFY(bench.takes().isEmpty());
    }
};

QTEST_MAIN(TestDraftMoving)
#include "tst_service_draft_moving.moc"
