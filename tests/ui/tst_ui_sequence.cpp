#include "support/FakeSequence.h"
#include "support/FakeSequenceExporter.h"
#include "support/SampleData.h"

#include "client/media/LiveVideoFrames.h"
#include "ui/sequence/ClipList.h"
#include "ui/sequence/SequenceView.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::ExportPlan;

/// The sequence by keyboard and mouse.
class TestSequence : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void anEmptyOneSaysWhatItIsFor();
    void clipsAreMovedAndTakenOutByKeyboard();
    void clipsAreMovedByTheMouse();
    void buttonsDoTheSame();
    void itPlaysThroughAllOfThem();
    void aMissingClipIsSaid();
    void theWayIsSaidBeforeExporting();
    void exportingGoesOnAndEnds();
    void cancelStopsIt();
    void whatWentWrongIsSaid();
    void anotherOrderWantsAnotherPlan();

private:
    client::GenerationRecord clip(const QString &key);
    void addThree();
    QString order() const;
    QString words() const { return m_view->findChild<Label *>(QStringLiteral("exportWords"))->text(); }
    QAbstractButton *button(const char *name) const
    {
        return m_view->findChild<QAbstractButton *>(QLatin1String(name));
    }
    ClipList *list() const { return m_view->findChild<ClipList *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<client::LiveVideoFrames> m_frames;
    std::unique_ptr<FakeSequence> m_sequence;
    std::unique_ptr<FakeSequenceExporter> m_exporter;
    Theme m_theme{ Theme::Mode::Dark };
    PosterCache m_posters;
    std::unique_ptr<SequenceView> m_view;
};

void TestSequence::init()
{
    m_theme.install(*qApp);
    m_folder = std::make_unique<QTemporaryDir>();
    m_frames = std::make_unique<client::LiveVideoFrames>(m_folder->path());
    m_sequence = std::make_unique<FakeSequence>();
    m_exporter = std::make_unique<FakeSequenceExporter>();
    m_view = std::make_unique<SequenceView>(
        SequenceView::Needs{ m_theme, *m_sequence, m_posters, m_frames.get(), m_exporter.get(), [] {
                                return client::SequenceExporter::Target{ QStringLiteral("/results"),
                                    QStringLiteral("harbor-sequence"), {} };
                            } });
    m_view->resize(432, 860);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestSequence::cleanup()
{
    m_view.reset();
}

client::GenerationRecord TestSequence::clip(const QString &key)
{
    client::GenerationRecord record = sampleGeneration(key, client::GenerationState::Done);
    const QString path = m_folder->filePath(key + QStringLiteral(".mp4"));
    QFile::copy(QStringLiteral(FACET_FIXTURES "/video/two-seconds.mp4"), path);
    record.generation.prompt = QStringLiteral("Clip ") + key;
    record.generation.assets = { Asset{
        QStringLiteral("a"), ModelKind::Video, QStringLiteral("video/mp4"), 1, {}, 320, 180, 2.0, 24.0 } };
    record.assets = { client::LocalAsset{ QStringLiteral("a"), path, {}, 1, {} } };
    return record;
}

void TestSequence::addThree()
{
    for (const char *key : { "a", "b", "c" })
        m_sequence->add(clip(QLatin1String(key)), 0);
    QTRY_VERIFY(list()->isVisible());
    list()->setFocus();
    list()->setCurrentIndex(m_sequence->index(0));
}

QString TestSequence::order() const
{
    QString keys;
    for (const client::SequenceClip &one : m_sequence->clips())
        keys += one.record.key;
    return keys;
}

void TestSequence::anEmptyOneSaysWhatItIsFor()
{
    QVERIFY(!list()->isVisible());
    bool said = false;
    for (const Label *label : m_view->findChildren<Label *>())
        said = said || (label->isVisible() && label->text().contains(QLatin1String("Add to sequence")));
    QVERIFY(said);
}

void TestSequence::clipsAreMovedAndTakenOutByKeyboard()
{
    addThree();
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("bac"));
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("bca"));
    QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier); // at its end it stays
    QCOMPARE(order(), QStringLiteral("bca"));
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(order(), QStringLiteral("bac"));
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(order(), QStringLiteral("bc"));
    QCOMPARE(m_sequence->saves, 3 + 3 + 1);
}

void TestSequence::clipsAreMovedByTheMouse()
{
    addThree();
    QWidget *viewport = list()->viewport();
    const QPoint first = list()->visualRect(m_sequence->index(0)).center();
    const QPoint last = list()->visualRect(m_sequence->index(2)).center();
    QTest::mousePress(viewport, Qt::LeftButton, {}, first);
    for (int step = 1; step <= 8; ++step) {
        const QPointF at = first + (last - first) * step / 8.0;
        QMouseEvent move(
            QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
    }
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, last);
    QCOMPARE(order(), QStringLiteral("bca"));
    QCOMPARE(list()->currentIndex().row(), 2);
}

