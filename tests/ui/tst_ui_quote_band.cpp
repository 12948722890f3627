#include "support/WindowBench.h"

#include "ui/composer/ComposerView.h"
#include "ui/composer/MessageEdit.h"
#include "ui/composer/QuoteBand.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/Label.h"

#include <QMenu>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Each row of the band in the real window, by the real rules over the sample catalogue: what it says, which
/// buttons it has, what they do by mouse and by keyboard, and whether Send goes (PRODUCT rules 2, 5 and 6).
class TestQuoteBand : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }

    void everyRow_data();
    void everyRow();
    void buttonsWorkByKeyboard_data();
    void buttonsWorkByKeyboard();
    void moreWaysAreAMenu();
    void undoTakesASuggestionBack();
    void undoIsForgottenWhenTheDraftIsChangedByHand();
    void doneIsSaidWhenNothingElseIs();
    void comparePlansIsAsked();
    void manyButtonsGoBelowTheText();
    void theServicesFigureIsMarkedWithItsReason();
    void onlyTheServicesAnswerBlocks();
    void sendGoesOnWhenTheServiceSaysItMay();
    void sendStopsWhenTheServiceSaysItMayNot();
    void aChangedDraftIsNotSentByAnEarlierPress();
    void aServiceThatCannotBeAskedIsSentTo();

private:
    QuoteBand *band() const { return m_bench->find<QuoteBand>("quoteBand"); }
    Button *button(const QString &name) const
    {
        for (Button *one : band()->findChildren<Button *>())
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        return nullptr;
    }
    QStringList buttons() const
    {
        QStringList names;
        for (Button *one : band()->findChildren<Button *>())
            if (one->isVisible())
                names.append(one->accessibleName());
        return names;
    }
    QString cost() const { return m_bench->find<Label>("cost")->text(); }
    MessageEdit *edit() const { return m_bench->find<MessageEdit>("message"); }
    void set(const QString &account, Credits balance);
    void attach(const QString &inputs);

    std::unique_ptr<WindowBench> m_bench;
};

void TestQuoteBand::init()
{
    m_bench = std::make_unique<WindowBench>();
    m_bench->open();
    edit()->setFocus();
}

void TestQuoteBand::set(const QString &plan, Credits balance)
{
    for (const Plan &one : samplePlans()) {
        if (one.id == plan) {
            m_bench->session.who.plan = one;
            m_bench->session.who.benefits = one.benefits;
        }
    }
    m_bench->session.setBalance(balance);
}

void TestQuoteBand::attach(const QString &inputs)
{
    for (const QString &role : inputs.split(QLatin1Char(','), Qt::SkipEmptyParts))
        m_bench->composer.add(inputRoleFromWire(role), role + QStringLiteral(".png"));
}

