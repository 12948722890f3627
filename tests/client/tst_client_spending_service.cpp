#include "client/api/GenerationApi.h"
#include "client/api/LedgerApi.h"
#include "client/chat/LiveChatRunner.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "tests/client/support/ServiceWorld.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::renderMs;

namespace {

struct World : test::ServiceWorld {
    World(const QString &folder, test::FakeSession &fake, const Endpoint &endpoint)
        : ServiceWorld(folder, fake, endpoint)
        , mirror({ http, session, database, 20 })
        , spending({ mirror, session, database, clock })
        , limits({ mirror, database, clock })
        , runner({ http, session, generations, database, messages,
              [this](const TurnRequest &turn) { return limits.confirmAbove(turn); } })
    {
        QObject::connect(&runner, &LiveChatRunner::turnBegan, &limits, &LiveSpendingLimits::turnBegan);
        QObject::connect(&runner, &LiveChatRunner::turnEnded, &limits, &LiveSpendingLimits::turnEnded);
        startGenerations();
        runner.start();
    }

    SystemClock clock;
    LedgerMirror mirror;
    LiveSpending spending;
    LiveSpendingLimits limits;
    LiveChatRunner runner;
};

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

/// The copy of the ledger against the real service process: equal to the credit, whatever was done.
class TestSpendingService : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<World> m_world;

