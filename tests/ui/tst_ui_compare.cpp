#include "tests/support/NumberedVideo.h"
#include "tests/ui/support/SampleData.h"
#include "tests/ui/support/WindowBench.h"
#include "ui/compare/ComparePage.h"
#include "ui/compare/ComparePicker.h"
#include "ui/compare/ComparePlayer.h"
#include "ui/compare/CompareView.h"
#include "ui/player/Player.h"
#include "ui/preview/Filmstrip.h"
#include "ui/preview/PreviewPane.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Segmented.h"

#include <QApplication>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using facet::test::NumberedVideo;
using Side = ComparePlayer::Side;

namespace {

client::GenerationRecord record(const QString &key, const QStringList &files, const QString &model)
{
    client::GenerationRecord r;
    r.key = key;
    r.conversationId = QStringLiteral("harbor");
    r.state = client::GenerationState::Done;
    r.generation.id = key;
    r.generation.modelId = model;
    r.generation.prompt = QStringLiteral("a harbor at dawn");
    r.generation.chargedCredits = 145;
    r.generation.status = GenerationStatus::Succeeded;
    for (const QString &file : files) {
        r.generation.assets.append(
            Asset{ file, ModelKind::Video, QStringLiteral("video/mp4"), 1, {}, 192, 108, 5.0, 24.0 });
        r.assets.append(client::LocalAsset{ file, file, {}, 1, {} });
    }
    return r;
}

} // namespace

class TestCompare : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void stepsGoByTheMastersFrames();
    void differentRatesMeetAtTheSameTime();
    void theShorterHoldsItsLastFrameAndSaysSo();
    void whereTheMasterIsOverStepsAreTheOthers();
    void playsBothByOneClock();
    void comesToTheEndOfTheLonger();
    void theWipeMovesByMouseAndKey();
    void equalPicturesDifferInNothing();
    void differentPicturesDifferWhereTheyDo();
    void theFlickerChangesSides();
    void modesByKeyAndMouse();
    void seeksByEitherFilmstrip();
    void fromThePreviewOneChoosesWithWhat();
    void theOnlyOtherOneIsComparedAtOnce();
    void withNothingToCompareItSaysSo();
    void keepingOneGoesBackToIt();
    void aFileThatCannotBeReadIsSaidUnderIt();
    void escapeGoesBackAndNothingPlaysOn();

private:
    int number(Side side) { return NumberedVideo::numberIn(player().picture(side)); }
    bool show(int a, int b) { return number(Side::A) == a && number(Side::B) == b; }
    ComparePlayer &player() { return m_page->player(); }
    void compare(const QString &a, const QString &b)
    {
        m_page->compare({ record(QStringLiteral("a"), { a }, QStringLiteral("carat-video")), 0 },
            { record(QStringLiteral("b"), { b }, QStringLiteral("kling-3")), 0 }, QStringLiteral("Harbor"));
        QTRY_VERIFY(player().isLoaded());
        QTRY_VERIFY(show(0, 0));
        m_page->setFocus();
    }
    void key(Qt::Key key) { QTest::keyClick(m_page.get(), key); }
    bool says(const QWidget &in, const QString &text) const
    {
        const QList<Label *> labels = in.findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *l) { return l->isVisible() && l->text().contains(text); });
    }
    void makePage();
    CompareView &view() { return *m_page->findChild<CompareView *>(); }

    QTemporaryDir m_folder;
    QString m_24; ///< 48 frames, 2 s
    QString m_30; ///< 60 frames, 2 s
    QString m_short; ///< 24 frames, 1 s
    Theme m_theme{ Theme::Mode::Dark };
    FakeSession m_session;
    std::unique_ptr<client::LiveVideoFrames> m_frames;
    std::unique_ptr<ComparePage> m_page;
};

void TestCompare::initTestCase()
{
    m_theme.install(*qApp);
    m_24 = m_folder.filePath(QStringLiteral("24.mp4"));
    m_30 = m_folder.filePath(QStringLiteral("30.mp4"));
    m_short = m_folder.filePath(QStringLiteral("short.mp4"));
    NumberedVideo video;
    video.frames = 48;
    QVERIFY(video.write(m_24));
    video.frames = 60;
    video.rate = QStringLiteral("30");
    QVERIFY(video.write(m_30));
    video.frames = 24;
    video.rate = QStringLiteral("24");
    QVERIFY(video.write(m_short));
}

