#include "DraftTest.h"
#include "Pictures.h"

#include <QImageReader>
#include <QPainter>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace facet;
using namespace facet::service;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

/// Drafts that are no videos: pictures, enlargements, sounds.
class TestDraftOther : public QObject {
    Q_OBJECT

    static EngineJob imageModel(EngineJob job)
    {
        job.model.kind = ModelKind::Image;
        job.model.id = u"seedream-4.5"_s;
        job.model.name = u"Seedream 4.5"_s;
        job.options.durationS.reset();
        job.options.resolution = u"2K"_s;
        job.options.aspectRatio = u"1:1"_s;
        return job;
    }

private slots:
    void wordsBecomeACard()
    {
        DraftBench bench;
        const auto output = bench.run(imageModel(bench.textJob(u"이끼로 된 여우"_s)));
        QVERIFY(output);
        QCOMPARE(output->path, bench.path(u"take.png"_s));
        QCOMPARE(output->asset.kind, ModelKind::Image);
        QCOMPARE(output->asset.mime, u"image/png"_s);
        const QImage image(output->path);
        QCOMPARE(image.size(), QSize(1440, 1440));
        QCOMPARE(image.text(u"draft"_s), u"true"_s);
        QCOMPARE(image.text(u"prompt"_s), u"이끼로 된 여우"_s);
        QCOMPARE(QImageReader(output->posterPath).size(), QSize(960, 960));
        const auto other = bench.run(imageModel(bench.textJob(u"돌로 된 곰"_s)));
        QVERIFY(other);
        QVERIFY(QImage(other->path) != image);
    }

    void anotherShapeIsContinued()
    {
        DraftBench bench;
        QImage red(400, 200, QImage::Format_RGB32);
        red.fill(Qt::red);
        const auto output =
            bench.run(imageModel(bench.imageJob(red, InputRole::Reference, u"make it night"_s)));
        QVERIFY(output);
        const QImage image(output->path);
        QCOMPARE(image.size(), QSize(1440, 1440));
        QCOMPARE(image.pixelColor(720, 720), QColor(Qt::red));
        const QColor above = image.pixelColor(720, 60); // a darker continuation, not black
        QVERIFY(above.red() > 180 && above.red() < 250 && above.green() < 10);
    }

    void expandShowsThePictureSmaller()
    {
        DraftBench bench;
        const QImage picture = texture({ 720, 720 }, 4);
        const auto output =
            bench.run(imageModel(bench.imageJob(picture, InputRole::Reference, u"바깥으로 확장해줘"_s)));
        QVERIFY(output);
        const QImage inside = QImage(output->path)
                                  .copy(180, 180, 1080, 1080)
                                  .scaled(720, 720, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QVERIFY(ssim(lumaOf(inside), lumaOf(picture)) > 0.9);
    }

    void upscaleEnlarges()
    {
        DraftBench bench;
        QImage picture(320, 180, QImage::Format_ARGB32);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.fillRect(80, 40, 160, 100, Qt::blue);
        painter.end();
        EngineJob job = bench.imageJob(picture, InputRole::Reference, u""_s);
        job.model.kind = ModelKind::Tool;
        job.model.id = u"upscale"_s;
        job.options.resolution = u"1080p"_s;
        const auto output = bench.run(job);
        QVERIFY(output);
        const QImage image(output->path);
        QCOMPARE(image.size(), QSize(1920, 1080));
        QCOMPARE(image.pixelColor(960, 540), QColor(Qt::blue));
        QCOMPARE(qAlpha(image.pixel(20, 20)), 0);
    }

    void sounds_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("music") << u"background-music"_s;
        QTest::newRow("effects") << u"sound-effects"_s;
    }
    void sounds()
    {
        QFETCH(QString, model);
        DraftBench bench;
        EngineJob job = bench.textJob(u"잔잔한 바다"_s);
        job.model.kind = ModelKind::Audio;
        job.model.id = model;
        job.options.durationS = 5;
        const auto output = bench.run(job);
        QVERIFY2(output, output ? "" : qPrintable(output.error().detail));
        QCOMPARE(output->asset.kind, ModelKind::Audio);
        QVERIFY(output->posterPath.isEmpty());

        AVFormatContext *container = nullptr;
        QVERIFY(avformat_open_input(&container, output->path.toUtf8().constData(), nullptr, nullptr) >= 0);
        QVERIFY(avformat_find_stream_info(container, nullptr) >= 0);
        QCOMPARE(int(container->nb_streams), 1);
        QCOMPARE(container->streams[0]->codecpar->codec_id, AV_CODEC_ID_AAC);
        QCOMPARE(container->streams[0]->codecpar->sample_rate, 48'000);
        const double seconds =
            double(container->streams[0]->duration) * av_q2d(container->streams[0]->time_base);
        QVERIFY(std::abs(seconds - 5) < 0.05);
        const AVDictionaryEntry *draft = av_dict_get(container->metadata, "draft", nullptr, 0);
        QVERIFY(draft && QByteArray(draft->value) == "true");
        avformat_close_input(&container);
        QCOMPARE(bench.takes(), QStringList({ u"take.m4a"_s }));
    }
};

QTEST_MAIN(TestDraftOther)
#include "tst_service_draft_other.moc"
