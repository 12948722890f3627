#include "service/ledger/Idempotency.h"
#include "service/ledger/Ledger.h"
#include "service/ledger/LedgerClock.h"
#include "service/store/Store.h"
#include "support/ManualClock.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::service;

namespace {

constexpr qint64 day = 24 * 60 * 60;

QList<Plan> plans()
{
    const auto plan = [](const char *id, Credits credits, const char *period) {
        Plan p;
        p.id = QString::fromLatin1(id);
        p.name = p.id.toUpper();
        p.credits = credits;
        p.period = QString::fromLatin1(period);
        return p;
    };
    return { plan("free", 100, "day"), plan("plus", 10'000, "month"), plan("premium", 20'000, "month") };
}

LedgerRef generation(int number)
{
    return { QStringLiteral("g%1").arg(number), QStringLiteral("r%1").arg(number), QStringLiteral("Model") };
}

/// A ledger in memory with its clock.
struct Bench {
    explicit Bench(const char *planId = "free", const char *start = "2026-11-23T10:00:00Z")
        : clock(start)
        , store(std::move(*Store::openInMemory()))
        , ledger(*store, clock, plans())
    {
        opened = ledger.open(QString::fromLatin1(planId)).has_value();
    }

    qint64 number(const char *sql) { return store->number(QString::fromLatin1(sql)).value_or(-999'999); }

    /// Everything that must be true after every step.
    QString broken()
    {
        const Balance balance = ledger.balance();
        if (balance.credits < 0 || balance.held < 0)
            return QStringLiteral("below zero");
        if (number("SELECT COUNT(*) FROM (SELECT entry_id FROM ledger_postings GROUP BY entry_id "
                   "HAVING SUM(credits) <> 0)"))
            return QStringLiteral("an entry's postings do not add up to zero");
        if (number("SELECT SUM(credits) FROM ledger_postings WHERE account = 'available'") != balance.credits)
            return QStringLiteral("postings are not the balance");
        if (number("SELECT SUM(credits) FROM ledger_entries") != balance.credits)
            return QStringLiteral("rows are not the balance");
        if (number("SELECT balance_after FROM ledger_entries ORDER BY id DESC LIMIT 1") != balance.credits)
            return QStringLiteral("the last row's balance_after is not the balance");
        if (number("SELECT SUM(credits) FROM ledger_postings WHERE account = 'held'") != balance.held)
            return QStringLiteral("postings are not what is held");
        Credits parts = 0;
        for (const BalancePart &part : balance.parts)
            parts += part.credits;
        if (parts != balance.credits)
            return QStringLiteral("parts are not the balance");
        if (number(
                "SELECT COUNT(*) FROM ledger_parts p WHERE p.available <> (SELECT COALESCE(SUM(credits), 0) "
                "FROM ledger_postings o WHERE o.part_id = p.id AND o.account = 'available') OR p.held <> "
                "(SELECT COALESCE(SUM(credits), 0) FROM ledger_postings o WHERE o.part_id = p.id AND "
                "o.account = 'held')"))
            return QStringLiteral("a part is not the sum of its postings");
        if (number("SELECT COUNT(*) FROM ledger_postings WHERE account IN ('spent', 'expired') "
                   "GROUP BY account, part_id HAVING SUM(credits) < 0"))
            return QStringLiteral("more came back than was spent");
        return {};
    }

    QStringList kinds()
    {
        return store
            ->all(QStringLiteral("SELECT kind, credits FROM ledger_entries ORDER BY id"),
                [](const Row &row) { return row.text(0) + u' ' + row.text(1); })
            .value();
    }

    ManualClock clock;
    std::unique_ptr<Store> store;
    Ledger ledger;
    bool opened = false;
};

QDateTime at(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate).toUTC();
}

} // namespace

#define SOUND(bench) QCOMPARE((bench).broken(), QString())

class TestLedger : public QObject {
    Q_OBJECT

private slots:
    void grantsAtTheStart();
    void refusesAnUnknownPlan();
    void holdsCapturesAndReleases();
    void takesNothingForNothing();
    void refusesWhatIsNotThere();
    void capturesAPartAndReleasesTheRest();
    void neverCapturesMoreThanWasHeld();
    void chargesAndRefundsTheConversation();
    void refundsAtMostWhatWasSpent();
    void spendsWhatExpiresFirst();
    void freePlanGrantsEveryDay();
    void unusedGrantExpiresAtTheEndOfItsPeriod();
    void missedPeriodsAreNotGranted();
    void months_data();
    void months();
    void topUpLastsOneMonth();
    void topUpBounds();
    void heldCreditsOutliveTheirPart();
    void refundAfterExpiryComesBack();
    void planChanges();
    void goingToAndFroGrantsNothingTwice();
    void surrendersNothingOnReopening();
    void randomWalk();
    void pagesNewestFirst();
    void announcesChangesOnce();
    void clockWritesRowsByItself();
    void settlingSurvivesAnUndoneTransaction();
    void sameKeySameAnswer();
    void otherBodyIsAConflict();
    void refusalIsNotKept();
    void crashBetweenIsImpossible();
};

void TestLedger::grantsAtTheStart()
{
    Bench bench;
    QVERIFY(bench.opened);
    const Balance balance = bench.ledger.balance();
    QCOMPARE(balance.credits, 100);
    QCOMPARE(balance.held, 0);
    QCOMPARE(balance.parts.size(), 1);
    QCOMPARE(balance.parts[0].expiresAt, at("2026-11-24T10:00:00Z"));
    QCOMPARE(bench.ledger.renewsAt(), at("2026-11-24T10:00:00Z"));
    QCOMPARE(bench.kinds(), QStringList{ QStringLiteral("grant 100") });
    SOUND(bench);
}

void TestLedger::refusesAnUnknownPlan()
{
    Bench bench("gold");
    QVERIFY(!bench.opened);
    Bench good;
    const auto changed = good.ledger.changePlan(QStringLiteral("gold"));
    QVERIFY(!changed.has_value());
    QCOMPARE(changed.error().code, QStringLiteral("not_found"));
}

void TestLedger::holdsCapturesAndReleases()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(33, generation(1)).has_value());
    QCOMPARE(bench.ledger.balance().credits, 67);
    QCOMPARE(bench.ledger.balance().held, 33);
    SOUND(bench);
    QVERIFY(bench.ledger.hold(10, generation(2)).has_value());
    SOUND(bench);
    QVERIFY(bench.ledger.capture(33, generation(1)).has_value());
    QCOMPARE(bench.ledger.balance().held, 10);
    QCOMPARE(bench.ledger.spentFor(QStringLiteral("g1")), 33);
    SOUND(bench);
    QVERIFY(bench.ledger.release(generation(2)).has_value());
    QCOMPARE(bench.ledger.balance().credits, 67);
    QCOMPARE(bench.ledger.balance().held, 0);
    SOUND(bench);
    // A second release has nothing left to give.
    QVERIFY(bench.ledger.release(generation(2)).has_value());
    QCOMPARE(bench.kinds(),
        (QStringList{ QStringLiteral("grant 100"), QStringLiteral("hold -33"), QStringLiteral("hold -10"),
            QStringLiteral("capture 0"), QStringLiteral("release 10") }));
}

