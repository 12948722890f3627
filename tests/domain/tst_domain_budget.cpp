#include "domain/Budget.h"

#include <QTest>

using namespace facet;
using Kind = AskReason::Kind;

Q_DECLARE_METATYPE(facet::BudgetStanding)

/// The rules of issue "ask above N credits; daily and monthly budget (warn at 80 %, stop at 100 % unless
/// overridden once); both per conversation too".
class TestBudget : public QObject {
    Q_OBJECT

private slots:
    void standing_data()
    {
        QTest::addColumn<Credits>("budget");
        QTest::addColumn<Credits>("spent");
        QTest::addColumn<Credits>("next");
        QTest::addColumn<BudgetStanding>("standing");
        const auto row = [](const char *name, Credits budget, Credits spent, Credits next, BudgetStanding s) {
            QTest::newRow(name) << budget << spent << next << s;
        };
        row("no budget", 0, 1'000'000, 1'000'000, BudgetStanding::Fine);
        row("nothing spent", 100, 0, 0, BudgetStanding::Fine);
        row("79 %", 100, 0, 79, BudgetStanding::Fine);
        row("80 % at once", 100, 0, 80, BudgetStanding::Warn);
        row("80 % in two", 100, 50, 30, BudgetStanding::Warn);
        row("exactly all", 100, 60, 40, BudgetStanding::Warn);
        row("one over", 100, 60, 41, BudgetStanding::Stop);
        row("used up, nothing next", 100, 100, 0, BudgetStanding::Warn);
        row("over already", 100, 130, 1, BudgetStanding::Stop);
        row("80 % of an odd budget is rounded for nobody", 33, 0, 26, BudgetStanding::Fine);
        row("and one more warns", 33, 0, 27, BudgetStanding::Warn);
        row("budget of one", 1, 0, 1, BudgetStanding::Warn);
        row("more came back than was taken", 100, -20, 99, BudgetStanding::Fine);
    }

    void standing()
    {
        QFETCH(Credits, budget);
        QFETCH(Credits, spent);
        QFETCH(Credits, next);
        QFETCH(BudgetStanding, standing);
        QCOMPARE(budgetStanding(budget, spent, next), standing);
    }

    void percent()
    {
        QCOMPARE(budgetPercent(0, 50), 0);
        QCOMPARE(budgetPercent(20'000, 11'588), 57);
        QCOMPARE(budgetPercent(20'000, 11'600), 58);
        QCOMPARE(budgetPercent(100, 250), 250);
        QCOMPARE(budgetPercent(100, -5), 0);
    }

    void asksAboveOnly()
    {
        const SpendingLimit limit{ 100, 0, 0 };
        QVERIFY(reasonsToAsk(limit, { 5000, 5000 }, false, 100).isEmpty());
        const QList<AskReason> reasons = reasonsToAsk(limit, { 5000, 5000 }, false, 101);
        QCOMPARE(reasons.size(), 1);
        QCOMPARE(reasons[0], (AskReason{ Kind::AskAbove, false, 100, 0, 101, BudgetStanding::Stop }));
    }

    void namesEachBudgetByItself()
    {
        const QList<AskReason> reasons = reasonsToAsk({ 0, 100, 1000 }, { 90, 790 }, true, 15);
        QCOMPARE(reasons.size(), 2);
        QCOMPARE(reasons[0], (AskReason{ Kind::DailyBudget, true, 100, 90, 15, BudgetStanding::Stop }));
        QCOMPARE(reasons[1], (AskReason{ Kind::MonthlyBudget, true, 1000, 790, 15, BudgetStanding::Warn }));
    }

    void whatTakesNothingIsNeverAskedAbout()
    {
        QVERIFY(reasonsToAsk({ 1, 1, 1 }, { 500, 500 }, false, 0).isEmpty());
    }

    void anUnknownTotalAsksForEachLimit()
    {
        const QList<AskReason> reasons = reasonsToAsk({ 10, 20, 30 }, {}, false, std::nullopt);
        QCOMPARE(reasons.size(), 3);
        for (const AskReason &reason : reasons) {
            QCOMPARE(reason.standing, BudgetStanding::Stop);
            QVERIFY(!reason.total);
        }
        QVERIFY(reasonsToAsk({}, {}, false, std::nullopt).isEmpty());
    }

    void aWarningDoesNotStop()
    {
        SendCheck check;
        QVERIFY(!check.mustAsk() && !check.warns());
        check.reasons = reasonsToAsk({ 0, 100, 0 }, { 70, 70 }, false, 20);
        QVERIFY(!check.mustAsk() && check.warns());
        check.reasons += reasonsToAsk({ 10, 0, 0 }, {}, true, 20);
        QVERIFY(check.mustAsk() && !check.warns());
    }

    void smallerAskAboveOfThoseThatAreSet()
    {
        QCOMPARE(smallerAskAbove({}, {}), 0);
        QCOMPARE(smallerAskAbove({ 50, 0, 0 }, {}), 50);
        QCOMPARE(smallerAskAbove({}, { 40, 0, 0 }), 40);
        QCOMPARE(smallerAskAbove({ 50, 0, 0 }, { 40, 0, 0 }), 40);
        QCOMPARE(smallerAskAbove({ 50, 0, 0 }, { 60, 0, 0 }), 50);
    }
};

QTEST_APPLESS_MAIN(TestBudget)
#include "tst_domain_budget.moc"
