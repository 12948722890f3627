#include "client/media/LiveVideoFrames.h"
#include "tests/support/NumberedVideo.h"
#include "tests/ui/support/FakeComposer.h"
#include "tests/ui/support/FakeFileChooser.h"
#include "tests/ui/support/FakeGenerations.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SampleData.h"
#include "ui/player/Player.h"
#include "ui/preview/Filmstrip.h"
#include "ui/preview/FullScreenView.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/SeekBar.h"
#include "ui/preview/VideoStage.h"
#include "ui/results/ResultActions.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using facet::test::NumberedVideo;

namespace {

client::GenerationRecord record(const QString &file, ModelKind kind = ModelKind::Video)
{
    client::GenerationRecord r;
    r.key = QStringLiteral("k");
    r.state = client::GenerationState::Done;
    r.generation.modelId = QStringLiteral("carat-video");
    r.generation.draft = true;
    r.generation.covered = true;
    r.generation.chargedCredits = 0;
    r.generation.status = GenerationStatus::Succeeded;
    r.generation.method = Method::StartEnd;
    r.generation.assets = { Asset{
        QStringLiteral("a"), kind, QStringLiteral("video/mp4"), 1, {}, 320, 180, 4.0, 24.0 } };
    r.assets = { client::LocalAsset{ QStringLiteral("a"), file, {}, 1, {} } };
    return r;
}

QString fixture(const char *name)
{
    return QStringLiteral(FACET_FIXTURES "/video/") + QLatin1String(name);
}

} // namespace

class TestPreview : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void readsNothingBeforeTheFirstResult();
    void playsAndPausesByMouseAndKey();
    void stepsByKeyAndButtonToTheVeryNextFrame();
    void saysTimeAndFrame();
    void seeksByBarAndByFilmstrip();
    void theFilmstripShowsTheTimeUnderTheMouse();
    void loopsFromAToBByItsKey();
    void theSmallLBelongsToTheShuttleAfterJAndK();
    void speedsByKey();
    void loopByKey();
    void muteAndVolumeNeedSound();
    void soundIsPlayedOrSaidToHaveNoDevice();
    void zoomsByKeyWheelAndButton();
    void pansWhatIsLarger();
    void fullScreenShowsTheSameFrame();
    void aPictureIsOnACheckerboard();
    void asksToGrabTheFrameThatIsSeen();
    void asksToCompare();
    void playsAFileWithAHangulName();
    void saysTheFacts();
    void aMissingFileCanBeFetchedAgain();
    void aBrokenFileIsSaid();
    void aCutFileShowsWhatIsThere();
    void everyControlHasANameAndTakesTheKeyboard();

private:
    bool says(const QString &text)
    {
        const QList<Label *> labels = m_pane->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *l) { return !l->isHidden() && l->text().contains(text); });
    }
    template <typename T = Button>
    T *find(const char *name) const
    {
        return m_pane->findChild<T *>(QLatin1String(name));
    }
    int number() const { return NumberedVideo::numberIn(m_pane->player()->picture()); }
    bool shows(qint64 index) const { return m_pane->player()->frame() == index && number() == index; }
    void open(bool play = false)
    {
        m_pane->present(record(m_video), 0, play);
        QTRY_VERIFY(m_pane->player()->isLoaded());
        m_pane->setFocus();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_pane.get(), key, modifiers);
    }

    QTemporaryDir m_folder;
    QString m_video; ///< 96 numbered frames, 24 a second
    FakeSession m_session;
    FakeGenerations m_generations;
    Theme m_theme{ Theme::Mode::Dark };
    PosterCache m_posters;
    client::LiveVideoFrames m_frames{ m_folder.path() };
    FakeComposer m_composer;
    FakeFileChooser m_files;
    ResultActions m_actions{ { m_theme, m_session, m_composer, m_files, m_posters } };
    std::unique_ptr<PreviewPane> m_pane;
};

void TestPreview::initTestCase()
{
    m_theme.install(*qApp);
    m_video = m_folder.filePath(QStringLiteral("numbers.mp4"));
    NumberedVideo video;
    video.frames = 96;
    video.size = QSize(320, 180);
    QVERIFY(video.write(m_video));
}

