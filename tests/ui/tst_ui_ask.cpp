#include "support/WindowBench.h"

#include "ui/composer/QuoteBand.h"
#include "ui/composer/SendQuestionCard.h"
#include "ui/widgets/Button.h"

#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

namespace {

void press(int key, bool held = false)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, QString(), held);
    QApplication::sendEvent(QApplication::focusWidget(), &down);
}

} // namespace

/// What is asked before something is sent: by keyboard and by mouse, and never twice.
class TestAsk : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowBench> m_bench;

    QWidget *edit() const { return m_bench->find("message"); }
    SendQuestionCard *card() const { return m_bench->find<SendQuestionCard>("sendQuestion"); }
    Button *accept() const { return m_bench->find<Button>("confirmSending"); }
    Button *decline() const { return m_bench->find<Button>("doNotSend"); }
    QString said() const { return card()->spokenText(); }
    QList<client::TurnRequest> &sent() const { return m_bench->runner.sent; }
    bool messageHasKeyboard() const { return QApplication::focusWidget() == edit(); }

    /// "a fox" with Agent 2.0: Seedance 2.0 Fast 214, conversation 4.
    void write(const QString &text = QStringLiteral("a fox"))
    {
        m_bench->composer.setText(text);
        edit()->setFocus();
    }
    void setAskAbove(Credits credits) { m_bench->limits.setLimit({ credits, 0, 0 }); }
    /// The service refuses, the message is back, and the price is `total` now.
    void raisePrice(Credits total)
    {
        const client::TurnRequest turn = sent().takeLast();
        m_bench->composer.setText(turn.text);
        Quote dearer = turn.quote;
        dearer.generationCredits = total - dearer.conversationCredits;
        dearer.totalCredits = total;
        emit m_bench->runner.takenBack(turn);
        emit m_bench->runner.priceChanged(turn, dearer);
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        m_bench->open();
        QVERIFY(card()->isHidden());
    }
    void cleanup() { m_bench.reset(); }

    void aboveTheAmountIsAskedOnce()
    {
        setAskAbove(200);
        write();
        press(Qt::Key_Return);
        QVERIFY(sent().isEmpty());
        QVERIFY(card()->isVisible());
        QCOMPARE(said(), QStringLiteral("This takes 218 credits; you asked to be asked above 200."));
        QCOMPARE(card()->accessibleName(), said());
        QCOMPARE(accept()->text(), QStringLiteral("Send"));
        QCOMPARE(decline()->text(), QStringLiteral("Don't send"));
        QVERIFY(!m_bench->find("changeBudget")->isVisible());
        QCOMPARE(m_bench->composer.text(), QStringLiteral("a fox")); // it waits in the composer
        QCOMPARE(QApplication::focusWidget(), accept());
        press(Qt::Key_Return, true); // the same Enter, still held
        QVERIFY(sent().isEmpty());
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst().quote.totalCredits, std::optional<Credits>(218));
        QCOMPARE(m_bench->limits.allowed.size(), 1); // the agent need not ask again
        QVERIFY(card()->isHidden());
        QVERIFY(messageHasKeyboard());
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
    }

    void upToTheAmountIsNotAsked()
    {
        setAskAbove(218);
        write();
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        QVERIFY(m_bench->limits.allowed.isEmpty());
        QVERIFY(card()->isHidden());
    }

    void notSendingKeepsTheMessage_data()
    {
        QTest::addColumn<bool>("byMouse");
        QTest::newRow("mouse") << true;
        QTest::newRow("Escape") << false;
    }
    void notSendingKeepsTheMessage()
    {
        QFETCH(bool, byMouse);
        setAskAbove(200);
        write();
        QTest::mouseClick(m_bench->find("send"), Qt::LeftButton);
        QVERIFY(card()->isVisible());
        if (byMouse)
            QTest::mouseClick(decline(), Qt::LeftButton);
        else
            press(Qt::Key_Escape);
        QVERIFY(card()->isHidden());
        QVERIFY(sent().isEmpty());
        QCOMPARE(m_bench->composer.text(), QStringLiteral("a fox"));
        QTRY_VERIFY(messageHasKeyboard());
        QTest::mouseClick(m_bench->find("send"), Qt::LeftButton); // asked again, each time
        QVERIFY(card()->isVisible());
        QTest::mouseClick(accept(), Qt::LeftButton);
        m_bench->gate.accept(); // the second half of a double click
        QCOMPARE(sent().size(), 1);
    }

    void aBudgetThatIsUsedUpIsNotPassedByHabit()
    {
        m_bench->limits.setLimit({ 0, 2000, 0 });
        m_bench->limits.spentNow = { 1900, 1900 };
        write();
        press(Qt::Key_Return);
        QCOMPARE(
            said(), QStringLiteral("Today's budget is 2,000 credits: 1,900 spent, this takes 218 more."));
        QCOMPARE(accept()->text(), QStringLiteral("Send this once"));
        QCOMPARE(QApplication::focusWidget(), decline());
        press(Qt::Key_Return); // two quick Enters
        QVERIFY(sent().isEmpty());
        QVERIFY(card()->isHidden());
        press(Qt::Key_Return);
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(m_bench->limits.allowed.size(), 1);
    }

    void everyReasonIsSaid()
    {
        m_bench->limits.setLimit({ 200, 0, 10'000 });
        m_bench->limits.setLimitOf(m_bench->composer.id, { 100, 300, 0 });
        m_bench->limits.spentNow = { 0, 9'900 };
        m_bench->limits.spentThere.insert(m_bench->composer.id, { 100, 100 });
        write();
        press(Qt::Key_Return);
        QCOMPARE(said().split(QLatin1Char('\n')),
            (QStringList{ QStringLiteral("This takes 218 credits; you asked to be asked above 200."),
                QStringLiteral("This month's budget is 10,000 credits: 9,900 spent, this takes 218 more."),
                QStringLiteral("This takes 218 credits; in this chat you asked to be asked above 100."),
                QStringLiteral(
                    "This chat's budget for a day is 300 credits: 100 spent, this takes 218 more.") }));
    }

    void eightyPercentIsAQuietLine()
    {
        m_bench->limits.setLimit({ 0, 1000, 0 });
        m_bench->limits.spentNow = { 600, 600 };
        write();
        const auto band = [this] { return m_bench->find<QuoteBand>("quoteBand")->spokenText(); };
        QVERIFY2(
            band().contains(QStringLiteral("With this, 81 % of today's budget of 1,000 credits is spent.")),
            qPrintable(band()));
        QVERIFY(card()->isHidden());
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1); // a line, not a question
        write();
        m_bench->limits.setLimit({});
        QVERIFY(!band().contains(QStringLiteral("budget")));
    }

    void changeBudgetLeadsToSettings()
    {
        m_bench->limits.setLimit({ 0, 100, 0 });
        write();
        press(Qt::Key_Return);
        QSignalSpy asked(card(), &SendQuestionCard::budgetRequested);
        QTest::mouseClick(m_bench->find("changeBudget"), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.constFirst().constFirst().toBool(), false); // the one for everything
        // A budget that fits now asks nothing any more.
        m_bench->limits.setLimit({ 0, 5000, 0 });
        QVERIFY(card()->isHidden());
        QVERIFY(sent().isEmpty());
    }

    void anotherMessageIsAnotherQuestion()
    {
        setAskAbove(200);
        write();
        press(Qt::Key_Return);
        QVERIFY(card()->isVisible());
        edit()->setFocus();
        QTest::keyClicks(edit(), QStringLiteral("!"));
        QVERIFY(card()->isHidden());
        QVERIFY(sent().isEmpty());
        // And what changes its figure under the open card changes the card.
        press(Qt::Key_Return);
        QVERIFY(card()->isVisible());
        Quote dearer = m_bench->composer.current;
        dearer.totalCredits = 300;
        m_bench->composer.setQuote(dearer);
        QVERIFY(said().startsWith(QStringLiteral("This takes 300 credits")));
        Quote cheaper = dearer;
        cheaper.totalCredits = 10;
        m_bench->composer.setQuote(cheaper);
        QVERIFY(card()->isHidden());
    }

    void aRaisedPriceIsAskedAbout()
    {
        write();
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        edit()->setFocus();
        raisePrice(300);
        QVERIFY(card()->isVisible());
        QCOMPARE(said(), QStringLiteral("The price went from 218 to 300 credits. Nothing was taken."));
        QCOMPARE(accept()->text(), QStringLiteral("Send for 300"));
        QVERIFY(messageHasKeyboard()); // it came by itself: the keyboard stays where it was
        QCOMPARE(m_bench->composer.text(), QStringLiteral("a fox"));
        press(Qt::Key_Return); // leads to the card, does not answer it
        QVERIFY(sent().isEmpty());
        QCOMPARE(QApplication::focusWidget(), accept());
        press(Qt::Key_Return);
        QCOMPARE(sent().size(), 1);
        QCOMPARE(sent().constFirst().quote.totalCredits, std::optional<Credits>(300)); // the new price lock
        QVERIFY(card()->isHidden());
    }

    void aRaisedPriceMayGoOverALimitToo()
    {
        setAskAbove(250);
        write();
        press(Qt::Key_Return);
        raisePrice(300);
        QCOMPARE(said(),
            QStringLiteral("The price went from 218 to 300 credits. Nothing was taken.\n"
                           "This takes 300 credits; you asked to be asked above 250."));
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(sent().size(), 1); // one answer is enough
        QCOMPARE(m_bench->limits.allowed.size(), 1);
    }

    void aPriceThatCannotBePaidIsNotSent()
    {
        write();
        press(Qt::Key_Return);
        const client::TurnRequest turn = sent().takeLast();
        m_bench->composer.setText(turn.text);
        Quote tooDear = turn.quote;
        tooDear.totalCredits = 999'999;
        tooDear.sendable = false;
        emit m_bench->runner.priceChanged(turn, tooDear);
        QVERIFY(!accept()->isEnabled());
        press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), decline());
    }

    void anUnknownNewPriceIsNotInvented()
    {
        write();
        press(Qt::Key_Return);
        const client::TurnRequest turn = sent().takeLast();
        m_bench->composer.setText(turn.text);
        emit m_bench->runner.priceChanged(turn, Quote());
        QCOMPARE(said(), QStringLiteral("The price changed while this was on its way. Nothing was taken."));
        QCOMPARE(accept()->text(), QStringLiteral("Send"));
    }

    void aQuestionBelongsToItsConversation()
    {
        setAskAbove(200);
        write();
        press(Qt::Key_Return);
        QVERIFY(card()->isVisible());
        const QString first = m_bench->composer.id;
        m_bench->composer.id = QStringLiteral("another");
        m_bench->composer.setText(QStringLiteral("a hen"));
        QVERIFY(card()->isHidden());
        m_bench->composer.id = first;
        m_bench->composer.setText(QStringLiteral("a fox"));
        QVERIFY(card()->isVisible());
    }

    void tryingAgainIsChecked()
    {
        client::TranscriptItem item;
        item.id = QStringLiteral("run/problem");
        item.kind = client::TranscriptItem::Kind::Problem;
        item.error = Error{ ErrorKind::Service, QStringLiteral("It failed."), {}, {}, {}, {} };
        m_bench->transcript.append(item);
        client::TurnRequest turn;
        turn.conversationId = m_bench->composer.id;
        turn.quote.totalCredits = 290;
        m_bench->runner.again = turn;
        m_bench->limits.setLimit({ 0, 2000, 0 });
        m_bench->limits.spentNow = { 1900, 1900 };
        m_bench->gate.retry(item.id);
        m_bench->gate.retry(item.id); // a double click
        QTRY_VERIFY(card()->isVisible());
        QCOMPARE(
            said(), QStringLiteral("Today's budget is 2,000 credits: 1,900 spent, this takes 290 more."));
        QCOMPARE(accept()->text(), QStringLiteral("Try again this once"));
        QVERIFY(m_bench->runner.retried.isEmpty());
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(m_bench->runner.retried, QStringList{ item.id });
        // Nothing new is ordered: nothing to be asked.
        m_bench->runner.again.reset();
        m_bench->gate.retry(item.id);
        QTRY_COMPARE(m_bench->runner.retried.size(), 2);
        QVERIFY(card()->isHidden());
    }

    void approvingIsCheckedAgainstBudgets()
    {
        client::TranscriptItem item;
        item.id = QStringLiteral("ask_1");
        item.kind = client::TranscriptItem::Kind::Approval;
        item.approval.interruptId = item.id;
        item.approval.quote.totalCredits = 290;
        m_bench->transcript.conversation = m_bench->composer.id;
        m_bench->transcript.append(item);
        setAskAbove(100); // the agent's own card has asked that
        m_bench->gate.approve(item.id);
        QCOMPARE(m_bench->runner.approved, QStringList{ item.id });
        m_bench->limits.setLimit({ 100, 200, 0 });
        m_bench->gate.approve(item.id);
        QCOMPARE(m_bench->runner.approved.size(), 1);
        QVERIFY(card()->isVisible());
        QCOMPARE(said(), QStringLiteral("Today's budget is 200 credits: 0 spent, this takes 290 more."));
        QTest::mouseClick(decline(), Qt::LeftButton);
        QCOMPARE(m_bench->runner.approved.size(), 1);
        m_bench->gate.approve(item.id);
        QTest::mouseClick(accept(), Qt::LeftButton);
        QCOMPARE(m_bench->runner.approved.size(), 2);
    }

    void whatTheOtherAgentWouldTakeIsInItsHint()
    {
        m_bench->composer.setText(QString());
        const auto hint = [this](const char *name) { return m_bench->find(name)->toolTip(); };
        QTRY_COMPARE(
            hint("agent20"), QStringLiteral("Agent 2.0 takes 4 credits for each turn of its conversation."));
        QCOMPARE(hint("agent10"), QStringLiteral("Agent 1.0 takes nothing for its conversation."));
        m_bench->composer.setText(QStringLiteral("a fox"));
        QTRY_COMPARE(hint("agent20"), QStringLiteral("Agent 2.0: this message takes 218 credits."));
        QCOMPARE(hint("agent10"), QStringLiteral("With Agent 1.0 this message would take 33 credits."));
        QCOMPARE(m_bench->find("agent10")->accessibleDescription(), hint("agent10"));
        m_bench->composer.setAgent(AgentVersion::V1);
        m_bench->session.setBalance(40);
        m_bench->composer.setText(QStringLiteral("a fox runs"));
        QTRY_COMPARE(hint("agent20"),
            QStringLiteral("With Agent 2.0 this message would take 218 credits, more than you have."));
    }
};

QTEST_MAIN(TestAsk)
#include "tst_ui_ask.moc"