    void start()
    {
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, test::endpointOf(*m_service));
        m_world->readService();
        m_world->mirror.start();
        m_world->limits.start();
    }
    Generation generate(const QString &model, std::optional<Credits> most = {})
    {
        contract::GenerationBody body;
        body.modelId = model;
        body.prompt = u"항구의 새벽"_qs;
        body.maxCredits = most;
        body.clientRef = newKey();
        body.threadId = u"harbor"_qs;
        const auto made = await(GenerationApi(m_world->http).create(body, newKey()));
        return made.value_or(Generation{});
    }
    GenerationStatus statusOf(const QString &id)
    {
        return await(GenerationApi(m_world->http).get(id)).value_or(Generation{}).status;
    }
    QList<LedgerEntry> servicesRows()
    {
        QList<LedgerEntry> rows;
        QString cursor;
        do {
            const auto page = await(LedgerApi(m_world->http).list(cursor, 3));
            if (!page)
                return {};
            rows += page->items;
            cursor = page->nextCursor.value_or(QString());
        } while (!cursor.isEmpty());
        return rows;
    }
    TurnRequest turn(const QString &text, Credits total)
    {
        TurnRequest turn;
        turn.conversationId = u"harbor"_qs;
        turn.agent = AgentVersion::V2;
        turn.text = text;
        turn.quote.conversationCredits = 4;
        turn.quote.totalCredits = total;
        return turn;
    }
    /// The copy, the service's rows and its balance say the same.
    bool agrees()
    {
        m_world->readAccount();
        const bool whole = QTest::qWaitFor(
            [this] {
                const LedgerCheck &check = m_world->mirror.check();
                return !m_world->mirror.isWalking() && check.state == LedgerCheck::State::Agrees
                    && check.balance == m_session->accountNow.balance.credits;
            },
            10000);
        if (!whole)
            return false;
        const QList<LedgerEntry> rows = servicesRows();
        Credits sum = 0;
        QStringList ids;
        for (const LedgerEntry &row : rows) {
            sum += row.credits;
            if (row.kind != LedgerKind::Capture || row.credits != 0)
                ids.append(row.id);
        }
        const LedgerCheck &check = m_world->mirror.check();
        QStringList listed;
        LiveSpendingLedger &ledger = m_world->spending.ledger();
        if (!QTest::qWaitFor([&] {
                listed.clear();
                for (int row = 0; row < ledger.rowCount(); ++row)
                    listed.append(ledger.row(row).value_or(SpendingRow{}).id);
                return listed == ids;
            }))
            qWarning() << "listed" << listed << "the service has" << ids;
        return listed == ids && check.rows == rows.size() && check.sumOfRows == sum;
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
        m_service = std::make_unique<test::ServiceProcess>();
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
    }
    void cleanup()
    {
        m_world.reset();
        m_service.reset();
    }

    void theCopyIsTheServicesToTheCredit()
    {
        QVERIFY(agrees());
        QCOMPARE(m_world->mirror.check().sumOfRows, 20000); // Premium
        QVERIFY(await(AccountApi(m_world->http).topUp(500, newKey())));
        QVERIFY(agrees());

        QStringList images;
        for (int i = 0; i < 3; ++i)
            images.append(generate(u"seedream-4.5"_qs).id);
        const Generation video = generate(u"kling-3.0"_qs);
        QVERIFY(!video.id.isEmpty());
        QVERIFY(await(GenerationApi(m_world->http).cancel(video.id)));
        QVERIFY(generate(u"kling-3.0"_qs, 1).id.isEmpty()); // refused: more than was shown; takes nothing
        for (const QString &id : std::as_const(images))
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), GenerationStatus::Succeeded, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(statusOf(video.id), GenerationStatus::Cancelled, renderMs);
        m_world->runner.send(turn(u"안녕하세요"_qs, 4));
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        QVERIFY(agrees());

        // ceil($0.04 ÷ 0.0029) = 14 an image; Agent 2.0's turn is 4 (PRODUCT "Catalogue").
        const SpendingReport &report = m_world->spending.report();
        QTRY_COMPARE(report.spent, 3 * 14 + 4);
        QCOMPARE(report.generationCredits, 3 * 14);
        QCOMPARE(report.conversationCredits, 4);
        QCOMPARE(report.returnedAfterFailures, 0); // cancelled is not failed
        QCOMPARE(report.added, 20500);
        QCOMPARE(m_session->accountNow.balance.credits, 20500 - report.spent);
        QTRY_COMPARE(m_world->limits.spent(), (SpentSoFar{ 46, 46 }));
        QCOMPARE(m_world->limits.spentIn(u"harbor"_qs), (SpentSoFar{ 46, 46 }));

        // The same after both were started anew.
        m_service->kill(); // as a crash would
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
        QVERIFY(agrees());
        QTRY_COMPARE(m_world->spending.report().spent, 46);
    }

    void whatFailedComesBack()
    {
        // A service without the plugin that renders: every generation fails.
        QVERIFY(QDir(m_dir->path()).mkpath(u"alone"_qs));
        const QString program = m_dir->filePath(u"alone/facet-service"_qs);
        QVERIFY(QFile::copy(QStringLiteral(FACET_BIN_DIR "/facet-service"), program));
        m_world.reset();
        m_service = std::make_unique<test::ServiceProcess>(
            test::ServiceProcess::Options{ u"premium"_qs, {}, {}, program });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
        QVERIFY(await(AccountApi(m_world->http).topUp(500, newKey())));
        QStringList ids;
        for (int i = 0; i < 2; ++i)
            ids.append(generate(u"kling-3.0"_qs).id); // 145 each
        for (const QString &id : std::as_const(ids))
            QTRY_COMPARE_WITH_TIMEOUT(statusOf(id), GenerationStatus::Failed, 20000);
        QVERIFY(agrees());
        QCOMPARE(m_world->mirror.check().sumOfRows, 20500);
        QTRY_COMPARE(m_world->spending.report().returnedAfterFailures, 290);
        QCOMPARE(m_world->spending.report().failures, 2);
        QCOMPARE(m_world->spending.report().spent, 0);
        QCOMPARE(m_world->limits.spent(), SpentSoFar{});
    }

    void aPageStaysWhileRowsAreAdded()
    {
        for (int i = 0; i < 5; ++i)
            QVERIFY(await(AccountApi(m_world->http).topUp(10 + i, newKey())));
        LedgerApi ledger(m_world->http);
        const auto first = await(ledger.list({}, 2));
        QVERIFY(first && first->nextCursor);
        QVERIFY(await(AccountApi(m_world->http).topUp(99, newKey())));
        const auto second = await(ledger.list(*first->nextCursor, 2));
        QVERIFY(second);
        QList<Credits> credits;
        for (const LedgerEntry &row : first->items + second->items)
            credits.append(row.credits);
        QCOMPARE(credits, (QList<Credits>{ 14, 13, 12, 11 }));
        QVERIFY(agrees());
    }

    void whatAnAgentTakesStaysWithinWhatWasConfirmed()
    {
        m_world->limits.setLimit({ 0, 100, 0 });
        // A quote of 4 was shown and sent; the words order a video of 145: nothing is taken.
        TurnRequest order = turn(u"Use Kling 3.0: a boat leaves the harbour"_qs, 4);
        m_world->runner.send(order);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        m_world->readAccount();
        QCOMPARE(m_session->accountNow.balance.credits, 20000);
        // Over the daily budget and not allowed: the agent asks; only its turn is taken.
        order.quote.modelId = u"kling-3.0"_qs;
        order.quote.generationCredits = 145;
        order.quote.totalCredits = 149;
        QVERIFY(m_world->limits.check(order).mustAsk());
        m_world->runner.send(order);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        QVERIFY(agrees());
        QCOMPARE(m_session->accountNow.balance.credits, 20000 - 4);
        QTRY_COMPARE(m_world->limits.spent().today, 4);
        // Seen and sent anyway: taken as shown, and not asked again.
        m_world->limits.allowOnce(order);
        m_world->runner.send(order);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, renderMs);
        QVERIFY(agrees());
        QCOMPARE(m_session->accountNow.balance.credits, 20000 - 4 - 149);
        QVERIFY(m_session->accountNow.balance.held == 0 || m_session->accountNow.balance.held == 145);
        QTRY_COMPARE(m_world->limits.spent().today, 153);
    }
};

QTEST_GUILESS_MAIN(TestSpendingService)
#include "tst_client_spending_service.moc"
