#include "tests/ui/support/FakeChatRunner.h"
#include "tests/ui/support/FakeGenerations.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/FakeTranscript.h"
#include "tests/ui/support/SampleData.h"
#include "ui/chat/ApprovalCard.h"
#include "ui/chat/TranscriptView.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/PosterCache.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;
using client::GenerationState;
using client::TranscriptItem;

namespace {

TranscriptItem said(const QString &id, TranscriptItem::Kind kind, const QString &text)
{
    TranscriptItem item;
    item.id = id;
    item.kind = kind;
    item.text = text;
    return item;
}

TranscriptItem made(const QString &id, GenerationState state)
{
    TranscriptItem item;
    item.id = id;
    item.kind = TranscriptItem::Kind::Generation;
    item.generation.key = QStringLiteral("key-") + id;
    item.generation.state = state;
    Generation &generation = item.generation.generation;
    generation.id = QStringLiteral("gen-") + id;
    generation.modelId = QStringLiteral("kling-3.0");
    generation.quotedCredits = 145;
    generation.status = GenerationStatus::Running;
    if (state == GenerationState::Done) {
        generation.status = GenerationStatus::Succeeded;
        generation.chargedCredits = 145;
        generation.assets = { Asset{ QStringLiteral("a"), ModelKind::Video, QStringLiteral("video/mp4"), 10,
            {}, 1280, 720, 5.0, 24.0 } };
        item.generation.assets = { client::LocalAsset{
            QStringLiteral("a"), QStringLiteral("/nowhere/a.mp4"), {}, 10, {} } };
    }
    return item;
}

} // namespace

class TestTranscript : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void progressShowsWhatIsKnown();
    void cancelCancelsExactlyThatGeneration();
    void theProgressCardGoesWhenItIsDone();
    void aFinishedCardIsChosenByMouse();
    void aFinishedCardIsChosenByKeyboard();
    void approvalAnswers();
    void aFailedTurnCanBeTriedAgain();
    void aStoppedDownloadCanBeFetchedAgain();
    void staysAtTheEndWhileTextStreams();
    void keepsItsPlaceWhileOneReadsAbove();
    void manyRowsMakeFewWidgets();

private:
    Button *button(const char *name) { return m_view->findChild<Button *>(QLatin1String(name)); }
    bool says(const QString &text)
    {
        const QList<Label *> labels = m_view->findChildren<Label *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const Label *l) { return l->isVisible() && l->text().contains(text); });
    }

    std::unique_ptr<FakeTranscript> m_transcript;
    std::unique_ptr<FakeChatRunner> m_runner;
    std::unique_ptr<FakeGenerations> m_generations;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PosterCache> m_posters;
    std::unique_ptr<TranscriptView> m_view;
};

