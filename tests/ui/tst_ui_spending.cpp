#include "support/WindowBench.h"

#include "ui/chat/TranscriptView.h"
#include "ui/spending/ChartData.h"
#include "ui/spending/LedgerTable.h"
#include "ui/spending/SpendingChart.h"
#include "ui/spending/SpendingWords.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/window/Notice.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace facet;
using namespace facet::ui;
using namespace facet::ui::test;

namespace {

const QDate today = QDate::currentDate();

SpendingRow row(SpendingRowKind kind, Credits credits, const QString &model, int minutesAgo)
{
    SpendingRow r;
    r.id = QStringLiteral("row-%1").arg(minutesAgo);
    r.kind = kind;
    r.at = QDateTime(today, QTime(14, 2)).toUTC().addSecs(-60 * minutesAgo);
    r.credits = credits;
    r.balanceAfter = 8412;
    r.modelName = model;
    r.modelId = model.toLower();
    r.conversationId = QStringLiteral("harbor");
    r.conversationTitle = QStringLiteral("Harbor at dawn");
    return r;
}

/// Thirty days: 100 credits of one model each day, 40 of another each second day, 4 of conversation.
SpendingReport report()
{
    SpendingReport r;
    SpendingGroup kling{ QStringLiteral("kling-3.0"), QStringLiteral("Kling 3.0"), 0, 0, 30, {} };
    SpendingGroup veo{ QStringLiteral("veo"), QStringLiteral("Google Veo 3.1"), 0, 0, 15, {} };
    for (int day = 0; day < 30; ++day) {
        r.days.append(today.addDays(day - 29));
        kling.perDay.append(100);
        veo.perDay.append(day % 2 ? 40 : 0);
        r.conversationPerDay.append(4);
        kling.generationCredits += 100;
        veo.generationCredits += veo.perDay.last();
        r.conversationCredits += 4;
    }
    r.groups = { kling, veo };
    r.generationCredits = kling.generationCredits + veo.generationCredits;
    r.spent = r.generationCredits + r.conversationCredits;
    r.savedByUnlimited = 6732;
    r.savedGenerations = 204;
    r.returnedAfterFailures = 435;
    r.failures = 3;
    r.range = { today.addDays(-29), today };
    return r;
}

QList<SpendingRow> rows()
{
    SpendingRow covered = row(SpendingRowKind::Covered, 0, QStringLiteral("Carat Video (LTX 2.3)"), 0);
    covered.method = Method::StartEnd;
    covered.generationKey = QStringLiteral("covered-key");
    SpendingRow talk = row(SpendingRowKind::Conversation, -4, {}, 1);
    talk.agent = AgentVersion::V2;
    SpendingRow back = row(SpendingRowKind::Release, 145, QStringLiteral("Kling 3.0"), 22);
    back.status = GenerationStatus::Failed;
    SpendingRow hold = row(SpendingRowKind::Hold, -290, QStringLiteral("Kling 3.0"), 24);
    hold.options.durationS = 5;
    hold.options.resolution = QStringLiteral("720p");
    hold.options.count = 2;
    hold.generationKey = QStringLiteral("kling-key");
    SpendingRow grant = row(SpendingRowKind::Grant, 20'000, {}, 60 * 24);
    grant.at = QDateTime(today.addDays(-1), QTime(14, 2)).toUTC();
    grant.note = QStringLiteral("Premium");
    grant.conversationId.clear();
    grant.conversationTitle.clear();
    return { covered, talk, back, hold, grant };
}

} // namespace

class TestSpending : public QObject {
    Q_OBJECT
private slots:
    void opensFromSidebarAccountAndMenu();
    void fourFigures();
    void withoutABudgetOffersOne();
    void budgetSaysHowItStands_data();
    void budgetSaysHowItStands();
    void rangesAreDaysOfTheCalendar_data();
    void rangesAreDaysOfTheCalendar();
    void chosenDates();
    void datesLeftOpenKeepWhatIsShown();
    void groupsByModelConversationAgentMethod();
    void chartStacksWhatWasSpent();
    void chartKeepsLongRangesReadable();
    void scaleHasRoundSteps_data();
    void scaleHasRoundSteps();
    void chartGoesDayByDayByKeyboard();
    void chartFollowsTheMouse();
    void chartIsThereAsATable();
    void totalsByGroup();
    void ledgerInWords_data();
    void ledgerInWords();
    void ledgerIsFiltered();
    void rowLeadsToItsGeneration();
    void rowWithoutAConversationLeadsNowhere();
    void csvGoesWhereItWasAsked();
    void csvThatFailsIsSaid();
    void differenceIsShownWithBothFigures();
    void brokenRowsAreShown();
    void agreementIsSaidQuietly();
    void behindIsSaid();
    void nothingSpentYet();
    void manyRowsScrollSmoothly();
    void shots();

private:
    static void fill(WindowBench &bench)
    {
        bench.spending.modelNames = { { QStringLiteral("kling 3.0"), QStringLiteral("Kling 3.0") } };
        bench.spending.conversationNames = { { QStringLiteral("harbor"), QStringLiteral("Harbor at dawn") } };
        bench.spending.rows.setRows(rows());
        bench.spending.sayReport(report());
    }
    static QStringList shownWords(QTableView *view, int column)
    {
        QStringList words;
        for (int i = 0; i < view->model()->rowCount(); ++i)
            words.append(view->model()->index(i, column).data().toString());
        return words;
    }
    /// Picks an entry of an open menu, or of one of its submenus.
    static bool pick(QWidget *window, const char *menuName, const QStringList &path)
    {
        auto *menu = window->findChild<QMenu *>(QLatin1String(menuName));
        for (const QString &text : path) {
            QAction *found = nullptr;
            for (QAction *action : menu ? menu->actions() : QList<QAction *>())
                if (action->text() == text)
                    found = action;
            if (!found)
                return false;
            if (found->menu())
                menu = found->menu();
            else
                found->trigger();
        }
        if (auto *open = window->findChild<QMenu *>(QLatin1String(menuName)))
            open->close();
        return true;
    }
};

void TestSpending::opensFromSidebarAccountAndMenu()
{
    WindowBench bench;
    fill(bench);
    MainWindow &window = bench.open();
    QTest::mouseClick(bench.find("spending"), Qt::LeftButton);
    QWidget *page = bench.find("spendingPage");
    QVERIFY(page && page->isVisible());
    QCOMPARE(bench.spending.refreshes, 1); // compared with the service when one looks
    QVERIFY(!bench.find("message")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!page->isVisible());
    window.openAccount();
    QTest::mouseClick(bench.find("openSpending"), Qt::LeftButton);
    QVERIFY(page->isVisible());
    QVERIFY(!bench.find("accountPopover")->isVisible());
    QTest::mouseClick(page->findChild<QWidget *>(QStringLiteral("back")), Qt::LeftButton);
    window.openMenu();
    QVERIFY(pick(&window, "appMenu", { QStringLiteral("Spending") }));
    QVERIFY(page->isVisible());
    // By keyboard: Tab comes to the account, then to the link inside of it.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    bench.find("account")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("spending"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(page->isVisible());
}

void TestSpending::fourFigures()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QCOMPARE(bench.find<QLabel>("spentFigure")->text(), QStringLiteral("3,720"));
    // Conversation charges apart from generations.
    QCOMPARE(bench.find<ElidedLabel>("spentNote")->fullText(),
        QStringLiteral("generations 3,600 · conversation 120"));
    QCOMPARE(bench.find<QLabel>("savedFigure")->text(), QStringLiteral("6,732"));
    QCOMPARE(bench.find<QLabel>("returnedFigure")->text(), QStringLiteral("435"));
    QCOMPARE(bench.find("spentFigure")->accessibleName(),
        QStringLiteral("Spent in 30 days: 3,720, generations 3,600 · conversation 120"));
}

