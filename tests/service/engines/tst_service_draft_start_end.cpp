#include "Pictures.h"
#include "RunWatch.h"
#include "VideoProbe.h"

#include "service/engines/draft/DraftEngine.h"
#include "service/engines/draft/MotionField.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <opencv2/imgproc.hpp>

using namespace facet;
using namespace facet::service;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

namespace {

constexpr QSize frame(1280, 720);

/// Middle of the disc of withDisc(): its cream is brighter than anything in the background.
QPointF discIn(const cv::Mat &luma)
{
    cv::Mat bright;
    cv::threshold(luma, bright, 200, 255, cv::THRESH_BINARY);
    const cv::Moments m = cv::moments(bright, true);
    return m.m00 > 0 ? QPointF(m.m10 / m.m00, m.m01 / m.m00) : QPointF(-1, -1);
}

} // namespace

class TestDraftStartEnd : public QObject {
    Q_OBJECT

private:
    EngineJob job(const QImage &first, const QImage &last)
    {
        m_dir = std::make_unique<QTemporaryDir>();
        const QString a = m_dir->filePath(u"a.png"_s);
        const QString b = m_dir->filePath(u"b.png"_s);
        first.save(a);
        last.save(b);
        EngineJob job;
        job.generationId = u"gen_1"_s;
        job.model.id = u"carat-video"_s;
        job.model.name = u"Carat Video (LTX 2.3)"_s;
        job.model.kind = ModelKind::Video;
        job.method = Method::StartEnd;
        job.prompt = u"해 뜨는 항구, calm"_s;
        job.options.durationS = 1;
        job.options.resolution = u"720p"_s;
        job.options.aspectRatio = u"16:9"_s;
        job.seed = 7;
        job.inputs = { { InputRole::StartFrame, a, u"image/png"_s },
            { InputRole::EndFrame, b, u"image/png"_s } };
        job.outputBase = m_dir->filePath(u"take"_s);
        return job;
    }

    VideoProbe rendered(const EngineJob &job)
    {
        const auto run = m_engine.start(job);
        RunWatch watch(*run);
        if (!watch.wait() || !watch.outputs.front())
            return {};
        return VideoProbe::read(watch.outputs.front()->path, true).value_or(VideoProbe{});
    }

    draft::DraftEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_dir;

private slots:
    void firstAndLastFrameAreTheInputs()
    {
        const QImage back = texture(frame, 3);
        const QImage a = withDisc(back, { 400, 300 }, 90);
        const QImage b = withDisc(back, { 560, 380 }, 90);
        const VideoProbe video = rendered(job(a, b));
        QCOMPARE(video.frames, 24);
        QCOMPARE(int(video.luma.size()), 24);
        QVERIFY2(ssim(video.luma.front(), lumaOf(a)) >= 0.95,
            qPrintable(QString::number(ssim(video.luma.front(), lumaOf(a)))));
        QVERIFY(ssim(video.luma.back(), lumaOf(b)) >= 0.95);
        // The measure itself tells the two inputs apart.
        QVERIFY(ssim(lumaOf(a), lumaOf(b)) < 0.97);
    }

    void theShapeMoves_data()
    {
        QTest::addColumn<QPointF>("from");
        QTest::addColumn<QPointF>("to");
        QTest::newRow("a little") << QPointF(400, 300) << QPointF(460, 330);
        QTest::newRow("its own radius") << QPointF(400, 300) << QPointF(490, 300);
        QTest::newRow("its own size") << QPointF(400, 300) << QPointF(560, 380);
        QTest::newRow("left and up") << QPointF(900, 500) << QPointF(740, 430);
    }
    void theShapeMoves()
    {
        QFETCH(QPointF, from);
        QFETCH(QPointF, to);
        const QImage back = texture(frame, 3);
        const VideoProbe video = rendered(job(withDisc(back, from, 90), withDisc(back, to, 90)));
        QCOMPARE(int(video.luma.size()), 24);
        const QPointF middle = (from + to) / 2;
        // 24 frames: the middle of time lies between the twelfth and the thirteenth.
        const QPointF found = (discIn(video.luma[11]) + discIn(video.luma[12])) / 2;
        QVERIFY2(QLineF(found, middle).length() < 0.1 * QLineF(from, to).length() + 4,
            qPrintable(u"found at %1, %2"_s.arg(found.x()).arg(found.y())));
        // And it is one disc there, not two half transparent ones at the ends.
        cv::Mat bright;
        cv::threshold(video.luma[12], bright, 200, 255, cv::THRESH_BINARY);
        cv::Mat ideal;
        cv::threshold(lumaOf(withDisc(back, middle, 90)), ideal, 200, 255, cv::THRESH_BINARY);
        QVERIFY2(cv::countNonZero(bright & ideal) > 0.8 * cv::countNonZero(ideal),
            qPrintable(QString::number(double(cv::countNonZero(bright & ideal)) / cv::countNonZero(ideal))));
        const cv::Mat expected = lumaOf(withDisc(back, middle, 90));
        QVERIFY2(ssim(video.luma[12], expected) > 0.9,
            qPrintable(QString::number(ssim(video.luma[12], expected))));
    }

    void unrelatedPicturesDissolve()
    {
        const QImage a = texture(frame, 3);
        const QImage b = texture(frame, 99);
        const VideoProbe video = rendered(job(a, b));
        QCOMPARE(int(video.luma.size()), 24);
        QVERIFY(ssim(video.luma.front(), lumaOf(a)) >= 0.95);
        QVERIFY(ssim(video.luma.back(), lumaOf(b)) >= 0.95);
        cv::Mat mixed;
        cv::addWeighted(video.luma[11], 0.5, video.luma[12], 0.5, 0, mixed);
        cv::Mat dissolve;
        cv::addWeighted(lumaOf(a), 0.5, lumaOf(b), 0.5, 0, dissolve);
        QVERIFY2(ssim(mixed, dissolve) > 0.8, qPrintable(QString::number(ssim(mixed, dissolve))));
    }

    void everyFrameFollowsSmoothly()
    {
        const QImage back = texture(frame, 3);
        const VideoProbe video =
            rendered(job(withDisc(back, { 400, 300 }, 90), withDisc(back, { 560, 380 }, 90)));
        QCOMPARE(int(video.luma.size()), 24);
        double before = 399;
        for (const cv::Mat &luma : video.luma) {
            const double x = discIn(luma).x();
            QVERIFY2(x > before - 2 && x < before + 16, qPrintable(u"%1 after %2"_s.arg(x).arg(before)));
            before = x;
        }
    }
};

QTEST_MAIN(TestDraftStartEnd)
#include "tst_service_draft_start_end.moc"
