#include "tests/support/NumberedVideo.h"
#include "ui/player/PlayClock.h"
#include "ui/player/Player.h"
#include "ui/player/SoundOutput.h"

#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using facet::test::NumberedVideo;

namespace {

/// Says what it was asked, and what a test wants to be heard.
class FakeSound : public SoundOutput {
public:
    struct Played {
        qint64 us;
        double speed;
    };
    bool hasDevice() const override { return true; }
    void play(const QString &, qint64 us, double speed) override { played.append({ us, speed }); }
    void stop() override { ++stops; }
    void setVolume(double volume) override { loudness = volume; }
    void setMuted(bool on) override { muted = on; }
    std::optional<qint64> heard() const override { return now; }

    QList<Played> played;
    int stops = 0;
    double loudness = 1;
    bool muted = false;
    std::optional<qint64> now;
};

} // namespace

class TestPlayer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void theClockGoesAtItsSpeed();
    void aStepShowsTheVeryNextFrame();
    void stepsFasterThanPicturesAreAllCounted();
    void aSeekShowsTheFrameOfThatTime();
    void theEndsHold();
    void playsEveryFrameInOrder();
    void pausesOnTheFrameThatIsSeen();
    void comesToItsEndAndStays();
    void loopsTheWhole();
    void loopsFromAToB();
    void markedFromBehindTheySwap();
    void shuttlesBothWays();
    void ratesStayOnTheLadder();
    void framesOfDifferentLengthAreShownForTheirTime();
    void soundFollowsThePicture();
    void thePictureFollowsWhatIsHeard();
    void soundAlonePlays();
    void aPictureStands();
    void anotherFileBeginsAnew();

private:
    bool shows(qint64 index) const
    {
        return m_player->frame() == index && NumberedVideo::numberIn(m_player->picture()) == index;
    }
    void load(const QString &path)
    {
        m_player->load(path);
        QTRY_VERIFY(m_player->isLoaded());
        m_numbers.clear();
    }

    QTemporaryDir m_folder;
    QString m_video; ///< 48 frames at 24 a second, with sound
    std::unique_ptr<Player> m_player;
    FakeSound *m_sound = nullptr;
    QList<int> m_numbers; ///< that were shown
};

void TestPlayer::initTestCase()
{
    m_video = m_folder.filePath(QStringLiteral("numbers.mp4"));
    NumberedVideo video;
    video.frames = 48;
    video.sineSeconds = 2;
    video.more = QStringList{ QStringLiteral("-shortest") };
    QVERIFY(video.write(m_video));
}

void TestPlayer::init()
{
    m_numbers.clear();
    m_sound = nullptr;
    m_player = std::make_unique<Player>([this] {
        auto sound = std::make_unique<FakeSound>();
        m_sound = sound.get();
        return sound;
    });
    connect(m_player.get(), &Player::pictureChanged, this, [this] {
        if (m_player->frame() >= 0)
            m_numbers.append(NumberedVideo::numberIn(m_player->picture()));
    });
}

void TestPlayer::theClockGoesAtItsSpeed()
{
    PlayClock clock;
    clock.seek(1000, 50);
    QCOMPARE(clock.position(900), 1000);
    clock.start(100);
    QCOMPARE(clock.position(350), 1250);
    clock.setSpeed(2, 350);
    QCOMPARE(clock.position(450), 1450);
    clock.setSpeed(-1, 450);
    QCOMPARE(clock.position(550), 1350);
    clock.stop(550);
    QCOMPARE(clock.position(9999), 1350);
}

void TestPlayer::aStepShowsTheVeryNextFrame()
{
    load(m_video);
    QTRY_VERIFY(shows(0));
    for (int i = 1; i < 48; ++i) {
        m_player->step(1);
        QTRY_VERIFY(shows(i));
    }
    for (int i = 46; i >= 0; --i) {
        m_player->step(-1);
        QTRY_VERIFY(shows(i));
    }
}

void TestPlayer::stepsFasterThanPicturesAreAllCounted()
{
    load(m_video);
    for (int i = 0; i < 17; ++i)
        m_player->step(1);
    QTRY_VERIFY(shows(17));
    for (int i = 0; i < 5; ++i)
        m_player->step(-1);
    QTRY_VERIFY(shows(12));
}

void TestPlayer::aSeekShowsTheFrameOfThatTime()
{
    load(m_video);
    for (const int ms : { 1000, 1041, 1042, 500, 1999, 0 }) {
        m_player->seek(ms);
        const int frame = int(ms * 24 / 1000.0);
        QTRY_VERIFY(shows(frame));
        QCOMPARE(m_player->position(), qint64(frame * 1000000LL / 24) / 1000);
    }
}