void TestSequence::buttonsDoTheSame()
{
    addThree();
    QVERIFY(!button("moveClipUp")->isEnabled());
    QTest::mouseClick(button("moveClipDown"), Qt::LeftButton);
    QCOMPARE(order(), QStringLiteral("bac"));
    QVERIFY(button("moveClipUp")->isEnabled());
    QTest::mouseClick(button("removeClip"), Qt::LeftButton);
    QCOMPARE(order(), QStringLiteral("bc"));
}

void TestSequence::itPlaysThroughAllOfThem()
{
    addThree();
    auto *summary = m_view->findChild<Label *>(QStringLiteral("sequenceSummary"));
    QVERIFY(summary->text().contains(QLatin1String("0:06")));
    // Three clips of two seconds are one of six.
    auto *play = button("play");
    QVERIFY(play);
    const auto saysSix = [this] {
        for (const Label *label : m_view->findChildren<Label *>())
            if (label->isVisible() && label->text().contains(QLatin1String("00:06")))
                return true;
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysSix(), 20000);
}

void TestSequence::aMissingClipIsSaid()
{
    addThree();
    QFile::remove(m_folder->filePath(QStringLiteral("b.mp4")));
    m_sequence->move(0, 1);
    bool said = false;
    for (const Label *label : m_view->findChildren<Label *>())
        said = said || (label->isVisible() && label->text().contains(QLatin1String("b.mp4")));
    QVERIFY(said);
}

void TestSequence::theWayIsSaidBeforeExporting()
{
    addThree();
    ExportPlan plan;
    plan.way = ExportPlan::Way::Copy;
    m_exporter->answer = plan;
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(words().contains(QLatin1String("copied as they are")));
    QVERIFY(m_exporter->started.isEmpty());
    QTest::mouseClick(button("notNow"), Qt::LeftButton);
    QVERIFY(m_exporter->started.isEmpty());

    plan.way = ExportPlan::Way::Encode;
    plan.reasons = { ExportPlan::Reason::Size, ExportPlan::Reason::Rate };
    plan.size = QSize(1920, 1080);
    plan.rate = { 30, 1 };
    m_exporter->answer = plan;
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(words().contains(QStringLiteral("encoded anew at 1920×1080 and 30 fps")));
    QVERIFY(words().contains(QLatin1String("differ in size")));
    QVERIFY(words().contains(QLatin1String("frames a second")));
}

void TestSequence::exportingGoesOnAndEnds()
{
    addThree();
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(button("export") && button("export")->isVisible());
    QVERIFY(button("export")->hasFocus()); // Enter goes on
    QTest::keyClick(button("export"), Qt::Key_Return);
    QTRY_COMPARE(m_exporter->started.size(), 1);
    QCOMPARE(m_exporter->targets.constFirst().folder, QStringLiteral("/results"));
    emit m_exporter->current->progressed(0.42);
    QVERIFY(words().contains(QLatin1String("42")));
    emit m_exporter->current->finished(QStringLiteral("/results/harbor-sequence-01.mp4"));
    QVERIFY(words().contains(QLatin1String("harbor-sequence-01.mp4")));
    QVERIFY(button("showExportInFolder")->isVisible());
}

void TestSequence::cancelStopsIt()
{
    addThree();
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(button("export"));
    QTest::mouseClick(button("export"), Qt::LeftButton);
    QTest::mouseClick(button("cancelExport"), Qt::LeftButton);
    QCOMPARE(m_exporter->current->cancels, 1);
    emit m_exporter->current->finished(
        facet::fail(ErrorKind::Cancelled, QStringLiteral("The export was cancelled.")));
    QVERIFY(button("exportSequence")->isVisible());
}

void TestSequence::whatWentWrongIsSaid()
{
    addThree();
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(button("export"));
    QTest::mouseClick(button("export"), Qt::LeftButton);
    emit m_exporter->current->finished(
        facet::fail(ErrorKind::File, QStringLiteral("There is not enough room.")));
    QCOMPARE(words(), QStringLiteral("There is not enough room."));
    QVERIFY(button("tryExportAgain")->isVisible());
}

void TestSequence::anotherOrderWantsAnotherPlan()
{
    addThree();
    QTest::mouseClick(button("exportSequence"), Qt::LeftButton);
    QTRY_VERIFY(button("export"));
    m_sequence->move(0, 2);
    QVERIFY(!button("export"));
    QVERIFY(button("exportSequence")->isVisible());
    m_sequence->remove(0);
    m_sequence->remove(0);
    QVERIFY(!button("exportSequence")->isEnabled());
}

QTEST_MAIN(TestSequence)
#include "tst_ui_sequence.moc"
