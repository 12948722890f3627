#include "client/api/AccountApi.h"
#include "client/api/CatalogueApi.h"
#include "client/api/GenerationApi.h"
#include "client/batch/BatchDraft.h"
#include "client/batch/LiveBatchQueue.h"
#include "client/chat/LiveChatRunner.h"
#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/generation/LiveGenerations.h"
#include "client/media/ImageIntake.h"
#include "client/store/DraftStore.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "support/ServiceProcess.h"
#include "tests/support/Await.h"
#include "tests/support/FakeSession.h"
#include "tests/ui/support/FakeSpendingLimits.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

constexpr int renderMs = 120'000; // draft renders on a busy machine

/// The client of a window over the real facet-service; made again for a restart of the window.
struct World {
    World(const QString &folder, test::FakeSession &fake, ui::test::FakeSpendingLimits &limits,
        const Endpoint &endpoint)
        : session(fake)
        , database(folder + u"/facet.db"_qs)
        , messages(&database)
        , records(&database)
        , intake(folder + u"/attachments"_qs)
        , generations(http, records, { folder + u"/results"_qs, folder + u"/posters"_qs })
        , conversations(&database, messages, generations, session)
        , transcript(messages, conversations, generations)
        , runner({ http, session, generations, database, messages, {} })
        , queue({ session, database, runner, generations, &limits, clock })
    {
        QObject::connect(&runner, &ChatRunner::takenBack, &runner, [this] { ++backInDraft; });
        QObject::connect(&queue, &BatchQueue::changed, &queue,
            [this] { mostAtOnce = std::max(mostAtOnce, queue.count().underWay); });
        http.setEndpoint(endpoint);
        generations.start();
        generations.serviceReady();
        conversations.start();
        runner.start();
        queue.start();
    }

    int backInDraft = 0;
    int mostAtOnce = 0;
    SystemClock clock;
    HttpClient http;
    test::FakeSession &session;
    Database database;
    MessageStore messages;
    GenerationRecords records;
    ImageIntake intake;
    LiveGenerations generations;
    StoredConversations conversations;
    StoredTranscript transcript;
    LiveChatRunner runner;
    LiveBatchQueue queue;
};

} // namespace