void TestCompare::makePage()
{
    m_page = std::make_unique<ComparePage>(m_theme, m_session, m_frames.get());
    m_page->resize(1150, 820);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void TestCompare::init()
{
    m_frames = std::make_unique<client::LiveVideoFrames>(m_folder.path());
    makePage();
}

void TestCompare::cleanup()
{
    m_page.reset();
}

void TestCompare::stepsGoByTheMastersFrames()
{
    compare(m_24, m_30);
    for (int i = 1; i <= 24; ++i) {
        key(Qt::Key_Period);
        // Of 30 a second, the one that is on screen when frame i of 24 a second begins.
        QTRY_VERIFY2(show(i, i * 30 / 24),
            qPrintable(QStringLiteral("%1: %2 | %3").arg(i).arg(number(Side::A)).arg(number(Side::B))));
    }
    QTRY_VERIFY(says(*m_page, QStringLiteral("00:01.00 · frame 25 | 31")));
    for (int i = 23; i >= 20; --i) {
        key(Qt::Key_Comma);
        QTRY_VERIFY(show(i, i * 30 / 24));
    }
}

void TestCompare::differentRatesMeetAtTheSameTime()
{
    compare(m_30, m_24);
    player().seek(1500);
    QTRY_VERIFY(show(45, 36));
    key(Qt::Key_End);
    QTRY_VERIFY(show(59, 47));
    key(Qt::Key_Home);
    QTRY_VERIFY(show(0, 0));
}

void TestCompare::theShorterHoldsItsLastFrameAndSaysSo()
{
    compare(m_24, m_short);
    QCOMPARE(player().duration(), 2000);
    player().seek(900);
    QTRY_VERIFY(show(21, 21));
    QVERIFY(!says(*m_page, QStringLiteral("ended at")));
    player().seek(1500);
    QTRY_VERIFY(show(36, 23));
    QVERIFY(player().isHeld(Side::B));
    QVERIFY(!player().isHeld(Side::A));
    QVERIFY(says(*m_page, QStringLiteral("B ended at 00:01.00; its last frame stays.")));
}

void TestCompare::whereTheMasterIsOverStepsAreTheOthers()
{
    compare(m_short, m_30);
    player().seek(970);
    QTRY_VERIFY(show(23, 28)); // frame 23 of A begins at 958 ms
    key(Qt::Key_Period);
    QTRY_VERIFY(show(23, 30)); // A is over: 1000 ms
    QVERIFY(says(*m_page, QStringLiteral("A ended at 00:01.00; its last frame stays.")));
    key(Qt::Key_Period);
    QTRY_VERIFY(show(23, 31));
    key(Qt::Key_Comma);
    QTRY_VERIFY(show(23, 30));
    key(Qt::Key_Comma);
    QTRY_VERIFY(show(23, 28));
    QVERIFY(!says(*m_page, QStringLiteral("ended at")));
    key(Qt::Key_End);
    QTRY_VERIFY(show(23, 59));
}

void TestCompare::playsBothByOneClock()
{
    compare(m_24, m_30);
    player().setRate(0.5);
    key(Qt::Key_Space);
    QTRY_VERIFY(player().frame(Side::A) >= 12);
    key(Qt::Key_Space);
    QVERIFY(!player().isPlaying());
    const auto inStep = [&] {
        const qint64 us = player().info(Side::A).startOf(player().frame(Side::A));
        return number(Side::A) == player().frame(Side::A)
            && number(Side::B) == player().info(Side::B).frameAt(us);
    };
    QTRY_VERIFY(inStep());
}

void TestCompare::comesToTheEndOfTheLonger()
{
    compare(m_24, m_short);
    key(Qt::Key_L);
    QVERIFY(!player().loops());
    player().seek(1700);
    key(Qt::Key_Space);
    QTRY_VERIFY(!player().isPlaying());
    QTRY_VERIFY(show(47, 23));
    key(Qt::Key_L);
    player().seek(1700);
    key(Qt::Key_Space);
    QTRY_VERIFY(player().position() < 1000); // and begins again
    QVERIFY(player().isPlaying());
}

void TestCompare::theWipeMovesByMouseAndKey()
{
    compare(m_24, m_30);
    key(Qt::Key_2);
    QCOMPARE(view().mode(), CompareView::Mode::Wipe);
    QCoreApplication::processEvents(); // it takes its new place
    const QRect place = view().placeOfA();
    QCOMPARE(view().placeOfB(), place);
    QTest::mousePress(&view(), Qt::LeftButton, {}, place.center());
    QTest::mouseMove(&view(), QPoint(place.left() + place.width() / 4, place.center().y()));
    QTest::mouseRelease(
        &view(), Qt::LeftButton, {}, QPoint(place.left() + place.width() / 4, place.center().y()));
    QTRY_VERIFY(qAbs(view().wipe() - 0.25) < 0.01);
    QVERIFY(!player().isPlaying());
    key(Qt::Key_Right);
    QVERIFY(qAbs(view().wipe() - 0.27) < 0.01);

    // Left of the line A, right of it B: frame 12 is 0b1100, frame 15 of the other 0b1111.
    player().seek(500);
    QTRY_VERIFY(show(12, 15));
    view().setWipe(0.125); // bits 0 and 1 are left of a sixth; the line stands in bit 1
    const QImage seen = view().grab().toImage();
    const auto grey = [&](double part) {
        return qGray(seen.pixel(place.left() + int(part * place.width()), place.top() + place.height() / 4));
    };
    QVERIFY(grey(0.5 / 12) < 60); // bit 0 of A
    QVERIFY(grey(1.75 / 12) > 200); // bit 1 of B
}

void TestCompare::equalPicturesDifferInNothing()
{
    const QString copy = m_folder.filePath(QStringLiteral("copy.mp4"));
    if (!QFile::exists(copy))
        QVERIFY(QFile::copy(m_24, copy));
    compare(m_24, copy);
    key(Qt::Key_3);
    const QRect place = view().placeOfA().adjusted(20, 20, -20, -20);
    const QImage seen = view().grab(place).toImage();
    for (int y = 0; y < seen.height(); y += 7) {
        for (int x = 0; x < seen.width(); x += 7)
            QCOMPARE(qGray(seen.pixel(x, y)), 0);
    }
}

void TestCompare::differentPicturesDifferWhereTheyDo()
{
    compare(m_24, m_30);
    player().seek(500); // 12 is 0b1100, 15 is 0b1111: the two lowest bits differ
    QTRY_VERIFY(show(12, 15));
    key(Qt::Key_3);
    const QRect place = view().placeOfA();
    const QImage seen = view().grab().toImage();
    const auto grey = [&](double bit) {
        return qGray(seen.pixel(
            place.left() + int((bit + 0.5) / 12 * place.width()), place.top() + place.height() / 4));
    };
    QVERIFY(grey(0) > 200);
    QVERIFY(grey(1) > 200);
    QVERIFY(grey(2) < 40);
    QVERIFY(grey(8) < 40);
}

void TestCompare::theFlickerChangesSides()
{
    compare(m_24, m_30);
    key(Qt::Key_4);
    QVERIFY(!view().showsB());
    key(Qt::Key_X);
    QVERIFY(view().showsB());
    QTRY_VERIFY(!view().showsB()); // by itself
    const bool before = view().showsB();
    QTest::mouseClick(&view(), Qt::LeftButton);
    QVERIFY(view().showsB() != before);
}

void TestCompare::modesByKeyAndMouse()
{
    compare(m_24, m_30);
    auto *modes = m_page->findChild<Segmented *>();
    const std::array keys{ Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4 };
    for (int i = 3; i >= 0; --i) {
        key(keys.at(size_t(i)));
        QCOMPARE(modes->currentIndex(), i);
        QCOMPARE(int(view().mode()), i);
    }
    auto *difference = m_page->findChild<QWidget *>(QStringLiteral("difference"));
    QVERIFY(difference);
    QTest::mouseClick(difference, Qt::LeftButton);
    QCOMPARE(view().mode(), CompareView::Mode::Difference);
}

void TestCompare::seeksByEitherFilmstrip()
{
    compare(m_24, m_short);
    auto *a = m_page->findChild<Filmstrip *>(QStringLiteral("filmstripA"));
    auto *b = m_page->findChild<Filmstrip *>(QStringLiteral("filmstripB"));
    QTRY_VERIFY(a->isFilled() && b->isFilled());
    QTest::mouseClick(a, Qt::LeftButton, {}, QPoint(a->width() * 3 / 4, 20));
    QTRY_VERIFY(qAbs(number(Side::A) - 36) <= 1);
    // B lasts half as long: its strip is half as wide, so that the same time is at the same place.
    QTest::mouseClick(b, Qt::LeftButton, {}, QPoint(b->width() / 4, 20));
    QTRY_VERIFY(qAbs(number(Side::B) - 12) <= 1);
    QTRY_VERIFY(qAbs(number(Side::A) - 12) <= 1);
}

void TestCompare::fromThePreviewOneChoosesWithWhat()
{
    m_page.reset();
    WindowBench bench;
    const auto add = [&](const client::GenerationRecord &r) {
        client::TranscriptItem item;
        item.id = r.key;
        item.kind = client::TranscriptItem::Kind::Generation;
        item.generation = r;
        bench.transcript.append(item);
        bench.generations.put(r);
    };
    add(record(QStringLiteral("one"), { m_24, m_30 }, QStringLiteral("carat-video")));
    add(record(QStringLiteral("two"), { m_short }, QStringLiteral("kling-3")));
    MainWindow &window = bench.open();
    auto *pane = window.findChild<PreviewPane *>();
    if (!pane) { // made with the first result
        QVERIFY(bench.find("preview"));
        pane = window.findChild<PreviewPane *>();
    }
    QVERIFY(pane);
    pane->present(record(QStringLiteral("one"), { m_24, m_30 }, QStringLiteral("carat-video")), 0, false);
    QTRY_VERIFY(pane->findChild<Button *>(QStringLiteral("compare"))->isVisible());
    QTest::mouseClick(pane->findChild<Button *>(QStringLiteral("compare")), Qt::LeftButton);
    auto *picker = window.findChild<ComparePicker *>();
    QVERIFY(picker && picker->isOpen());
    auto *list = picker->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2); // its other take first, then the other result
    QVERIFY(list->item(0)->text().contains(QStringLiteral("take 2")));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    auto *page = window.findChild<ComparePage *>();
    QVERIFY(page && page->isVisible());
    QTRY_VERIFY(page->player().isLoaded());
    QCOMPARE(page->player().info(Side::A).frames, 48);
    QCOMPARE(page->player().info(Side::B).frames, 24);
}

