#include "client/media/FrameFeed.h"
#include "tests/support/NumberedVideo.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using facet::test::NumberedVideo;

class TestFrameFeed : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void theFirstFrameComesBeforeAnybodyAsks();
    void answersWithExactlyTheWantedFrame();
    void theNewestWishIsTheLastToArrive();
    void playingOnFindsTheNextFramesReady();
    void backwardsAsWell();
    void whatWasAroundIsThereAtOnce();
    void whatIsKeptIsBounded();
    void anotherBoxBringsTheSameFrameAgain();
    void whatBelongedToTheLastFileIsNotShown();
    void saysWhyAFileCannotBeRead();
    void closesAndGoesAtAnyMoment();

private:
    struct Shown {
        qint64 index;
        int number;
        QSize size;
    };
    bool lastIs(qint64 index) const { return !m_shown.isEmpty() && m_shown.last().index == index; }

    QTemporaryDir m_folder;
    QString m_video;
    std::unique_ptr<FrameFeed> m_feed;
    QList<Shown> m_shown;
};

void TestFrameFeed::initTestCase()
{
    m_video = m_folder.filePath(QStringLiteral("numbers.mp4"));
    NumberedVideo video;
    video.frames = 100;
    QVERIFY(video.write(m_video));
}

void TestFrameFeed::init()
{
    m_shown.clear();
    m_feed = std::make_unique<FrameFeed>();
    connect(m_feed.get(), &FrameFeed::arrived, this, [this](qint64 index, const QImage &picture) {
        m_shown.append({ index, NumberedVideo::numberIn(picture), picture.size() });
    });
}

void TestFrameFeed::theFirstFrameComesBeforeAnybodyAsks()
{
    const QSignalSpy opened(m_feed.get(), &FrameFeed::opened);
    m_feed->setBox({ 96, 96 });
    m_feed->open(m_video);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_shown.size(), 1);
    QCOMPARE(m_shown.first().number, 0);
    QCOMPARE(m_shown.first().size, QSize(96, 54));
    QCOMPARE(m_feed->info().frames, 100);
}

void TestFrameFeed::answersWithExactlyTheWantedFrame()
{
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    for (const int index : { 50, 51, 50, 49, 99, 0, 73 }) {
        m_feed->want(index);
        QTRY_VERIFY(lastIs(index));
        QCOMPARE(m_shown.last().number, index);
    }
}

void TestFrameFeed::theNewestWishIsTheLastToArrive()
{
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    m_shown.clear();
    for (int i = 0; i < 100; ++i) // a mouse that is dragged
        m_feed->want(i * 37 % 100);
    QTRY_VERIFY(lastIs(99 * 37 % 100));
    for (const Shown &shown : std::as_const(m_shown))
        QCOMPARE(shown.number, shown.index);
}

void TestFrameFeed::playingOnFindsTheNextFramesReady()
{
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    int atOnce = 0;
    for (int i = 1; i < 60; ++i) {
        const qsizetype before = m_shown.size();
        m_feed->want(i, FrameFeed::Ahead::Forward);
        atOnce += m_shown.size() > before ? 1 : 0;
        QTRY_VERIFY(lastIs(i));
        QCOMPARE(m_shown.last().number, i);
        QTest::qWait(2); // as a player waits for its time
    }
    QVERIFY2(atOnce > 30, qPrintable(QString::number(atOnce)));
}

void TestFrameFeed::backwardsAsWell()
{
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    for (int i = 99; i >= 0; --i) {
        m_feed->want(i, FrameFeed::Ahead::Backward);
        QTRY_VERIFY(lastIs(i));
        QCOMPARE(m_shown.last().number, i);
    }
}

void TestFrameFeed::whatWasAroundIsThereAtOnce()
{
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    m_feed->want(50);
    QTRY_VERIFY(lastIs(50));
    // In the quiet after that the rest of a short clip is read: then every frame comes within the call.
    const auto allAtOnce = [this] {
        for (int i = 0; i < 100; ++i) {
            const qsizetype before = m_shown.size();
            m_feed->want((i * 37) % 100);
            if (m_shown.size() == before)
                return false;
        }
        return true;
    };
    QTRY_VERIFY(allAtOnce());
    for (const Shown &shown : std::as_const(m_shown))
        QCOMPARE(shown.number, shown.index);
}

void TestFrameFeed::whatIsKeptIsBounded()
{
    // 64 MB hold 7 pictures of this size, and it is 30 of them.
    const QString path = m_folder.filePath(QStringLiteral("large.mp4"));
    NumberedVideo video;
    video.frames = 30;
    video.size = QSize(1920, 1080);
    QVERIFY(video.write(path));
    m_feed->open(path);
    QTRY_VERIFY(m_feed->isOpen());
    for (int i = 0; i < 30; ++i) {
        m_feed->want(i, FrameFeed::Ahead::Forward);
        QTRY_VERIFY(lastIs(i));
        QCOMPARE(m_shown.last().number, i);
    }
    const qsizetype before = m_shown.size();
    m_feed->want(1);
    QCOMPARE(m_shown.size(), before); // it went, and is decoded again
    QTRY_VERIFY(lastIs(1));
    QCOMPARE(m_shown.last().number, 1);
}

void TestFrameFeed::anotherBoxBringsTheSameFrameAgain()
{
    m_feed->setBox({ 96, 96 });
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    m_feed->want(42);
    QTRY_VERIFY(lastIs(42));
    m_feed->setBox({});
    QTRY_COMPARE(m_shown.last().size, QSize(192, 108));
    QCOMPARE(m_shown.last().number, 42);
}

void TestFrameFeed::whatBelongedToTheLastFileIsNotShown()
{
    const QString other = m_folder.filePath(QStringLiteral("other.png"));
    QVERIFY(NumberedVideo::picture(7, { 60, 40 }).save(other));
    m_feed->open(m_video);
    QTRY_VERIFY(m_feed->isOpen());
    m_feed->want(90);
    m_feed->open(other);
    m_shown.clear();
    QTRY_VERIFY(m_feed->isOpen());
    QCOMPARE(m_feed->info().frames, 1);
    for (const Shown &shown : std::as_const(m_shown))
        QCOMPARE(shown.number, 7);
}

void TestFrameFeed::saysWhyAFileCannotBeRead()
{
    const QSignalSpy failed(m_feed.get(), &FrameFeed::failed);
    m_feed->open(QStringLiteral(FACET_FIXTURES "/video/truncated.mp4"));
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.first().first().value<Error>().sentence.contains(QStringLiteral("truncated.mp4")));
    QVERIFY(!m_feed->isOpen());
    m_feed->open(m_video); // and goes on with the next
    QTRY_VERIFY(m_feed->isOpen());
}

void TestFrameFeed::closesAndGoesAtAnyMoment()
{
    for (int i = 0; i < 30; ++i) {
        FrameFeed feed;
        feed.open(m_video);
        feed.want(i * 3);
        if (i % 3 == 0)
            QCoreApplication::processEvents();
        if (i % 3 == 1)
            feed.open({});
    }
    QCoreApplication::processEvents();
    QVERIFY(true);
}

QTEST_GUILESS_MAIN(TestFrameFeed)
#include "tst_client_frame_feed.moc"
