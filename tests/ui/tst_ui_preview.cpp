#include "tests/ui/support/FakeGenerations.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/SampleData.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/SeekBar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVideoFrame>
#include <QVideoSink>
#include <QVideoWidget>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

namespace {

client::GenerationRecord record(const QString &file)
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
        QStringLiteral("a"), ModelKind::Video, QStringLiteral("video/mp4"), 1, {}, 320, 180, 2.0, 24.0 } };
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
    void init();
    void loadsNoMediaLibraryBeforeTheFirstResult();
    void playsPausesAndSeeks();
    void playsAFileWithAHangulName();
    void loopsWhenAsked();
    void saysTheFacts();
    void aMissingFileCanBeFetchedAgain();
    void aBrokenFileIsSaid();

private:
    bool says(const QString &text)
    {
        const QList<Label *> labels = m_pane->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *l) { return !l->isHidden() && l->text().contains(text); });
    }

    FakeSession m_session;
    FakeGenerations m_generations;
    Theme m_theme{ Theme::Mode::Dark };
    PosterCache m_posters;
    std::unique_ptr<PreviewPane> m_pane;
};

void TestPreview::init()
{
    m_pane = std::make_unique<PreviewPane>(m_session, m_generations, m_theme, m_posters);
    m_pane->resize(432, 800);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TestPreview::loadsNoMediaLibraryBeforeTheFirstResult()
{
    QVERIFY(!m_pane->findChild<QVideoWidget *>());
    QVERIFY(says(QStringLiteral("Your videos play here")));
}

void TestPreview::playsPausesAndSeeks()
{
    m_pane->present(record(fixture("two-seconds.mp4")), 0, true);
    auto *screen = m_pane->findChild<QVideoWidget *>();
    QVERIFY(screen);
    QTRY_VERIFY(screen->videoSink()->videoFrame().isValid());
    QCOMPARE(screen->videoSink()->videoSize(), QSize(320, 180));
    auto *seek = m_pane->findChild<SeekBar *>();
    QTRY_VERIFY(seek->position() > 200); // it moves: it plays

    auto *play = m_pane->findChild<Button *>(QStringLiteral("play"));
    QTest::mouseClick(play, Qt::LeftButton); // pauses
    const qint64 before = seek->position();
    QTest::keyClick(m_pane.get(), Qt::Key_Period);
    QTRY_VERIFY(seek->position() != before);

    const QSize size = seek->size();
    QTest::mouseClick(seek, Qt::LeftButton, {}, QPoint(size.width() / 2, size.height() / 2));
    QTRY_VERIFY(qAbs(seek->position() - 1000) < 120);
    // The picture follows the seek bar; times of frames are in microseconds.
    QTRY_VERIFY(qAbs(screen->videoSink()->videoFrame().startTime() / 1000 - 1000) < 120);
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

void TestPreview::loopsWhenAsked()
{
    m_pane->present(record(fixture("two-seconds.mp4")), 0, true);
    auto *seek = m_pane->findChild<SeekBar *>();
    QTRY_VERIFY(seek->position() > 1500);
    QTRY_VERIFY(seek->position() < 1000); // began again
}

void TestPreview::saysTheFacts()
{
    m_pane->present(record(fixture("two-seconds.mp4")), 0, false);
    QTRY_VERIFY(says(QStringLiteral("Carat Video (LTX 2.3)")));
    QTRY_VERIFY(says(QStringLiteral("Start + end frame")));
    QTRY_VERIFY(says(QStringLiteral("0 credits · unlimited")));
    QTRY_VERIFY(says(QStringLiteral("320×180")));
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
}

int main(int argc, char **argv)
{
    qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    QApplication app(argc, argv);
    TestPreview test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_ui_preview.moc"
