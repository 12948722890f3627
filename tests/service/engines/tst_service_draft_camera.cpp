#include "DraftTest.h"
#include "Pictures.h"

#include "service/engines/draft/CameraMove.h"
#include "service/engines/draft/CameraWords.h"
#include "service/engines/draft/WideWarp.h"

#include <opencv2/imgproc.hpp>

using namespace facet;
using namespace facet::service;
using namespace facet::service::draft;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

namespace {

/// How far what is seen moved from one frame to the other.
cv::Point2d moved(const cv::Mat &from, const cv::Mat &to)
{
    cv::Mat a;
    cv::Mat b;
    from.convertTo(a, CV_32F);
    to.convertTo(b, CV_32F);
    cv::Mat window;
    cv::createHanningWindow(window, a.size(), CV_32F);
    return cv::phaseCorrelate(a, b, window);
}

} // namespace

class TestDraftCamera : public QObject {
    Q_OBJECT

private slots:
    void words_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<QString>("wish"); // zoom pan tilt orbit roll handheld hold
        const auto row = [](const char16_t *prompt, const char *wish) {
            QTest::newRow(QString::fromUtf16(prompt).toUtf8().constData())
                << QString::fromUtf16(prompt) << QString::fromLatin1(wish);
        };
        row(u"slow push in on the lighthouse", "1 0 0 0 0 0 0");
        row(u"Zoom in!", "1 0 0 0 0 0 0");
        row(u"the camera dollies in", "1 0 0 0 0 0 0");
        row(u"dolly forward through the door", "1 0 0 0 0 0 0");
        row(u"pull out to reveal the town", "-1 0 0 0 0 0 0");
        row(u"zoom out slowly", "-1 0 0 0 0 0 0");
        row(u"dolly back", "-1 0 0 0 0 0 0");
        row(u"pan left across the harbor", "0 -1 0 0 0 0 0");
        row(u"the camera pans slowly to the right", "0 1 0 0 0 0 0");
        row(u"tilt up to the sky", "0 0 1 0 0 0 0");
        row(u"tilts down", "0 0 -1 0 0 0 0");
        row(u"orbit around the fox", "0 0 0 1 0 0 0");
        row(u"orbit left around the fox", "0 0 0 -1 0 0 0");
        row(u"camera roll clockwise", "0 0 0 0 1 0 0");
        row(u"handheld, nervous", "0 0 0 0 0 1 0");
        row(u"static shot of a kitchen", "0 0 0 0 0 0 1");
        row(u"hold the shot", "0 0 0 0 0 0 1");
        row(u"push in while panning left", "1 -1 0 0 0 0 0");
        row(u"no zoom, pan right", "0 1 0 0 0 0 0");
        row(u"without zooming in", "0 0 0 0 0 0 0");
        row(u"천천히 밀고 들어가", "1 0 0 0 0 0 0");
        row(u"줌인 해줘", "1 0 0 0 0 0 0");
        row(u"얼굴을 확대", "1 0 0 0 0 0 0");
        row(u"뒤로 빠지면서 마을을 보여줘", "-1 0 0 0 0 0 0");
        row(u"줌아웃", "-1 0 0 0 0 0 0");
        row(u"왼쪽으로 패닝", "0 -1 0 0 0 0 0");
        row(u"패닝 왼쪽", "0 -1 0 0 0 0 0");
        row(u"카메라가 오른쪽으로 천천히 이동", "0 1 0 0 0 0 0");
        row(u"위로 틸트", "0 0 1 0 0 0 0");
        row(u"틸트 아래", "0 0 -1 0 0 0 0");
        row(u"여우 주위를 돌며 보여줘", "0 0 0 1 0 0 0");
        row(u"궤도 촬영", "0 0 0 1 0 0 0");
        row(u"고정 카메라", "0 0 0 0 0 0 1");
        row(u"핸드헬드 느낌", "0 0 0 0 0 1 0");
        row(u"줌인 없이 왼쪽으로 패닝", "0 -1 0 0 0 0 0");
        // Not the camera's.
        row(u"a frying pan on rolling hills", "0 0 0 0 0 0 0");
        row(u"a woman holding a cup", "0 0 0 0 0 0 0");
        row(u"", "0 0 0 0 0 0 0");
    }
    void words()
    {
        QFETCH(QString, prompt);
        QFETCH(QString, wish);
        const CameraWish w = readCameraWords(prompt);
        QCOMPARE(u"%1 %2 %3 %4 %5 %6 %7"_s.arg(w.zoom)
                     .arg(w.pan)
                     .arg(w.tilt)
                     .arg(w.orbit)
                     .arg(w.roll)
                     .arg(int(w.handheld))
                     .arg(int(w.hold)),
            wish);
    }

    void strength()
    {
        QVERIFY(readCameraWords(u"slow push in").strength < 1);
        QVERIFY(readCameraWords(u"빠르게 줌인").strength > 1);
        QVERIFY(readCameraWords(u"천천히 줌인").strength < 1);
        QCOMPARE(readCameraWords(u"push in").strength, 1.0);
    }

    void longPromptsAreReadQuickly()
    {
        QElapsedTimer clock;
        clock.start();
        readCameraWords(u"pan "_s.repeated(200'000));
        readCameraWords(u"가나다 "_s.repeated(200'000));
        QVERIFY(clock.elapsed() < 2000);
    }

    void anchorsShowTheWholePicture_data()
    {
        QTest::addColumn<QString>("prompt");
        for (const char *prompt :
            { "push in", "pull out", "pan left", "tilt up", "orbit", "camera roll left", "handheld", "" })
            QTest::newRow(prompt) << QString::fromLatin1(prompt);
    }
    void anchorsShowTheWholePicture()
    {
        QFETCH(QString, prompt);
        const CameraMove start(readCameraWords(prompt), Anchor::Start, 16.0 / 9, { 0.2, 0.1 }, 7);
        const CameraPose first = start.at(0, 0);
        QVERIFY(qFuzzyCompare(first.zoom, 1.0) && qFuzzyIsNull(first.x) && qFuzzyIsNull(first.y)
            && qFuzzyIsNull(first.roll) && qFuzzyIsNull(first.orbit));
        const CameraMove end(readCameraWords(prompt), Anchor::End, 16.0 / 9, { 0.2, 0.1 }, 7);
        const CameraPose last = end.at(1, 5);
        QVERIFY(qFuzzyCompare(last.zoom, 1.0) && qFuzzyIsNull(last.x) && qFuzzyIsNull(last.y)
            && qFuzzyIsNull(last.roll) && qFuzzyIsNull(last.orbit));
    }

    void startFrameAloneIsTheFirstFrame()
    {
        DraftBench bench;
        const QImage picture = texture({ 854, 480 }, 4);
        const VideoProbe video = bench.video(bench.imageJob(picture, InputRole::StartFrame, u"push in"_s));
        QCOMPARE(int(video.luma.size()), 24);
        QVERIFY(ssim(video.luma.front(), lumaOf(picture)) >= 0.95);
        QVERIFY(ssim(video.luma.back(), lumaOf(picture)) < 0.8);
    }

    void endFrameAloneIsTheLastFrame()
    {
        DraftBench bench;
        const QImage picture = texture({ 854, 480 }, 4);
        const VideoProbe video = bench.video(bench.imageJob(picture, InputRole::EndFrame, u"pull out"_s));
        QCOMPARE(int(video.luma.size()), 24);
        QVERIFY(ssim(video.luma.back(), lumaOf(picture)) >= 0.95);
        QVERIFY(ssim(video.luma.front(), lumaOf(picture)) < 0.8);
    }

    void pans_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        // The camera goes right: what is seen goes left.
        QTest::newRow("right") << u"pan right"_s << -1 << 0;
        QTest::newRow("left") << u"왼쪽으로 패닝"_s << 1 << 0;
        QTest::newRow("up") << u"tilt up"_s << 0 << 1;
        QTest::newRow("down") << u"아래로 틸트"_s << 0 << -1;
        QTest::newRow("hold") << u"고정"_s << 0 << 0;
    }
    void pans()
    {
        QFETCH(QString, prompt);
        QFETCH(int, x);
        QFETCH(int, y);
        DraftBench bench;
        const VideoProbe video =
            bench.video(bench.imageJob(texture({ 1280, 720 }, 4), InputRole::Reference, prompt));
        QCOMPARE(int(video.luma.size()), 24);
        const cv::Point2d by = moved(video.luma[10], video.luma[13]);
        const auto sign = [](double v) { return v > 3 ? 1 : v < -3 ? -1 : 0; };
        QVERIFY2(sign(by.x) == x && sign(by.y) == y, qPrintable(u"%1 %2"_s.arg(by.x).arg(by.y)));
    }

    void pushInMagnifies()
    {
        DraftBench bench;
        QImage picture(854, 480, QImage::Format_RGB32);
        picture.fill(QColor(40, 60, 50));
        picture = withDisc(picture, { 427, 240 }, 60);
        const auto area = [](const cv::Mat &luma) {
            cv::Mat bright;
            cv::threshold(luma, bright, 200, 255, cv::THRESH_BINARY);
            return double(cv::countNonZero(bright));
        };
        VideoProbe video = bench.video(bench.imageJob(picture, InputRole::Reference, u"push in"_s));
        QCOMPARE(int(video.luma.size()), 24);
        QVERIFY(area(video.luma.back()) > 1.4 * area(video.luma.front()));
        video = bench.video(bench.imageJob(picture, InputRole::Reference, u"빠지면서"_s));
        QVERIFY(area(video.luma.front()) > 1.4 * area(video.luma.back()));
        // Without a word for it: a gentle push in.
        video = bench.video(bench.imageJob(picture, InputRole::Reference, u"a disc"_s));
        QVERIFY(area(video.luma.back()) > 1.1 * area(video.luma.front()));
        QVERIFY(area(video.luma.back()) < 1.4 * area(video.luma.front()));
    }

    void severalPicturesFollowEachOther()
    {
        DraftBench bench;
        const std::vector<QImage> pictures{ texture({ 854, 480 }, 1), texture({ 854, 480 }, 2),
            texture({ 854, 480 }, 3) };
        EngineJob job = bench.imageJob(pictures[0], InputRole::Reference, u"hold the shot"_s);
        bench.add(job, pictures[1], InputRole::Reference);
        bench.add(job, pictures[2], InputRole::Reference);
        job.options.durationS = 3;
        const VideoProbe video = bench.video(job);
        QCOMPARE(int(video.luma.size()), 72);
        QVERIFY(ssim(video.luma[0], lumaOf(pictures[0])) > 0.95);
        QVERIFY(ssim(video.luma[36], lumaOf(pictures[1])) > 0.95);
        QVERIFY(ssim(video.luma[71], lumaOf(pictures[2])) > 0.95);
    }

    void bothWaysOfWarpingAgree()
    {
        if (!wide::available())
            QSKIP("This processor has one way only.");
        const cv::Size size(426, 240);
        const QImage image = texture({ size.width, size.height }, 9);
        cv::Mat bgra(image.height(), image.width(), CV_8UC4, const_cast<uchar *>(image.constBits()),
            size_t(image.bytesPerLine()));
        const Nv12Picture source = toNv12(bgra);
        CoordGrid coords;
        coords.reset(GridShape::forFrame(size.width, size.height));
        CameraPose pose;
        pose.zoom = 0.9; // looks past the borders too
        pose.roll = 0.1;
        project(pose, size, 1, {}, coords);
        Nv12Picture wideFrame = Nv12Picture::blank(size.width, size.height);
        Nv12Picture plainFrame = Nv12Picture::blank(size.width, size.height);
        const std::vector<Layer> layers{ Layer{ &source }, Layer{ &source, &coords, 0.7F } };
        Compositor(Compositor::Way::Wide).compose(layers, wideFrame);
        Compositor(Compositor::Way::Portable).compose(layers, plainFrame);
        cv::Mat apart;
        cv::absdiff(wideFrame.luma, plainFrame.luma, apart);
        QVERIFY2(cv::mean(apart)[0] < 0.5, qPrintable(QString::number(cv::mean(apart)[0])));
        cv::absdiff(wideFrame.chroma, plainFrame.chroma, apart);
        QVERIFY(cv::mean(apart)[0] < 0.5 && cv::mean(apart)[1] < 0.5);
    }
};

QTEST_MAIN(TestDraftCamera)
#include "tst_service_draft_camera.moc"