void TestLedger::takesNothingForNothing()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(0, generation(1)).has_value());
    QVERIFY(bench.ledger.chargeConversation(0, generation(1)).has_value());
    QVERIFY(bench.ledger.capture(0, generation(1)).has_value());
    QVERIFY(bench.ledger.release(generation(1)).has_value());
    QCOMPARE(bench.kinds(), QStringList{ QStringLiteral("grant 100") });
    QVERIFY(!bench.ledger.hold(-1, generation(1)).has_value());
    SOUND(bench);
}

void TestLedger::refusesWhatIsNotThere()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(60, generation(1)).has_value());
    const auto refused = bench.ledger.hold(41, generation(2));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().status, 402);
    QCOMPARE(refused.error().code, QStringLiteral("insufficient_credits"));
    QCOMPARE(refused.error().required, std::optional<Credits>(41));
    QCOMPARE(refused.error().balance, std::optional<Credits>(40));
    SOUND(bench);
    QVERIFY(bench.ledger.hold(40, generation(3)).has_value());
    QCOMPARE(bench.ledger.available(), 0);
    QVERIFY(!bench.ledger.chargeConversation(1, generation(4)).has_value());
    SOUND(bench);
}

void TestLedger::capturesAPartAndReleasesTheRest()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(99, generation(1)).has_value());
    QVERIFY(bench.ledger.capture(33, generation(1)).has_value());
    QCOMPARE(bench.ledger.heldFor(QStringLiteral("g1")), 66);
    QVERIFY(bench.ledger.release(generation(1)).has_value());
    QCOMPARE(bench.ledger.available(), 67);
    QCOMPARE(bench.ledger.heldFor(QStringLiteral("g1")), 0);
    SOUND(bench);
}

