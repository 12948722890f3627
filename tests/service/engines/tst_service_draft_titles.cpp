#include "DraftTest.h"

#include "service/engines/draft/TitleBeats.h"
#include "service/engines/draft/TitlePainter.h"

using namespace facet;
using namespace facet::service;
using namespace facet::service::draft;
using namespace facet::test;
using Qt::StringLiterals::operator""_s;

class TestDraftTitles : public QObject {
    Q_OBJECT

private slots:
    void beats()
    {
        const auto parts =
            titleBeats(u"A boat comes in. The light turns, slowly! Then the sun rises."_s, u"x"_s, 120);
        QCOMPARE(int(parts.size()), 3);
        QCOMPARE(parts[0].text, u"A boat comes in."_s);
        QCOMPARE(parts[1].text, u"The light turns, slowly!"_s);
        int frames = 0;
        for (const TitleBeat &beat : parts) {
            QCOMPARE(beat.firstFrame, frames);
            QVERIFY(beat.frames >= 24);
            frames += beat.frames;
        }
        QCOMPARE(frames, 120);
    }

    void beatsInKorean()
    {
        const auto parts = titleBeats(u"배가 들어온다. 등대가 돈다 그리고 해가 뜬다"_s, u"x"_s, 120);
        QCOMPARE(int(parts.size()), 3);
        QCOMPARE(parts[2].text, u"해가 뜬다"_s);
    }

    void manySentencesAreJoined()
    {
        const auto parts = titleBeats(u"One. Two. Three. Four. Five. Six. Seven. Eight."_s, u"x"_s, 72);
        QCOMPARE(int(parts.size()), 3);
        QString all;
        for (const TitleBeat &beat : parts)
            all += beat.text + u' ';
        QVERIFY(all.contains(u"One."_s) && all.contains(u"Eight."_s));
    }

    void emptyPromptSaysTheModel()
    {
        const auto parts = titleBeats(u"  \n "_s, u"Carat Video"_s, 48);
        QCOMPARE(int(parts.size()), 1);
        QCOMPARE(parts[0].text, u"Carat Video"_s);
    }

    void hangulIsDrawn()
    {
        const TitlePainter painter({ 854, 480 }, { u"Model"_s, u"facts"_s, true, 1, 5 });
        const QImage blank = painter.words(u" "_s, 1, 1);
        const QImage boat = painter.words(u"밤의 항구"_s, 1, 1);
        const QImage other = painter.words(u"아침 바다"_s, 1, 1);
        const QImage boxes = painter.words(QString(5, QChar(0xFFFE)), 1, 1);
        QVERIFY(boat != blank);
        QVERIFY(boat != other); // not the same box for every letter
        QVERIFY(boat != boxes);
    }

    void longWordsStayInTheFrame()
    {
        for (const QSize size : { QSize(854, 480), QSize(480, 854), QSize(1120, 480) }) {
            const TitlePainter painter(size, { u"Model"_s, u"facts"_s, false, 1, 5 });
            const QImage image =
                painter.words(u"Wolkenkratzerfassadenreinigungsunternehmen "_s.repeated(5), 1, 1);
            for (int y = 0; y < size.height(); ++y) {
                QCOMPARE(qAlpha(image.pixel(0, y)), 0);
                QCOMPARE(qAlpha(image.pixel(size.width() - 1, y)), 0);
            }
        }
    }

    void videoShowsCardAfterCard()
    {
        DraftBench bench;
        EngineJob job = bench.textJob(u"밤의 항구에 배가 들어온다. The sun rises."_s);
        job.options.durationS = 4;
        const VideoProbe video = bench.video(job);
        QCOMPARE(video.frames, 96);
        const cv::Rect words(60, 130, 700, 220);
        const auto ink = [&](int frame) {
            cv::Mat bright = video.luma[size_t(frame)](words) > 180;
            return cv::countNonZero(bright);
        };
        QVERIFY(ink(20) > 500);
        QVERIFY(ink(90) > 500);
        QVERIFY(ssim(video.luma[20](words), video.luma[90](words)) < 0.9);
        // The time line fills.
        const auto filled = [&](int frame) {
            const cv::Mat row = video.luma[size_t(frame)].rowRange(440, 460);
            cv::Mat bright = row > 120;
            return cv::countNonZero(bright);
        };
        QVERIFY(filled(90) > filled(20) + 200);
    }

    void labelledAsADraft()
    {
        const TitlePainter painter({ 854, 480 }, { u"Model"_s, u"facts"_s, false, 1, 5 });
        const TitlePainter other({ 854, 480 }, { u"Model B"_s, u"facts"_s, false, 1, 5 });
        QVERIFY(painter.ground() != other.ground()); // the slate names the model
    }
};

QTEST_MAIN(TestDraftTitles)
#include "tst_service_draft_titles.moc"
