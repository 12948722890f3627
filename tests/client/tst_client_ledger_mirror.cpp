#include "client/net/HttpClient.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "tests/client/support/LedgerService.h"
#include "tests/support/Await.h"
#include "tests/support/FakeSession.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace std::chrono_literals;
using facet::test::await;
using Kind = SpendingRowKind;

namespace {

struct FixedClock : Clock {
    QDateTime now() const override { return at; }
    QDateTime at = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
};

/// The client's part over a profile; made again for a restart.
struct World {
    World(const QString &folder, test::FakeSession &session, test::ScriptedServer &server)
        : database(folder + u"/facet.db"_qs)
        , mirror({ http, session, database, 0 })
        , spending({ mirror, session, database, clock })
        , limits({ mirror, database, clock })
    {
        http.setRetryPolicy({ 1, 1ms, 1ms });
        http.setEndpoint({ server.url(), u"t"_qs, server.certificate().sha256() });
        limits.start();
        mirror.start();
    }
    FixedClock clock;
    HttpClient http;
    Database database;
    LedgerMirror mirror;
    LiveSpending spending;
    LiveSpendingLimits limits;
};

} // namespace

/// The copy of the ledger is the service's, to the credit, whatever the line and the service do.
class TestLedgerMirror : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ScriptedServer> m_server;
    std::unique_ptr<test::LedgerService> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<World> m_world;

    void start()
    {
        m_world.reset();
        m_session->accountNow = m_service->account;
        m_world = std::make_unique<World>(m_dir->path(), *m_session, *m_server);
    }
    /// The account changed, as a run's end makes the session say.
    void sayAccount()
    {
        m_session->accountNow = m_service->account;
        m_session->sayAccount();
    }
    LedgerCheck::State state() const { return m_world->mirror.check().state; }
    LiveSpendingLedger &ledger() { return m_world->spending.ledger(); }
    QStringList listed()
    {
        QStringList ids;
        for (int row = 0; row < ledger().rowCount(); ++row)
            ids.append(ledger().row(row).value_or(SpendingRow{}).id);
        return ids;
    }
    /// What the service has, as the list shows it: newest first, without captures that changed nothing.
    QStringList expected() const
    {
        QStringList ids;
        for (auto row = m_service->rows.crbegin(); row != m_service->rows.crend(); ++row) {
            if (row->kind != LedgerKind::Capture || row->credits != 0)
                ids.append(row->id);
        }
        return ids;
    }
    /// Waits until the copy is whole and agrees.
    bool agrees()
    {
        return QTest::qWaitFor(
            [this] {
                return state() == LedgerCheck::State::Agrees && !m_world->mirror.isWalking()
                    && m_world->mirror.check().balance == m_service->account.balance.credits
                    && listed() == expected();
            },
            10000);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<test::ScriptedServer>();
        m_service = std::make_unique<test::LedgerService>(*m_server);
        m_session = std::make_unique<test::FakeSession>();
        m_session->agentsNow.clear();
        m_service->add(LedgerKind::Grant, 20000, {}, {}, u"Premium"_qs);
    }
    void cleanup()
    {
        m_world.reset();
        m_session.reset();
        m_service.reset();
        m_server.reset();
    }

    void everyRowComesOverManyPages()
    {
        m_service->mostAPage = 3;
        for (int i = 0; i < 5; ++i)
            m_service->generation(u"g%1"_qs.arg(i), i != 2);
        m_service->add(LedgerKind::Conversation, -4, {}, u"run-g1"_qs, u"Agent 2.0"_qs);
        start();
        QVERIFY(agrees());
        QCOMPARE(m_world->mirror.check().rows, 12);
        QCOMPARE(m_world->mirror.check().sumOfRows, 20000 - 4 * 145 - 4);
        QCOMPARE(m_world->mirror.check().difference(), 0);
        QVERIFY(!m_world->mirror.lastDifference());
        // The conversation's charge is placed by the run of its generation.
        const SpendingRow talk = ledger().row(0).value();
        QCOMPARE(talk.kind, Kind::Conversation);
        QCOMPARE(talk.conversationId, u"harbor"_qs);
        QCOMPARE(talk.credits, -4);
        QCOMPARE(talk.balanceAfter, std::optional<Credits>(m_service->account.balance.credits));
        const SpendingRow hold = ledger().row(1).value();
        QCOMPARE(hold.kind, Kind::Hold);
        QCOMPARE(hold.modelName, u"Kling 3.0"_qs);
        QCOMPARE(hold.options.durationS, std::optional<int>(5));
        QCOMPARE(hold.status, std::optional(GenerationStatus::Succeeded));
    }

    void onlyWhatIsNewIsFetched()
    {
        for (int i = 0; i < 30; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        m_service->mostAPage = 10;
        start();
        QVERIFY(agrees());
        m_server->forget();
        m_service->generation(u"new"_qs);
        sayAccount();
        QVERIFY(agrees());
        QCOMPARE(m_server->count("GET /v1/ledger"), 1);
        QCOMPARE(m_server->count("GET /v1/generations"), 1);
        QCOMPARE(ledger().row(0)->generationId, u"new"_qs);
    }

    void aRestartShowsWhatWasKnownBeforeTheServiceAnswers()
    {
        m_service->generation(u"g"_qs);
        start();
        QVERIFY(agrees());
        m_session->stateNow = Session::State::Offline;
        m_server->forget();
        start();
        QTRY_COMPARE(listed(), expected());
        QCOMPARE(state(), LedgerCheck::State::NotYet);
        QVERIFY(m_world->mirror.check().at.isValid()); // when it agreed last
        QVERIFY(m_server->seen().isEmpty());
        QTRY_COMPARE(m_world->spending.report().spent, 145);
    }

    void rowsThatComeInBetweenPagesAreNeitherLostNorDoubled()
    {
        m_service->mostAPage = 4;
        for (int i = 0; i < 8; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        int more = 3;
        m_service->onPage = [this, &more] {
            if (more-- > 0)
                m_service->generation(u"late%1"_qs.arg(more));
        };
        start();
        QTRY_COMPARE_WITH_TIMEOUT(more < 0, true, 10000);
        sayAccount();
        QVERIFY(agrees());
    }

    void aCutWalkLeavesNothingBehindAndTheNextOneIsWhole()
    {
        m_service->generation(u"g0"_qs);
        start();
        QVERIFY(agrees());
        const QStringList before = listed();
        for (int i = 1; i < 6; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        m_service->mostAPage = 3;
        m_service->refuseRows = 2; // the third page
        sayAccount();
        QTRY_VERIFY(m_world->mirror.error());
        QVERIFY(!m_world->mirror.isWalking());
        QCOMPARE(listed(), before);
        QVERIFY(!m_world->mirror.error()->sentence.isEmpty());
        m_service->refuseRows = -1;
        m_world->spending.refresh();
        QVERIFY(agrees());
        QVERIFY(!m_world->mirror.error());
    }

    void aServiceThatBeganAnewReplacesTheCopy()
    {
        for (int i = 0; i < 4; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        m_service->generate(u"free"_qs, u"carat-video"_qs, GenerationStatus::Succeeded, true);
        start();
        QTRY_COMPARE(ledger().rowCount(), expected().size() + 1);
        // The same account, another history.
        m_service->rows.clear();
        m_service->generations.clear();
        m_service->account.balance.credits = 0;
        m_service->add(LedgerKind::Grant, 100, {}, {}, u"Free"_qs);
        m_service->generation(u"h0"_qs, false);
        sayAccount();
        QVERIFY(agrees());
        QCOMPARE(m_world->mirror.check().sumOfRows, 100);
        QTRY_COMPARE(m_world->spending.report().savedGenerations, 0);
    }

    void aLedgerThatWasSetBackLosesItsEndOnly()
    {
        for (int i = 0; i < 4; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        start();
        QVERIFY(agrees());
        // As after a backup was put back: the end is gone, and its ids are used again.
        m_service->rows.resize(5);
        m_service->account.balance.credits = m_service->rows.last().balanceAfter;
        LedgerEntry other;
        other.id = u"6"_qs;
        other.at = m_service->now;
        other.kind = LedgerKind::TopUp;
        other.credits = 77;
        other.balanceAfter = m_service->account.balance.credits += 77;
        m_service->rows.append(other);
        sayAccount();
        QVERIFY(agrees());
        QCOMPARE(ledger().row(0)->kind, Kind::TopUp);
    }

    void accountsDoNotMix()
    {
        m_service->generation(u"g"_qs);
        start();
        QVERIFY(agrees());
        m_service->rows.clear();
        m_service->generations.clear();
        m_service->account.id = u"a2"_qs;
        m_service->account.balance.credits = 0;
        m_service->add(LedgerKind::Grant, 100);
        sayAccount();
        QVERIFY(agrees());
        QTRY_COMPARE(m_world->spending.report().spent, 0);
        // And back, without the service: the first one's rows are still there.
        m_session->stateNow = Session::State::Offline;
        m_session->accountNow.id = u"a1"_qs;
        m_session->sayAccount();
        QTRY_COMPARE(ledger().rowCount(), 2);
        QTRY_COMPARE(m_world->spending.report().spent, 145);
    }

    void aDifferenceIsShownAndKept()
    {
        m_service->generation(u"g"_qs);
        m_service->account.balance.credits -= 7; // 7 credits that no row tells of
        start();
        QTRY_COMPARE(state(), LedgerCheck::State::Differs);
        QCOMPARE(m_world->mirror.check().difference(), -7);
        QCOMPARE(m_world->mirror.check().brokenRows, 0);
        QTRY_VERIFY(!m_world->mirror.isWalking());
        start(); // it is still known after a restart
        QTRY_VERIFY(m_world->mirror.lastDifference());
        m_service->account.balance.credits += 7;
        sayAccount();
        QTRY_COMPARE(state(), LedgerCheck::State::Agrees);
        QCOMPARE(m_world->mirror.lastDifference()->difference(), -7);
    }

    void aRowThatDoesNotFollowFromTheOneBeforeIsNamed()
    {
        m_service->generation(u"g0"_qs);
        m_service->rows.last().balanceAfter += 5;
        m_service->generation(u"g1"_qs);
        start();
        QTRY_COMPARE(state(), LedgerCheck::State::Differs);
        QCOMPARE(m_world->mirror.check().difference(), 0);
        QCOMPARE(m_world->mirror.check().brokenRows, 2); // it, and the one after it
        QCOMPARE(m_world->mirror.check().firstBrokenRow, u"3"_qs);
    }

    void rowsOfUnknownKindCount()
    {
        m_service->add(LedgerKind::Other, -9, {}, u"r"_qs, u"something new"_qs);
        m_service->add(LedgerKind::Other, 50, {}, {}, u"a gift"_qs);
        start();
        QVERIFY(agrees());
        QCOMPARE(ledger().row(0)->kind, Kind::Other);
        QTRY_COMPARE(m_world->spending.report().spent, 9); // what a run took is spent, a gift is not
    }

    void factsOfUnlistedGenerationsAreAskedForOneByOne()
    {
        m_service->generation(u"g"_qs);
        m_service->unlisted = m_service->generations;
        m_service->generations.clear();
        m_service->add(LedgerKind::Hold, -10, u"lost"_qs, u"r"_qs); // nobody knows this one any more
        start();
        QVERIFY(agrees());
        QTRY_COMPARE(ledger().row(1).value_or(SpendingRow{}).modelId, u"kling-3.0"_qs);
        QCOMPARE(ledger().row(0)->modelId, QString());
        m_server->forget();
        m_world->spending.refresh();
        QTRY_VERIFY(!m_world->mirror.isWalking());
        QCOMPARE(m_server->count("GET /v1/generations/lost"), 0); // it was told once
    }

    void coveredGenerationsStandAmongTheRows()
    {
        m_service->generation(u"g"_qs);
        m_service->add(LedgerKind::Conversation, -4, {}, u"run-free"_qs);
        m_service->generate(u"free"_qs, u"carat-video"_qs, GenerationStatus::Running, true);
        m_service->now = m_service->now.addSecs(1);
        m_service->add(LedgerKind::TopUp, 500);
        start();
        QTRY_COMPARE(ledger().rowCount(), 5); // grant, hold, conversation, covered, top-up
        QTRY_VERIFY(ledger().row(1));
        SpendingRow covered = ledger().row(1).value();
        QCOMPARE(covered.kind, Kind::Covered);
        QCOMPARE(covered.credits, 0);
        QCOMPARE(covered.balanceAfter, std::optional<Credits>(20000 - 145 - 4));
        QCOMPARE(covered.status, std::optional(GenerationStatus::Running));
        QCOMPARE(m_world->spending.report().savedByUnlimited, 0); // not yet
        m_service->generations.last().status = GenerationStatus::Succeeded;
        sayAccount();
        QTRY_COMPARE(m_world->spending.report().savedByUnlimited, 33); // 6.6 × 5 s
        QCOMPARE(m_world->spending.report().savedGenerations, 1);
        QTRY_COMPARE(
            ledger().row(1).value_or(SpendingRow{}).status, std::optional(GenerationStatus::Succeeded));
        QCOMPARE(m_world->mirror.check().rows, 5); // the capture of g is one; the covered one is none
    }

    void aListWithoutAnEndIsRefused()
    {
        m_server->routeJson("GET /v1/ledger", R"({"items":[],"next_cursor":"again"})");
        start();
        QTRY_VERIFY(m_world->mirror.error());
        QCOMPARE(m_world->mirror.error()->kind, ErrorKind::Protocol);
        QCOMPARE(state(), LedgerCheck::State::Failed);
    }

    void newRowsComeInAtTheTopWithoutAReset()
    {
        for (int i = 0; i < 3; ++i)
            m_service->generation(u"g%1"_qs.arg(i));
        start();
        QVERIFY(agrees());
        QSignalSpy resets(&ledger(), &QAbstractItemModel::modelReset);
        QSignalSpy inserts(&ledger(), &QAbstractItemModel::rowsInserted);
        m_service->generation(u"new"_qs, false);
        sayAccount();
        QVERIFY(agrees());
        QCOMPARE(resets.size(), 0);
        QCOMPARE(inserts.size(), 1);
        QCOMPARE(inserts[0][1].toInt(), 0);
        QCOMPARE(inserts[0][2].toInt(), 1);
    }

    void budgetsCountWhatIsOnItsWayUntilTheLedgerTells()
    {
        m_service->now = QDateTime(QDate(2026, 11, 23), QTime(11, 0), Qt::UTC);
        m_service->generation(u"g"_qs);
        start();
        QVERIFY(agrees());
        LiveSpendingLimits &limits = m_world->limits;
        QTRY_COMPARE(limits.spent(), (SpentSoFar{ 145, 145 }));
        QCOMPARE(limits.spentIn(u"harbor"_qs), (SpentSoFar{ 145, 145 }));
        QCOMPARE(limits.spentIn(u"other"_qs), SpentSoFar{});
        limits.turnBegan(u"run-h"_qs, u"other"_qs, 200);
        QCOMPARE(limits.spent(), (SpentSoFar{ 345, 345 }));
        QCOMPARE(limits.spentIn(u"other"_qs), (SpentSoFar{ 200, 200 }));
        // The ledger tells of a part: nothing counts twice.
        m_service->add(LedgerKind::Conversation, -4, {}, u"run-h"_qs);
        sayAccount();
        QVERIFY(agrees());
        QTRY_COMPARE(limits.spent(), (SpentSoFar{ 345, 345 }));
        // It ended: what it took is what counts.
        limits.turnEnded(u"run-h"_qs);
        QTRY_COMPARE(limits.spent(), (SpentSoFar{ 149, 149 }));
    }
};

QTEST_GUILESS_MAIN(TestLedgerMirror)
#include "tst_client_ledger_mirror.moc"