void TestPlayer::theEndsHold()
{
    load(m_video);
    m_player->step(-1);
    QTRY_VERIFY(shows(0));
    m_player->seek(99999);
    QTRY_VERIFY(shows(47));
    m_player->step(1);
    QTRY_VERIFY(shows(47));
    m_player->step(-1);
    QTRY_VERIFY(shows(46));
}

void TestPlayer::playsEveryFrameInOrder()
{
    load(m_video);
    m_player->setLoop(false);
    m_player->setRate(0.5); // time for every frame, on a busy machine too
    const QSignalSpy ended(m_player.get(), &Player::ended);
    m_player->play();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 15000);
    QTRY_VERIFY(shows(47));
    QVERIFY(m_numbers.size() > 24);
    QVERIFY(std::is_sorted(m_numbers.begin(), m_numbers.end()));
    QCOMPARE(m_numbers.last(), 47);
}

void TestPlayer::pausesOnTheFrameThatIsSeen()
{
    load(m_video);
    m_player->play();
    QTRY_VERIFY(m_player->frame() > 6);
    m_player->pause();
    const qint64 seen = m_player->frame();
    QVERIFY(!m_player->isPlaying());
    QTest::qWait(80); // nothing that was on its way changes it
    QTRY_VERIFY(shows(seen));
    m_player->step(1);
    QTRY_VERIFY(shows(seen + 1));
}

void TestPlayer::comesToItsEndAndStays()
{
    load(m_video);
    m_player->setLoop(false);
    m_player->seek(1800);
    const QSignalSpy ended(m_player.get(), &Player::ended);
    m_player->play();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!m_player->isPlaying());
    QTRY_VERIFY(shows(47));
    m_player->play(); // again from the beginning
    QTRY_VERIFY(m_player->frame() >= 0 && m_player->frame() < 20);
}

void TestPlayer::loopsTheWhole()
{
    load(m_video);
    QVERIFY(m_player->loops());
    m_player->seek(1700);
    m_player->play();
    QTRY_VERIFY(m_player->frame() > 44);
    QTRY_VERIFY(m_player->frame() < 20);
    QVERIFY(m_player->isPlaying());
}

void TestPlayer::loopsFromAToB()
{
    load(m_video);
    m_player->setLoop(false); // A–B is a loop of its own
    m_player->seekFrame(10);
    QTRY_VERIFY(shows(10));
    m_player->markSection();
    QVERIFY(m_player->section() && !m_player->section()->to);
    m_player->seekFrame(15);
    QTRY_VERIFY(shows(15));
    m_player->markSection();
    QCOMPARE(m_player->section()->from, m_player->info().startOf(10));
    QCOMPARE(*m_player->section()->to, m_player->info().startOf(16)); // frame 15 is shown whole
    m_numbers.clear();
    m_player->play();
    QTRY_VERIFY(m_numbers.count(11) >= 3);
    QVERIFY(std::all_of(m_numbers.begin(), m_numbers.end(), [](int n) { return n >= 10 && n <= 15; }));
    QVERIFY(m_numbers.contains(15));
    m_player->markSection();
    QVERIFY(!m_player->section());
    QTRY_VERIFY(m_player->frame() > 20);
}

void TestPlayer::markedFromBehindTheySwap()
{
    load(m_video);
    m_player->seekFrame(30);
    QTRY_VERIFY(shows(30));
    m_player->markSection();
    m_player->seekFrame(20);
    QTRY_VERIFY(shows(20));
    m_player->markSection();
    QCOMPARE(m_player->section()->from, m_player->info().startOf(20));
    QCOMPARE(*m_player->section()->to, m_player->info().startOf(31));
}

void TestPlayer::shuttlesBothWays()
{
    load(m_video);
    m_player->seekFrame(40);
    QTRY_VERIFY(shows(40));
    m_numbers.clear();
    m_player->shuttle(-1);
    QCOMPARE(m_player->speed(), -1.0);
    QTRY_VERIFY(m_player->frame() < 30);
    QVERIFY(std::is_sorted(m_numbers.rbegin(), m_numbers.rend()));
    m_player->shuttle(-1);
    QCOMPARE(m_player->speed(), -2.0);
    m_player->shuttle(-1);
    m_player->shuttle(-1);
    QCOMPARE(m_player->speed(), -4.0);
    m_player->shuttle(0);
    QVERIFY(!m_player->isPlaying());
    m_player->seekFrame(5);
    m_player->shuttle(1);
    QCOMPARE(m_player->speed(), 1.0);
    QTRY_VERIFY(m_player->frame() > 8);
    m_player->shuttle(1);
    QCOMPARE(m_player->speed(), 2.0);
    m_player->shuttle(0);
    QCOMPARE(m_player->speed(), 1.0);
}

