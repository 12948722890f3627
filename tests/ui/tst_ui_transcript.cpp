#include "client/media/VideoFrames.h"
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

#include <QContextMenuEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

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

/// A video whose first half is red and whose second is blue.
class FakeFrames : public client::VideoFrames {
public:
    QFuture<Result<client::VideoInfo>> info(const QString &) override { return {}; }
    QFuture<Result<QImage>> frame(const QString &, qint64, const QSize &) override { return {}; }
    QFuture<Result<QList<QImage>>> strip(const QString &path, int count, int height) override
    {
        asked.append(path);
        QList<QImage> frames;
        for (int i = 0; i < count; ++i) {
            QImage image(height * 16 / 9, height, QImage::Format_RGB32);
            image.fill(i < count / 2 ? Qt::red : Qt::blue);
            frames.append(image);
        }
        return QtFuture::makeReadyFuture(Result<QList<QImage>>(frames));
    }
    QStringList asked;
};

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
    void takesAreAStrip();
    void tryingAgainSaysWhatItTakes();
    void theMenuOffersWhatCanBeDone();
    void theMouseGoesThroughTheVideo();
    void whatIsStillBeingReadHasItsPlace();
    void oneRowThatChangesLeavesTheOthers();

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
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
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

void TestTranscript::takesAreAStrip()
{
    TranscriptItem item = made(QStringLiteral("1"), GenerationState::Done);
    for (int take = 1; take < 4; ++take) {
        item.generation.generation.assets.append(item.generation.generation.assets.constFirst());
        item.generation.assets.append(item.generation.assets.constFirst());
    }
    m_transcript->append(item);
    QSignalSpy chosen(m_view.get(), &TranscriptView::chosen);
    QTRY_COMPARE(m_view->rows().at(0).posters.size(), 4);
    const int top = m_view->sight().topOf(0);
    const RowLayout layout = m_view->rows().at(0);
    QCOMPARE(layout.shownTake, 0);
    for (int take = 1; take < 4; ++take) { // one beside the other, all within the card
        QCOMPARE(layout.posters.at(take).top(), layout.posters.at(0).top());
        QVERIFY(layout.posters.at(take).left() > layout.posters.at(take - 1).right());
        QVERIFY(layout.card.contains(layout.posters.at(take)));
    }
    QTest::mouseClick(
        m_view->viewport(), Qt::LeftButton, {}, layout.posters.at(2).translated(0, top).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().at(1).toInt(), 2);
    QCOMPARE(m_view->shownTake(0), 2);
    // The large picture is the one that was chosen; by the keyboard the next one, and it is played.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, layout.stage.translated(0, top).center());
    QCOMPARE(chosen.constLast().at(1).toInt(), 2);
    m_view->setFocus();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    QCOMPARE(m_view->shownTake(0), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Right); // there is no fifth
    QCOMPARE(m_view->shownTake(0), 3);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    QCOMPARE(chosen.constLast().at(1).toInt(), 3);
}

void TestTranscript::tryingAgainSaysWhatItTakes()
{
    client::TurnRequest turn;
    turn.quote.totalCredits = 1149;
    m_runner->again = turn;
    TranscriptItem item = made(QStringLiteral("1"), GenerationState::Failed);
    item.generation.error =
        Error{ ErrorKind::Service, QStringLiteral("Its provider refused the end frame."), {}, {}, {}, {} };
    m_transcript->append(item);
    QTRY_VERIFY(says(QStringLiteral("Its provider refused the end frame.")));
    QTRY_COMPARE(button("tryAgain")->trailing(), QStringLiteral("1,149"));
    QCOMPARE(button("tryAgain")->accessibleDescription(), QStringLiteral("Takes 1,149 credits"));
    QTest::mouseClick(button("tryAgain"), Qt::LeftButton);
    QCOMPARE(m_runner->retried, QStringList{ QStringLiteral("1") });
}