void TestSpending::withoutABudgetOffersOne()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QCOMPARE(bench.find<QLabel>("monthlyBudgetFigure")->text(), QStringLiteral("No budget set"));
    QTest::mouseClick(bench.find("setBudget"), Qt::LeftButton);
    QTRY_VERIFY(bench.find("settingsDialog"));
    QTRY_VERIFY(bench.find("settingsDialog")->findChild<QWidget *>(QStringLiteral("monthlyBudget")));
    bench.limits.setLimit({ 0, 0, 20'000 });
    QVERIFY(!bench.find("setBudget")->isVisible());
}

void TestSpending::budgetSaysHowItStands_data()
{
    QTest::addColumn<Credits>("spent");
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("note");
    QTest::newRow("fine") << Credits(11'600) << QStringLiteral("58 %") << QStringLiteral("11,600 of 20,000");
    QTest::newRow("just below 80") << Credits(15'999) << QStringLiteral("79 %")
                                   << QStringLiteral("15,999 of 20,000");
    QTest::newRow("80") << Credits(16'000) << QStringLiteral("80 %")
                        << QStringLiteral("16,000 of 20,000 · nearly used up");
    QTest::newRow("over") << Credits(21'000) << QStringLiteral("105 %")
                          << QStringLiteral("21,000 of 20,000 · used up");
}

void TestSpending::budgetSaysHowItStands()
{
    QFETCH(Credits, spent);
    QFETCH(QString, figure);
    QFETCH(QString, note);
    WindowBench bench;
    fill(bench);
    bench.limits.spentNow.thisMonth = spent;
    bench.limits.setLimit({ 0, 0, 20'000 });
    bench.open().openSpending();
    QCOMPARE(bench.find<QLabel>("monthlyBudgetFigure")->text(), figure);
    QCOMPARE(bench.find<ElidedLabel>("monthlyBudgetNote")->fullText(), note);
}

void TestSpending::rangesAreDaysOfTheCalendar_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    QTest::newRow("7") << QStringLiteral("last7Days") << today.addDays(-6) << today;
    QTest::newRow("month") << QStringLiteral("thisMonth") << QDate(today.year(), today.month(), 1) << today;
    QTest::newRow("all") << QStringLiteral("allDays") << QDate() << QDate();
}

void TestSpending::rangesAreDaysOfTheCalendar()
{
    QFETCH(QString, part);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    WindowBench bench;
    fill(bench);
    MainWindow &window = bench.open();
    window.openSpending();
    QCOMPARE(bench.spending.range(), (SpendingRange{ today.addDays(-29), today }));
    QTest::mouseClick(window.findChild<QWidget *>(part), Qt::LeftButton);
    QCOMPARE(bench.spending.range(), (SpendingRange{ from, to }));
    QCOMPARE(bench.spending.rows.filter().range, bench.spending.range()); // the ledger follows
}

void TestSpending::chosenDates()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QTest::mouseClick(bench.find("chosenDates"), Qt::LeftButton);
    QVERIFY(bench.find("datesPopover")->isVisible());
    // The wrong way round: what was meant is clear.
    bench.find<QDateEdit>("fromDate")->setDate(today.addDays(-3));
    bench.find<QDateEdit>("toDate")->setDate(today.addDays(-10));
    QTest::mouseClick(bench.find("showDates"), Qt::LeftButton);
    QCOMPARE(bench.spending.range(), (SpendingRange{ today.addDays(-10), today.addDays(-3) }));
    QVERIFY(!bench.find("datesPopover")->isVisible());
}

void TestSpending::datesLeftOpenKeepWhatIsShown()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QTest::mouseClick(bench.find("chosenDates"), Qt::LeftButton);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!bench.find("datesPopover")->isVisible());
    QVERIFY(bench.find("spendingPage")->isVisible()); // Escape closed the popover only
    QVERIFY(bench.find<QAbstractButton>("last30Days")->isChecked());
}

void TestSpending::groupsByModelConversationAgentMethod()
{
    WindowBench bench;
    fill(bench);
    MainWindow &window = bench.open();
    window.openSpending();
    for (const auto &[text, grouping] :
        { std::pair(QStringLiteral("By conversation"), SpendingGrouping::Conversation),
            std::pair(QStringLiteral("By agent"), SpendingGrouping::Agent),
            std::pair(QStringLiteral("By method"), SpendingGrouping::Method),
            std::pair(QStringLiteral("By model"), SpendingGrouping::Model) }) {
        QTest::mouseClick(bench.find("groupBy"), Qt::LeftButton);
        QVERIFY(pick(&window, "groupingMenu", { text }));
        QCOMPARE(bench.spending.grouping(), grouping);
        QCOMPARE(bench.find<QAbstractButton>("groupBy")->text(), text);
        QTRY_VERIFY(!window.findChild<QMenu *>(QStringLiteral("groupingMenu")));
    }
}

void TestSpending::chartStacksWhatWasSpent()
{
    const ChartData data = ChartData::from(report());
    QCOMPARE(data.columns.size(), 30);
    QCOMPARE(data.layers.size(), 3);
    QCOMPARE(data.layers.last().name, QStringLiteral("Conversation"));
    QCOMPARE(data.highest, Credits(144));
    Credits sum = 0;
    for (const ChartData::Column &column : data.columns)
        sum += column.total;
    QCOMPARE(sum, report().spent);

    SpendingReport many = report();
    for (int i = 0; i < 7; ++i) {
        SpendingGroup small{ QStringLiteral("m%1").arg(i), QStringLiteral("Model %1").arg(i), 30, 0, 1, {} };
        small.perDay = QList<Credits>(30, 1);
        many.groups.append(small);
    }
    const ChartData crowded = ChartData::from(many);
    QCOMPARE(crowded.layers.size(), ChartData::mostGroups + 2); // and others, and the conversation
    QCOMPARE(crowded.layers[ChartData::mostGroups].name, QStringLiteral("Others"));
    QCOMPARE(crowded.layers[ChartData::mostGroups].total, Credits(4 * 30));
}

void TestSpending::chartKeepsLongRangesReadable()
{
    SpendingReport year;
    SpendingGroup group{ QStringLiteral("a"), QStringLiteral("A"), 0, 0, 0, {} };
    for (int day = 0; day < 365; ++day) {
        year.days.append(QDate(2026, 1, 1).addDays(day));
        group.perDay.append(2);
        group.generationCredits += 2;
    }
    year.groups = { group };
    const ChartData weeks = ChartData::from(year);
    QCOMPARE(weeks.columns.size(), 53);
    QCOMPARE(weeks.columns[1].total, Credits(14));
    QCOMPARE(weeks.columns[1].from.dayOfWeek(), int(Qt::Monday));
    for (int day = 365; day < 1200; ++day) {
        year.days.append(QDate(2026, 1, 1).addDays(day));
        year.groups[0].perDay.append(2);
    }
    const ChartData months = ChartData::from(year);
    QCOMPARE(months.columns[0].total, Credits(62)); // January
    QCOMPARE(months.columns[1].total, Credits(56)); // February
}

void TestSpending::scaleHasRoundSteps_data()
{
    QTest::addColumn<Credits>("highest");
    QTest::addColumn<QList<Credits>>("steps");
    QTest::newRow("1") << Credits(1) << QList<Credits>{ 1 };
    QTest::newRow("4") << Credits(4) << QList<Credits>{ 1, 2, 3, 4 };
    QTest::newRow("5") << Credits(5) << QList<Credits>{ 2, 4, 6 };
    QTest::newRow("144") << Credits(144) << QList<Credits>{ 50, 100, 150 };
    QTest::newRow("1000") << Credits(1000) << QList<Credits>{ 500, 1000 };
    QTest::newRow("12345") << Credits(12'345) << QList<Credits>{ 5000, 10'000, 15'000 };
}

void TestSpending::scaleHasRoundSteps()
{
    QFETCH(Credits, highest);
    QFETCH(QList<Credits>, steps);
    ChartData data;
    data.highest = highest;
    QCOMPARE(data.steps(), steps);
}

void TestSpending::chartGoesDayByDayByKeyboard()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    auto *chart = bench.find<SpendingChart>("spendingByDay");
    QVERIFY(bench.find("spendingPage")->hasFocus());
    chart->setFocus(Qt::TabFocusReason);
    QCOMPARE(chart->currentColumn(), 29); // the latest day is said first
    QTest::keyClick(chart, Qt::Key_Home);
    QCOMPARE(chart->currentColumn(), 0);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->currentColumn(), 1);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(chart);
    QCOMPARE(spoken->role(), QAccessible::Chart);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Spending by day"));
    QCOMPARE(spoken->text(QAccessible::Description),
        QStringLiteral("%1: 144 credits. Kling 3.0 100, Google Veo 3.1 40, Conversation 4")
            .arg(SpendingWords::day(today.addDays(-28), today)));
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Left);
    QCOMPARE(chart->currentColumn(), 0);
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->currentColumn(), 29);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->currentColumn(), 29);
}