void TestPlayer::ratesStayOnTheLadder()
{
    m_player->setRate(9);
    QCOMPARE(m_player->rate(), 4.0);
    m_player->changeRate(1);
    QCOMPARE(m_player->rate(), 4.0);
    m_player->setRate(0.01);
    QCOMPARE(m_player->rate(), 0.25);
    QList<double> up;
    for (int i = 0; i < 8; ++i) {
        m_player->changeRate(1);
        up << m_player->rate();
    }
    QCOMPARE(up, (QList<double>{ 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4 }));
}

void TestPlayer::framesOfDifferentLengthAreShownForTheirTime()
{
    const QString path = m_folder.filePath(QStringLiteral("vfr.mp4"));
    NumberedVideo video;
    video.frames = 20;
    video.filter = QStringLiteral("setpts='if(lt(N,10),N,10+(N-10)*3)/(24*TB)'");
    video.more = QStringList{ QStringLiteral("-vsync"), QStringLiteral("passthrough") };
    QVERIFY(video.write(path));
    load(path);
    m_player->seek(11 * 1000 / 24 + 5); // 10 is on screen from 10/24 s to 13/24 s
    QTRY_VERIFY(shows(10));
    m_player->seek(13 * 1000 / 24 + 5);
    QTRY_VERIFY(shows(11));
    m_player->step(1);
    QTRY_VERIFY(shows(12));
}

void TestPlayer::soundFollowsThePicture()
{
    load(m_video);
    QVERIFY(m_sound);
    m_player->setVolume(0.4);
    QCOMPARE(m_sound->loudness, 0.4);
    m_player->seekFrame(24);
    m_player->play();
    QCOMPARE(m_sound->played.size(), 1);
    QVERIFY(qAbs(m_sound->played.last().us - 1'000'000) < 2000);
    QCOMPARE(m_sound->played.last().speed, 1.0);
    m_player->setRate(2);
    QCOMPARE(m_sound->played.last().speed, 2.0);
    m_player->seek(500);
    QVERIFY(qAbs(m_sound->played.last().us - 500'000) < 60'000);
    const int stops = m_sound->stops;
    m_player->pause();
    QVERIFY(m_sound->stops > stops);
    const qsizetype before = m_sound->played.size();
    m_player->shuttle(-1); // backwards it is silent
    QCOMPARE(m_sound->played.size(), before);
    m_player->setMuted(true);
    QVERIFY(m_sound->muted);
}

void TestPlayer::thePictureFollowsWhatIsHeard()
{
    load(m_video);
    m_player->setLoop(false);
    m_player->play();
    m_sound->now = 1'500'000; // the device is far ahead, and cannot be moved without a crack
    QTRY_VERIFY(m_player->frame() >= 35);
    QVERIFY(m_player->position() >= 1400);
}

void TestPlayer::soundAlonePlays()
{
    const QString path = m_folder.filePath(QStringLiteral("tone.m4a"));
    QVERIFY(facet::test::runFfmpeg({ QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
        QStringLiteral("sine=frequency=440:duration=3"), path }));
    load(path);
    QCOMPARE(m_player->frame(), -1);
    QVERIFY(qAbs(m_player->duration() - 3000) < 60);
    m_player->play();
    QTRY_VERIFY(m_player->position() > 150);
    m_player->seek(2000);
    QVERIFY(m_player->position() >= 2000);
    m_player->pause();
    QVERIFY(!m_player->isPlaying());
}

void TestPlayer::aPictureStands()
{
    const QString path = m_folder.filePath(QStringLiteral("still.png"));
    QVERIFY(NumberedVideo::picture(5, { 96, 54 }).save(path));
    load(path);
    QTRY_COMPARE(m_player->frame(), 0);
    m_player->play();
    QVERIFY(!m_player->isPlaying());
    QCOMPARE(m_player->duration(), 0);
}

void TestPlayer::anotherFileBeginsAnew()
{
    load(m_video);
    m_player->seekFrame(20);
    m_player->markSection();
    m_player->play();
    m_player->load(QStringLiteral("/nowhere/gone.mp4"));
    const QSignalSpy failed(m_player.get(), &Player::failed);
    QVERIFY(!m_player->isPlaying());
    QVERIFY(!m_player->section());
    QVERIFY(m_player->picture().isNull());
    QTRY_COMPARE(failed.size(), 1);
    m_player->play(); // wanted before it is open: begins as soon as it is
    m_player->load(m_video);
    m_player->play();
    QTRY_VERIFY(m_player->isPlaying());
    QTRY_VERIFY(m_player->frame() > 3);
}

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_ui_player.moc"