void TestTranscript::theMenuOffersWhatCanBeDone()
{
    TranscriptItem item = made(QStringLiteral("1"), GenerationState::Done);
    item.generation.generation.prompt = QStringLiteral("a fox");
    m_transcript->append(item);
    QStringList offered;
    m_view->setResultActions([&](QMenu &menu, const client::GenerationRecord &record, int take) {
        offered.append(record.key + QLatin1Char('/') + QString::number(take));
        menu.addAction(QStringLiteral("Use last frame"));
    });
    m_view->setFocus();
    const auto menu = [this] { return m_view->findChild<QMenu *>(QStringLiteral("messageMenu")); };
    // By the key for menus, and by the mouse.
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_view.get(), &key);
    QTRY_VERIFY(menu() && menu()->isVisible());
    QStringList words;
    const QList<QAction *> actions = menu()->actions();
    for (const QAction *action : actions)
        words.append(action->text());
    QCOMPARE(words,
        (QStringList{ QStringLiteral("Copy prompt"), QStringLiteral("Play in preview"),
            QStringLiteral("Use last frame") }));
    QCOMPARE(offered, QStringList{ QStringLiteral("key-1/0") });
    QSignalSpy chosen(m_view.get(), &TranscriptView::chosen);
    actions.at(1)->trigger();
    QCOMPARE(chosen.size(), 1);
    menu()->close();
    QTRY_VERIFY(!menu());
    const QPoint at = m_view->rows().at(0).stage.translated(0, m_view->sight().topOf(0)).center();
    QContextMenuEvent mouse(QContextMenuEvent::Mouse, at, m_view->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_view->viewport(), &mouse);
    QTRY_VERIFY(menu() && menu()->isVisible());
    QCOMPARE(offered.size(), 2);
}

void TestTranscript::theMouseGoesThroughTheVideo()
{
    FakeFrames frames;
    m_view->setVideoFrames(frames);
    m_transcript->append(made(QStringLiteral("1"), GenerationState::Done));
    QTRY_VERIFY(!m_view->rows().at(0).stage.isEmpty());
    const QRect stage = m_view->rows().at(0).stage.translated(0, m_view->sight().topOf(0));
    const auto colourAt = [&](double along) {
        const QPoint at(stage.left() + static_cast<int>(along * stage.width()), stage.center().y());
        QTest::mouseMove(m_view->viewport(), at);
        QMouseEvent move(QEvent::MouseMove, at, m_view->viewport()->mapToGlobal(at), Qt::NoButton,
            Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_view->viewport(), &move);
        return m_view->viewport()->grab().toImage().pixelColor(stage.topLeft() + QPoint(40, 40));
    };
    QTRY_COMPARE(colourAt(0.02), QColor(Qt::red)); // the first frames, as soon as they are read
    QCOMPARE(colourAt(0.98), QColor(Qt::blue)); // the last ones
    QCOMPARE(frames.asked, QStringList{ QStringLiteral("/nowhere/a.mp4") }); // once
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(m_view->viewport()->grab().toImage().pixelColor(stage.topLeft() + QPoint(40, 40))
        != QColor(Qt::blue));
}

void TestTranscript::whatIsStillBeingReadHasItsPlace()
{
    for (int i = 0; i < 40; ++i)
        m_transcript->append(
            said(QString::number(i), TranscriptItem::Kind::AgentText, QStringLiteral("line %1").arg(i)));
    m_transcript->unread = { 10, 11, 12 };
    m_view->revealRow(11, TranscriptView::Focus::Keep);
    QCoreApplication::processEvents();
    QVERIFY(!m_view->rows().at(11).isRead);
    QVERIFY(m_view->sight().rectOf(11).intersects(m_view->viewport()->rect()));
    QVERIFY(!m_view->viewport()->grab().isNull()); // painted, without a word
    m_transcript->readRow(11);
    QTRY_VERIFY(m_view->rows().at(11).isRead);
    QVERIFY(m_view->sight().rectOf(11).intersects(m_view->viewport()->rect()));
}

void TestTranscript::oneRowThatChangesLeavesTheOthers()
{
    for (int i = 0; i < 5; ++i)
        m_transcript->append(
            said(QString::number(i), TranscriptItem::Kind::AgentText, QStringLiteral("line %1").arg(i)));
    QCoreApplication::processEvents();
    QList<QTextDocument *> before;
    for (int row = 0; row < 5; ++row)
        before.append(m_view->rows().at(row).document.get());
    m_transcript->replace(4,
        said(QStringLiteral("4"), TranscriptItem::Kind::AgentText, QStringLiteral("line 4 goes on and on")));
    QCoreApplication::processEvents();
    for (int row = 0; row < 4; ++row)
        QCOMPARE(m_view->rows().at(row).document.get(), before.at(row)); // not laid out anew
    QVERIFY(m_view->rows().at(4).document->toPlainText().endsWith(QStringLiteral("on and on")));
    // What comes in below does not touch them either, but for the one that it belongs to.
    m_transcript->append(said(QStringLiteral("5"), TranscriptItem::Kind::User, QStringLiteral("next")));
    QCoreApplication::processEvents();
    for (int row = 0; row < 4; ++row)
        QCOMPARE(m_view->rows().at(row).document.get(), before.at(row));
}

QTEST_MAIN(TestTranscript)
#include "tst_ui_transcript.moc"