void TestQuoteBand::everyRow_data()
{
    QTest::addColumn<QString>("plan");
    QTest::addColumn<int>("balance");
    QTest::addColumn<QString>("agent");
    QTest::addColumn<QString>("model"); // ✨
    QTest::addColumn<QString>("inputs");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says"); // the band begins with it
    QTest::addColumn<QStringList>("shown"); // buttons
    QTest::addColumn<QString>("takes"); // beside Send
    QTest::addColumn<bool>("goes"); // Send, once the service has confirmed
    const auto q = [](const char *text) { return QString::fromUtf8(text); };
    const QString more = q("More ways to pay less");

    QTest::newRow("nothing written") << q("premium") << 8412 << q("2.0") << q("carat-video") << QString()
                                     << QString() << QString() << QStringList() << q("37 credits") << false;
    QTest::newRow("covered by frames, Agent 2.0")
        << q("premium") << 8412 << q("2.0") << q("carat-video") << q("start_frame,end_frame") << q("a boat")
        << q("Covered by your unlimited benefit · start and end frames on Carat Video (LTX 2.3). Only the "
             "Agent 2.0 conversation is charged.")
        << QStringList{ more } << q("4 credits") << true;
    QTest::newRow("covered by an image, Agent 1.0")
        << q("premium") << 0 << q("1.0") << q("carat-video") << q("reference") << q("a boat")
        << q("Covered by your unlimited benefit · an image on Carat Video (LTX 2.3).") << QStringList()
        << q("0 credits") << true;
    QTest::newRow("text alone is not covered")
        << q("premium") << 8412 << q("1.0") << q("carat-video") << QString() << q("a boat")
        << q("Not covered · Your unlimited benefit needs an image, or a start and an end frame.")
        << QStringList{ q("Add an image · saves 33"), more } << q("33 credits") << true;
    QTest::newRow("an external model is not covered")
        << q("premium") << 8412 << q("1.0") << q("kling-3.0") << q("reference") << q("a boat")
        << q("Not covered · Your unlimited benefit does not include Kling 3.0.")
        << QStringList{ q("Use Carat Video (LTX 2.3) · saves 145") } << q("145 credits") << true;
    QTest::newRow("a plan without benefit that another would cover")
        << q("plus") << 8412 << q("1.0") << q("carat-video") << q("reference") << q("a boat")
        << q("Not covered · Plus has no unlimited benefit; Premium would cover this.")
        << QStringList{ q("Compare plans · saves 33") } << q("33 credits") << true;
    QTest::newRow("a plan without benefit that none would cover")
        << q("plus") << 8412 << q("1.0") << q("kling-3.0") << q("reference") << q("a boat")
        << q("Not covered · Plus has no unlimited benefit.")
        << QStringList{ q("Use Carat Video (LTX 2.3) · saves 112") } << q("145 credits") << true;
    QTest::newRow("too few for the conversation of a covered video")
        << q("premium") << 2 << q("2.0") << q("carat-video") << q("start_frame,end_frame") << q("a boat")
        << q("Not enough credits for Agent 2.0 · 2 left, its conversation needs 4. The video itself is "
             "unlimited.")
        << QStringList{ q("Switch to Agent 1.0"), q("Top up") } << q("4 credits, 2 left") << false;
    QTest::newRow("too few for the generation")
        << q("premium") << 100 << q("1.0") << q("kling-3.0") << q("reference") << q("a boat")
        << q("Not enough credits · 100 left, this needs 145.")
        << QStringList{ q("Use Carat Video (LTX 2.3)"), q("Top up") } << q("145 credits, 100 left") << false;
    QTest::newRow("too few, and shorter would do")
        << q("plus") << 40 << q("1.0") << q("carat-video") << q("reference") << q("a boat, 10 seconds long")
        << q("Not enough credits · 40 left, this needs 66.")
        << QStringList{ q("Make it 5 s"), q("Top up"), more } << q("66 credits, 40 left") << false;
    QTest::newRow("closed by its vendor")
        << q("premium") << 8412 << q("1.0") << q("sora-2") << QString() << q("a boat")
        << q("Sora 2 cannot be used now · Its vendor has closed it.")
        << QStringList{ q("Use Carat Video (LTX 2.3)") } << q("173 credits") << false;
    QTest::newRow("does not take what is attached")
        << q("premium") << 8412 << q("1.0") << q("seedream-4.5") << q("start_frame") << q("a boat")
        << q("Seedream 4.5 does not take what is attached · Remove the images, or choose another model.")
        << QStringList{ q("Use Carat Video (LTX 2.3)") } << q("14 credits") << false;
    QTest::newRow("needs something to work on")
        << q("premium") << 8412 << q("1.0") << q("upscale") << QString() << q("larger, please")
        << q("Upscale needs a file to work on · Add an image or a video.") << QStringList() << q("9 credits")
        << false;
    QTest::newRow("edits inside a finished video")
        << q("premium") << 8412 << q("1.0") << QString() << QString() << q("remove the hat from the video")
        << q("Single elements inside a finished video cannot be changed yet · Edit its last frame and continue "
             "from it, or generate it again.")
        << QStringList() << q("0 credits") << true;
    QTest::newRow("✨ against the words")
        << q("premium") << 8412 << q("1.0") << q("carat-video") << q("reference")
        << q("a boat with Kling 3.0")
        << q("Covered by your unlimited benefit · an image on Carat Video (LTX 2.3). · Your message names Kling "
             "3.0, but ✨ is set to Carat Video (LTX 2.3): ✨ wins.")
        << QStringList{ q("Use Kling 3.0") } << q("0 credits") << true;
    QTest::newRow("an option that is not offered")
        << q("premium") << 8412 << q("1.0") << q("carat-video") << q("reference")
        << q("a boat, 7 seconds long")
        << q("Covered by your unlimited benefit · an image on Carat Video (LTX 2.3). · Length: 7 is not offered "
             "by Carat Video (LTX 2.3), so it will be 10.")
        << QStringList() << q("0 credits") << true;
}

