#include "support/WindowBench.h"

#include "client/session/TopUpWatch.h"
#include "ui/account/AccountBar.h"
#include "ui/account/AccountPopover.h"
#include "ui/account/PlanWords.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

/// Takes the place of the browser.
class Browser : public QObject {
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }
    QList<QUrl> opened;
public slots:
    void open(const QUrl &url) { opened.append(url); }
};

class TestAccount : public QObject {
    Q_OBJECT
private slots:
    void saysEverythingAboutTheAccount();
    void everyPartSaysWhenItEnds();
    void linksLeadOn();
    void topUpOfTheBundledServiceGrantsAtOnce();
    void topUpThatFailsIsSaid();
    void hostedTopUpOpensTheBrowserAndSaysWhenItArrived();
    void planChangeSaysWhatChangesFirst();
    void planChangeCanBeLeft();
    void losingABenefitIsSaid();
    void hostedServiceOffersNoPlanChange();
    void wholeByKeyboard();
    void sidebarSaysPlanBalanceAndRenewal();
    void watchAsksLessAndLessOften();
    void watchRestsWhileTheWindowIsNotInFront();
    void watchIgnoresWhatComesBackFromHolds();
    void watchIgnoresARenewal();
    void watchGivesUp();
    void shots();

private:
    static QStringList texts(QWidget *widget)
    {
        QStringList all;
        for (const QLabel *label : widget->findChildren<QLabel *>())
            if (label->isVisible())
                all.append(label->text());
        return all;
    }
    static QAbstractButton *button(QWidget *widget, const QString &name)
    {
        for (QAbstractButton *b : widget->findChildren<QAbstractButton *>())
            if (b->accessibleName() == name && b->isVisible())
                return b;
        return nullptr;
    }
    static void addPart(FakeSession &session, Credits credits)
    {
        session.who.balance.parts.append({ credits, QDateTime::currentDateTimeUtc().addMonths(1) });
        session.who.balance.credits += credits;
        emit session.accountChanged();
    }
    static constexpr client::TopUpWatch::Pace quick{ 5, 20, 1000 };
};

void TestAccount::saysEverythingAboutTheAccount()
{
    WindowBench bench;
    const QDateTime end(QDate(QDate::currentDate().year(), 12, 14), QTime(12, 0), Qt::UTC);
    bench.session.who.balance = { 8412, 290, { { 8412, end } } };
    bench.session.who.renewsAt = end;
    bench.session.who.concurrency = { 8, 2 };
    MainWindow &window = bench.open();
    QTest::mouseClick(bench.find("account"), Qt::LeftButton);
    QWidget *popover = bench.find("accountPopover");
    QVERIFY(popover->isVisible());
    const QStringList said = texts(popover);
    for (const char *text : { "Premium · 20,000 credits a month", "8,412 credits",
             "290 credits for what is being made", "2 of 8 at once", "Dec 14: 8,412", "Dec 14: +20,000" })
        QVERIFY2(said.contains(QString::fromUtf8(text)), qPrintable(said.join(QLatin1Char('|'))));
    QCOMPARE(bench.session.refreshes, 1); // what is shown is of now
    bench.session.who.concurrency.running = 3;
    emit bench.session.accountChanged();
    QVERIFY(texts(popover).contains(QStringLiteral("3 of 8 at once")));
    Q_UNUSED(window)
}

void TestAccount::everyPartSaysWhenItEnds()
{
    WindowBench bench;
    const int year = QDate::currentDate().year();
    bench.session.who.balance.parts = {
        { 7412, QDateTime(QDate(year, 12, 14), QTime(12, 0), Qt::UTC) },
        { 1000, QDateTime(QDate(year + 1, 1, 5), QTime(12, 0), Qt::UTC) },
        { 50, {} },
    };
    bench.open().openAccount();
    const QStringList said = texts(bench.find("accountPopover"));
    QVERIFY(said.contains(QStringLiteral("Dec 14: 7,412")));
    QVERIFY(said.contains(QStringLiteral("Jan 5, %1: 1,000").arg(year + 1)));
    QVERIFY(said.contains(QStringLiteral("No end: 50")));
}

void TestAccount::linksLeadOn()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openAccount();
    QTest::mouseClick(bench.find("comparePlans"), Qt::LeftButton);
    QVERIFY(bench.find("plansPage")->isVisible());
    QVERIFY(!bench.find("accountPopover")->isVisible());
    window.openAccount();
    QTest::mouseClick(bench.find("openSpending"), Qt::LeftButton);
    QVERIFY(bench.find("spendingPage")->isVisible());
    QVERIFY(!bench.find("plansPage")->isVisible());
}