void TestLedger::neverCapturesMoreThanWasHeld()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(33, generation(1)).has_value());
    QVERIFY(!bench.ledger.capture(34, generation(1)).has_value());
    QVERIFY(bench.ledger.capture(33, generation(1)).has_value());
    QVERIFY(!bench.ledger.capture(1, generation(1)).has_value());
    QCOMPARE(bench.ledger.spentFor(QStringLiteral("g1")), 33);
    SOUND(bench);
}

void TestLedger::chargesAndRefundsTheConversation()
{
    Bench bench;
    const LedgerRef turn{ {}, QStringLiteral("run"), {} };
    QVERIFY(bench.ledger.chargeConversation(4, turn).has_value());
    QCOMPARE(bench.ledger.available(), 96);
    SOUND(bench);
    // A generation of the same run is another matter.
    QVERIFY(bench.ledger.hold(33, { QStringLiteral("g"), QStringLiteral("run"), {} }).has_value());
    QVERIFY(bench.ledger.capture(33, { QStringLiteral("g"), QStringLiteral("run"), {} }).has_value());
    const auto refunded = bench.ledger.refund(100, turn);
    QCOMPARE(refunded.value(), 4);
    QCOMPARE(bench.ledger.available(), 67);
    SOUND(bench);
}

void TestLedger::refundsAtMostWhatWasSpent()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(50, generation(1)).has_value());
    QCOMPARE(bench.ledger.refund(50, generation(1)).value(), 0);
    QVERIFY(bench.ledger.capture(30, generation(1)).has_value());
    QCOMPARE(bench.ledger.refund(20, generation(1)).value(), 20);
    SOUND(bench);
    QCOMPARE(bench.ledger.refund(20, generation(1)).value(), 10);
    QCOMPARE(bench.ledger.refund(20, generation(1)).value(), 0);
    QCOMPARE(bench.ledger.available(), 80);
    SOUND(bench);
}

void TestLedger::spendsWhatExpiresFirst()
{
    Bench bench;
    QVERIFY(bench.ledger.topUp(50).has_value()); // until December 23; the grant until tomorrow
    QVERIFY(bench.ledger.hold(110, generation(1)).has_value());
    const Balance balance = bench.ledger.balance();
    QCOMPARE(balance.parts.size(), 1);
    QCOMPARE(balance.parts[0].credits, 40);
    QCOMPARE(balance.parts[0].expiresAt, at("2026-12-23T10:00:00Z"));
    // Captured from the grant first too: what comes back is the top-up.
    QVERIFY(bench.ledger.capture(100, generation(1)).has_value());
    QVERIFY(bench.ledger.release(generation(1)).has_value());
    QCOMPARE(bench.ledger.balance().parts[0].credits, 50);
    SOUND(bench);
}

void TestLedger::freePlanGrantsEveryDay()
{
    Bench bench;
    bench.clock.advance(day - 1);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.kinds().size(), 1);
    bench.clock.advance(1);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.kinds(),
        (QStringList{
            QStringLiteral("grant 100"), QStringLiteral("expiry -100"), QStringLiteral("grant 100") }));
    QCOMPARE(bench.ledger.available(), 100);
    QCOMPARE(bench.ledger.renewsAt(), at("2026-11-25T10:00:00Z"));
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.kinds().size(), 3);
    SOUND(bench);
}