void TestSpending::chartFollowsTheMouse()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    auto *chart = bench.find<SpendingChart>("spendingByDay");
    QTest::mouseMove(chart, QPoint(24, chart->height() / 2));
    QTRY_COMPARE(chart->currentColumn(), 0);
    QTest::mouseMove(chart, QPoint(chart->width() - 80, chart->height() / 2));
    QTRY_VERIFY(chart->currentColumn() >= 28);
}

void TestSpending::chartIsThereAsATable()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QTest::mouseClick(bench.find("showDays"), Qt::LeftButton);
    auto *view = bench.find<QTableView>("creditsByDay");
    QVERIFY(view->isVisible());
    QVERIFY(!bench.find("ledger")->isVisible());
    QCOMPARE(view->model()->rowCount(), 30);
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(view)->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->cellAt(0, 1)->text(QAccessible::Name),
        QStringLiteral("%1, All: 144").arg(SpendingWords::day(today, today)));
}

void TestSpending::totalsByGroup()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QTest::mouseClick(bench.find("showTotals"), Qt::LeftButton);
    auto *view = bench.find<QTableView>("totals");
    QVERIFY(view->isVisible());
    QCOMPARE(shownWords(view, 0),
        (QStringList{ QStringLiteral("Kling 3.0"), QStringLiteral("Google Veo 3.1"),
            QStringLiteral("Agent conversation"), QStringLiteral("All") }));
    QCOMPARE(shownWords(view, 2),
        (QStringList{ QStringLiteral("3,000"), QStringLiteral("600"), QStringLiteral("120"),
            QStringLiteral("3,720") }));
    QCOMPARE(shownWords(view, 1).last(), QStringLiteral("45"));
    SpendingReport byAgent = report();
    byAgent.grouping = SpendingGrouping::Agent;
    byAgent.groups = { { QStringLiteral("2.0"), {}, 3600, 120, 45, {} } };
    bench.spending.sayReport(byAgent);
    QCOMPARE(shownWords(view, 0), (QStringList{ QStringLiteral("Agent 2.0"), QStringLiteral("All") }));
    QCOMPARE(shownWords(view, 3), (QStringList{ QStringLiteral("120"), QStringLiteral("120") }));
}

