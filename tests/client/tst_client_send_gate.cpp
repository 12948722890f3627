#include "client/api/GenerationApi.h"
#include "client/composer/SendGate.h"
#include "tests/client/support/ChatWorld.h"
#include "tests/ui/support/FakeSpendingLimits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using facet::test::renderMs;

namespace {

struct World : test::ChatWorld {
    World(const QString &folder, test::FakeSession &fake, ui::test::FakeSpendingLimits &limits,
        const Endpoint &endpoint)
        : ChatWorld(folder, fake, endpoint)
        , gate({ composer, runner, transcript, &limits })
    {
        QObject::connect(&runner, &ChatRunner::takenBack, &composer, &LiveComposer::takeBack);
    }

    SendGate gate;
};

QImage picture(int hue)
{
    QImage image(320, 180, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(hue, 200, 200));
    return image;
}

} // namespace

/// What stands between Send and the real service: a price that rises on the way, the agents and a balance
/// that is low, and what was really taken.
class TestSendGate : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<test::ServiceProcess> m_service;
    std::unique_ptr<test::FakeSession> m_session;
    ui::test::FakeSpendingLimits m_limits;
    std::unique_ptr<World> m_world;

    LiveComposer &composer() { return m_world->composer; }
    SendGate &gate() { return m_world->gate; }

    void startService(const QString &plan)
    {
        m_service = std::make_unique<test::ServiceProcess>(test::ServiceProcess::Options{ plan, {}, {} });
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
        start();
    }
    void start()
    {
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, m_limits, test::endpointOf(*m_service));
        QTRY_VERIFY(!m_world->transcript.conversationId().isEmpty());
        QTRY_VERIFY(!composer().isLoading());
        m_world->readService();
    }
    void write(const QString &text, bool frames)
    {
        composer().setText(text);
        if (frames) {
            composer().attachPixels(InputRole::StartFrame, picture(10));
            composer().attachPixels(InputRole::EndFrame, picture(200));
        }
        QTRY_VERIFY_WITH_TIMEOUT(composer().quoteConfirmed(), 10000);
    }
    /// Somebody else changes the plan: this window does not know of it, and its price is the old one.
    void changePlanElsewhere(const QString &planId)
    {
        const auto answer = m_service->request("PATCH", u"/v1/account"_qs,
            QJsonDocument(QJsonObject{ { u"plan_id"_qs, planId } }).toJson(),
            { { "Content-Type", "application/json" } });
        QCOMPARE(answer.status, 200);
    }
    QList<Kind> kinds() const
    {
        QList<Kind> all;
        for (int row = 0; row < m_world->transcript.rowCount(); ++row)
            all.append(m_world->transcript.item(row).kind);
        return all;
    }
    const TranscriptItem *first(Kind kind) const
    {
        const auto row = kinds().indexOf(kind);
        return row < 0 ? nullptr : &m_world->transcript.item(static_cast<int>(row));
    }
    GenerationState cardState() const
    {
        const TranscriptItem *card = first(Kind::Generation);
        return card ? card->generation.state : GenerationState::Draft;
    }
    qsizetype generationsThere() { return await(GenerationApi(m_world->http).list())->items.size(); }

    /// Covered video, 0 credits with Premium; then the plan is Plus, and it is 33.
    void raisePriceOnTheWay()
    {
        startService(u"premium"_qs);
        write(u"Slow push in until the sun is up"_qs, true);
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(0));
        changePlanElsewhere(u"plus"_qs);
        gate().sendDraft();
        QTRY_VERIFY_WITH_TIMEOUT(gate().question(), 20000);
        QVERIFY(gate().question()->priceChanged);
        QCOMPARE(gate().question()->shownCredits, std::optional<Credits>(0));
        QCOMPARE(gate().question()->credits, std::optional<Credits>(33));
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
    }

    void aRaisedPriceIsAskedAboutAndSentOnce()
    {
        raisePriceOnTheWay();
        const Credits before = m_world->readAccount();
        QCOMPARE(composer().text(), u"Slow push in until the sun is up"_qs);
        QCOMPARE(composer().attachments().size(), 2);
        QVERIFY(kinds().isEmpty());
        QCOMPARE(generationsThere(), 0);
        QTRY_VERIFY(gate().canAccept());
        gate().accept();
        gate().accept();
        gate().sendDraft();
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QTRY_COMPARE_WITH_TIMEOUT(m_world->runner.turnsUnderWay(), 0, 20000);
        QCOMPARE(first(Kind::Generation)->generation.generation.chargedCredits, std::optional<Credits>(33));
        QCOMPARE(generationsThere(), 1);
        QCOMPARE(kinds().count(Kind::User), 1);
        QCOMPARE(m_world->readAccount(), before - 33);
        QVERIFY(composer().text().isEmpty());
    }

    void aRaisedPriceIsSafeThroughARestart()
    {
        raisePriceOnTheWay();
        start(); // closed with the question open
        QCOMPARE(composer().text(), u"Slow push in until the sun is up"_qs);
        QCOMPARE(composer().attachments().size(), 2);
        QVERIFY(kinds().isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(composer().quoteConfirmed(), 10000);
        QCOMPARE(
            composer().quote().totalCredits, std::optional<Credits>(33)); // what it takes is what is shown
        QCOMPARE(generationsThere(), 0);
        // The question is back as well, and is answered once.
        QTRY_VERIFY(gate().question());
        QVERIFY(gate().question()->priceChanged);
        QCOMPARE(gate().question()->shownCredits, std::optional<Credits>(0));
        QCOMPARE(gate().question()->credits, std::optional<Credits>(33));
        QTRY_VERIFY(gate().canAccept());
        gate().accept();
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QCOMPARE(first(Kind::Generation)->generation.generation.chargedCredits, std::optional<Credits>(33));
        QCOMPARE(generationsThere(), 1);
        start();
        QVERIFY(composer().text().isEmpty());
        QVERIFY(!gate().question());
    }

    void whatWasDeclinedIsNotAskedAgain()
    {
        raisePriceOnTheWay();
        gate().decline();
        QTest::qWait(0);
        QTRY_VERIFY(composer().quoteConfirmed());
        start();
        QCOMPARE(composer().text(), u"Slow push in until the sun is up"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(composer().quoteConfirmed(), 10000);
        QVERIFY(!gate().question());
    }

    void aMessageThatWasChangedIsAnotherOne()
    {
        raisePriceOnTheWay();
        composer().setText(u"Slow push in until the moon is up"_qs);
        QVERIFY(!gate().question());
        start();
        QTRY_VERIFY_WITH_TIMEOUT(composer().quoteConfirmed(), 10000);
        QVERIFY(!gate().question());
    }

    void notSendingLeavesTheMessageInTheComposer()
    {
        raisePriceOnTheWay();
        gate().decline();
        QVERIFY(!gate().question());
        QCOMPARE(composer().text(), u"Slow push in until the sun is up"_qs);
        QCOMPARE(generationsThere(), 0);
        QTRY_COMPARE(m_world->conversations.rowCount(), 0);
    }

    void aMessageThatComesBackKeepsWhatWasWrittenSince()
    {
        startService(u"premium"_qs);
        write(u"first"_qs, true);
        changePlanElsewhere(u"plus"_qs);
        gate().sendDraft();
        composer().setText(u"second"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(gate().question(), 20000);
        QCOMPARE(composer().text(), u"first\nsecond"_qs);
        start();
        QCOMPARE(composer().text(), u"first\nsecond"_qs);
    }

    void aMessageThatComesBackToAnotherConversationWaitsThere()
    {
        startService(u"premium"_qs);
        write(u"first"_qs, true);
        const QString conversation = composer().conversationId();
        changePlanElsewhere(u"plus"_qs);
        // It is there until the service refuses the old price: that may be between two looks.
        QSignalSpy shown(&m_world->conversations, &QAbstractItemModel::rowsInserted);
        gate().sendDraft();
        QVERIFY(!shown.isEmpty() || shown.wait(20000));
        m_world->conversations.openNew();
        composer().setText(u"second"_qs);
        QSignalSpy back(&m_world->runner, &ChatRunner::priceChanged);
        QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 20000);
        QVERIFY(!gate().question()); // not about what is open
        m_world->conversations.open(conversation);
        QTRY_COMPARE(composer().text(), u"first"_qs);
        QCOMPARE(composer().attachments().size(), 2);
        QTRY_VERIFY(gate().question());
        QVERIFY(gate().question()->priceChanged);
    }

    void agentTwosConversationIsChargedAndSaid()
    {
        startService(u"premium"_qs);
        composer().setAgent(AgentVersion::V2);
        write(u"안녕하세요"_qs, false);
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(4));
        const Credits before = m_world->readAccount();
        gate().sendDraft();
        QTRY_VERIFY_WITH_TIMEOUT(first(Kind::AgentText) && first(Kind::AgentText)->conversationCharge, 20000);
        QCOMPARE(first(Kind::AgentText)->conversationCharge, std::optional<Credits>(4));
        QCOMPARE(m_world->readAccount(), before - 4);
        QTRY_COMPARE(m_world->runner.turnsUnderWay(), 0);

        // The other agent in the same conversation: one history, and nothing is charged for its talk.
        composer().setAgent(AgentVersion::V1);
        write(u"고마워요"_qs, false);
        gate().sendDraft();
        QTRY_COMPARE(m_world->runner.turnsUnderWay(), 0);
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::User, Kind::AgentText }));
        QCOMPARE(m_world->transcript.item(0).agent, AgentVersion::V2);
        QCOMPARE(m_world->transcript.item(2).agent, AgentVersion::V1);
        QVERIFY(!m_world->transcript.item(3).conversationCharge);
        QCOMPARE(m_world->readAccount(), before - 4);

        start();
        QTRY_COMPARE(kinds().size(), 4);
        QCOMPARE(first(Kind::AgentText)->conversationCharge, std::optional<Credits>(4));
        QCOMPARE(composer().agent(), AgentVersion::V1); // remembered
    }

    void withNothingLeftAgentOneMakesACoveredVideoAndAgentTwoRefuses()
    {
        startService(u"premium"_qs);
        spendNearlyEverything();
        QCOMPARE(m_session->accountNow.balance.credits, 3); // 20,000 − 9 × 2,069 − 344 × 4
        const qsizetype before = generationsThere();
        composer().setAgent(AgentVersion::V2);
        composer().pickModel(u"carat-video"_qs);
        write(u"Slow push in until the sun is up"_qs, true);
        const Quote blocked = composer().quote();
        QVERIFY(blocked.covered);
        QVERIFY(!blocked.sendable);
        QCOMPARE(blocked.blockedBy, std::optional(Blocker::ConversationCredits));
        QList<SuggestionKind> ways;
        for (const Suggestion &suggestion : blocked.suggestions)
            ways.append(suggestion.kind);
        QVERIFY(ways.contains(SuggestionKind::SwitchAgent));
        QVERIFY(ways.contains(SuggestionKind::TopUp));
        gate().sendDraft();
        QVERIFY(!gate().question());
        QCOMPARE(composer().text(), u"Slow push in until the sun is up"_qs); // stayed
        // Also a client that does not know better is refused, and nothing is taken.
        TurnRequest turn = composer().take();
        m_world->runner.send(turn);
        QTRY_VERIFY_WITH_TIMEOUT(kinds().contains(Kind::Problem), 20000);
        QCOMPARE(first(Kind::Problem)->error->code, u"insufficient_credits"_qs);
        QCOMPARE(m_world->readAccount(), 3);
        QCOMPARE(generationsThere(), before);

        composer().setAgent(AgentVersion::V1);
        composer().pickModel({});
        write(u"Slow push in until the sun is up"_qs, true);
        QCOMPARE(composer().quote().totalCredits, std::optional<Credits>(0));
        gate().sendDraft();
        QTRY_COMPARE_WITH_TIMEOUT(cardState(), GenerationState::Done, renderMs);
        QCOMPARE(first(Kind::Generation)->generation.generation.chargedCredits, std::optional<Credits>(0));
        QCOMPARE(m_world->readAccount(), 3);
    }

