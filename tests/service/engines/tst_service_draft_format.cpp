#include "DraftTest.h"
#include "Pictures.h"

#include "service/engines/draft/FrameFormat.h"

#include <QImageReader>

using namespace facet;
using namespace facet::service;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

class TestDraftFormat : public QObject {
    Q_OBJECT

private slots:
    void size_data()
    {
        QTest::addColumn<QString>("resolution");
        QTest::addColumn<QString>("aspect");
        QTest::addColumn<QSize>("size");
        const auto row = [](const char *resolution, const char *aspect, int w, int h) {
            QTest::addRow("%s %s", resolution, aspect)
                << QString::fromLatin1(resolution) << QString::fromLatin1(aspect) << QSize(w, h);
        };
        // The shorter side is the resolution's; nothing is longer than 3840; both sides are even.
        row("480p", "16:9", 854, 480);
        row("480p", "9:16", 480, 854);
        row("480p", "1:1", 480, 480);
        row("480p", "4:3", 640, 480);
        row("480p", "3:4", 480, 640);
        row("480p", "21:9", 1120, 480);
        row("720p", "16:9", 1280, 720);
        row("720p", "9:16", 720, 1280);
        row("720p", "1:1", 720, 720);
        row("720p", "4:3", 960, 720);
        row("720p", "3:4", 720, 960);
        row("720p", "21:9", 1680, 720);
        row("1080p", "16:9", 1920, 1080);
        row("1080p", "9:16", 1080, 1920);
        row("1080p", "1:1", 1080, 1080);
        row("1080p", "4:3", 1440, 1080);
        row("1080p", "3:4", 1080, 1440);
        row("1080p", "21:9", 2520, 1080);
        row("4K", "16:9", 3840, 2160);
        row("4K", "9:16", 2160, 3840);
        row("4K", "1:1", 2160, 2160);
        row("4K", "4:3", 2880, 2160);
        row("4K", "3:4", 2160, 2880);
        row("4K", "21:9", 3840, 1646);
    }
    void size()
    {
        QFETCH(QString, resolution);
        QFETCH(QString, aspect);
        QFETCH(QSize, size);
        Options options;
        options.resolution = resolution;
        options.aspectRatio = aspect;
        const auto made = draft::frameSize(options, {}, false);
        QVERIFY(made);
        QCOMPARE(*made, size);
    }

    void withoutAspectThePictureDecides()
    {
        Options options;
        options.resolution = u"720p"_s;
        QCOMPARE(*draft::frameSize(options, QSize(3000, 4000), false), QSize(720, 960));
        QCOMPARE(*draft::frameSize(options, QSize(), false), QSize(1280, 720));
    }

    void unknownOptionsAreRefused()
    {
        Options options;
        options.resolution = u"wide"_s;
        auto size = draft::frameSize(options, {}, true);
        QVERIFY(!size);
        QCOMPARE(size.error().kind, ErrorKind::Unsupported);
        QCOMPARE(size.error().code, u"unsupported_option"_s);
        QVERIFY(size.error().sentence.contains(u"설정"_s));
        options.resolution = u"720p"_s;
        options.aspectRatio = u"0:9"_s;
        QVERIFY(!draft::frameSize(options, {}, false));
        options.durationS = 0;
        QVERIFY(!draft::frameCount(options, false));
    }