void TestSpending::ledgerInWords_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("amount");
    const QChar minus(0x2212);
    QTest::newRow("covered") << 0 << QStringLiteral("Today 14:02")
                             << QStringLiteral("Carat Video (LTX 2.3) · Start + end frame")
                             << QStringLiteral("0 · covered");
    QTest::newRow("conversation") << 1 << QStringLiteral("Today 14:01")
                                  << QStringLiteral("Agent 2.0 conversation") << minus + QStringLiteral("4");
    QTest::newRow("returned") << 2 << QStringLiteral("Today 13:40") << QStringLiteral("Kling 3.0")
                              << QStringLiteral("+145 returned: failed");
    QTest::newRow("hold") << 3 << QStringLiteral("Today 13:38")
                          << QStringLiteral("Kling 3.0 · 5 s · 720p · ×2") << minus + QStringLiteral("290");
    QTest::newRow("grant") << 4 << QStringLiteral("Yesterday 14:02")
                           << QStringLiteral("Credits of the plan Premium") << QStringLiteral("+20,000");
}

void TestSpending::ledgerInWords()
{
    QFETCH(int, at);
    QFETCH(QString, when);
    QFETCH(QString, what);
    QFETCH(QString, amount);
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    auto *view = bench.find<QTableView>("ledger");
    QCOMPARE(shownWords(view, 0)[at], when);
    QCOMPARE(shownWords(view, 1)[at], what);
    QCOMPARE(shownWords(view, 3)[at], amount);
    QCOMPARE(shownWords(view, 4)[at], QStringLiteral("8,412"));
    // Read aloud, the first cell tells the whole row.
    const QString spoken =
        QAccessible::queryAccessibleInterface(view)->tableInterface()->cellAt(at, 0)->text(QAccessible::Name);
    QVERIFY2(spoken.contains(what) && spoken.contains(amount), qPrintable(spoken));
}

