#include "support/WindowBench.h"

#include "ui/composer/FrameSlot.h"
#include "ui/composer/QuoteBand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QPlainTextEdit>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestComposer : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void enterSendsOnceAndEmptiesTheMessage();
    void enterWhileASyllableIsComposedCommitsThenSendsOnce();
    void shiftEnterBreaksTheLine();
    void tabLeavesTheMessage();
    void upInAnEmptyMessageRecallsTheLastPrompt();
    void upInAMessageMovesTheCursor();
    void growsToEightLinesAndNoFurther();
    void nothingIsSentWhileItCannotBe();
    void slotAsksForAFileAndShowsIt();
    void slotIsClearedByItsButtonAndByDelete();
    void framesAreSwapped();
    void twoDroppedPicturesFillTheFrames();
    void aDropOnASlotGoesThere();
    void pastedPicturesAreAttached();
    void pastedTextIsWritten();
    void addImageTakesSeveral();
    void coveredBandSaysWhatIsCharged();
    void blockedBandSwitchesTheAgentByOneClick();
    void blockedBandOffersATopUp();
    void notCoveredNamesTheOneThing();
    void pickerAgainstWordsIsSaid();
    void noBandForAnEmptyMessage();
    void unknownPriceIsADash();
    void unconfirmedCostIsAbout();
    void optionsSetWhatWasChosen();
    void optionsGoBackToDefaults();

private:
    QPlainTextEdit *edit() const { return m_bench->find<QPlainTextEdit>("message"); }
    QString bandText() const { return m_bench->find<QuoteBand>("quoteBand")->spokenText(); }
    bool bandVisible() const { return m_bench->find("quoteBand")->isVisible(); }
    QString cost() const { return m_bench->find<Label>("cost")->text(); }
    Button *button(const QString &name) const
    {
        for (Button *b : m_bench->window->findChildren<Button *>())
            if (b->accessibleName() == name && b->isVisible())
                return b;
        return nullptr;
    }
    void drop(QWidget *on, QMimeData *data);

    std::unique_ptr<WindowBench> m_bench;
};

void TestComposer::init()
{
    m_bench = std::make_unique<WindowBench>();
    m_bench->open();
}

void TestComposer::drop(QWidget *on, QMimeData *data)
{
    const QPoint middle = on->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(middle, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(on, &dropped);
}

void TestComposer::enterSendsOnceAndEmptiesTheMessage()
{
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a fox"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->runner.sent.size(), 1);
    QCOMPARE(m_bench->runner.sent.first().text, QStringLiteral("a fox"));
    QCOMPARE(m_bench->runner.sent.first().quote.totalCredits, Credits(149)); // 145 and the conversation's 4
    QVERIFY(edit()->toPlainText().isEmpty());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->runner.sent.size(), 1);
}

void TestComposer::enterWhileASyllableIsComposedCommitsThenSendsOnce()
{
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    edit()->setFocus();
    QInputMethodEvent first;
    first.setCommitString(QStringLiteral("여"));
    QApplication::sendEvent(edit(), &first);
    QInputMethodEvent composing(QStringLiteral("우"), {});
    QApplication::sendEvent(edit(), &composing);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("여"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->runner.sent.size(), 1);
    QCOMPARE(m_bench->runner.sent.first().text, QStringLiteral("여우"));
    QVERIFY(edit()->toPlainText().isEmpty());
}

void TestComposer::shiftEnterBreaksTheLine()
{
    QTest::keyClicks(edit(), QStringLiteral("one"));
    QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(edit(), QStringLiteral("two"));
    QCOMPARE(m_bench->runner.sent.size(), 0);
    QCOMPARE(m_bench->composer.draftText, QStringLiteral("one\ntwo"));
}

void TestComposer::tabLeavesTheMessage()
{
    edit()->setFocus();
    QTest::keyClick(edit(), Qt::Key_Tab);
    QVERIFY(!edit()->hasFocus());
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("models"));
    QVERIFY(edit()->toPlainText().isEmpty());
}