/// A batch against the real service process: every line exactly once, at no more than was shown, through
/// restarts, price changes and an empty account.
class TestBatchService : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    ui::test::FakeSpendingLimits m_limits;
    std::unique_ptr<World> m_world;

    QString m_conversation; ///< of the batch

    LiveBatchQueue &queue() { return m_world->queue; }

    void startService(const QString &plan)
    {
        m_service = std::make_unique<test::ServiceProcess>(test::ServiceProcess::Options{ plan, {}, {} });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
    }
    /// What the session knows is there before the window starts, as after a real restart.
    void start()
    {
        m_world.reset();
        const Endpoint endpoint{ m_service->url(), QString::fromLatin1(m_service->token()),
            QByteArray::fromHex(m_service->certificateSha256()) };
        HttpClient http;
        http.setEndpoint(endpoint);
        CatalogueApi catalogue(http);
        m_session->catalogueNow = *await(catalogue.models())->catalogue;
        m_session->agentsNow = await(catalogue.agents()).value();
        m_session->plansNow = await(catalogue.plans()).value();
        m_session->accountNow = await(AccountApi(http).get()).value();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, m_limits, endpoint);
        QTRY_VERIFY(!m_world->transcript.conversationId().isEmpty());
    }
    Credits readAccount()
    {
        m_session->accountNow = await(AccountApi(m_world->http).get()).value();
        m_session->sayAccount();
        return m_session->accountNow.balance.credits;
    }
    void changePlanElsewhere(const QString &planId)
    {
        const auto answer = m_service->request("PATCH", u"/v1/account"_qs,
            QJsonDocument(QJsonObject{ { u"plan_id"_qs, planId } }).toJson(),
            { { "Content-Type", "application/json" } });
        QCOMPARE(answer.status, 200);
    }
    /// Images at 14 credits (ceil($0.04 ÷ 0.0029), PRODUCT "Catalogue"): quick to make.
    QList<TurnRequest> images(int count)
    {
        TurnRequest base;
        base.conversationId = m_conversation = m_world->conversations.currentId();
        base.modelId = u"seedream-4.5"_qs;
        return lines(base, count);
    }
    /// Videos from a start frame: covered with Premium.
    QList<TurnRequest> coveredVideos(int count)
    {
        QImage frame(320, 180, QImage::Format_RGB32);
        frame.fill(Qt::darkGreen);
        const auto read = await(m_world->intake.readPixels(frame, u"frame.png"_qs));
        TurnRequest base;
        base.conversationId = m_conversation = m_world->conversations.currentId();
        base.modelId = u"carat-video"_qs;
        base.attachments = { read.value() };
        base.attachments[0].role = InputRole::StartFrame;
        return lines(base, count);
    }
    QList<TurnRequest> lines(const TurnRequest &base, int count)
    {
        QList<BatchWish> wishes;
        for (int n = 1; n <= count; ++n) {
            BatchWish wish;
            wish.number = n;
            wish.prompt = QStringLiteral("A red fox in the snow, picture %1").arg(n);
            wishes.append(wish);
        }
        BatchDraft draft({ *m_session, m_world->intake, m_world->clock }, base);
        if (!draft.setWishes(wishes) || !QTest::qWaitFor([&draft] { return draft.isReady(); }))
            qFatal("the draft was not made");
        return draft.turns();
    }
    int done() { return queue().count().done; }
    bool isOver()
    {
        return queue().count().all > 0 && queue().count().waiting + queue().count().underWay == 0;
    }
    QByteArray lineStates()
    {
        QStringList all;
        for (const BatchLine &line : queue().lines())
            all.append(QStringLiteral("%1 %2").arg(QString::number(static_cast<int>(line.state)),
                line.error ? line.error->code + line.error->detail : QString()));
        return all.join(QLatin1Char('\n')).toUtf8();
    }
    QList<Kind> kinds() const
    {
        QList<Kind> all;
        for (int row = 0; row < m_world->transcript.rowCount(); ++row)
            all.append(m_world->transcript.item(row).kind);
        return all;
    }
    QList<Generation> there() { return await(GenerationApi(m_world->http).list({}, 100))->items; }
    /// Every line became one generation, with a key of its own.
    void eachOnce(int count)
    {
        const QList<Generation> all = there();
        QCOMPARE(all.size(), count);
        QSet<QString> keys;
        QSet<QString> prompts;
        for (const Generation &generation : all) {
            keys.insert(generation.clientRef);
            prompts.insert(generation.prompt);
        }
        QCOMPARE(keys.size(), count);
        QCOMPARE(prompts.size(), count);
        m_world->conversations.open(m_conversation); // a restart may have begun with a new one
        QTRY_COMPARE(kinds().count(Kind::User), count);
        QCOMPARE(kinds().count(Kind::Generation), count);
        QVERIFY(!kinds().contains(Kind::Problem));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
    }
    void cleanup()
    {
        m_world.reset();
        m_service.reset();
        m_limits.setLimit({});
        m_limits.allowed.clear();
    }

    void everyLineBecomesAFileAtWhatWasShown()
    {
        startService(u"premium"_qs);
        const Credits before = m_session->accountNow.balance.credits;
        const QList<TurnRequest> turns = images(4);
        QCOMPARE(turns.constFirst().quote.totalCredits, std::optional<Credits>(14));
        QVERIFY(await(queue().add(turns, false)));
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 4);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        eachOnce(4);
        QCOMPARE(readAccount(), before - 4 * 14);
        QCOMPARE(m_limits.allowed.size(), 4); // the agent asks nobody again
        // The list stays until it is taken away, also through a restart.
        start();
        QTRY_COMPARE(done(), 4);
        queue().clear();
        start();
        QTRY_VERIFY(!m_world->transcript.conversationId().isEmpty());
        QCOMPARE(queue().count().all, 0);
        eachOnce(4);
    }

    void aRestartInTheMiddleSendsEachOnce()
    {
        startService(u"premium"_qs);
        m_session->accountNow.concurrency.limit = 2;
        const Credits before = m_session->accountNow.balance.credits;
        QVERIFY(await(queue().add(images(6), false)));
        QTRY_VERIFY_WITH_TIMEOUT(done() >= 2 && queue().count().waiting > 0, renderMs);
        QVERIFY(m_world->mostAtOnce <= 2);
        start();
        QTRY_COMPARE(queue().count().all, 6);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QVERIFY2(done() == 6, lineStates().constData());
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        eachOnce(6);
        QCOMPARE(readAccount(), before - 6 * 14);
    }

    void aRestartAtOnceLosesNoLine()
    {
        startService(u"premium"_qs);
        const Credits before = m_session->accountNow.balance.credits;
        queue().add(images(3), false);
        start(); // nothing was heard of it yet, not even from the disk
        QTRY_COMPARE(queue().count().all, 3);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        eachOnce(3);
        QCOMPARE(readAccount(), before - 3 * 14);
    }

    void aRaisedPriceIsAskedAboutOnceForTheRest()
    {
        startService(u"premium"_qs);
        const QList<TurnRequest> turns = coveredVideos(3);
        QCOMPARE(turns.constFirst().quote.totalCredits, std::optional<Credits>(0));
        changePlanElsewhere(u"plus"_qs);
        QVERIFY(await(queue().add(turns, false)));
        QTRY_VERIFY_WITH_TIMEOUT(queue().question() && queue().count().underWay == 0, 30000);
        QCOMPARE(queue().question()->why, BatchQuestion::Why::PriceChanged);
        const Credits before = readAccount();
        QTRY_COMPARE(queue().question()->needed, std::optional<Credits>(99)); // 33 each on Plus
        QCOMPARE(queue().question()->shown, std::optional<Credits>(0));
        QCOMPARE(queue().question()->left, 3);
        QCOMPARE(there().size(), 0); // nothing was taken
        QTRY_COMPARE(kinds(), QList<Kind>()); // and nothing pretends to have been sent
        QCOMPARE(m_world->backInDraft, 0);

        start(); // the question comes back by itself
        QTRY_VERIFY_WITH_TIMEOUT(queue().question() && queue().count().underWay == 0, 30000);
        QCOMPARE(queue().question()->why, BatchQuestion::Why::PriceChanged);
        QCOMPARE(queue().question()->needed, std::optional<Credits>(99));
        QVERIFY(queue().canResume());
        queue().resume();
        queue().resume();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        eachOnce(3);
        QCOMPARE(readAccount(), before - 99);
    }

    void anEmptyAccountStopsTheQueueUntilItIsFilled()
    {
        startService(u"free"_qs); // 100 credits, two at once
        const Credits before = m_session->accountNow.balance.credits;
        QCOMPARE(before, 100);
        QVERIFY(await(queue().add(images(9), false)));
        QTRY_VERIFY_WITH_TIMEOUT(queue().question() && queue().count().underWay == 0, renderMs);
        QCOMPARE(queue().question()->why, BatchQuestion::Why::Credits);
        QCOMPARE(done(), 7); // 7 × 14 = 98
        QCOMPARE(queue().question()->left, 2);
        QCOMPARE(queue().question()->needed, std::optional<Credits>(28));
        QVERIFY(!queue().canResume());
        QVERIFY(m_world->mostAtOnce <= 2);
        QCOMPARE(readAccount(), 2);
        queue().resume(); // too early: nothing happens
        QCOMPARE(queue().count().waiting, 2);
        QVERIFY(await(AccountApi(m_world->http).topUp(500, u"top-up"_qs)));
        QCOMPARE(readAccount(), 502);
        QVERIFY(queue().canResume());
        queue().resume();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 9);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        eachOnce(9);
        QCOMPARE(readAccount(), 502 - 28);
    }

    void theServiceSaysThatCreditsAreGone()
    {
        startService(u"free"_qs);
        const QList<TurnRequest> turns = images(2);
        // Somebody else has spent them: this window does not know of it.
        const Credits known = m_session->accountNow.balance.credits;
        for (int n = 0; n < 7; ++n) {
            contract::GenerationBody body;
            body.modelId = u"seedream-4.5"_qs;
            body.prompt = u"elsewhere"_qs;
            QVERIFY(await(GenerationApi(m_world->http).create(body, QStringLiteral("else%1").arg(n))));
        }
        QCOMPARE(m_session->accountNow.balance.credits, known);
        QVERIFY(await(queue().add(turns, false)));
        QTRY_VERIFY_WITH_TIMEOUT(queue().question() && queue().count().underWay == 0, 30000);
        QCOMPARE(queue().question()->why, BatchQuestion::Why::Credits);
        QCOMPARE(queue().question()->left, 2);
        QVERIFY(await(AccountApi(m_world->http).topUp(500, u"top-up"_qs)));
        readAccount();
        queue().resume();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 2);
        QTRY_COMPARE(kinds().count(Kind::User), 2); // not said twice
        QVERIFY(!kinds().contains(Kind::Problem));
    }

    void aBudgetIsPassedOnlyOnAWord()
    {
        startService(u"premium"_qs);
        m_limits.setLimit({ 0, 20, 0 });
        m_limits.spentNow = { 10, 10 };
        QVERIFY(await(queue().add(images(2), false)));
        QTRY_VERIFY(queue().question());
        QCOMPARE(queue().question()->why, BatchQuestion::Why::Budget);
        QCOMPARE(queue().question()->reasons.constFirst().kind, AskReason::Kind::DailyBudget);
        QCOMPARE(queue().question()->reasons.constFirst().total, std::optional<Credits>(28));
        QCOMPARE(there().size(), 0);
        queue().resume();
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(done(), 2);
        m_limits.spentNow = {};
    }

    void pausedAndCancelled()
    {
        startService(u"premium"_qs);
        m_session->accountNow.concurrency.limit = 1;
        QVERIFY(await(queue().add(images(5), false)));
        queue().pause();
        QCOMPARE(queue().question()->why, BatchQuestion::Why::Paused);
        start();
        QTRY_COMPARE(queue().count().all, 5);
        QTRY_VERIFY(queue().question()); // paused still
        QCOMPARE(queue().question()->why, BatchQuestion::Why::Paused);
        const int waiting = queue().count().waiting;
        QVERIFY(waiting >= 4);
        queue().cancelRest();
        QCOMPARE(queue().count().cancelled, waiting);
        QTRY_VERIFY_WITH_TIMEOUT(isOver(), renderMs);
        QCOMPARE(there().size(), 5 - waiting);
        start();
        QTRY_COMPARE(queue().count().cancelled, waiting);
        QVERIFY(!queue().question());
    }
};

QTEST_MAIN(TestBatchService)
#include "tst_client_batch_service.moc"