void TestQuoteBand::everyRow()
{
    QFETCH(QString, plan);
    QFETCH(int, balance);
    QFETCH(QString, agent);
    QFETCH(QString, model);
    QFETCH(QString, inputs);
    QFETCH(QString, words);
    QFETCH(QString, says);
    QFETCH(QStringList, shown);
    QFETCH(QString, takes);
    QFETCH(bool, goes);
    set(plan, balance);
    m_bench->composer.setAgent(*agentFromWire(agent));
    m_bench->composer.pickModel(model.isEmpty() ? std::nullopt : std::optional(model));
    attach(inputs);
    QTest::keyClicks(edit(), words);
    QCOMPARE(band()->isVisible(), !says.isEmpty());
    QCOMPARE(band()->spokenText(), says);
    QCOMPARE(band()->accessibleName(), says);
    QCOMPARE(buttons(), shown);
    QCOMPARE(cost(), takes);
    QCOMPARE(m_bench->find("send")->isEnabled(), goes);
}

void TestQuoteBand::buttonsWorkByKeyboard_data()
{
    everyRow_data();
}

/// Every button is reached by Tab and pressed by Space; afterwards the keyboard is where one goes on.
void TestQuoteBand::buttonsWorkByKeyboard()
{
    QFETCH(QString, plan);
    QFETCH(int, balance);
    QFETCH(QString, agent);
    QFETCH(QString, model);
    QFETCH(QString, inputs);
    QFETCH(QString, words);
    QFETCH(QStringList, shown);
    set(plan, balance);
    m_bench->composer.setAgent(*agentFromWire(agent));
    m_bench->composer.pickModel(model.isEmpty() ? std::nullopt : std::optional(model));
    attach(inputs);
    QTest::keyClicks(edit(), words);
    for (const QString &name : shown) {
        Button *one = button(name);
        QVERIFY2(one, qPrintable(name));
        QVERIFY(one->focusPolicy() & Qt::TabFocus);
        QWidget *at = edit();
        bool reached = false;
        for (int i = 0; i < 60 && !reached; ++i) {
            QTest::keyClick(at, Qt::Key_Backtab, Qt::ShiftModifier);
            at = QApplication::focusWidget();
            reached = at == one;
        }
        QVERIFY2(reached, qPrintable(name));
        edit()->setFocus();
    }
    if (shown.isEmpty() || shown.first() == QLatin1String("More ways to pay less"))
        return;
    button(shown.first())->setFocus(Qt::TabFocusReason);
    QSignalSpy plans(m_bench->window->findChild<ComposerView *>(), &ComposerView::plansRequested);
    QTest::keyClick(button(shown.first()), Qt::Key_Space);
    const bool opensSomething =
        shown.first().startsWith(QLatin1String("Add")) || shown.first().startsWith(QLatin1String("Compare"));
    if (opensSomething) {
        QVERIFY(plans.size() == 1 || m_bench->files.asked > 0);
        return;
    }
    QCOMPARE(m_bench->composer.applied.size(), 1);
    QVERIFY(edit()->hasFocus());
    // What it promised, it did: the quote of the changed draft can be sent.
    QVERIFY(m_bench->composer.current.sendable);
}