void TestCompare::theOnlyOtherOneIsComparedAtOnce()
{
    m_page.reset();
    WindowBench bench;
    MainWindow &window = bench.open();
    auto *pane = window.findChild<PreviewPane *>();
    QVERIFY(pane);
    pane->present(record(QStringLiteral("one"), { m_24, m_30 }, QStringLiteral("carat-video")), 1, false);
    QTest::mouseClick(pane->findChild<Button *>(QStringLiteral("compare")), Qt::LeftButton);
    auto *page = window.findChild<ComparePage *>();
    QVERIFY(page && page->isVisible());
    QTRY_VERIFY(page->player().isLoaded());
    QCOMPARE(page->player().info(Side::A).frames, 60); // the one that was looked at is A
    QCOMPARE(page->player().info(Side::B).frames, 48);
}

void TestCompare::withNothingToCompareItSaysSo()
{
    m_page.reset();
    WindowBench bench;
    MainWindow &window = bench.open();
    auto *pane = window.findChild<PreviewPane *>();
    QVERIFY(pane);
    pane->present(record(QStringLiteral("one"), { m_24 }, QStringLiteral("carat-video")), 0, false);
    QTest::mouseClick(pane->findChild<Button *>(QStringLiteral("compare")), Qt::LeftButton);
    QVERIFY(!window.findChild<ComparePage *>());
    QTRY_VERIFY(says(window, QStringLiteral("nothing to compare")));
}

