#include "DraftTest.h"
#include "Pictures.h"

#include <QImageWriter>

#include <csignal>
#include <sys/resource.h>

using namespace facet;
using namespace facet::service;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

class TestDraftTrouble : public QObject {
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void hostilePictures_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zero bytes") << QByteArray();
        QTest::newRow("text") << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        texture({ 640, 480 }, 1).save(&buffer, "png");
        QTest::newRow("truncated PNG") << png.left(png.size() / 3);
        QTest::newRow("header only") << png.left(40);
        QByteArray huge = png.left(33); // IHDR says 65535 × 65535
        huge.replace(16, 8, QByteArray::fromHex("0000ffff0000ffff"));
        QTest::newRow("lying header") << huge;
    }
    void hostilePictures()
    {
        QFETCH(QByteArray, bytes);
        for (const bool korean : { false, true }) {
            DraftBench bench;
            EngineJob job = bench.textJob(u"push in"_s);
            job.method = Method::Image;
            job.korean = korean;
            write(bench.path(u"bad.png"_s), bytes);
            job.inputs = { { InputRole::Reference, bench.path(u"bad.png"_s), u"image/png"_s } };
            const auto output = bench.run(job);
            QVERIFY(!output);
            QCOMPARE(output.error().kind, ErrorKind::Unsupported);
            QCOMPARE(output.error().code, u"unsupported_input"_s);
            QCOMPARE(output.error().sentence.contains(u"이미지"_s), korean);
            QCOMPARE(bench.takes(), QStringList());
        }
    }

    void missingPicture()
    {
        DraftBench bench;
        EngineJob job = bench.textJob(u"push in"_s);
        job.method = Method::Image;
        job.inputs = { { InputRole::Reference, bench.path(u"gone.png"_s), u"image/png"_s } };
        const auto output = bench.run(job);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::File);
    }

    void tooManyPixels()
    {
        DraftBench bench;
        QImage wide(20'000, 6'000, QImage::Format_Mono);
        wide.fill(1);
        EngineJob job = bench.imageJob(wide, InputRole::Reference, u"push in"_s);
        const auto output = bench.run(job);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::Unsupported);
        QVERIFY2(output.error().sentence.contains(u"120"_s) && output.error().sentence.contains(u"100"_s),
            qPrintable(output.error().sentence));
    }

    void oddPicturesWork_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("one pixel") << QSize(1, 1);
        QTest::newRow("a line") << QSize(20'000, 10);
        QTest::newRow("a column") << QSize(3, 9'000);
        QTest::newRow("odd") << QSize(333, 777);
    }
    void oddPicturesWork()
    {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor(200, 120, 40));
        for (const bool both : { false, true }) {
            DraftBench bench;
            EngineJob job =
                bench.imageJob(image, both ? InputRole::StartFrame : InputRole::Reference, u"orbit"_s);
            if (both)
                bench.add(job, texture({ 200, 100 }, 3), InputRole::EndFrame);
            const VideoProbe video = bench.video(job);
            QCOMPARE(video.frames, 24);
            QCOMPARE(video.size, QSize(854, 480));
        }
    }

    void whatItCannotMakeIsSaid()
    {
        DraftBench bench;
        EngineJob job = bench.textJob(u"rain"_s);
        job.model.kind = ModelKind::Other;
        const auto output = bench.run(job);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::Unsupported);
        QCOMPARE(output.error().code, u"unsupported_task"_s);
    }

    void progressIsHonest()
    {
        DraftBench bench;
        const QImage back = texture({ 1280, 720 }, 3);
        EngineJob job = bench.imageJob(back, InputRole::StartFrame, u""_s);
        bench.add(job, withDisc(back, { 500, 300 }, 80), InputRole::EndFrame);
        job.options.resolution = u"1080p"_s;
        job.options.durationS = 2;
        const auto run = bench.engine().start(job);
        RunWatch watch(*run);
        QVERIFY(watch.wait());
        QVERIFY(watch.outputs.front());
        QCOMPARE(int(watch.outputs.size()), 1);

        QStringList stages;
        double before = 0;
        for (const EngineProgress &progress : watch.progress) {
            if (stages.isEmpty() || stages.last() != progress.stage)
                stages.append(progress.stage);
            QVERIFY(progress.progress);
            QVERIFY(*progress.progress >= before && *progress.progress <= 1);
            before = *progress.progress;
        }
        QCOMPARE(stages, QStringList({ u"reading"_s, u"motion"_s, u"rendering"_s, u"encoding"_s }));
        QCOMPARE(before, 1.0);
        // No time left before there is a rate, then one.
        QVERIFY(!watch.progress.front().etaS);
        for (const EngineProgress &progress : watch.progress) {
            if (*progress.progress < 5 / 96.0)
                QVERIFY(!progress.etaS);
        }
        QVERIFY(watch.progress.back().etaS);
    }

    void cancelIsQuick_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::newRow("before anything") << QString();
        QTest::newRow("reading") << u"reading"_s;
        QTest::newRow("motion") << u"motion"_s;
        QTest::newRow("rendering") << u"rendering"_s;
        QTest::newRow("encoding") << u"encoding"_s;
    }
    void cancelIsQuick()
    {
        QFETCH(QString, stage);
        DraftBench bench;
        EngineJob job = bench.textJob(u""_s);
        job.method = Method::StartEnd;
        job.options.resolution = u"4K"_s;
        // 96 megapixels each, saved quickly: grey, and the same.
        const QString large = bench.path(u"large.jpg"_s);
        if (stage == u"reading"_s) {
            QImage grey(12'000, 8'000, QImage::Format_Grayscale8);
            for (int y = 0; y < grey.height(); ++y)
                std::fill_n(grey.scanLine(y), grey.width(), static_cast<uchar>(y * 7 % 251));
            QVERIFY(grey.save(large, "jpeg", 40));
        } else {
            QVERIFY(texture({ 1920, 1080 }, 4).save(large, "jpeg"));
        }
        job.inputs = { { InputRole::StartFrame, large, {} }, { InputRole::EndFrame, large, {} } };

        auto run = bench.engine().start(job);
        RunWatch watch(*run);
        if (!stage.isEmpty())
            QVERIFY(QTest::qWaitFor([&] { return watch.reached(stage) || !watch.outputs.empty(); }, 60'000));
        QVERIFY(watch.outputs.empty());
        QElapsedTimer clock;
        clock.start();
        run->cancel();
        QVERIFY(watch.wait(5000));
        const qint64 took = clock.elapsed();
        QVERIFY2(took <= 200, qPrintable(u"%1 ms"_s.arg(took)));
        QVERIFY(!watch.outputs.front());
        QCOMPARE(watch.outputs.front().error().kind, ErrorKind::Cancelled);
        run->cancel();
        run.reset(); // waits
        QCoreApplication::processEvents();
        QCOMPARE(int(watch.outputs.size()), 1);
        QCOMPARE(bench.takes(), QStringList());
    }

    void deletingARunCancelsIt()
    {
        DraftBench bench;
        EngineJob job = bench.textJob(u"words"_s);
        job.options.durationS = 15;
        job.options.resolution = u"4K"_s;
        QElapsedTimer clock;
        auto run = bench.engine().start(job);
        {
            RunWatch watch(*run);
            QVERIFY(QTest::qWaitFor([&] { return watch.reached(u"rendering"_s); }, 30'000));
        }
        clock.start();
        run.reset();
        QVERIFY(clock.elapsed() < 3000);
        QCOMPARE(bench.takes(), QStringList());
    }

    void fullDiskIsSaid()
    {
        // A limit on the size of files is what a full disk looks like to the writer.
        std::signal(SIGXFSZ, SIG_IGN);
        DraftBench bench;
        EngineJob job = bench.imageJob(texture({ 1280, 720 }, 4), InputRole::Reference, u"handheld"_s);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 20'000;
        setrlimit(RLIMIT_FSIZE, &small);
        const auto output = bench.run(job);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::File);
        QVERIFY2(output.error().sentence.contains(u"disk is full"_s),
            qPrintable(output.error().sentence + output.error().detail));
        QCOMPARE(bench.takes(), QStringList());
    }

    void unwritableFolderIsSaid()
    {
        DraftBench bench;
        EngineJob job = bench.textJob(u"words"_s);
        job.outputBase = bench.path(u"no/such/folder/take"_s);
        const auto output = bench.run(job);
        QVERIFY(!output);
        QCOMPARE(output.error().kind, ErrorKind::File);
    }
};

QTEST_MAIN(TestDraftTrouble)
#include "tst_service_draft_trouble.moc"