void TestSpending::ledgerIsFiltered()
{
    WindowBench bench;
    fill(bench);
    MainWindow &window = bench.open();
    window.openSpending();
    auto *view = bench.find<QTableView>("ledger");
    QCOMPARE(view->model()->rowCount(), 5);
    QTest::keyClick(view, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bench.find("searchLedger")->hasFocus());
    QTest::keyClicks(bench.find("searchLedger"), QStringLiteral("kling"));
    QTRY_COMPARE(view->model()->rowCount(), 2);
    // Escape takes the words away first, and leaves the page only then.
    QTest::keyClick(bench.find("searchLedger"), Qt::Key_Escape);
    QTRY_COMPARE(view->model()->rowCount(), 5);
    QVERIFY(bench.find("spendingPage")->isVisible());
    QTest::mouseClick(bench.find("filter"), Qt::LeftButton);
    QVERIFY(pick(&window, "filterMenu", { QStringLiteral("Kind"), QStringLiteral("Agent conversation") }));
    QCOMPARE(shownWords(view, 1), QStringList{ QStringLiteral("Agent 2.0 conversation") });
    QTRY_VERIFY(!window.findChild<QMenu *>(QStringLiteral("filterMenu")));
    QTest::mouseClick(bench.find("filter"), Qt::LeftButton);
    QVERIFY(pick(&window, "filterMenu", { QStringLiteral("Model"), QStringLiteral("Kling 3.0") }));
    QCOMPARE(view->model()->rowCount(), 0);
    QVERIFY(bench.find("noRows")->isVisible());
    QVERIFY(bench.find("spentFigure")->isVisible()); // it is the filter: something was spent
    QTRY_VERIFY(!window.findChild<QMenu *>(QStringLiteral("filterMenu")));
    QTest::mouseClick(bench.find("filter"), Qt::LeftButton);
    QVERIFY(pick(&window, "filterMenu", { QStringLiteral("Show everything") }));
    QCOMPARE(view->model()->rowCount(), 5);
}