void TestAccount::topUpOfTheBundledServiceGrantsAtOnce()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openAccount(1234);
    QTest::mouseClick(button(&window, QStringLiteral("Top up 1234")), Qt::LeftButton);
    QCOMPARE(bench.session.topUps, QList<Credits>{ 1234 });
    QTRY_COMPARE(bench.find<QLabel>("accountAnswer")->text(), QStringLiteral("1,234 credits added."));
    QVERIFY(texts(bench.find("accountPopover")).contains(QStringLiteral("9,646 credits")));
}

void TestAccount::topUpThatFailsIsSaid()
{
    WindowBench bench;
    bench.session.topUpError = Error{ ErrorKind::Network, QStringLiteral("No line."), {}, {}, {}, {} };
    MainWindow &window = bench.open();
    window.openAccount();
    QTest::mouseClick(button(&window, QStringLiteral("Top up 1000")), Qt::LeftButton);
    QTRY_COMPARE(bench.find<QLabel>("accountAnswer")->text(), QStringLiteral("No line."));
}

void TestAccount::hostedTopUpOpensTheBrowserAndSaysWhenItArrived()
{
    Browser browser;
    WindowBench bench;
    bench.session.bundled = false;
    bench.session.hosted = true;
    MainWindow &window = bench.open();
    window.openAccount();
    QTest::mouseClick(button(&window, QStringLiteral("Top up 5000")), Qt::LeftButton);
    QTRY_COMPARE(browser.opened, QList<QUrl>{ QUrl(QStringLiteral("https://example.test/checkout")) });
    QVERIFY(bench.find<QLabel>("accountAnswer")->text().startsWith(QLatin1String("The checkout is open")));
    addPart(bench.session, 5000); // paid
    QCOMPARE(bench.find<QLabel>("accountAnswer")->text(), QStringLiteral("5,000 credits arrived."));
}

void TestAccount::planChangeSaysWhatChangesFirst()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openAccount();
    QVERIFY(!button(&window, QStringLiteral("Plan Premium"))->isEnabled());
    QTest::mouseClick(button(&window, QStringLiteral("Plan Plus")), Qt::LeftButton);
    QVERIFY(bench.session.planChanges.isEmpty());
    const QString said = bench.find<QLabel>("planChanges")->text();
    QVERIFY2(said.contains(QLatin1String("10,000 credits a month instead of 20,000 credits a month.")),
        qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("4 generations at once instead of 8.")), qPrintable(said));
    QVERIFY2(said.contains(QLatin1String("The credits you have stay until they end.")), qPrintable(said));
    QTest::mouseClick(bench.find("changePlan"), Qt::LeftButton);
    QTRY_COMPARE(bench.session.planChanges, QStringList{ QStringLiteral("plus") });
    QTRY_COMPARE(bench.find<QLabel>("accountAnswer")->text(), QStringLiteral("Your plan is changed."));
    QVERIFY(!bench.find("planChanges")->isVisible());
    QVERIFY(!button(&window, QStringLiteral("Plan Plus"))->isEnabled());
}

void TestAccount::planChangeCanBeLeft()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openAccount();
    QTest::mouseClick(button(&window, QStringLiteral("Plan Pro")), Qt::LeftButton);
    QVERIFY(bench.find("planChanges")->isVisible());
    QTest::mouseClick(bench.find("keepPlan"), Qt::LeftButton);
    QVERIFY(!bench.find("planChanges")->isVisible());
    QVERIFY(bench.session.planChanges.isEmpty());
}

void TestAccount::losingABenefitIsSaid()
{
    const QList<Plan> plans = samplePlans();
    const QStringList down = PlanWords::changes(plans[2], plans[1], sampleCatalogue());
    QVERIFY(down.contains(QStringLiteral("Carat Video (LTX 2.3) is no longer unlimited: it takes credits.")));
    const QStringList up = PlanWords::changes(plans[1], plans[2], sampleCatalogue());
    QVERIFY(
        up.contains(QStringLiteral("Carat Video (LTX 2.3) becomes unlimited when it starts from an image or "
                                   "start and end frames.")));
    QVERIFY(PlanWords::changes(plans[2], plans[2], sampleCatalogue()).isEmpty());
}

void TestAccount::hostedServiceOffersNoPlanChange()
{
    WindowBench bench;
    bench.session.bundled = false;
    MainWindow &window = bench.open();
    window.openAccount();
    QVERIFY(!button(&window, QStringLiteral("Plan Pro")));
    QVERIFY(button(&window, QStringLiteral("Compare plans")));
}

void TestAccount::wholeByKeyboard()
{
    WindowBench bench;
    bench.open();
    bench.find("account")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(bench.find("account"), Qt::Key_Return);
    QWidget *popover = bench.find("accountPopover");
    QVERIFY(popover->isVisible());
    QStringList met;
    for (int i = 0; i < 12; ++i) {
        met.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char *name : { "Top up 1000", "Open spending", "Compare plans", "Plan Free", "Plan Pro" })
        QVERIFY2(met.contains(QLatin1String(name)), qPrintable(met.join(QLatin1Char('|'))));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!popover->isVisible());
}