void TestPreview::init()
{
    m_pane = std::make_unique<PreviewPane>(m_session, m_generations, m_theme, m_posters, m_actions, &m_frames);
    m_pane->resize(432, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestPreview::readsNothingBeforeTheFirstResult()
{
    QVERIFY(!m_pane->player());
    QVERIFY(says(QStringLiteral("Your videos play here")));
    key(Qt::Key_Space); // and its keys do nothing
    key(Qt::Key_F);
    QVERIFY(!m_pane->findChild<FullScreenView *>());
}

void TestPreview::playsAndPausesByMouseAndKey()
{
    open(true);
    QTRY_VERIFY(m_pane->player()->isPlaying());
    auto *seek = m_pane->findChild<SeekBar *>();
    QTRY_VERIFY(seek->position() > 200); // it moves: it plays
    QTest::mouseClick(find("play"), Qt::LeftButton);
    QVERIFY(!m_pane->player()->isPlaying());
    key(Qt::Key_Space);
    QVERIFY(m_pane->player()->isPlaying());
    QTest::mouseClick(m_pane->findChild<VideoStage *>(), Qt::LeftButton);
    QVERIFY(!m_pane->player()->isPlaying());
    m_pane->player()->play();
    m_pane->hide(); // nobody looks
    QVERIFY(!m_pane->player()->isPlaying());
}

void TestPreview::stepsByKeyAndButtonToTheVeryNextFrame()
{
    open();
    QTRY_VERIFY(shows(0));
    for (int i = 1; i <= 10; ++i) {
        key(Qt::Key_Period);
        QTRY_VERIFY(shows(i));
        // What is painted is that frame as well.
        QCOMPARE(NumberedVideo::numberIn(m_pane->findChild<VideoStage *>()->picture()), i);
    }
    for (int i = 9; i >= 5; --i) {
        key(Qt::Key_Comma);
        QTRY_VERIFY(shows(i));
    }
    QTest::mouseClick(find("nextFrame"), Qt::LeftButton);
    QTRY_VERIFY(shows(6));
    QTest::mouseClick(find("previousFrame"), Qt::LeftButton);
    QTRY_VERIFY(shows(5));
    key(Qt::Key_End);
    QTRY_VERIFY(shows(95));
    key(Qt::Key_Home);
    QTRY_VERIFY(shows(0));
}

void TestPreview::saysTimeAndFrame()
{
    open();
    QTRY_COMPARE(find<Label>("frameCounter")->text(), QStringLiteral("Frame 1 of 96"));
    QCOMPARE(find<Label>("timecode")->text(), QStringLiteral("00:00.00 / 00:04.00"));
    m_pane->player()->seekFrame(46);
    QTRY_COMPARE(find<Label>("frameCounter")->text(), QStringLiteral("Frame 47 of 96"));
    QCOMPARE(find<Label>("timecode")->text(), QStringLiteral("00:01.91 / 00:04.00"));
}

void TestPreview::seeksByBarAndByFilmstrip()
{
    open();
    auto *seek = m_pane->findChild<SeekBar *>();
    QTest::mouseClick(seek, Qt::LeftButton, {}, QPoint(seek->width() / 2, seek->height() / 2));
    QTRY_VERIFY(qAbs(m_pane->player()->frame() - 48) <= 1);
    QCOMPARE(number(), m_pane->player()->frame());
    QTest::keyClick(seek, Qt::Key_Left);
    QTRY_VERIFY(qAbs(m_pane->player()->frame() - 24) <= 1);

    auto *strip = m_pane->findChild<Filmstrip *>();
    QTRY_VERIFY(strip->isFilled());
    QTest::mouseClick(strip, Qt::LeftButton, {}, QPoint(strip->width() * 3 / 4, strip->height() / 2));
    QTRY_VERIFY(qAbs(m_pane->player()->frame() - 72) <= 1);
    QTest::mousePress(strip, Qt::LeftButton, {}, QPoint(4, 10));
    for (int x = 4; x < strip->width() / 2; x += 9) // dragged
        QTest::mouseMove(strip, QPoint(x, 10));
    QTest::mouseRelease(strip, Qt::LeftButton, {}, QPoint(strip->width() / 2, 10));
    QTRY_VERIFY(m_pane->player()->frame() > 40 && m_pane->player()->frame() < 50);
    QTRY_COMPARE(number(), m_pane->player()->frame());
}

void TestPreview::theFilmstripShowsTheTimeUnderTheMouse()
{
    open();
    auto *strip = m_pane->findChild<Filmstrip *>();
    QTRY_VERIFY(strip->isFilled());
    QVERIFY(strip->mapTo(m_pane.get(), QPoint()).y()
        < m_pane->findChild<SeekBar *>()->mapTo(m_pane.get(), QPoint()).y());
    QCOMPARE(strip->hovered(), -1);
    const QImage before = strip->grab().toImage();
    QTest::mouseMove(strip, QPoint(strip->width() / 4, strip->height() / 2));
    QTRY_VERIFY(qAbs(strip->hovered() - 1000) < 25);
    QVERIFY(strip->grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(strip, &leave);
    QCOMPARE(strip->hovered(), -1);
}

void TestPreview::loopsFromAToBByItsKey()
{
    open();
    QTRY_VERIFY(shows(0));
    m_pane->player()->seekFrame(20);
    QTRY_VERIFY(shows(20));
    key(Qt::Key_L);
    m_pane->player()->seekFrame(26);
    QTRY_VERIFY(shows(26));
    key(Qt::Key_L);
    QVERIFY(m_pane->player()->section() && m_pane->player()->section()->to);
    QVERIFY(find("sectionLoop")->isChecked());
    key(Qt::Key_Space);
    QTRY_VERIFY(m_pane->player()->frame() < 24);
    QTRY_VERIFY(m_pane->player()->frame() > 24);
    QTRY_VERIFY(m_pane->player()->frame() < 24);
    key(Qt::Key_L);
    QVERIFY(!m_pane->player()->section());
    QTest::mouseClick(find("sectionLoop"), Qt::LeftButton);
    QVERIFY(m_pane->player()->section());
}

void TestPreview::theSmallLBelongsToTheShuttleAfterJAndK()
{
    open();
    m_pane->player()->seekFrame(60);
    QTRY_VERIFY(shows(60));
    key(Qt::Key_J);
    QCOMPARE(m_pane->player()->speed(), -1.0);
    QTRY_VERIFY(m_pane->player()->frame() < 56);
    key(Qt::Key_J);
    QCOMPARE(m_pane->player()->speed(), -2.0);
    key(Qt::Key_K);
    QVERIFY(!m_pane->player()->isPlaying());
    key(Qt::Key_L);
    QVERIFY(m_pane->player()->isPlaying());
    QCOMPARE(m_pane->player()->speed(), 1.0);
    key(Qt::Key_L);
    QCOMPARE(m_pane->player()->speed(), 2.0);
    QVERIFY(!m_pane->player()->section());
    key(Qt::Key_Space); // off the shuttle
    QVERIFY(!m_pane->player()->isPlaying());
    key(Qt::Key_L);
    QVERIFY(m_pane->player()->section());
}

void TestPreview::speedsByKey()
{
    open();
    key(Qt::Key_BracketRight);
    QCOMPARE(m_pane->player()->rate(), 1.25);
    QCOMPARE(find("speed")->text(), QStringLiteral("1.25×"));
    for (int i = 0; i < 12; ++i)
        key(Qt::Key_BracketRight);
    QCOMPARE(m_pane->player()->rate(), 4.0);
    for (int i = 0; i < 12; ++i)
        key(Qt::Key_BracketLeft);
    QCOMPARE(m_pane->player()->rate(), 0.25);
    key(Qt::Key_Backspace);
    QCOMPARE(m_pane->player()->rate(), 1.0);
    QTest::mouseClick(find("speed"), Qt::LeftButton);
    QCOMPARE(m_pane->player()->rate(), 1.25);
}

void TestPreview::loopByKey()
{
    open();
    QVERIFY(find("loop")->isChecked());
    key(Qt::Key_L, Qt::ShiftModifier);
    QVERIFY(!m_pane->player()->loops());
    QVERIFY(!find("loop")->isChecked());
    m_pane->player()->seek(3700);
    key(Qt::Key_Space);
    QTRY_VERIFY(!m_pane->player()->isPlaying());
    QTRY_VERIFY(shows(95));
    QTest::mouseClick(find("loop"), Qt::LeftButton);
    QVERIFY(m_pane->player()->loops());
}

void TestPreview::muteAndVolumeNeedSound()
{
    open();
    QVERIFY(!find("mute")->isEnabled());
    QCOMPARE(find("mute")->toolTip(), QStringLiteral("This video has no sound"));
    QVERIFY(!find<QSlider>("volume")->isEnabled());
    key(Qt::Key_M); // kept for the next one
    QVERIFY(m_pane->player()->isMuted());
}

void TestPreview::soundIsPlayedOrSaidToHaveNoDevice()
{
    // By the real plugin: with a device it can be made quiet, without one that is said; it plays either way.
    const QString path = m_folder.filePath(QStringLiteral("sound.mp4"));
    NumberedVideo video;
    video.frames = 48;
    video.sineSeconds = 2;
    QVERIFY(video.write(path));
    m_pane->present(record(path), 0, true);
    QTRY_VERIFY(m_pane->player()->frame() > 12);
    QCOMPARE(find("mute")->isEnabled(), m_pane->player()->hasAudioDevice());
    QCOMPARE(find("mute")->toolTip(),
        m_pane->player()->hasAudioDevice() ? QStringLiteral("Sound on or off (M)")
                                           : QStringLiteral("This computer has no audio device"));
    key(Qt::Key_BracketRight);
    m_pane->player()->seek(500);
    m_pane->clear(); // while it is heard
    QVERIFY(!m_pane->player()->isPlaying());
}

void TestPreview::zoomsByKeyWheelAndButton()
{
    open();
    auto *stage = m_pane->findChild<VideoStage *>();
    QVERIFY(stage->zoomPan().isFitted());
    key(Qt::Key_1);
    QCOMPARE(stage->zoomPan().scale(), 1.0);
    QCOMPARE(find("zoom")->text(), QStringLiteral("100%"));
    key(Qt::Key_0);
    QVERIFY(stage->zoomPan().isFitted());
    key(Qt::Key_Plus);
    QVERIFY(stage->zoomPan().scale() > 1.5);
    key(Qt::Key_Minus);
    QVERIFY(stage->zoomPan().isFitted());
    QTest::mouseClick(find("zoom"), Qt::LeftButton);
    QCOMPARE(stage->zoomPan().scale(), 1.0);
    QTest::mouseClick(find("zoom"), Qt::LeftButton);
    QVERIFY(stage->zoomPan().isFitted());

    const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
        const QPointF at(50, 40);
        QWheelEvent event(at, stage->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(stage, &event);
    };
    wheel({});
    QVERIFY(stage->zoomPan().isFitted());
    wheel(Qt::ControlModifier);
    QVERIFY(!stage->zoomPan().isFitted());
}

void TestPreview::pansWhatIsLarger()
{
    open();
    auto *stage = m_pane->findChild<VideoStage *>();
    for (int i = 0; i < 5; ++i)
        key(Qt::Key_Equal);
    const QRectF before = stage->zoomPan().target();
    const QPoint middle = stage->rect().center();
    QTest::mousePress(stage, Qt::LeftButton, {}, middle);
    QTest::mouseMove(stage, middle + QPoint(20, 0));
    QTest::mouseMove(stage, middle + QPoint(60, 10));
    QTest::mouseRelease(stage, Qt::LeftButton, {}, middle + QPoint(60, 10));
    QTRY_COMPARE(stage->zoomPan().target().x(), before.x() + 60);
    QVERIFY(!m_pane->player()->isPlaying()); // a drag is no click
}

void TestPreview::fullScreenShowsTheSameFrame()
{
    open();
    m_pane->player()->seekFrame(33);
    QTRY_VERIFY(shows(33));
    key(Qt::Key_F);
    auto *full = m_pane->findChild<FullScreenView *>();
    QVERIFY(full && full->isVisible());
    auto *stage = full->findChild<VideoStage *>();
    QTRY_COMPARE(NumberedVideo::numberIn(stage->picture()), 33);
    QTest::keyClick(full, Qt::Key_Period);
    QTRY_COMPARE(NumberedVideo::numberIn(stage->picture()), 34);
    QTest::keyClick(full, Qt::Key_Escape);
    QVERIFY(!full->isVisible());
    QVERIFY(shows(34));
    QTest::mouseClick(find("fullScreen"), Qt::LeftButton);
    QVERIFY(full->isVisible());
    QTest::keyClick(full, Qt::Key_F);
    QVERIFY(!full->isVisible());
    QTest::mouseDClick(m_pane->findChild<VideoStage *>(), Qt::LeftButton);
    QVERIFY(full->isVisible());
    full->close();
}

void TestPreview::aPictureIsOnACheckerboard()
{
    const QString path = m_folder.filePath(QStringLiteral("see-through.png"));
    QImage image(320, 180, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QVERIFY(image.save(path));
    m_pane->present(record(path, ModelKind::Image), 0, false);
    QTRY_VERIFY(m_pane->player()->isLoaded());
    auto *stage = m_pane->findChild<VideoStage *>();
    QTRY_VERIFY(!stage->picture().isNull());
    const QImage seen = stage->grab().toImage();
    const QColor one = seen.pixelColor(204, 103);
    QVERIFY(one == m_theme.tokens().hover || one == m_theme.tokens().line);
    QVERIFY(seen.pixelColor(212, 103) != one);
    QVERIFY(!find("play")->isVisible()); // nothing to play
    QVERIFY(find("zoom")->isVisible());
    key(Qt::Key_1);
    QCOMPARE(stage->zoomPan().scale(), 1.0);
}

void TestPreview::asksToGrabTheFrameThatIsSeen()
{
    open();
    m_pane->player()->seekFrame(12);
    QTRY_VERIFY(shows(12));
    const QSignalSpy asked(m_pane.get(), &PreviewPane::grabRequested);
    key(Qt::Key_S);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(2).toLongLong(), 12);
}

void TestPreview::asksToCompare()
{
    open();
    const QSignalSpy asked(m_pane.get(), &PreviewPane::compareRequested);
    QTest::mouseClick(find("compare"), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(1).toInt(), 0);
}

void TestPreview::playsAFileWithAHangulName()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("어두운 항구에서 해가 뜰 때까지 #1 50%.mp4"));
    QVERIFY(QFile::copy(fixture("two-seconds.mp4"), path));
    m_pane->present(record(path), 0, true);
    QTRY_VERIFY(m_pane->findChild<SeekBar *>()->position() > 200);
    QVERIFY(!says(QStringLiteral("cannot be played")));
    m_pane->clear();
}

void TestPreview::saysTheFacts()
{
    m_pane->present(record(fixture("two-seconds.mp4")), 0, false);
    QTRY_VERIFY(says(QStringLiteral("Carat Video (LTX 2.3)")));
    QTRY_VERIFY(says(QStringLiteral("Start + end frame")));
    QTRY_VERIFY(says(QStringLiteral("0 credits · unlimited")));
    QTRY_VERIFY(says(QStringLiteral("without AI")));
}

void TestPreview::aMissingFileCanBeFetchedAgain()
{
    m_pane->present(record(QStringLiteral("/nowhere/gone.mp4")), 0, true);
    QVERIFY(says(QStringLiteral("no longer at")));
    auto *fetch = m_pane->findChild<Button *>(QStringLiteral("fetchAgain"));
    QTRY_VERIFY(fetch->isVisible());
    QTest::mouseClick(fetch, Qt::LeftButton);
    QCOMPARE(m_generations.fetched, QStringList{ QStringLiteral("k") });

    m_generations.put(record(fixture("two-seconds.mp4")));
    emit m_generations.finished(QStringLiteral("k"));
    QVERIFY(!says(QStringLiteral("no longer at")));
}

void TestPreview::aBrokenFileIsSaid()
{
    m_pane->present(record(fixture("truncated.mp4")), 0, true);
    QTRY_VERIFY(says(QStringLiteral("cannot be played here")));
    QVERIFY(!m_pane->player()->isPlaying());
}

void TestPreview::aCutFileShowsWhatIsThere()
{
    const QString path = m_folder.filePath(QStringLiteral("cut.mp4"));
    NumberedVideo video;
    video.frames = 90;
    video.more = QStringList{ QStringLiteral("-movflags"), QStringLiteral("+faststart") };
    QVERIFY(video.write(path));
    QFile file(path);
    QVERIFY(file.resize(file.size() * 2 / 3));
    m_pane->present(record(path), 0, false);
    QTRY_VERIFY(says(QStringLiteral("This file was cut")));
    QVERIFY(find("fetchAgain")->isVisible());
    QTRY_VERIFY(shows(0));
}

void TestPreview::everyControlHasANameAndTakesTheKeyboard()
{
    open();
    for (const char *name : { "previousFrame", "play", "nextFrame", "loop", "speed", "mute", "compare",
             "fullScreen", "sectionLoop", "zoom" }) {
        const auto *button = find(name);
        QVERIFY2(button, name);
        QVERIFY2(!button->accessibleName().isEmpty(), name);
        QVERIFY2(!button->toolTip().isEmpty(), name);
        QVERIFY2(button->focusPolicy() & Qt::TabFocus, name);
    }
    QCOMPARE(find("play")->accessibleName(), QStringLiteral("Play"));
    QCOMPARE(m_pane->findChild<SeekBar *>()->accessibleName(), QStringLiteral("Seek"));
}

QTEST_MAIN(TestPreview)
#include "tst_ui_preview.moc"