void TestTranscript::init()
{
    m_transcript = std::make_unique<FakeTranscript>();
    m_runner = std::make_unique<FakeChatRunner>();
    m_generations = std::make_unique<FakeGenerations>();
    m_session = std::make_unique<FakeSession>();
    m_theme = std::make_unique<Theme>(Theme::Mode::Dark);
    m_posters = std::make_unique<PosterCache>();
    m_view = std::make_unique<TranscriptView>(
        *m_transcript, *m_runner, *m_generations, *m_session, *m_theme, *m_posters);
    m_view->resize(760, 600);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTranscript::cleanup()
{
    m_view.reset();
}

void TestTranscript::progressShowsWhatIsKnown()
{
    TranscriptItem item = made(QStringLiteral("1"), GenerationState::Running);
    item.generation.generation.stage = QStringLiteral("rendering");
    m_transcript->append(item);
    QTRY_VERIFY(says(QStringLiteral("Kling 3.0")));
    QVERIFY(says(QStringLiteral("Rendering")));
    QVERIFY(!says(QStringLiteral("left"))); // no measured rate yet: no time is promised
    QVERIFY(says(QStringLiteral("145 credits held")));

    item.generation.generation.etaS = 39.2;
    m_transcript->replace(0, item);
    QTRY_VERIFY(says(QStringLiteral("about 40 s left")));
}

void TestTranscript::cancelCancelsExactlyThatGeneration()
{
    m_transcript->append(made(QStringLiteral("1"), GenerationState::Running));
    m_transcript->append(made(QStringLiteral("2"), GenerationState::Running));
    QTRY_COMPARE(m_view->findChildren<Button *>(QStringLiteral("cancel")).size(), 2);
    QList<Button *> cancels = m_view->findChildren<Button *>(QStringLiteral("cancel"));
    std::sort(cancels.begin(), cancels.end(),
        [](Button *a, Button *b) { return a->mapToGlobal(QPoint()).y() < b->mapToGlobal(QPoint()).y(); });
    QTRY_VERIFY(cancels.at(1)->isVisible());
    QTest::mouseClick(cancels.at(1), Qt::LeftButton);
    QCOMPARE(m_generations->cancelled, QStringList{ QStringLiteral("key-2") });
}

void TestTranscript::theProgressCardGoesWhenItIsDone()
{
    m_transcript->append(made(QStringLiteral("1"), GenerationState::Running));
    QTRY_VERIFY(button("cancel") && button("cancel")->isVisible());
    m_transcript->replace(0, made(QStringLiteral("1"), GenerationState::Done));
    QTRY_VERIFY(!button("cancel"));
}

void TestTranscript::aFinishedCardIsChosenByMouse()
{
    m_transcript->append(made(QStringLiteral("1"), GenerationState::Done));
    QSignalSpy chosen(m_view.get(), &TranscriptView::chosen);
    // The card stands at the bottom of the view, left of the middle.
    QTRY_VERIFY([&] {
        QTest::mouseClick(
            m_view->viewport(), Qt::LeftButton, {}, QPoint(200, m_view->viewport()->height() - 150));
        return !chosen.isEmpty();
    }());
    const auto record = chosen.first().at(0).value<client::GenerationRecord>();
    QCOMPARE(record.key, QStringLiteral("key-1"));
    QCOMPARE(chosen.first().at(1).toInt(), 0);
}

void TestTranscript::aFinishedCardIsChosenByKeyboard()
{
    m_transcript->append(made(QStringLiteral("1"), GenerationState::Done));
    m_transcript->append(said(QStringLiteral("2"), TranscriptItem::Kind::User, QStringLiteral("another")));
    m_transcript->append(made(QStringLiteral("3"), GenerationState::Done));
    QSignalSpy chosen(m_view.get(), &TranscriptView::chosen);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().at(0).value<client::GenerationRecord>().key, QStringLiteral("key-1"));
}

void TestTranscript::approvalAnswers()
{
    TranscriptItem item;
    item.id = QStringLiteral("ask");
    item.kind = TranscriptItem::Kind::Approval;
    item.approval.interruptId = QStringLiteral("int-1");
    item.approval.quote.modelId = QStringLiteral("kling-3.0");
    item.approval.quote.generationCredits = 290;
    item.approval.quote.conversationCredits = 4;
    item.approval.quote.totalCredits = 294;
    item.approval.quote.balanceAfter = 8118;
    m_transcript->append(item);
    QTRY_VERIFY(says(QStringLiteral("294 credits")));
    QVERIFY(says(QStringLiteral("at most · 8,118 left after")));
    QTRY_VERIFY(button("approve")->isVisible());
    QTRY_VERIFY(m_view->findChild<ApprovalCard *>()->isArmed());
    QTest::mouseClick(button("approve"), Qt::LeftButton);
    QCOMPARE(m_runner->approved, QStringList{ QStringLiteral("int-1") });
    QTest::mouseClick(button("stop"), Qt::LeftButton);
    QCOMPARE(m_runner->stopped, QStringList{ QStringLiteral("int-1") });

    item.approval.state = client::ApprovalRequest::State::Stopped;
    m_transcript->replace(0, item);
    QTRY_VERIFY(!button("approve")->isVisible());
    QVERIFY(says(QStringLiteral("nothing was made")));
}