void TestLedger::unusedGrantExpiresAtTheEndOfItsPeriod()
{
    Bench bench("plus");
    QVERIFY(bench.ledger.hold(1'000, generation(1)).has_value());
    QVERIFY(bench.ledger.capture(1'000, generation(1)).has_value());
    bench.clock.set("2026-12-23T10:00:00Z");
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(
        bench.kinds().mid(3), (QStringList{ QStringLiteral("expiry -9000"), QStringLiteral("grant 10000") }));
    SOUND(bench);
}

void TestLedger::missedPeriodsAreNotGranted()
{
    Bench bench;
    bench.clock.advance(10 * day + 3600);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 100);
    QCOMPARE(bench.kinds().size(), 3);
    QCOMPARE(bench.ledger.renewsAt(), at("2026-12-04T10:00:00Z"));
    SOUND(bench);
}

void TestLedger::months_data()
{
    QTest::addColumn<QString>("anchor");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");
    const auto row = [](const char *name, const char *anchor, const char *now, const char *start,
                         const char *end) {
        QTest::newRow(name) << QString::fromLatin1(anchor) << QString::fromLatin1(now)
                            << QString::fromLatin1(start) << QString::fromLatin1(end);
    };
    row("at once", "2026-01-31T08:00:00Z", "2026-01-31T08:00:00Z", "2026-01-31T08:00:00Z",
        "2026-02-28T08:00:00Z");
    row("last moment", "2026-01-31T08:00:00Z", "2026-02-28T07:59:59Z", "2026-01-31T08:00:00Z",
        "2026-02-28T08:00:00Z");
    row("february", "2026-01-31T08:00:00Z", "2026-02-28T08:00:00Z", "2026-02-28T08:00:00Z",
        "2026-03-31T08:00:00Z");
    row("the 31st again", "2026-01-31T08:00:00Z", "2026-03-31T08:00:00Z", "2026-03-31T08:00:00Z",
        "2026-04-30T08:00:00Z");
    row("leap year", "2027-12-30T00:00:00Z", "2028-02-29T12:00:00Z", "2028-02-29T00:00:00Z",
        "2028-03-30T00:00:00Z");
    row("a clock set back", "2026-05-10T00:00:00Z", "2026-05-01T00:00:00Z", "2026-05-10T00:00:00Z",
        "2026-06-10T00:00:00Z");
}

void TestLedger::months()
{
    QFETCH(QString, anchor);
    QFETCH(QString, now);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const auto time = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODate).toUTC(); };
    const PlanPeriod period = periodAt(plans()[1], time(anchor), time(now));
    QCOMPARE(period.start, time(start));
    QCOMPARE(period.end, time(end));
}

void TestLedger::topUpLastsOneMonth()
{
    Bench bench;
    const auto entry = bench.ledger.topUp(500, QStringLiteral("note"));
    QVERIFY(entry.has_value());
    QCOMPARE(entry->kind, LedgerKind::TopUp);
    QCOMPARE(entry->credits, 500);
    QCOMPARE(entry->balanceAfter, 600);
    SOUND(bench);
    bench.clock.set("2026-12-23T09:59:59Z");
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 600);
    bench.clock.advance(1);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 100);
    SOUND(bench);
}

void TestLedger::topUpBounds()
{
    Bench bench;
    for (Credits credits : { Credits(0), Credits(-5), Credits(1'000'001) }) {
        const auto refused = bench.ledger.topUp(credits);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().status, 400);
    }
    QVERIFY(bench.ledger.topUp(1'000'000).has_value());
    SOUND(bench);
}