void TestAccount::sidebarSaysPlanBalanceAndRenewal()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    QWidget *bar = bench.find("account");
    const QStringList said = texts(bar);
    QVERIFY(said.contains(QStringLiteral("8,412 credits")));
    QVERIFY2(said.join(QLatin1Char('|')).contains(QLatin1String("Renews Dec 14")),
        qPrintable(said.join(QLatin1Char('|'))));
    QCOMPARE(bench.find<QAbstractButton>("spending")->text(), QStringLiteral("Spending ›"));
    // The link is its own: a click on it does not open the account.
    QTest::mouseClick(bench.find("spending"), Qt::LeftButton);
    QVERIFY(!bench.find("accountPopover") || !bench.find("accountPopover")->isVisible());
    QVERIFY(bench.find("spendingPage")->isVisible());
    Q_UNUSED(window)
}

void TestAccount::watchAsksLessAndLessOften()
{
    FakeSession session;
    client::TopUpWatch watch(session, { 10, 40, 1000 });
    QSignalSpy arrived(&watch, &client::TopUpWatch::arrived);
    QElapsedTimer clock;
    clock.start();
    watch.start();
    QTRY_COMPARE(session.refreshes, 4);
    QVERIFY(clock.elapsed() >= 10 + 10 + 20 + 40); // a longer wait each time, up to the longest
    QVERIFY(watch.isWatching());
    addPart(session, 1000);
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(arrived.first().first().value<Credits>(), Credits(1000));
    QVERIFY(!watch.isWatching());
}

void TestAccount::watchRestsWhileTheWindowIsNotInFront()
{
    FakeSession session;
    client::TopUpWatch watch(session, quick);
    watch.setWindowActive(false);
    watch.start();
    // As long as another one takes for several rounds.
    FakeSession otherSession;
    client::TopUpWatch other(otherSession, quick);
    other.start();
    QTRY_VERIFY(otherSession.refreshes >= 4);
    QCOMPARE(session.refreshes, 0);
    watch.setWindowActive(true);
    QCOMPARE(session.refreshes, 1); // back from the browser: at once
    QTRY_VERIFY(session.refreshes > 2);
}

void TestAccount::watchIgnoresWhatComesBackFromHolds()
{
    FakeSession session;
    session.who.balance.held = 290;
    client::TopUpWatch watch(session, quick);
    QSignalSpy arrived(&watch, &client::TopUpWatch::arrived);
    watch.start();
    session.who.balance.held = 0; // a failure gives them back
    session.who.balance.credits += 290;
    session.who.balance.parts[0].credits += 290;
    emit session.accountChanged();
    session.applyBalance(9000); // the balance of a run, ahead of the account
    QCOMPARE(arrived.size(), 0);
    QVERIFY(watch.isWatching());
}

void TestAccount::watchIgnoresARenewal()
{
    FakeSession session;
    client::TopUpWatch watch(session, quick);
    QSignalSpy arrived(&watch, &client::TopUpWatch::arrived);
    watch.start();
    session.who.renewsAt = session.who.renewsAt->addMonths(1);
    addPart(session, 20'000);
    QCOMPARE(arrived.size(), 0);
    addPart(session, 500);
    QCOMPARE(arrived.size(), 1);
}

void TestAccount::watchGivesUp()
{
    FakeSession session;
    client::TopUpWatch watch(session, { 1, 2, 3 });
    QSignalSpy gaveUp(&watch, &client::TopUpWatch::gaveUp);
    watch.start();
    QTRY_COMPARE(gaveUp.size(), 1);
    QCOMPARE(session.refreshes, 3);
    QVERIFY(!watch.isWatching());
}

void TestAccount::shots()
{
    const QString folder = qEnvironmentVariable("FACET_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with FACET_SHOTS=folder");
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        for (const QSize size : { QSize(1440, 900), QSize(1024, 640), QSize(720, 450) }) {
            WindowBench bench(mode);
            bench.session.who.balance.held = 290;
            bench.session.who.concurrency = { 8, 2 };
            bench.session.who.balance.parts.append({ 1000, QDateTime(QDate(2027, 1, 5), QTime(12, 0)) });
            MainWindow &window = bench.open(size);
            window.openAccount();
            if (auto *plan = button(&window, QStringLiteral("Plan Plus")))
                QTest::mouseClick(plan, Qt::LeftButton);
            QTest::qWait(50);
            window.grab().save(QStringLiteral("%1/account-%2-%3.png")
                                   .arg(folder, themeModeName(mode), QString::number(size.width())));
        }
    }
}

QTEST_MAIN(TestAccount)
#include "tst_ui_account.moc"