void TestSpending::rowLeadsToItsGeneration()
{
    WindowBench bench;
    fill(bench);
    bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
    // A conversation that is longer than the window, with the wanted card far up.
    bench.transcript.conversation = QStringLiteral("harbor");
    for (int i = 0; i < 60; ++i) {
        client::TranscriptItem item;
        item.id = QStringLiteral("item-%1").arg(i);
        item.kind = client::TranscriptItem::Kind::Generation;
        item.generation = sampleGeneration(QStringLiteral("key-%1").arg(i), client::GenerationState::Done);
        if (i == 7)
            item.generation.key = QStringLiteral("kling-key");
        bench.transcript.append(item);
    }
    MainWindow &window = bench.open();
    QApplication::processEvents();
    auto *transcript = bench.find<QAbstractScrollArea>("transcript");
    QTRY_VERIFY(transcript->verticalScrollBar()->maximum() > 0);
    const int atEnd = transcript->verticalScrollBar()->value();
    window.openSpending();
    auto *view = bench.find<QTableView>("ledger");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(3, 1));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(!bench.find("spendingPage")->isVisible());
    QCOMPARE(bench.conversations.current, QStringLiteral("harbor"));
    QTRY_VERIFY(transcript->hasFocus());
    QVERIFY(transcript->verticalScrollBar()->value() < atEnd / 2);
    // The card that has the keyboard is the one: Enter plays it.
    QSignalSpy chosen(static_cast<TranscriptView *>(transcript), &TranscriptView::chosen);
    QTest::keyClick(transcript, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<client::GenerationRecord>().key, QStringLiteral("kling-key"));
    // Double click does the same.
    window.openSpending();
    const QRect cell = view->visualRect(view->model()->index(0, 1));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, cell.center());
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, cell.center());
    QVERIFY(!bench.find("spendingPage")->isVisible());
}

void TestSpending::rowWithoutAConversationLeadsNowhere()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    auto *view = bench.find<QTableView>("ledger");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(4, 1)); // the plan's credits
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(bench.find("spendingPage")->isVisible());
}