void TestLedger::heldCreditsOutliveTheirPart()
{
    // PRODUCT rule 7: a failure of the service gives the credits back, also when their day has ended.
    Bench bench;
    QVERIFY(bench.ledger.hold(33, generation(1)).has_value());
    QVERIFY(bench.ledger.hold(10, generation(2)).has_value());
    bench.clock.advance(day + 60);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 100);
    QCOMPARE(bench.ledger.balance().held, 43);
    SOUND(bench);
    QVERIFY(bench.ledger.capture(10, generation(2)).has_value());
    SOUND(bench);
    QVERIFY(bench.ledger.release(generation(1)).has_value());
    QCOMPARE(bench.ledger.available(), 133);
    SOUND(bench);
    QCOMPARE(bench.ledger.balance().parts.last().expiresAt, bench.ledger.renewsAt());
    bench.clock.advance(day);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 100);
    SOUND(bench);
}

void TestLedger::refundAfterExpiryComesBack()
{
    Bench bench;
    QVERIFY(bench.ledger.chargeConversation(4, { {}, QStringLiteral("run"), {} }).has_value());
    bench.clock.advance(day + 60);
    QCOMPARE(bench.ledger.refund(4, { {}, QStringLiteral("run"), {} }).value(), 4);
    QCOMPARE(bench.ledger.available(), 104);
    SOUND(bench);
}

void TestLedger::planChanges()
{
    Bench bench;
    QVERIFY(bench.ledger.hold(30, generation(1)).has_value());
    bench.clock.advance(3600);
    QVERIFY(bench.ledger.changePlan(QStringLiteral("plus")).has_value());
    QCOMPARE(bench.ledger.plan().id, QStringLiteral("plus"));
    // What Free granted stays until its end.
    QCOMPARE(bench.ledger.available(), 10'070);
    QCOMPARE(bench.ledger.renewsAt(), at("2026-12-23T11:00:00Z"));
    SOUND(bench);
    bench.clock.advance(day);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 10'000);
    SOUND(bench);
}

void TestLedger::goingToAndFroGrantsNothingTwice()
{
    Bench bench;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(bench.ledger.changePlan(QStringLiteral("plus")).has_value());
        bench.clock.advance(60);
        QVERIFY(bench.ledger.changePlan(QStringLiteral("free")).has_value());
        bench.clock.advance(60);
    }
    QCOMPARE(bench.ledger.available(), 10'100);
    QCOMPARE(bench.ledger.renewsAt(), at("2026-11-24T10:00:00Z"));
    SOUND(bench);
}

void TestLedger::surrendersNothingOnReopening()
{
    QTemporaryDir dir;
    ManualClock clock;
    QString id;
    {
        auto store = Store::open(dir.path());
        Ledger ledger(**store, clock, plans());
        QVERIFY(ledger.open(QStringLiteral("plus")).has_value());
        QVERIFY(ledger.hold(40, generation(1)).has_value());
        id = ledger.accountId();
    }
    auto store = Store::open(dir.path());
    Ledger ledger(**store, clock, plans());
    QVERIFY(ledger.open(QStringLiteral("free")).has_value());
    QCOMPARE(ledger.accountId(), id);
    QCOMPARE(ledger.plan().id, QStringLiteral("plus"));
    QCOMPARE(ledger.available(), 9'960);
    QCOMPARE(ledger.heldFor(QStringLiteral("g1")), 40);
}

void TestLedger::randomWalk()
{
    Bench bench;
    QRandomGenerator random(20261123);
    QHash<int, Credits> held; // the model: what each generation still holds
    QHash<int, Credits> spent;
    int next = 0;
    const QStringList planIds{ QStringLiteral("free"), QStringLiteral("plus"), QStringLiteral("premium") };
    const auto any = [&](const QHash<int, Credits> &of) {
        return of.isEmpty() ? -1 : of.keys().at(random.bounded(static_cast<int>(of.size())));
    };
    for (int step = 0; step < 2'500; ++step) {
        const Credits before = bench.ledger.available();
        switch (random.bounded(9)) {
        case 0:
        case 1: {
            const Credits wanted = random.bounded(1, 150);
            QVERIFY(bench.ledger.settle().has_value());
            const Credits there = bench.ledger.available();
            const auto done = bench.ledger.hold(wanted, generation(++next));
            QCOMPARE(done.has_value(), wanted <= there);
            if (done)
                held.insert(next, wanted);
            break;
        }
        case 2: {
            const int which = any(held);
            if (which < 0)
                break;
            const Credits some = random.bounded(1, static_cast<int>(held[which]) + 1);
            QVERIFY(bench.ledger.capture(some, generation(which)).has_value());
            QCOMPARE(bench.ledger.available(), before);
            held[which] -= some;
            spent[which] += some;
            if (held[which] == 0)
                held.remove(which);
            break;
        }
        case 3: {
            const int which = any(held);
            if (which < 0)
                break;
            QVERIFY(bench.ledger.settle().has_value());
            const Credits settled = bench.ledger.available();
            QVERIFY(bench.ledger.release(generation(which)).has_value());
            QCOMPARE(bench.ledger.available(), settled + held[which]);
            held.remove(which);
            break;
        }
        case 4:
            (void)bench.ledger.chargeConversation(4, { {}, QStringLiteral("turn%1").arg(step), {} });
            break;
        case 5: {
            const int which = any(spent);
            if (which < 0)
                break;
            const Credits asked = random.bounded(1, 500);
            const auto given = bench.ledger.refund(asked, generation(which));
            QCOMPARE(given.value(), qMin(asked, spent[which]));
            spent[which] -= *given;
            if (spent[which] == 0)
                spent.remove(which);
            break;
        }
        case 6:
            if (random.bounded(4) == 0)
                QVERIFY(bench.ledger.topUp(random.bounded(1, 300)).has_value());
            break;
        case 7:
            bench.clock.advance(random.bounded(1, 60 * 3600));
            QVERIFY(bench.ledger.settle().has_value());
            break;
        case 8:
            if (random.bounded(20) == 0)
                QVERIFY(bench.ledger.changePlan(planIds[random.bounded(3)]).has_value());
            break;
        }
        Credits allHeld = 0;
        for (Credits credits : qAsConst(held))
            allHeld += credits;
        QCOMPARE(bench.ledger.balance().held, allHeld);
        const QString broken = bench.broken();
        QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("step %1: %2").arg(step).arg(broken)));
    }
    QVERIFY(bench.number("SELECT COUNT(*) FROM ledger_entries WHERE kind = 'expiry'") > 10);
    QVERIFY(bench.number("SELECT COUNT(*) FROM ledger_parts WHERE source = 'returned'") > 0);
}

