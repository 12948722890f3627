#include "client/api/GenerationApi.h"
#include "client/api/ServiceApi.h"
#include "client/generation/Queue.h"
#include "tests/client/support/ServiceWorld.h"

#include <QTemporaryDir>
#include <QUuid>

using namespace facet;
using namespace facet::client;
using facet::test::await;

namespace {

constexpr int beginMs = 30'000; // until one is begun, on a busy machine

struct World : test::ServiceWorld {
    World(const QString &folder, test::FakeSession &fake, const Endpoint &endpoint)
        : ServiceWorld(folder, fake, endpoint)
        , queue(generations, fake)
    {
        startGenerations();
    }

    Queue queue;
};

} // namespace

/// The queue against the real service process.
class TestQueueService : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    std::unique_ptr<World> m_world;
    QStringList m_keys; ///< in the order they were sent

    void start()
    {
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, test::endpointOf(*m_service));
        m_session->serviceNow = await(ServiceApi(m_world->http).get()).value();
    }
    void send(int count)
    {
        for (int i = 0; i < count; ++i) {
            contract::GenerationBody body;
            body.modelId = u"carat-video"_qs;
            body.prompt = u"A whale under ice, number %1"_qs.arg(i);
            body.options.durationS = 15;
            body.clientRef = QUuid::createUuid().toString(QUuid::WithoutBraces);
            const auto made = await(GenerationApi(m_world->http).create(body, body.clientRef));
            QVERIFY2(made, made ? "" : qPrintable(made.error().sentence));
            m_keys.append(m_world->generations.adopt({}, *made));
        }
    }
    /// "4 2 3": numbers of what waits.
    QString waiting() const
    {
        QStringList numbers;
        for (const GenerationRecord &record : m_world->queue.waiting())
            numbers.append(QString::number(m_keys.indexOf(record.key)));
        return numbers.join(u' ');
    }
    GenerationState stateOf(int number) const
    {
        const auto record = m_world->generations.find(m_keys.at(number));
        return record ? record->state : GenerationState::Draft;
    }
    Balance balance() { return await(AccountApi(m_world->http).get()).value().balance; }

private slots:
    void init()
    {
        m_world.reset();
        m_keys.clear();
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<test::FakeSession>();
        // Free: two at once, and this machine renders two.
        m_service =
            std::make_unique<test::ServiceProcess>(test::ServiceProcess::Options{ u"free"_qs, {}, {} });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
        QVERIFY(await(AccountApi(m_world->http).topUp(10'000, u"first-top-up"_qs)));
    }

    void theOrderSaysWhichIsBegunNext()
    {
        send(5);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"2 3 4"_qs, beginMs);
        m_world->queue.moveTo(m_keys[4], 0);
        QCOMPARE(waiting(), u"4 2 3"_qs);
        // The service has that order too, and each of them says its new place.
        QTRY_COMPARE(m_world->generations.find(m_keys[4])->generation.queuePosition, std::optional(1));
        QTRY_COMPARE(m_world->generations.find(m_keys[3])->generation.queuePosition, std::optional(3));
        m_world->generations.cancel(m_keys[0]);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(4), GenerationState::Running, beginMs);
        QTRY_COMPARE(waiting(), u"2 3"_qs);
        QCOMPARE(stateOf(2), GenerationState::Queued);

        // Both programs end and begin again: the order is the service's.
        m_world->queue.moveTo(m_keys[3], 0);
        QTRY_COMPARE(m_world->generations.find(m_keys[2])->generation.queuePosition, std::optional(2));
        m_world.reset();
        QVERIFY2(m_service->stop(), qPrintable(m_service->error()));
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"3 2"_qs, beginMs);
        m_world->generations.cancel(m_keys[1]);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(3), GenerationState::Running, beginMs);
        QCOMPARE(stateOf(2), GenerationState::Queued);
        m_world->queue.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->generations.running().isEmpty(), beginMs);
    }

    void cancellingEverythingGivesEveryHoldBack()
    {
        const Balance before = balance();
        send(6);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->queue.waiting().size(), 4, beginMs);
        const Queue::CancelAll all = m_world->queue.cancelAllMeans();
        QCOMPARE(all.count, 6);
        QCOMPARE(all.back, balance().held);
        QCOMPARE(balance().credits, before.credits - all.back);
        m_world->queue.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->generations.running().isEmpty(), beginMs);
        QCOMPARE(balance().held, 0);
        QCOMPARE(balance().credits, before.credits);
        for (const QString &key : std::as_const(m_keys)) {
            QCOMPARE(m_world->generations.find(key)->state, GenerationState::Cancelled);
            QCOMPARE(m_world->generations.find(key)->generation.chargedCredits, std::optional<Credits>(0));
        }
    }

    void exactlyOneIsCancelled()
    {
        send(4);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"2 3"_qs, beginMs);
        const Credits held = balance().held;
        m_world->generations.cancel(m_keys[2]);
        QTRY_COMPARE(waiting(), u"3"_qs);
        QCOMPARE(balance().held, held - m_world->generations.find(m_keys[2])->generation.quotedCredits);
        QVERIFY(!m_world->generations.find(m_keys[3])->generation.isFinal());
        m_world->queue.cancelAll();
        QTRY_VERIFY_WITH_TIMEOUT(m_world->generations.running().isEmpty(), beginMs);
    }
};

QTEST_GUILESS_MAIN(TestQueueService)
#include "tst_client_queue_service.moc"