void TestCompare::keepingOneGoesBackToIt()
{
    m_page.reset();
    WindowBench bench;
    MainWindow &window = bench.open();
    auto *pane = window.findChild<PreviewPane *>();
    QVERIFY(pane);
    pane->present(record(QStringLiteral("one"), { m_24, m_30 }, QStringLiteral("carat-video")), 0, false);
    QTest::mouseClick(pane->findChild<Button *>(QStringLiteral("compare")), Qt::LeftButton);
    auto *page = window.findChild<ComparePage *>();
    QVERIFY(page);
    QTest::mouseClick(page->findChild<Button *>(QStringLiteral("keepB")), Qt::LeftButton);
    QVERIFY(!page->isVisible());
    QVERIFY(pane->isVisible());
    QTRY_COMPARE(pane->player()->info().frames, 60);
}

void TestCompare::aFileThatCannotBeReadIsSaidUnderIt()
{
    m_page->compare({ record(QStringLiteral("a"), { m_24 }, QStringLiteral("carat-video")), 0 },
        { record(QStringLiteral("b"), { QStringLiteral(FACET_FIXTURES "/video/truncated.mp4") },
              QStringLiteral("kling-3")),
            0 },
        {});
    QTRY_VERIFY(says(*m_page, QStringLiteral("truncated.mp4")));
    key(Qt::Key_Space);
    QVERIFY(!player().isPlaying());
}

void TestCompare::escapeGoesBackAndNothingPlaysOn()
{
    compare(m_24, m_30);
    key(Qt::Key_Space);
    QVERIFY(player().isPlaying());
    bool back = false;
    connect(m_page.get(), &Page::backRequested, this, [&back] { back = true; });
    key(Qt::Key_Escape);
    QVERIFY(back);
    m_page->hide();
    QVERIFY(!player().isPlaying());
}

QTEST_MAIN(TestCompare)
#include "tst_ui_compare.moc"