void TestSpending::csvGoesWhereItWasAsked()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QTest::mouseClick(bench.find("exportCSV"), Qt::LeftButton); // cancelled
    QVERIFY(bench.spending.exports.isEmpty());
    bench.files.savePath = QStringLiteral("/tmp/out.csv");
    QTest::mouseClick(bench.find("exportCSV"), Qt::LeftButton);
    QCOMPARE(bench.spending.exports, QStringList{ QStringLiteral("/tmp/out.csv") });
    QCOMPARE(bench.files.lastSave.suffix, QStringLiteral("csv"));
    auto *notice = bench.find("spendingPage")->findChild<Notice *>(QStringLiteral("pageNotice"));
    QTRY_VERIFY(notice->isVisible());
    QVERIFY(notice->sentence().contains(QLatin1String("/tmp/out.csv")));
}

void TestSpending::csvThatFailsIsSaid()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    bench.files.savePath = QStringLiteral("/tmp/out.csv");
    bench.spending.exportError =
        Error{ ErrorKind::File, QStringLiteral("The disk is full."), {}, {}, {}, {} };
    QTest::mouseClick(bench.find("exportCSV"), Qt::LeftButton);
    auto *notice = bench.find("spendingPage")->findChild<Notice *>(QStringLiteral("pageNotice"));
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(notice->sentence(), QStringLiteral("The disk is full."));
}

void TestSpending::differenceIsShownWithBothFigures()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QVERIFY(!bench.find("ledgerDifference")->isVisible());
    LedgerCheck check;
    check.state = LedgerCheck::State::Differs;
    check.at = QDateTime::currentDateTimeUtc();
    check.rows = 1204;
    check.sumOfRows = 8409;
    check.balance = 8412;
    bench.spending.sayCheck(check);
    auto *notice = bench.find<Notice>("ledgerDifference");
    QVERIFY(notice->isVisible());
    for (const char *figure : { "8,409", "8,412", "+3" })
        QVERIFY2(notice->sentence().contains(QLatin1String(figure)), qPrintable(notice->sentence()));
    for (QAbstractButton *button : notice->findChildren<QAbstractButton *>())
        if (button->accessibleName() == QLatin1String("Details"))
            QTest::mouseClick(button, Qt::LeftButton);
    for (QAbstractButton *button : notice->findChildren<QAbstractButton *>())
        if (button->accessibleName() == QLatin1String("Copy details"))
            QTest::mouseClick(button, Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QLatin1String("sum of rows: 8409")));
    QVERIFY(copied.contains(QLatin1String("balance of the service: 8412")));
    QVERIFY(copied.contains(QLatin1String("rows: 1204")));
    const int before = bench.spending.refreshes;
    for (QAbstractButton *button : notice->findChildren<QAbstractButton *>())
        if (button->accessibleName() == QLatin1String("Check again"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(bench.spending.refreshes, before + 1);
    check.state = LedgerCheck::State::Agrees;
    check.sumOfRows = 8412;
    bench.spending.sayCheck(check);
    QVERIFY(!notice->isVisible());
}

void TestSpending::brokenRowsAreShown()
{
    LedgerCheck check;
    check.state = LedgerCheck::State::Differs;
    check.sumOfRows = 8412;
    check.balance = 8412;
    check.brokenRows = 2;
    check.firstBrokenRow = QStringLiteral("row-17");
    const Error error = SpendingWords::difference(check);
    QVERIFY2(error.sentence.contains(QLatin1Char('2')), qPrintable(error.sentence));
    QVERIFY(error.detail.contains(QLatin1String("first broken row: row-17")));
}

void TestSpending::agreementIsSaidQuietly()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    QVERIFY(!bench.find("ledgerAgreement")->isVisible());
    LedgerCheck check;
    check.state = LedgerCheck::State::Agrees;
    check.at = QDateTime(today, QTime(9, 5)).toUTC();
    bench.spending.sayCheck(check);
    QCOMPARE(bench.find<QLabel>("ledgerAgreement")->text(),
        QStringLiteral("Equal to the service's ledger to the credit (Today 09:05)."));
    // An earlier difference is not forgotten.
    LedgerCheck earlier = check;
    earlier.state = LedgerCheck::State::Differs;
    earlier.balance = 3;
    bench.spending.difference = earlier;
    bench.spending.sayCheck(check);
    QVERIFY(bench.find<QLabel>("ledgerAgreement")->text().contains(QLatin1String("Their last difference")));
}