void TestTranscript::aFailedTurnCanBeTriedAgain()
{
    TranscriptItem item = said(QStringLiteral("p"), TranscriptItem::Kind::Problem, {});
    item.error =
        Error{ ErrorKind::Network, QStringLiteral("The service cannot be reached."), {}, {}, {}, {} };
    m_transcript->append(item);
    QTRY_VERIFY(says(QStringLiteral("The service cannot be reached.")));
    QTRY_VERIFY(button("tryAgain")->isVisible());
    QTest::mouseClick(button("tryAgain"), Qt::LeftButton);
    QCOMPARE(m_runner->retried, QStringList{ QStringLiteral("p") });
}

void TestTranscript::aStoppedDownloadCanBeFetchedAgain()
{
    TranscriptItem item = made(QStringLiteral("1"), GenerationState::Downloading);
    item.generation.generation.assets = { Asset{
        QStringLiteral("a"), ModelKind::Video, {}, 10, {}, 1280, 720, 5.0, 24.0 } };
    client::LocalAsset local;
    local.assetId = QStringLiteral("a");
    local.error = Error{ ErrorKind::File, QStringLiteral("The disk is full."), {}, {}, {}, {} };
    item.generation.assets = { local };
    m_transcript->append(item);
    QTRY_VERIFY(says(QStringLiteral("The disk is full.")));
    QTRY_VERIFY(button("tryAgain")->isVisible());
    QTest::mouseClick(button("tryAgain"), Qt::LeftButton);
    QCOMPARE(m_generations->fetched, QStringList{ QStringLiteral("key-1") });
    QVERIFY(m_runner->retried.isEmpty());
}

void TestTranscript::staysAtTheEndWhileTextStreams()
{
    for (int i = 0; i < 30; ++i)
        m_transcript->append(
            said(QString::number(i), TranscriptItem::Kind::User, QStringLiteral("line %1").arg(i)));
    TranscriptItem answer =
        said(QStringLiteral("a"), TranscriptItem::Kind::AgentText, QStringLiteral("Here"));
    m_transcript->append(answer);
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    QTRY_COMPARE(bar->value(), bar->maximum());
    const int before = bar->maximum();
    for (int i = 0; i < 40; ++i) {
        answer.text += QStringLiteral(" is a longer and longer answer of the agent");
        m_transcript->replace(30, answer);
    }
    QTRY_VERIFY(bar->maximum() > before);
    QCOMPARE(bar->value(), bar->maximum());
}

void TestTranscript::keepsItsPlaceWhileOneReadsAbove()
{
    for (int i = 0; i < 60; ++i)
        m_transcript->append(
            said(QString::number(i), TranscriptItem::Kind::AgentText, QStringLiteral("line %1").arg(i)));
    QScrollBar *bar = m_view->verticalScrollBar();
    QTRY_COMPARE(bar->value(), bar->maximum());
    QTRY_VERIFY(bar->maximum() > 700);
    bar->setValue(bar->maximum() - 600);
    QCoreApplication::processEvents();
    const int place = bar->value();
    m_transcript->append(
        said(QStringLiteral("new"), TranscriptItem::Kind::AgentText, QStringLiteral("one more")));
    QCoreApplication::processEvents();
    QCOMPARE(bar->value(), place);
}

void TestTranscript::manyRowsMakeFewWidgets()
{
    for (int i = 0; i < 400; ++i)
        m_transcript->append(made(QString::number(i), GenerationState::Running));
    QTRY_VERIFY(!m_view->findChildren<Button *>(QStringLiteral("cancel")).isEmpty());
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(m_view->findChildren<Button *>(QStringLiteral("cancel")).size() < 12);
}

QTEST_MAIN(TestTranscript)
#include "tst_ui_transcript.moc"