void TestQuoteBand::moreWaysAreAMenu()
{
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("three takes of a boat, 10 seconds long, 1080p"));
    QVERIFY(button(QStringLiteral("More ways to pay less")));
    QTest::mouseClick(button(QStringLiteral("More ways to pay less")), Qt::LeftButton);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QStringList ways;
    for (const QAction *action : menu->actions())
        ways.append(action->text());
    // Each says what it saves; those that are buttons already are not repeated.
    for (const QString &way : ways)
        QVERIFY2(way.contains(QStringLiteral(" · saves ")), qPrintable(way));
    for (const QString &shown : buttons())
        QVERIFY(!ways.contains(shown));
    QVERIFY2(ways.filter(QStringLiteral("Make it 5 s")).size() == 1, qPrintable(ways.join(u'\n')));
    QVERIFY2(ways.filter(QStringLiteral("Make it 720p")).size() == 1, qPrintable(ways.join(u'\n')));
    const Credits before = *m_bench->composer.current.totalCredits;
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(m_bench->composer.applied.size(), 1);
    // Exactly what was promised.
    QCOMPARE(
        *m_bench->composer.current.totalCredits, before - m_bench->composer.applied.first().savesCredits);
}

void TestQuoteBand::undoTakesASuggestionBack()
{
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    attach(QStringLiteral("start_frame"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QVERIFY(!button(QStringLiteral("Undo")));
    QTest::mouseClick(button(QStringLiteral("Switch to Agent 1.0")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V1);
    QVERIFY(button(QStringLiteral("Undo")));
    QCOMPARE(button(QStringLiteral("Undo"))->toolTip(), QStringLiteral("Undo: Switch to Agent 1.0"));
    QTest::keyClicks(edit(), QStringLiteral("!")); // writing on does not take it away
    QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V2);
    QCOMPARE(m_bench->composer.picked, QStringLiteral("carat-video"));
    QVERIFY(!button(QStringLiteral("Undo")));
    QVERIFY(button(QStringLiteral("Switch to Agent 1.0")));
}

void TestQuoteBand::undoIsForgottenWhenTheDraftIsChangedByHand()
{
    m_bench->composer.setAgent(AgentVersion::V1);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    attach(QStringLiteral("reference"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QTest::mouseClick(button(QStringLiteral("Use Carat Video (LTX 2.3) · saves 145")), Qt::LeftButton);
    QVERIFY(button(QStringLiteral("Undo")));
    Options options;
    options.count = 2;
    m_bench->composer.setOptions(options);
    QVERIFY(!button(QStringLiteral("Undo")));
}

void TestQuoteBand::doneIsSaidWhenNothingElseIs()
{
    // A talk has no model and no cover: the band would be gone, and the way back with it.
    set(QStringLiteral("premium"), 2);
    QTest::keyClicks(edit(), QStringLiteral("hello"));
    QTest::mouseClick(button(QStringLiteral("Switch to Agent 1.0")), Qt::LeftButton);
    QVERIFY(band()->isVisible());
    QCOMPARE(band()->spokenText(), QStringLiteral("Done: Switch to Agent 1.0 · saves 4"));
    QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
    QCOMPARE(m_bench->composer.draftAgent, AgentVersion::V2);
}

void TestQuoteBand::comparePlansIsAsked()
{
    set(QStringLiteral("plus"), 8412);
    m_bench->composer.setAgent(AgentVersion::V1);
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    attach(QStringLiteral("reference"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QSignalSpy plans(m_bench->window->findChild<ComposerView *>(), &ComposerView::plansRequested);
    QTest::mouseClick(button(QStringLiteral("Compare plans · saves 33")), Qt::LeftButton);
    QCOMPARE(plans.size(), 1);
    QVERIFY(m_bench->composer.applied.isEmpty()); // plans are the account's, not the draft's
}

void TestQuoteBand::manyButtonsGoBelowTheText()
{
    m_bench->composer.pickModel(QStringLiteral("carat-video"));
    QTest::keyClicks(edit(), QStringLiteral("a boat, 10 seconds long, 1080p, with Kling 3.0"));
    QVERIFY(buttons().size() >= 3);
    m_bench->window->resize(1024, 640);
    QTRY_VERIFY(button(buttons().first())->mapTo(band(), QPoint()).x() < band()->width() / 2);
    for (const QString &name : buttons()) {
        const QRect place(button(name)->mapTo(band(), QPoint()), button(name)->size());
        QVERIFY2(band()->rect().contains(place), qPrintable(name));
    }
}

void TestQuoteBand::theServicesFigureIsMarkedWithItsReason()
{
    m_bench->composer.setAgent(AgentVersion::V1);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QVERIFY(!m_bench->find("priceMark")->isVisible());
    Quote dearer = m_bench->composer.current;
    dearer.generationCredits = 290;
    dearer.totalCredits = 290;
    m_bench->composer.difference = quoteDifference(m_bench->composer.current, dearer);
    m_bench->composer.setQuote(dearer);
    const QString why =
        QStringLiteral("The service says 290 credits instead of 145. The price of Kling 3.0 changed.");
    QCOMPARE(cost(), QStringLiteral("290 credits"));
    QVERIFY(m_bench->find("priceMark")->isVisible());
    QCOMPARE(m_bench->find<Chip>("priceMark")->text(), QStringLiteral("was 145"));
    QVERIFY(m_bench->find("cost")->toolTip().startsWith(why));
    QCOMPARE(m_bench->find("cost")->accessibleDescription(), QStringLiteral("290 credits. ") + why);
    QVERIFY(band()->spokenText().contains(why));
    m_bench->composer.difference.reset();
    m_bench->composer.setQuote(dearer);
    QVERIFY(!m_bench->find("priceMark")->isVisible());
}

void TestQuoteBand::onlyTheServicesAnswerBlocks()
{
    m_bench->composer.confirmed = false;
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    // The band says it at once; the figure is about, and Send goes.
    QVERIFY(band()->spokenText().startsWith(QStringLiteral("Not enough credits")));
    QCOMPARE(cost(), QStringLiteral("≈ 149 credits, 2 left"));
    QVERIFY(m_bench->find("send")->isEnabled());
    m_bench->composer.confirmed = true;
    m_bench->composer.setQuote(m_bench->composer.current);
    QVERIFY(!m_bench->find("send")->isEnabled());
    // What is not about credits blocks without asking.
    m_bench->composer.confirmed = false;
    m_bench->composer.pickModel(QStringLiteral("sora-2"));
    QVERIFY(!m_bench->find("send")->isEnabled());
}

void TestQuoteBand::sendGoesOnWhenTheServiceSaysItMay()
{
    m_bench->composer.confirmed = false;
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(m_bench->composer.asks, 1); // asked, once; nothing is sent yet
    QCOMPARE(m_bench->runner.sent.size(), 0);
    Quote yes = m_bench->composer.current;
    yes.sendable = true;
    yes.blockedBy.reset();
    m_bench->composer.confirmed = true;
    m_bench->composer.setQuote(yes);
    emit m_bench->composer.serviceAsked();
    QCOMPARE(m_bench->runner.sent.size(), 1);
    QCOMPARE(m_bench->runner.sent.first().text, QStringLiteral("a boat"));
}

void TestQuoteBand::sendStopsWhenTheServiceSaysItMayNot()
{
    m_bench->composer.confirmed = false;
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QTest::mouseClick(m_bench->find("send"), Qt::LeftButton);
    m_bench->composer.confirmed = true;
    m_bench->composer.setQuote(m_bench->composer.current);
    emit m_bench->composer.serviceAsked();
    QCOMPARE(m_bench->runner.sent.size(), 0);
    QVERIFY(!m_bench->find("send")->isEnabled());
    QCOMPARE(edit()->toPlainText(), QStringLiteral("a boat")); // the message is still here
}

void TestQuoteBand::aChangedDraftIsNotSentByAnEarlierPress()
{
    m_bench->composer.confirmed = false;
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTest::keyClicks(edit(), QStringLiteral(" at sea"));
    emit m_bench->composer.serviceAsked();
    QCOMPARE(m_bench->runner.sent.size(), 0);
}

void TestQuoteBand::aServiceThatCannotBeAskedIsSentTo()
{
    m_bench->composer.confirmed = false;
    set(QStringLiteral("premium"), 2);
    m_bench->composer.pickModel(QStringLiteral("kling-3.0"));
    QTest::keyClicks(edit(), QStringLiteral("a boat"));
    QTest::keyClick(edit(), Qt::Key_Return);
    emit m_bench->composer.serviceAsked(); // no answer: the run itself is the question
    QCOMPARE(m_bench->runner.sent.size(), 1);
}

QTEST_MAIN(TestQuoteBand)
#include "tst_ui_quote_band.moc"