    void rendered_data()
    {
        QTest::addColumn<QString>("resolution");
        QTest::addColumn<QString>("aspect");
        QTest::addColumn<QSize>("size");
        QTest::newRow("480p 16:9") << u"480p"_s << u"16:9"_s << QSize(854, 480);
        QTest::newRow("480p 9:16") << u"480p"_s << u"9:16"_s << QSize(480, 854);
        QTest::newRow("480p 1:1") << u"480p"_s << u"1:1"_s << QSize(480, 480);
        QTest::newRow("480p 4:3") << u"480p"_s << u"4:3"_s << QSize(640, 480);
        QTest::newRow("480p 3:4") << u"480p"_s << u"3:4"_s << QSize(480, 640);
        QTest::newRow("480p 21:9") << u"480p"_s << u"21:9"_s << QSize(1120, 480);
        QTest::newRow("1080p 9:16") << u"1080p"_s << u"9:16"_s << QSize(1080, 1920);
        QTest::newRow("4K 21:9") << u"4K"_s << u"21:9"_s << QSize(3840, 1646);
    }
    void rendered()
    {
        QFETCH(QString, resolution);
        QFETCH(QString, aspect);
        QFETCH(QSize, size);
        DraftBench bench;
        EngineJob job = bench.imageJob(texture({ 640, 480 }, 5), InputRole::Reference, u"push in"_s);
        job.options.resolution = resolution;
        job.options.aspectRatio = aspect;
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().sentence));
        QCOMPARE(QSize(output->asset.width, output->asset.height), size);
        const auto video = VideoProbe::read(output->path, false);
        QVERIFY(video);
        QCOMPARE(video->size, size);
        QCOMPARE(video->frames, 24);
    }

    void fileIsWhatItSays()
    {
        DraftBench bench;
        EngineJob job =
            bench.imageJob(texture({ 1280, 720 }, 5), InputRole::Reference, u"밤의 항구, slow push in"_s);
        job.options.durationS = 2;
        job.options.resolution = u"720p"_s;
        job.take = 1;
        const auto output = bench.run(job);
        QVERIFY(output);
        QCOMPARE(output->path, job.outputBase + u".mp4"_s);
        QCOMPARE(output->asset.kind, ModelKind::Video);
        QCOMPARE(output->asset.mime, u"video/mp4"_s);
        QCOMPARE(output->asset.bytes, QFileInfo(output->path).size());
        QCOMPARE(output->asset.fps, 24.0);
        QCOMPARE(output->asset.durationS, 2.0);

        const auto video = VideoProbe::read(output->path, false);
        QVERIFY(video);
        QCOMPARE(video->codec, u"h264"_s);
        QCOMPARE(video->frames, 48);
        QCOMPARE(video->fps, 24.0);
        QVERIFY(std::abs(video->durationS - 2.0) < 0.001);
        QVERIFY(video->bt709);
        QVERIFY(video->yuv420);
        QVERIFY(video->indexFirst);
        QCOMPARE(video->tags.value(u"draft"_s), u"true"_s);
        QCOMPARE(video->tags.value(u"model"_s), u"Carat Video (LTX 2.3)"_s);
        QCOMPARE(video->tags.value(u"prompt"_s), job.prompt);
        QCOMPARE(video->tags.value(u"seed"_s), u"7"_s);
        QCOMPARE(video->tags.value(u"generation_id"_s), u"gen_1"_s);
        QCOMPARE(video->tags.value(u"take"_s), u"1"_s);
        QVERIFY(!video->tags.value(u"title"_s).isEmpty());

        QImageReader poster(output->posterPath);
        QCOMPARE(poster.format(), QByteArray("jpeg"));
        QCOMPARE(poster.size(), QSize(960, 540));
        QCOMPARE(bench.takes().size(), 2); // no other file is left
    }

    void sameSeedSameFile()
    {
        const auto bytes = [](quint32 seed) {
            DraftBench bench;
            EngineJob job = bench.imageJob(texture({ 854, 480 }, 5), InputRole::Reference, u"handheld"_s);
            job.seed = seed;
            const auto output = bench.run(job);
            QFile file(output ? output->path : QString());
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray first = bytes(7);
        QVERIFY(!first.isEmpty());
        QCOMPARE(bytes(7), first);
        QVERIFY(bytes(8) != first);
    }

    void barsHaveTheBackgroundsColour()
    {
        DraftBench bench;
        QImage white(400, 400, QImage::Format_RGB32);
        white.fill(Qt::white);
        EngineJob job = bench.imageJob(white, InputRole::StartFrame, u"hold the shot"_s);
        job.options.background = u"#808080"_s;
        VideoProbe video = bench.video(job);
        QCOMPARE(video.frames, 24);
        const int grey = 16 + 219 * 0x80 / 255;
        QVERIFY(std::abs(video.luma[12].at<uchar>(240, 20) - grey) <= 2);
        QVERIFY(std::abs(video.luma[12].at<uchar>(240, 427) - 235) <= 2);

        job.options.fit = FitMode::Crop;
        video = bench.video(job);
        QVERIFY(std::abs(video.luma[12].at<uchar>(240, 20) - 235) <= 2);
    }

    void transparencyIsFlattened()
    {
        DraftBench bench;
        QImage clear(854, 480, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        EngineJob job = bench.imageJob(clear, InputRole::StartFrame, u"hold the shot"_s);
        job.options.background = u"#ffffff"_s;
        const VideoProbe video = bench.video(job);
        QCOMPARE(video.frames, 24);
        QVERIFY(std::abs(video.luma[5].at<uchar>(240, 400) - 235) <= 2);
    }
};

QTEST_MAIN(TestDraftFormat)
#include "tst_service_draft_format.moc"