void TestLedger::pagesNewestFirst()
{
    Bench bench;
    for (int i = 0; i < 7; ++i)
        QVERIFY(bench.ledger.topUp(i + 1).has_value());
    QStringList seen;
    QString cursor;
    int pages = 0;
    do {
        const auto page = bench.ledger.entries(cursor, 3);
        QVERIFY(page.has_value());
        for (const LedgerEntry &entry : page->items)
            seen.append(QString::number(entry.credits));
        cursor = page->nextCursor.value_or(QString());
        ++pages;
        // A row written while somebody pages through shifts nothing.
        QVERIFY(bench.ledger.topUp(99).has_value());
    } while (!cursor.isEmpty());
    QCOMPARE(pages, 3);
    QCOMPARE(seen.join(u' '), QStringLiteral("7 6 5 4 3 2 1 100"));
    QCOMPARE(bench.ledger.entries(QStringLiteral("nonsense"), 3).error().status, 400);
}

void TestLedger::announcesChangesOnce()
{
    Bench bench;
    QSignalSpy changed(&bench.ledger, &Ledger::changed);
    QVERIFY(bench.ledger.hold(5, generation(1)).has_value());
    QVERIFY(bench.ledger.release(generation(1)).has_value());
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(bench.ledger.settle().has_value());
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 1);
}