void TestSpending::behindIsSaid()
{
    WindowBench bench;
    fill(bench);
    bench.open().openSpending();
    bench.spending.errorNow = Error{ ErrorKind::Network, QStringLiteral("No line."), {}, {}, {}, {} };
    emit bench.spending.checkChanged();
    auto *notice = bench.find<Notice>("ledgerProblem");
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->sentence(), QStringLiteral("No line."));
    QVERIFY(bench.find("spentFigure")->isVisible()); // what is known stays
}

void TestSpending::nothingSpentYet()
{
    WindowBench bench;
    bench.open().openSpending();
    QVERIFY(bench.find("nothingSpent")->isVisible());
    QVERIFY(!bench.find("spentFigure")->isVisible());
    QVERIFY(!bench.find("exportCSV")->isEnabled());
    QTest::keyClick(bench.find("backToChat"), Qt::Key_Return);
    QVERIFY(!bench.find("spendingPage")->isVisible());
    fill(bench); // the first generation
    bench.window->openSpending();
    QVERIFY(bench.find("spentFigure")->isVisible());
}

void TestSpending::manyRowsScrollSmoothly()
{
    WindowBench bench;
    fill(bench);
    QList<SpendingRow> many;
    for (int i = 0; i < 100'000; ++i)
        many.append(row(SpendingRowKind::Hold, -i, QStringLiteral("Kling 3.0"), i));
    bench.spending.rows.setRows(many);
    bench.open().openSpending();
    auto *view = bench.find<QTableView>("ledger");
    QCOMPARE(view->model()->rowCount(), 100'000);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(view->currentIndex().row(), 99'999);
    view->viewport()->repaint();
    QVERIFY(view->visualRect(view->currentIndex()).intersects(view->viewport()->rect()));
}

void TestSpending::shots()
{
    const QString folder = qEnvironmentVariable("FACET_SHOTS");
    if (folder.isEmpty())
        QSKIP("only with FACET_SHOTS=folder");
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        for (const QSize size : { QSize(1440, 900), QSize(1024, 640), QSize(720, 450) }) {
            WindowBench bench(mode);
            fill(bench);
            SpendingReport varied = report();
            for (int g = 0; g < 2; ++g) {
                for (int day = 0; day < 30; ++day)
                    varied.groups[g].perDay[day] = ((day * 37 + g * 53) % 11) * (g ? 25 : 60);
            }
            bench.spending.sayReport(varied);
            bench.limits.spentNow.thisMonth = 11'600;
            bench.limits.setLimit({ 0, 0, 20'000 });
            bench.conversations.append(QStringLiteral("harbor"), QStringLiteral("Harbor at dawn"));
            MainWindow &window = bench.open(size);
            window.openSpending();
            QTest::qWait(50);
            const auto save = [&](const char *what) {
                window.grab().save(QStringLiteral("%1/%2-%3-%4.png")
                                       .arg(folder, QLatin1String(what), themeModeName(mode),
                                           QString::number(size.width())));
            };
            save("spending");
            if (size.width() != 1440)
                continue;
            QTest::keyClick(bench.find("spendingByDay"), Qt::Key_Left);
            QTest::mouseClick(bench.find("showTotals"), Qt::LeftButton);
            bench.find("spendingByDay")->setFocus(Qt::TabFocusReason);
            LedgerCheck check;
            check.state = LedgerCheck::State::Differs;
            check.sumOfRows = 8409;
            check.balance = 8412;
            bench.spending.sayCheck(check);
            QTest::qWait(20);
            save("spending-totals");
            bench.spending.sayReport({});
            bench.spending.rows.setRows({});
            bench.spending.modelNames.clear();
            bench.spending.conversationNames.clear();
            bench.spending.sayCheck({});
            emit bench.spending.reportChanged();
            QTest::qWait(20);
            save("spending-empty");
        }
    }
}

QTEST_MAIN(TestSpending)
#include "tst_ui_spending.moc"