void TestComposer::upInAnEmptyMessageRecallsTheLastPrompt()
{
    m_bench->prompts.add(QStringLiteral("a lighthouse"));
    QTest::keyClick(edit(), Qt::Key_Up);
    QTRY_COMPARE(edit()->toPlainText(), QStringLiteral("a lighthouse"));
    QCOMPARE(m_bench->composer.draftText, QStringLiteral("a lighthouse"));
}

void TestComposer::upInAMessageMovesTheCursor()
{
    m_bench->prompts.add(QStringLiteral("old"));
    QTest::keyClicks(edit(), QStringLiteral("new"));
    QTest::keyClick(edit(), Qt::Key_Up);
    QTest::qWait(0);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("new"));
}

void TestComposer::growsToEightLinesAndNoFurther()
{
    const int empty = edit()->height();
    const int line = edit()->fontMetrics().lineSpacing();
    m_bench->composer.setText(QStringLiteral("1\n2\n3\n4"));
    QTRY_COMPARE(edit()->height(), empty + 2 * line);
    m_bench->composer.setText(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8"));
    QTRY_COMPARE(edit()->height(), empty + 6 * line);
    m_bench->composer.setText(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"));
    QTest::qWait(0);
    QCOMPARE(edit()->height(), empty + 6 * line);
    m_bench->composer.setText({});
    QTRY_COMPARE(edit()->height(), empty);
}

void TestComposer::nothingIsSentWhileItCannotBe()
{
    QVERIFY(!m_bench->find("send")->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    m_bench->composer.online = false;
    QTest::keyClicks(edit(), QStringLiteral("a fox"));
    QVERIFY(!m_bench->find("send")->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->runner.sent.size(), 0);
    QCOMPARE(edit()->toPlainText(), QStringLiteral("a fox"));
}

void TestComposer::slotAsksForAFileAndShowsIt()
{
    m_bench->files.answer = { QStringLiteral("/pictures/밤.jpg") };
    QTest::mouseClick(m_bench->find("startFrame"), Qt::LeftButton);
    QCOMPARE(m_bench->files.lastMany, FileChooser::Many::One);
    QVERIFY(m_bench->find<FrameSlot>("startFrame")->isFilled());
    QVERIFY(!m_bench->find<FrameSlot>("endFrame")->isFilled());
    QVERIFY(m_bench->find("startFrame")->toolTip().contains(QStringLiteral("밤.jpg")));
    // By keyboard too.
    m_bench->files.answer = { QStringLiteral("/pictures/dawn.jpg") };
    m_bench->find("endFrame")->setFocus();
    QTest::keyClick(m_bench->find("endFrame"), Qt::Key_Return);
    QVERIFY(m_bench->find<FrameSlot>("endFrame")->isFilled());
}

void TestComposer::slotIsClearedByItsButtonAndByDelete()
{
    m_bench->composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
    m_bench->composer.add(InputRole::EndFrame, QStringLiteral("b.png"));
    QTest::mouseClick(button(QStringLiteral("Remove start frame")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.files.size(), 1);
    m_bench->find("endFrame")->setFocus();
    QTest::keyClick(m_bench->find("endFrame"), Qt::Key_Delete);
    QVERIFY(m_bench->composer.files.isEmpty());
    QVERIFY(!m_bench->find<FrameSlot>("endFrame")->isFilled());
}

void TestComposer::framesAreSwapped()
{
    QVERIFY(!m_bench->find("swapFrames")->isEnabled());
    m_bench->composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
    QTest::mouseClick(m_bench->find("swapFrames"), Qt::LeftButton);
    QCOMPARE(m_bench->composer.swaps, 1);
    QVERIFY(m_bench->find<FrameSlot>("endFrame")->isFilled());
    QVERIFY(!m_bench->find<FrameSlot>("startFrame")->isFilled());
}

void TestComposer::twoDroppedPicturesFillTheFrames()
{
    QMimeData data;
    data.setUrls(
        { QUrl::fromLocalFile(QStringLiteral("/a.png")), QUrl::fromLocalFile(QStringLiteral("/b.png")) });
    drop(m_bench->window.get(), &data);
    QVERIFY(m_bench->find<FrameSlot>("startFrame")->isFilled());
    QVERIFY(m_bench->find<FrameSlot>("endFrame")->isFilled());
}

void TestComposer::aDropOnASlotGoesThere()
{
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(QStringLiteral("/a.png")) });
    drop(m_bench->find("endFrame"), &data);
    QVERIFY(m_bench->find<FrameSlot>("endFrame")->isFilled());
    QVERIFY(!m_bench->find<FrameSlot>("startFrame")->isFilled());
}

void TestComposer::pastedPicturesAreAttached()
{
    QGuiApplication::clipboard()->setImage(samplePicture(Qt::red, Qt::blue));
    edit()->setFocus();
    QTest::keyClick(edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_bench->composer.files.size(), 1);
    QCOMPARE(m_bench->composer.files.first().role, InputRole::Reference);
    QVERIFY(edit()->toPlainText().isEmpty());
}

void TestComposer::pastedTextIsWritten()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("a fox"));
    edit()->setFocus();
    QTest::keyClick(edit(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_bench->composer.draftText, QStringLiteral("a fox"));
}

void TestComposer::addImageTakesSeveral()
{
    m_bench->files.answer = { QStringLiteral("/a.png"), QStringLiteral("/b.png") };
    QTest::mouseClick(m_bench->find("addImage"), Qt::LeftButton);
    QCOMPARE(m_bench->files.lastMany, FileChooser::Many::Several);
    QCOMPARE(m_bench->composer.files.size(), 2);
    QVERIFY(button(QStringLiteral("Remove image")));
    QTest::mouseClick(button(QStringLiteral("Remove image")), Qt::LeftButton);
    QTRY_COMPARE(m_bench->composer.files.size(), 1);
}

void TestComposer::coveredBandSaysWhatIsCharged()
{
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
    m_bench->composer.add(InputRole::EndFrame, QStringLiteral("b.png"));
    QVERIFY(bandVisible());
    QVERIFY(bandText().startsWith(QStringLiteral("Covered by your unlimited benefit")));
    QVERIFY(bandText().contains(QStringLiteral("Only the Agent 2.0 conversation is charged")));
    QCOMPARE(cost(), QStringLiteral("4 credits"));
    QCOMPARE(m_bench->find<Chip>("free")->text(), QStringLiteral("video free"));
    QTest::mouseClick(m_bench->find("agent10"), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V1);
    QCOMPARE(cost(), QStringLiteral("0 credits"));
    QVERIFY(!bandText().contains(QStringLiteral("conversation")));
}

void TestComposer::blockedBandSwitchesTheAgentByOneClick()
{
    m_bench->session.setBalance(2);
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->composer.add(InputRole::StartFrame, QStringLiteral("a.png"));
    m_bench->composer.setText(QStringLiteral("clouds clear"));
    QVERIFY(bandText().startsWith(QStringLiteral("Not enough credits for Agent 2.0")));
    QVERIFY(bandText().contains(
        QStringLiteral("2 left, its conversation needs 4. The video itself is unlimited.")));
    QCOMPARE(cost(), QStringLiteral("4 credits, 2 left"));
    QVERIFY(!m_bench->find("send")->isEnabled());
    QVERIFY(button(QStringLiteral("Top up")));
    QTest::mouseClick(button(QStringLiteral("Switch to Agent 1.0")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V1);
    QVERIFY(m_bench->find("send")->isEnabled());
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->runner.sent.size(), 1);
}

void TestComposer::blockedBandOffersATopUp()
{
    m_bench->session.setBalance(2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    m_bench->composer.setText(QStringLiteral("a fox"));
    QTest::mouseClick(button(QStringLiteral("Top up")), Qt::LeftButton);
    // 145 and 4, with 2 in hand: 147 is what is missing, and the first amount offered.
    QVERIFY(button(QStringLiteral("Top up 147")));
    QTest::mouseClick(button(QStringLiteral("Top up 147")), Qt::LeftButton);
    QCOMPARE(m_bench->session.topUps, QList<Credits>{ 147 });
}

void TestComposer::notCoveredNamesTheOneThing()
{
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->composer.setText(QStringLiteral("clouds clear"));
    QVERIFY(bandText().startsWith(QStringLiteral("Not covered")));
    QVERIFY(button(QStringLiteral("Add an image · saves 33")));
    m_bench->files.answer = { QStringLiteral("/a.png") };
    QTest::mouseClick(button(QStringLiteral("Add an image · saves 33")), Qt::LeftButton);
    QVERIFY(bandText().startsWith(QStringLiteral("Covered")));
}

void TestComposer::pickerAgainstWordsIsSaid()
{
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->composer.setText(QStringLiteral("a fox with Kling 3.0"));
    QVERIFY(bandText().contains(
        QStringLiteral("Your message names Kling 3.0, but ✨ is set to Carat Video (LTX 2.3)")));
    QTest::mouseClick(button(QStringLiteral("Use Kling 3.0")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("kling-3.0"));
    QVERIFY(!bandText().contains(QStringLiteral("✨")));
}

void TestComposer::noBandForAnEmptyMessage()
{
    QVERIFY(!bandVisible());
    m_bench->composer.setText(QStringLiteral("a fox"));
    QVERIFY(bandVisible()); // Seedance is not covered, Carat Video with an image would be
    m_bench->composer.setText({});
    QVERIFY(!bandVisible());
}

void TestComposer::unknownPriceIsADash()
{
    m_bench->composer.price = {};
    Quote quote = coveredQuote();
    quote.totalCredits.reset();
    m_bench->composer.setQuote(quote);
    QCOMPARE(cost(), QStringLiteral("—"));
}

void TestComposer::unconfirmedCostIsAbout()
{
    m_bench->composer.confirmed = false;
    m_bench->composer.setText(QStringLiteral("a fox"));
    QCOMPARE(cost(), QStringLiteral("≈ 218 credits"));
    m_bench->composer.confirmed = true;
    m_bench->composer.setQuote(m_bench->composer.current);
    QCOMPARE(cost(), QStringLiteral("218 credits"));
}

void TestComposer::optionsSetWhatWasChosen()
{
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    QCOMPARE(m_bench->find<Button>("options")->text(), QStringLiteral("5 s · 720p · 16:9 · ×1"));
    QTest::mouseClick(m_bench->find("options"), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Length 10 s")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Takes 2")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftOptions.durationS, 10);
    QCOMPARE(m_bench->composer.draftOptions.count, 2);
    QVERIFY(!m_bench->composer.draftOptions.resolution);
    QCOMPARE(m_bench->find<Button>("options")->text(), QStringLiteral("10 s · 720p · 16:9 · ×2"));
    QCOMPARE(cost(), QStringLiteral("136 credits")); // 66 × 2 and the conversation's 4
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!button(QStringLiteral("Length 10 s")));
}

void TestComposer::optionsGoBackToDefaults()
{
    Options options;
    options.durationS = 15;
    options.seed = 7;
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    m_bench->composer.setOptions(options);
    QTest::mouseClick(m_bench->find("options"), Qt::LeftButton);
    QVERIFY(button(QStringLiteral("Length 15 s"))->isChecked());
    QTest::mouseClick(button(QStringLiteral("Reset options")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftOptions, Options());
    QVERIFY(button(QStringLiteral("Length 5 s"))->isChecked());
}

QTEST_MAIN(TestComposer)
#include "tst_ui_composer.moc"