private:
    /// As a person would: long videos with sound first, then talk with Agent 2.0, 4 credits a turn. What is
    /// left afterwards is less than one more turn.
    void spendNearlyEverything()
    {
        const auto spend = [this](const QString &path, const QJsonObject &body) {
            const auto answer = m_service->postJson(
                path, body, { { "Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces) } });
            QVERIFY2(answer.status < 300, answer.body.constData());
        };
        for (const int takes : { 4, 4, 1 }) {
            spend(u"/v1/generations"_qs,
                { { u"agent"_qs, u"1.0"_qs }, { u"model_id"_qs, u"veo-3.1"_qs },
                    { u"prompt"_qs, u"a fox"_qs }, { u"inputs"_qs, QJsonArray() },
                    { u"options"_qs,
                        QJsonObject{ { u"duration_s"_qs, 15 }, { u"resolution"_qs, u"720p"_qs },
                            { u"audio"_qs, true }, { u"count"_qs, takes } } } });
        }
        const auto running = [this] {
            const auto page = await(GenerationApi(m_world->http).list());
            return page
                && std::any_of(page->items.begin(), page->items.end(),
                    [](const Generation &generation) { return !generation.isFinal(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(!running(), renderMs);
        for (Credits left = m_world->readAccount(); left >= 4; left -= 4) {
            const QString run = QUuid::createUuid().toString(QUuid::WithoutBraces);
            spend(u"/v1/agents/2.0/runs"_qs,
                { { u"threadId"_qs, u"elsewhere"_qs }, { u"runId"_qs, run },
                    { u"messages"_qs,
                        QJsonArray{ QJsonObject{ { u"id"_qs, u"m"_qs }, { u"role"_qs, u"user"_qs },
                            { u"content"_qs, u"hello"_qs } } } },
                    { u"tools"_qs, QJsonArray() }, { u"context"_qs, QJsonArray() },
                    { u"state"_qs, QJsonObject() },
                    { u"forwardedProps"_qs,
                        QJsonObject{ { u"facet"_qs, QJsonObject{ { u"max_credits"_qs, 4 } } } } } });
        }
        m_world->readAccount();
    }
};

QTEST_MAIN(TestSendGate)
#include "tst_client_send_gate.moc"
