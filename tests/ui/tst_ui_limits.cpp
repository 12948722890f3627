#include "support/WindowBench.h"

#include "ui/settings/LimitFields.h"

#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

class TestLimits : public QObject {
    Q_OBJECT
private slots:
    void settingsShowAndSetThem();
    void noneIsAWord();
    void halfTypedNumbersAreNoLimit();
    void soFarIsSaid();
    void chatLimitsFromTheHeader();
    void chatLimitsAreOfTheirChatOnly();
    void backToAsInSettings();
    void shots();

private:
    static QSpinBox *field(QWidget *dialog, const char *name)
    {
        return dialog->findChild<QSpinBox *>(QLatin1String(name));
    }
    static void type(QSpinBox *field, const QString &text)
    {
        // The keyboard leaves the field only where there is one: in the window in front.
        field->window()->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), field->window());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    }
    static QWidget *openChatLimits(WindowBench &bench)
    {
        QTest::mouseClick(bench.find("chatMenu"), Qt::LeftButton);
        for (QMenu *menu : bench.window->findChildren<QMenu *>(QStringLiteral("chatMenu"))) {
            for (QAction *action : menu->actions())
                if (action->text() == QStringLiteral("Limits for this chat…"))
                    action->trigger();
            menu->close();
        }
        return bench.find("chatLimitsDialog");
    }
};

void TestLimits::settingsShowAndSetThem()
{
    WindowBench bench;
    bench.limits.setLimit({ 200, 0, 20'000 });
    MainWindow &window = bench.open();
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(bench.find("settingsDialog"));
    QWidget *dialog = bench.find("settingsDialog");
    QCOMPARE(field(dialog, "askAbove")->value(), 200);
    QCOMPARE(field(dialog, "dailyBudget")->value(), 0);
    QCOMPARE(field(dialog, "monthlyBudget")->value(), 20'000);
    type(field(dialog, "askAbove"), QStringLiteral("300"));
    type(field(dialog, "dailyBudget"), QStringLiteral("1500"));
    type(field(dialog, "monthlyBudget"), QStringLiteral("0"));
    QCOMPARE(bench.limits.limit(), (SpendingLimit{ 300, 1500, 0 }));
}

void TestLimits::noneIsAWord()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openSettings();
    QCOMPARE(field(bench.find("settingsDialog"), "dailyBudget")->text(), QStringLiteral("none"));
    type(field(bench.find("settingsDialog"), "dailyBudget"), QStringLiteral("1500"));
    QCOMPARE(field(bench.find("settingsDialog"), "dailyBudget")->text(), QStringLiteral("1,500 credits"));
}

void TestLimits::halfTypedNumbersAreNoLimit()
{
    WindowBench bench;
    MainWindow &window = bench.open();
    window.openSettings();
    QSignalSpy changed(&bench.limits, &client::SpendingLimits::changed);
    QSpinBox *daily = field(bench.find("settingsDialog"), "dailyBudget");
    daily->setFocus();
    daily->selectAll();
    QTest::keyClicks(daily, QStringLiteral("15"));
    QCOMPARE(changed.size(), 0); // or 1 credit would be the budget for a moment
    QTest::keyClick(daily, Qt::Key_Return);
    QCOMPARE(bench.limits.limit().daily, Credits(15));
}

void TestLimits::soFarIsSaid()
{
    WindowBench bench;
    bench.limits.spentNow = { 400, 11'600 };
    bench.limits.setLimit({ 0, 0, 20'000 });
    MainWindow &window = bench.open();
    window.openSettings();
    QStringList said;
    for (const QLabel *label : bench.find("settingsDialog")->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY2(said.contains(QStringLiteral("400 credits so far")), qPrintable(said.join(QLatin1Char('|'))));
    QVERIFY(said.contains(QStringLiteral("11,600 credits so far: 58 %")));
}

void TestLimits::chatLimitsFromTheHeader()
{
    WindowBench bench;
    bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
    bench.conversations.current = QStringLiteral("harbor");
    bench.limits.own.insert(QStringLiteral("harbor"), { 50, 0, 0 });
    bench.limits.spentThere.insert(QStringLiteral("harbor"), { 10, 20 });
    bench.open();
    QWidget *dialog = openChatLimits(bench);
    QVERIFY(dialog);
    QCOMPARE(field(dialog, "askAbove")->value(), 50);
    QCOMPARE(field(dialog, "dailyBudget")->text(), QStringLiteral("as in settings"));
    type(field(dialog, "dailyBudget"), QStringLiteral("100"));
    QCOMPARE(bench.limits.limitOf(QStringLiteral("harbor")), (SpendingLimit{ 50, 100, 0 }));
    QVERIFY(bench.limits.limit().isNone());
    QStringList said;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        said.append(label->text());
    QVERIFY(said.join(QLatin1Char('|')).contains(QLatin1String("Harbor at dawn")));
    QVERIFY(said.contains(QStringLiteral("20 credits so far")));
}

void TestLimits::chatLimitsAreOfTheirChatOnly()
{
    WindowBench bench;
    bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
    bench.conversations.append(QStringLiteral("moss"), QStringLiteral("Moss"));
    bench.conversations.current = QStringLiteral("harbor");
    bench.open();
    type(field(openChatLimits(bench), "askAbove"), QStringLiteral("70"));
    QCOMPARE(bench.limits.limitOf(QStringLiteral("harbor")).askAbove, Credits(70));
    QVERIFY(bench.limits.limitOf(QStringLiteral("moss")).isNone());
}

void TestLimits::backToAsInSettings()
{
    WindowBench bench;
    bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
    bench.conversations.current = QStringLiteral("harbor");
    bench.limits.own.insert(QStringLiteral("harbor"), { 50, 60, 70 });
    bench.open();
    QWidget *dialog = openChatLimits(bench);
    QTest::mouseClick(dialog->findChild<QWidget *>(QStringLiteral("asInSettings")), Qt::LeftButton);
    QVERIFY(bench.limits.limitOf(QStringLiteral("harbor")).isNone());
    QCOMPARE(field(dialog, "monthlyBudget")->text(), QStringLiteral("as in settings"));
}

void TestLimits::shots()
{
    const QString folder = qEnvironmentVariable("FACET_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with FACET_SHOTS=folder");
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        WindowBench bench(mode);
        bench.limits.spentNow = { 400, 11'600 };
        bench.limits.setLimit({ 200, 0, 20'000 });
        bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
        bench.conversations.current = QStringLiteral("harbor");
        MainWindow &window = bench.open();
        window.openSettings();
        QTest::qWait(20);
        const QString suffix = QLatin1Char('-') + themeModeName(mode) + QLatin1String(".png");
        bench.find("settingsDialog")->grab().save(folder + QLatin1String("/settings") + suffix);
        bench.find<QDialog>("settingsDialog")->accept();
        openChatLimits(bench)->grab().save(folder + QLatin1String("/chat-limits") + suffix);
    }
}

QTEST_MAIN(TestLimits)
#include "tst_ui_limits.moc"