void TestLedger::clockWritesRowsByItself()
{
    Bench bench;
    LedgerClock timer(bench.ledger, bench.clock);
    bench.clock.advance(day - 1);
    timer.start(); // one second of waiting at the most
    bench.clock.advance(1);
    QTRY_COMPARE_WITH_TIMEOUT(bench.kinds().size(), 3, 10'000);
    SOUND(bench);
}

void TestLedger::settlingSurvivesAnUndoneTransaction()
{
    Bench bench;
    Idempotency idempotency(*bench.store, bench.clock);
    bench.clock.advance(day);
    HttpRequest request;
    request.method = "POST";
    request.headers.insert("idempotency-key", "k");
    const auto refused = idempotency.once(request, [&]() -> Outcome<Idempotency::Answer> {
        return bench.ledger.hold(500, generation(1)).map([] { return Idempotency::Answer{}; });
    });
    QCOMPARE(refused.status, 402);
    QVERIFY(bench.ledger.settle().has_value());
    QCOMPARE(bench.ledger.available(), 100);
    QCOMPARE(bench.kinds().size(), 3);
    SOUND(bench);
}

void TestLedger::sameKeySameAnswer()
{
    Bench bench;
    Idempotency idempotency(*bench.store, bench.clock);
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/top_ups");
    request.body = R"({"credits":5})";
    int runs = 0;
    const auto work = [&]() -> Outcome<Idempotency::Answer> {
        ++runs;
        return bench.ledger.topUp(5).map([&](const LedgerEntry &entry) {
            return Idempotency::Answer{ 201, entry.id.toUtf8() };
        });
    };
    QCOMPARE(idempotency.once(request, work).status, 400);
    QCOMPARE(runs, 0);
    request.headers.insert("idempotency-key", "k");
    const HttpResponse first = idempotency.once(request, work);
    const HttpResponse second = idempotency.once(request, work);
    QCOMPARE(runs, 1);
    QCOMPARE(second.status, 201);
    QCOMPARE(std::get<QByteArray>(second.body), std::get<QByteArray>(first.body));
    QCOMPARE(bench.ledger.available(), 105);
}

void TestLedger::otherBodyIsAConflict()
{
    Bench bench;
    Idempotency idempotency(*bench.store, bench.clock);
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/top_ups");
    request.body = "a";
    request.headers.insert("idempotency-key", "k");
    const auto work = []() -> Outcome<Idempotency::Answer> { return Idempotency::Answer{ 200, "{}" }; };
    QCOMPARE(idempotency.once(request, work).status, 200);
    request.body = "b";
    QCOMPARE(idempotency.once(request, work).status, 409);
    request.body = "a";
    request.path = QStringLiteral("/v1/generations");
    QCOMPARE(idempotency.once(request, work).status, 409);
}

void TestLedger::refusalIsNotKept()
{
    Bench bench;
    Idempotency idempotency(*bench.store, bench.clock);
    HttpRequest request;
    request.method = "POST";
    request.headers.insert("idempotency-key", "k");
    const auto work = [&]() -> Outcome<Idempotency::Answer> {
        return bench.ledger.hold(150, generation(1)).map([] { return Idempotency::Answer{}; });
    };
    QCOMPARE(idempotency.once(request, work).status, 402);
    QVERIFY(bench.ledger.topUp(100).has_value());
    QCOMPARE(idempotency.once(request, work).status, 200);
    QCOMPARE(bench.ledger.heldFor(QStringLiteral("g1")), 150);
}

void TestLedger::crashBetweenIsImpossible()
{
    // The answer cannot be kept: then what it stands for must not have happened either.
    Bench bench;
    Idempotency idempotency(*bench.store, bench.clock);
    HttpRequest request;
    request.method = "POST";
    request.headers.insert("idempotency-key", "k");
    const HttpResponse answer = idempotency.once(request, [&]() -> Outcome<Idempotency::Answer> {
        const auto held = bench.ledger.hold(20, generation(1));
        (void)bench.store->run(QStringLiteral("DROP TABLE answers"));
        return held.map([] { return Idempotency::Answer{}; });
    });
    QCOMPARE(answer.status, 500);
    QCOMPARE(bench.ledger.available(), 100);
    SOUND(bench);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_service_ledger.moc"
