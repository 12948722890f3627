#include "client/chat/LiveChatRunner.h"
#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/generation/LiveGenerations.h"
#include "client/net/HttpClient.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "contract/AgUi.h"
#include "tests/support/Await.h"
#include "tests/support/FakeSession.h"
#include "tests/support/ScriptedServer.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;
using contract::Json;

namespace {

const QByteArray postRun("POST /v1/agents/1.0/runs");

/// Everything behind the window; made again for a restart.
struct World {
    World(const QString &folder, FakeSession &session, ScriptedServer &server)
        : database(folder + u"/facet.db"_qs)
        , messages(&database)
        , records(&database)
        , generations(http, records, { folder + u"/results"_qs, folder + u"/posters"_qs })
        , conversations(&database, messages, generations, session)
        , transcript(messages, conversations, generations)
        , runner({ http, session, generations, database, messages,
              [this](const TurnRequest &) { return confirmAbove; } })
    {
        http.setRetryPolicy({ 3, 1ms, 10ms });
        http.setEndpoint({ server.url(), u"t"_qs, server.certificate().sha256() });
        generations.start();
        conversations.start();
        runner.start();
    }

    std::optional<Credits> confirmAbove;
    HttpClient http;
    Database database;
    MessageStore messages;
    GenerationRecords records;
    LiveGenerations generations;
    StoredConversations conversations;
    StoredTranscript transcript;
    LiveChatRunner runner;
};

void openEvents(const AnswerPtr &answer)
{
    answer->head(200, { { "Content-Type", "text/event-stream" } });
}

QByteArray says(int id, const contract::AgUiEvent &event)
{
    return "id: " + QByteArray::number(id) + "\ndata: " + contract::toBytes(contract::toJson(event)) + "\n\n";
}

contract::RunAgentInput inputOf(const SeenRequest &request)
{
    const auto input = contract::parseJson(request.body).and_then([](const Json &json) {
        return contract::fromJson<contract::RunAgentInput>(json);
    });
    if (!input)
        qFatal("the runner sent a body that breaks the contract: %s", qPrintable(input.error().detail));
    return *input;
}

Generation generation(const contract::RunAgentInput &input, GenerationStatus status)
{
    Generation made;
    made.id = u"g1"_qs;
    made.clientRef = input.props.clientRef;
    made.modelId = u"carat-video"_qs;
    made.prompt = u"A boat"_qs;
    made.status = status;
    made.stage = u"rendering"_qs;
    made.progress = 0.25;
    made.quotedCredits = 33;
    made.createdAt = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
    made.threadId = input.threadId;
    made.runId = input.runId;
    return made;
}

QByteArray problem(int status, const char *code, const Json &more = Json::object())
{
    Json json{ { "type", "about:blank" }, { "title", code }, { "status", status },
        { "detail", std::string("Because of ") + code + "." }, { "code", code }, { "request_id", "r" } };
    json.update(more);
    return contract::toBytes(json);
}

void sendProblem(const AnswerPtr &answer, int status, const char *code)
{
    answer->send(status, problem(status, code), { { "Content-Type", "application/problem+json" } });
}

} // namespace

class TestChat : public QObject {
    Q_OBJECT

    using Kind = TranscriptItem::Kind;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeSession> m_session;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<World> m_world;
    std::unique_ptr<QAbstractItemModelTester> m_rowsTester;
    std::unique_ptr<QAbstractItemModelTester> m_listTester;

    void start()
    {
        m_rowsTester.reset();
        m_listTester.reset();
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path(), *m_session, *m_server);
        const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        m_rowsTester = std::make_unique<QAbstractItemModelTester>(&m_world->transcript, fatal);
        m_listTester = std::make_unique<QAbstractItemModelTester>(&m_world->conversations, fatal);
        QTRY_VERIFY(!m_world->transcript.conversationId().isEmpty());
    }
    QList<Kind> kinds() const
    {
        QList<Kind> all;
        for (int row = 0; row < m_world->transcript.rowCount(); ++row)
            all.append(item(row).kind);
        return all;
    }
    const TranscriptItem &item(int row) const { return m_world->transcript.item(row); }
    bool idle() const { return m_world->runner.turnsUnderWay() == 0; }

    TurnRequest turn(const QString &text, bool makesSomething = false)
    {
        TurnRequest request;
        request.conversationId = m_world->conversations.currentId();
        request.text = text;
        request.quote.sendable = true;
        request.quote.totalCredits = makesSomething ? 33 : 0;
        request.quote.generationCredits = request.quote.totalCredits;
        request.quote.quoteId = u"q1"_qs;
        if (makesSomething)
            request.quote.modelId = u"carat-video"_qs;
        return request;
    }
    /// What is on disk right now, seen from outside.
    QString onDisk(const QString &statement)
    {
        QString value;
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_qs, u"outside"_qs);
            other.setDatabaseName(m_dir->filePath(u"facet.db"_qs));
            other.open();
            QSqlQuery query(other);
            if (query.exec(statement) && query.next())
                value = query.value(0).toString();
        }
        QSqlDatabase::removeDatabase(u"outside"_qs);
        return value;
    }
    /// A run that says `text` and ends.
    void answerWith(const QString &text)
    {
        m_server->route(postRun, [text](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, input.runId })
                + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, text })
                + says(4, contract::TextMessageEnd{ u"m1"_qs })
                + says(5, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        });
    }
    QByteArray eventsRoute(const QString &runId) const
    {
        return "GET /v1/agents/1.0/runs/" + runId.toLatin1() + "/events";
    }
    QString firstRunId() const { return inputOf(m_server->seen(postRun).constFirst()).runId; }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<FakeSession>();
        m_server = std::make_unique<ScriptedServer>();
        start();
    }
    void cleanup()
    {
        m_rowsTester.reset();
        m_listTester.reset();
        m_world.reset();
        QCOMPARE(m_server->unscripted(), 0);
    }

    void anAnswerIsWrittenAsItComes()
    {
        AnswerPtr open;
        QString stateWhenAsked, keyWhenAsked, bodyWhenAsked;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            keyWhenAsked = onDisk(u"SELECT idempotency_key FROM runs"_qs);
            bodyWhenAsked = onDisk(u"SELECT input FROM runs"_qs);
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, input.runId })
                + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, u"Hel"_qs }));
            open = answer;
        });
        const QString conversation = m_world->conversations.currentId();
        QSignalSpy resets(&m_world->transcript, &QAbstractItemModel::modelReset);
        m_world->runner.send(turn(u"Hello there, agent"_qs));
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User })); // at once, before the network
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QTRY_COMPARE(item(1).text, u"Hel"_qs);
        QVERIFY(item(1).streaming);

        const SeenRequest request = m_server->seen(postRun).constFirst();
        const auto input = inputOf(request);
        QCOMPARE(input.threadId, conversation);
        QCOMPARE(input.messages.constLast().content.constFirst().text, u"Hello there, agent"_qs);
        QCOMPARE(input.props.maxCredits, std::optional<Credits>(0));
        QCOMPARE(input.props.quoteId, u"q1"_qs);
        QCOMPARE(input.props.clientRef, QString::fromLatin1(request.header("idempotency-key")));
        // Made and stored before the network heard of it.
        QCOMPARE(keyWhenAsked, input.props.clientRef);
        QCOMPARE(bodyWhenAsked.toUtf8(), request.body);

        QSignalSpy changed(&m_world->transcript, &QAbstractItemModel::dataChanged);
        open->write(says(4, contract::TextMessageContent{ u"m1"_qs, u"lo!"_qs })
            + says(5, contract::TextMessageEnd{ u"m1"_qs })
            + says(6, contract::StateSnapshot{ { { "balance", { { "credits", 777 }, { "held", 0 } } } } })
            + says(7, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).text, u"Hello!"_qs);
        QVERIFY(!item(1).streaming);
        for (const QList<QVariant> &arguments : changed)
            QCOMPARE(arguments.at(0).toModelIndex().row(), 1); // only its own row
        QVERIFY(resets.isEmpty());
        QCOMPARE(m_session->accountNow.balance.credits, 777);
        QVERIFY(m_session->refreshes > 0);
        QCOMPARE(m_world->conversations.rowCount(), 1);
        QCOMPARE(m_world->conversations.currentTitle(), u"Hello there, agent"_qs);

        start();
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QCOMPARE(item(1).text, u"Hello!"_qs);
        QCOMPARE(m_server->count(postRun), 1);
    }

    void aGenerationHasItsCardBetweenTheWords()
    {
        AnswerPtr open;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, input.runId }));
            open = answer;
        });
        m_world->runner.send(turn(u"A boat"_qs, true));
        // The card is there at once, and says how far the sending is.
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Generation }));
        QCOMPARE(item(1).generation.generation.modelId, u"carat-video"_qs);
        QTRY_VERIFY(open);
        const auto input = inputOf(m_server->seen(postRun).constFirst());
        QCOMPARE(input.props.clientRef, item(1).generation.key);
        QCOMPARE(input.props.maxCredits, std::optional<Credits>(33));
        QCOMPARE(item(1).generation.state, GenerationState::Submitting);

        open->write(says(2, contract::TextMessageStart{ u"m1"_qs })
            + says(3, contract::TextMessageContent{ u"m1"_qs, u"Making it."_qs })
            + says(4, contract::TextMessageEnd{ u"m1"_qs }));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Generation }));
        const Generation running = generation(input, GenerationStatus::Running);
        open->write(says(5, contract::generationSnapshot(running)));
        QTRY_COMPARE(item(2).generation.state, GenerationState::Running);
        QCOMPARE(item(2).generation.generation.id, u"g1"_qs);
        QTRY_COMPARE(m_world->conversations.summary(0).running, 1);
        Generation further = running;
        further.progress = 0.75;
        open->write(says(6, contract::generationDelta(running, further)));
        QTRY_COMPARE(item(2).generation.generation.progress, std::optional<double>(0.75));
        QCOMPARE(m_world->conversations.summary(0).progress, std::optional<double>(0.75));
        Generation failed = further;
        failed.status = GenerationStatus::Failed;
        failed.error = GenerationError{ u"engine_failed"_qs, u"It broke."_qs, true };
        open->write(says(7, contract::generationSnapshot(failed))
            + says(8, contract::TextMessageStart{ u"m2"_qs })
            + says(9, contract::TextMessageContent{ u"m2"_qs, u"It broke; nothing was taken."_qs })
            + says(10, contract::TextMessageEnd{ u"m2"_qs })
            + says(11, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        QTRY_VERIFY(idle());
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Generation, Kind::AgentText }));
        QCOMPARE(item(2).generation.state, GenerationState::Failed);
        start();
        QTRY_COMPARE(
            kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Generation, Kind::AgentText }));
        QCOMPARE(item(2).generation.error->sentence, u"It broke."_qs);
    }

    void onlyTalkLeavesNoCard()
    {
        answerWith(u"I make videos."_qs);
        m_world->runner.send(turn(u"What can you do?"_qs, true));
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Generation }));
        QTRY_VERIFY(idle());
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QVERIFY(m_world->generations.running().isEmpty());
        start();
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
    }

    void aCutLineIsTakenUpAgain()
    {
        QString run;
        m_server->setHandler([&](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE(request.verb, QByteArray("GET"));
            QCOMPARE(request.header("last-event-id"), QByteArray("3"));
            openEvents(answer);
            answer->write(says(4, contract::TextMessageContent{ u"m1"_qs, u"two"_qs })
                + says(5, contract::TextMessageEnd{ u"m1"_qs })
                + says(6, contract::RunFinished{ {}, run, {}, nullptr }));
        });
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            run = input.runId;
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, run })
                + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, u"one "_qs }));
            answer->close();
        });
        m_world->runner.send(turn(u"Hello"_qs));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QCOMPARE(item(1).text, u"one two"_qs);
        QCOMPARE(m_server->count(postRun), 1);
        QCOMPARE(m_server->seen().constLast().path(), eventsRoute(run).mid(4));
    }

    void aRestartGoesOnWhereTheTranscriptIs()
    {
        QString run, thread;
        AnswerPtr open;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            run = input.runId;
            thread = input.threadId;
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, run })
                + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, u"one "_qs })
                + says(4, contract::generationSnapshot(generation(input, GenerationStatus::Running))));
            open = answer;
        });
        m_world->runner.send(turn(u"Hello"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Generation }));
        QTRY_COMPARE(item(2).generation.state, GenerationState::Running);
        m_server->setHandler([&](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE("GET " + request.path(), eventsRoute(run));
            QCOMPARE(request.header("last-event-id"), QByteArray("4"));
            openEvents(answer);
            answer->write(says(5, contract::TextMessageContent{ u"m1"_qs, u"two"_qs })
                + says(6, contract::TextMessageEnd{ u"m1"_qs })
                + says(7, contract::TextMessageStart{ u"m2"_qs })
                + says(8, contract::TextMessageContent{ u"m2"_qs, u"Done."_qs })
                + says(9, contract::TextMessageEnd{ u"m2"_qs })
                + says(10, contract::RunFinished{ thread, run, {}, nullptr }));
        });
        start(); // in the middle of it
        QTRY_COMPARE(
            kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Generation, Kind::AgentText }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).text, u"one two"_qs);
        QCOMPARE(item(3).text, u"Done."_qs);
        QCOMPARE(m_server->count(postRun), 1);
        QCOMPARE(onDisk(u"SELECT state FROM runs"_qs), u"finished"_qs);
    }

    void aCardThatWasToldOfBeforeTheRestartTakesItsPlace()
    {
        contract::RunAgentInput input;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            input = inputOf(request);
            openEvents(answer);
        });
        m_world->runner.send(turn(u"A boat"_qs, true));
        QTRY_VERIFY(!input.runId.isEmpty());
        // The service's list tells of it, and Facet is closed before the agent does.
        const QString key = item(1).generation.key;
        m_world->generations.adopt(key, generation(input, GenerationStatus::Running));
        QTRY_COMPARE(onDisk(u"SELECT service_id FROM generations"_qs), u"g1"_qs);
        m_server->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, input.runId })
                + says(2, contract::generationSnapshot(generation(input, GenerationStatus::Running)))
                + says(3, contract::TextMessageStart{ u"m1"_qs })
                + says(4, contract::TextMessageContent{ u"m1"_qs, u"Done."_qs })
                + says(5, contract::TextMessageEnd{ u"m1"_qs })
                + says(6, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        });
        start();
        QTRY_VERIFY(item(0).kind == Kind::User && idle());
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Generation, Kind::AgentText }));
        QCOMPARE(item(1).generation.key, key);
    }

    void aRunHeardTwiceIsWrittenOnce()
    {
        // A service that replays from the start whatever Last-Event-ID says.
        QString run;
        const auto whole = [&] {
            return says(1, contract::RunStarted{ {}, run }) + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, u"Hello"_qs })
                + says(4, contract::TextMessageEnd{ u"m1"_qs });
        };
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            run = inputOf(request).runId;
            openEvents(answer);
            answer->write(whole());
            answer->close();
        });
        m_server->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            openEvents(answer);
            answer->write(whole() + says(5, contract::RunFinished{ {}, run, {}, nullptr }));
        });
        m_world->runner.send(turn(u"Hi"_qs));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QCOMPARE(item(1).text, u"Hello"_qs);
    }

    void anUnansweredPostIsAskedAfterAndNeverRepeatedByItself_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::newRow("it had arrived") << true;
        QTest::newRow("it had not") << false;
    }
    void anUnansweredPostIsAskedAfterAndNeverRepeatedByItself()
    {
        QFETCH(bool, arrived);
        m_server->route(postRun, [](const SeenRequest &, const AnswerPtr &answer) { answer->cut(); });
        m_server->setHandler([&](const SeenRequest &request, const AnswerPtr &answer) {
            const QString run = firstRunId();
            QCOMPARE("GET " + request.path(), eventsRoute(run));
            if (!arrived) {
                sendProblem(answer, 404, "not_found");
                return;
            }
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ {}, run })
                + says(2, contract::TextMessageStart{ u"m"_qs })
                + says(3, contract::TextMessageContent{ u"m"_qs, u"Hello"_qs })
                + says(4, contract::TextMessageEnd{ u"m"_qs })
                + says(5, contract::RunFinished{ {}, run, {}, nullptr }));
        });
        m_world->runner.send(turn(u"Hi"_qs, true));
        QTRY_VERIFY(idle());
        QCOMPARE(m_server->count(postRun), 1);
        if (arrived) {
            QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
            return;
        }
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QCOMPARE(item(1).error->code, u"not_sent"_qs);
        const auto first = inputOf(m_server->seen(postRun).constFirst());
        answerWith(u"Hello"_qs);
        const QString problemRow = item(1).id;
        m_world->runner.retry(problemRow);
        m_world->runner.retry(problemRow); // a double click
        QTRY_COMPARE(m_server->count(postRun), 2);
        QTRY_VERIFY(idle());
        m_world->runner.retry(problemRow); // a late one
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText })); // the message is there once
        const auto second = inputOf(m_server->seen(postRun).constLast());
        QCOMPARE(second.messages.constLast().content, first.messages.constLast().content);
        QCOMPARE(second.messages.size(), 1);
        QVERIFY(second.runId != first.runId); // known not to have arrived: a turn of its own
    }

    void aTurnOfUnknownFateWaitsForTheServiceAndKeepsItsKey()
    {
        m_server->route(postRun, [this](const SeenRequest &, const AnswerPtr &) { m_server->die(); });
        m_world->runner.send(turn(u"Hi"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem, Kind::Generation }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(2).generation.state, GenerationState::Unknown);
        QVERIFY(item(1).error->sentence.contains(u"nothing is ordered twice"_qs));
        const auto first = m_server->seen(postRun).constFirst();
        m_session->sayState(Session::State::Offline);

        // The service is there again and has never heard of it; trying again sends the same thing.
        QVERIFY(m_server->listenAgain());
        m_server->setHandler([&](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE("GET " + request.path(), eventsRoute(inputOf(first).runId));
            sendProblem(answer, 404, "not_found");
        });
        answerWith(u"Hello"_qs);
        m_world->runner.retry(item(1).id);
        QTRY_COMPARE(m_server->count(postRun), 2);
        QTRY_VERIFY(idle());
        const auto second = m_server->seen(postRun).constLast();
        QCOMPARE(second.header("idempotency-key"), first.header("idempotency-key"));
        QCOMPARE(second.body, first.body);
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
    }

    void aTurnOfUnknownFateIsTakenUpWhenTheServiceIsThere()
    {
        m_server->route(postRun, [this](const SeenRequest &, const AnswerPtr &) { m_server->die(); });
        m_world->runner.send(turn(u"Hi"_qs));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QTRY_VERIFY(idle());
        m_session->sayState(Session::State::Offline);
        QVERIFY(m_server->listenAgain());
        m_server->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            openEvents(answer);
            answer->write(says(1, contract::TextMessageStart{ u"m"_qs })
                + says(2, contract::TextMessageContent{ u"m"_qs, u"Hello"_qs })
                + says(3, contract::TextMessageEnd{ u"m"_qs })
                + says(4, contract::RunFinished{ {}, firstRunId(), {}, nullptr }));
        });
        m_session->sayState(Session::State::Ready);
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QTRY_VERIFY(idle());
        QCOMPARE(m_server->count(postRun), 1);
        start();
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText })); // the problem is gone for good
    }

    void aGenerationThatFailedIsOrderedAnewOncePerPress()
    {
        // The agent tells of it, and its turn goes well: what failed is what it made.
        QList<AnswerPtr> open;
        m_server->route(postRun, [&open](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            Generation running = generation(input, GenerationStatus::Running);
            running.id = u"g-"_qs + input.runId;
            openEvents(answer);
            answer->write(says(1, contract::generationSnapshot(running)));
            open.append(answer);
        });
        const auto fail = [&open, this](int order) {
            const auto input = inputOf(m_server->seen(postRun).at(order));
            Generation failed = generation(input, GenerationStatus::Failed);
            failed.id = u"g-"_qs + input.runId;
            open.at(order)->write(says(2, contract::generationSnapshot(failed))
                + says(3, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        };
        m_world->runner.send(turn(u"A boat"_qs, true));
        QTRY_COMPARE(open.size(), 1);
        fail(0);
        QTRY_VERIFY(idle());
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Generation }));
        QTRY_COMPARE(item(1).generation.state, GenerationState::Failed);
        const QString card = item(1).id;

        const auto again = await(m_world->runner.turnToRetry(card));
        QVERIFY(again); // with the price that it has
        QCOMPARE(again->quote.totalCredits, std::optional<Credits>(33));
        m_world->runner.retry(card);
        m_world->runner.retry(card); // a double click
        QTRY_COMPARE(open.size(), 2);
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Generation, Kind::Generation }));
        QTRY_COMPARE(item(2).generation.state, GenerationState::Running);
        m_world->runner.retry(card); // a late one, while the new one is being made
        await(m_world->runner.turnToRetry(card)); // whatever it does, it has done
        QCOMPARE(m_server->count(postRun), 2);
        const auto first = inputOf(m_server->seen(postRun).constFirst());
        const auto second = inputOf(m_server->seen(postRun).constLast());
        QCOMPARE(second.messages.constLast().content, first.messages.constLast().content);
        QCOMPARE(second.props.maxCredits, first.props.maxCredits);
        QVERIFY(second.props.clientRef != first.props.clientRef); // an order of its own

        // That failed as well: a button that is shown does what it says.
        fail(1);
        QTRY_VERIFY(idle());
        QTRY_COMPARE(item(2).generation.state, GenerationState::Failed);
        m_world->runner.retry(card);
        QTRY_COMPARE(open.size(), 3);
        fail(2);
        QTRY_VERIFY(idle());
        QCOMPARE(m_server->count(postRun), 3);
    }

    void changeIsDoneWhileAnotherPriceIsAskedFor()
    {
        Quote asked;
        asked.modelId = u"carat-video"_qs;
        asked.totalCredits = 66;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1,
                contract::RunFinished{ input.threadId, input.runId,
                    { { u"i1"_qs, u"approve_cost"_qs, u"Two takes cost 66."_qs, {},
                        { { "quote", contract::toJson(asked) } } } },
                    nullptr }));
        });
        m_server->route("POST /v1/quotes", [](const SeenRequest &, const AnswerPtr &answer) {
            sendProblem(answer, 503, "engine_unavailable"); // takes its time, and comes to nothing
        });
        m_world->runner.send(turn(u"Two boats"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QTRY_VERIFY(idle());
        QSignalSpy wanted(&m_world->runner, &ChatRunner::changeWanted);
        m_world->runner.renew(u"i1"_qs);
        m_world->runner.change(u"i1"_qs);
        QTRY_COMPARE(wanted.size(), 1);
        QTRY_COMPARE(item(1).approval.state, ApprovalRequest::State::Changed);
        QCOMPARE(wanted.constFirst().constFirst().value<TurnRequest>().text, u"Two boats"_qs);
    }

    void aRisenPriceGivesTheMessageBack()
    {
        m_server->route(postRun,
            [](const SeenRequest &, const AnswerPtr &answer) { sendProblem(answer, 409, "price_changed"); });
        Quote risen;
        risen.modelId = u"carat-video"_qs;
        risen.generationCredits = 50;
        risen.totalCredits = 50;
        risen.sendable = true;
        m_server->routeJson("POST /v1/quotes", contract::toBytes(contract::toJson(risen)));
        QSignalSpy back(&m_world->runner, &ChatRunner::priceChanged);
        QString draftWhenSaid;
        connect(&m_world->runner, &ChatRunner::priceChanged, this,
            [&] { draftWhenSaid = onDisk(u"SELECT text FROM drafts"_qs); });
        qsizetype runningWhenTold = -1;
        connect(&m_world->generations, &Generations::changed, this,
            [&] { runningWhenTold = m_world->generations.running().size(); });
        const TurnRequest sent = turn(u"A boat"_qs, true);
        m_world->runner.send(sent);
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(back.constFirst().at(0).value<TurnRequest>().text, u"A boat"_qs);
        QCOMPARE(back.constFirst().at(1).value<Quote>().totalCredits, std::optional<Credits>(50));
        QVERIFY(kinds().isEmpty());
        QTRY_COMPARE(m_world->conversations.rowCount(), 0);
        QVERIFY(m_world->generations.running().isEmpty());
        QCOMPARE(draftWhenSaid, u"A boat"_qs); // on disk before anybody is asked
        QCOMPARE(runningWhenTold, 0); // who counts what runs has heard of it
        start();
        QVERIFY(kinds().isEmpty());
        QCOMPARE(m_world->conversations.rowCount(), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("credits") << 402 << QByteArray("insufficient_credits") << ErrorKind::Credits;
        QTest::newRow("content") << 422 << QByteArray("content_refused") << ErrorKind::Refused;
        QTest::newRow("task") << 422 << QByteArray("unsupported_task") << ErrorKind::Unsupported;
        QTest::newRow("too many") << 429 << QByteArray("too_many_running") << ErrorKind::Refused;
        QTest::newRow("engine") << 502 << QByteArray("engine_failed") << ErrorKind::Service;
    }
    void refusals()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(ErrorKind, kind);
        m_server->route(postRun, [=](const SeenRequest &, const AnswerPtr &answer) {
            sendProblem(answer, status, code.constData());
        });
        m_world->runner.send(turn(u"A boat"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).error->kind, kind);
        QCOMPARE(item(1).error->code, QString::fromLatin1(code));
        QCOMPARE(item(1).error->sentence, u"Because of %1."_qs.arg(QString::fromLatin1(code)));
        QCOMPARE(m_server->count(postRun), 1);
        start();
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QCOMPARE(item(1).error->code, QString::fromLatin1(code));
    }

    void anErrorInTheMiddleKeepsWhatWasSaid()
    {
        m_server->route(postRun, [](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1, contract::RunStarted{ input.threadId, input.runId })
                + says(2, contract::TextMessageStart{ u"m1"_qs })
                + says(3, contract::TextMessageContent{ u"m1"_qs, u"Let me"_qs })
                + says(4, contract::RunError{ u"The agent tripped."_qs, u"internal"_qs }));
        });
        m_world->runner.send(turn(u"Hello"_qs));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText, Kind::Problem }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).text, u"Let me"_qs);
        QVERIFY(!item(1).streaming);
        QCOMPARE(item(2).error->sentence, u"The agent tripped."_qs);
    }

    void brokenEventsAreSkipped()
    {
        m_server->route(postRun, [](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write("id: 1\ndata: {not json\n\nid: 2\ndata: {\"type\":\"SOMETHING_NEW\"}\n\n"
                          "id: 3\ndata: {\"type\":\"TEXT_MESSAGE_CONTENT\"}\n\n"
                + says(4, contract::ActivityDelta{ u"g9"_qs, u"generation"_qs, Json::array() })
                + says(5, contract::TextMessageStart{ u"m1"_qs })
                + says(6, contract::TextMessageContent{ u"m1"_qs, u"Still here"_qs })
                + says(7, contract::TextMessageEnd{ u"m1"_qs })
                + says(8, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        });
        m_world->runner.send(turn(u"Hello"_qs));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::AgentText }));
        QCOMPARE(item(1).text, u"Still here"_qs);
    }

    void aQuestionIsAnswered_data()
    {
        QTest::addColumn<bool>("yes");
        QTest::newRow("approved") << true;
        QTest::newRow("stopped") << false;
    }
    void aQuestionIsAnswered()
    {
        QFETCH(bool, yes);
        m_world->confirmAbove = 20;
        Quote asked;
        asked.modelId = u"carat-video"_qs;
        asked.generationCredits = 66;
        asked.totalCredits = 66;
        asked.quoteId = u"q2"_qs;
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            if (input.resume.isEmpty()) {
                answer->write(says(1,
                    contract::RunFinished{ input.threadId, input.runId,
                        { { u"i1"_qs, u"approve_cost"_qs, u"Two takes cost 66."_qs, {},
                            { { "quote", contract::toJson(asked) } } } },
                        nullptr }));
                return;
            }
            answer->write(
                says(1, contract::generationSnapshot(generation(input, GenerationStatus::Cancelled)))
                + says(2, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
        });
        m_world->runner.send(turn(u"Two boats"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).approval.interruptId, u"i1"_qs);
        QCOMPARE(item(1).approval.quote.totalCredits, std::optional<Credits>(66));
        QCOMPARE(item(1).approval.confirmAbove, 20);
        QCOMPARE(item(1).text, u"Two takes cost 66."_qs);
        const auto first = inputOf(m_server->seen(postRun).constFirst());
        QCOMPARE(first.props.confirmAbove, std::optional<Credits>(20));

        start(); // a question stays open over a restart
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QCOMPARE(item(1).approval.state, ApprovalRequest::State::Open);
        if (!yes) {
            m_world->runner.stop(u"i1"_qs);
            QTRY_COMPARE(item(1).approval.state, ApprovalRequest::State::Stopped);
            m_world->runner.approve(u"i1"_qs); // too late
            start();
            QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
            QCOMPARE(item(1).approval.state, ApprovalRequest::State::Stopped);
            QCOMPARE(m_server->count(postRun), 1);
            return;
        }
        m_world->runner.approve(u"i1"_qs);
        m_world->runner.approve(u"i1"_qs); // a double click
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval, Kind::Generation }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).approval.state, ApprovalRequest::State::Approved);
        QCOMPARE(m_server->count(postRun), 2);
        const auto second = inputOf(m_server->seen(postRun).constLast());
        QCOMPARE(second.resume.size(), 1);
        QCOMPARE(second.resume.constFirst().interruptId, u"i1"_qs);
        QVERIFY(second.resume.constFirst().approved);
        QVERIFY(second.runId != first.runId);
        QCOMPARE(second.threadId, first.threadId);
        QCOMPARE(second.props.maxCredits, std::optional<Credits>(66)); // what was approved
        QCOMPARE(second.props.clientRef, item(2).generation.key);
    }

    void aRaisedPriceOpensTheQuestionAgain()
    {
        Quote asked;
        asked.modelId = u"carat-video"_qs;
        asked.generationCredits = 33;
        asked.totalCredits = 33;
        Quote risen = asked;
        risen.generationCredits = 40;
        risen.conversationCredits = 4;
        risen.totalCredits = 44;
        risen.sendable = true;
        bool refuses = true;
        m_server->routeJson("POST /v1/quotes", contract::toBytes(contract::toJson(risen)));
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            if (input.resume.isEmpty()) {
                openEvents(answer);
                answer->write(says(1,
                    contract::RunFinished{ input.threadId, input.runId,
                        { { u"i1"_qs, u"approve_cost"_qs, {}, {},
                            { { "quote", contract::toJson(asked) } } } },
                        nullptr }));
            } else if (refuses) {
                sendProblem(answer, 409, "price_changed");
            } else {
                openEvents(answer);
                answer->write(
                    says(1, contract::generationSnapshot(generation(input, GenerationStatus::Cancelled)))
                    + says(2, contract::RunFinished{ input.threadId, input.runId, {}, nullptr }));
            }
        });
        m_world->runner.send(turn(u"A boat"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QTRY_VERIFY(idle());
        m_world->runner.approve(u"i1"_qs);
        QTRY_COMPARE(item(1).approval.priceWas, std::optional<Credits>(33));
        QCOMPARE(item(1).approval.state, ApprovalRequest::State::Open);
        QCOMPARE(item(1).approval.quote.totalCredits, std::optional<Credits>(40)); // of the work alone
        QCOMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QTRY_VERIFY(idle());
        start(); // both figures stay, and the question can still be answered
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QCOMPARE(item(1).approval.priceWas, std::optional<Credits>(33));
        QCOMPARE(item(1).approval.state, ApprovalRequest::State::Open);
        refuses = false;
        m_world->runner.approve(u"i1"_qs);
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval, Kind::Generation }));
        QTRY_VERIFY(idle());
        const auto last = inputOf(m_server->seen(postRun).constLast());
        QCOMPARE(last.props.maxCredits, std::optional<Credits>(40)); // the new price lock
        QCOMPARE(m_server->count(postRun), 3);
    }

    void aNewMessageLeavesTheQuestionUnanswered()
    {
        m_server->route(postRun, [&](const SeenRequest &request, const AnswerPtr &answer) {
            const auto input = inputOf(request);
            openEvents(answer);
            answer->write(says(1,
                contract::RunFinished{ input.threadId, input.runId,
                    { { u"i1"_qs, u"approve_cost"_qs, {}, {}, nullptr } }, nullptr }));
        });
        m_world->runner.send(turn(u"Two boats"_qs));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval }));
        QTRY_VERIFY(idle());
        answerWith(u"Fine."_qs);
        m_world->runner.send(turn(u"Never mind"_qs));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Approval, Kind::User, Kind::AgentText }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).approval.state, ApprovalRequest::State::Stopped);
        // What was said before goes along as text.
        const auto second = inputOf(m_server->seen(postRun).constLast());
        QCOMPARE(second.messages.size(), 2);
        QCOMPARE(second.messages.constFirst().content.constFirst().text, u"Two boats"_qs);
    }

    void aDiskThatRefusesIsSaidAndNothingIsSent()
    {
        m_world->database.run([](QSqlDatabase &connection) -> Result<void> {
            QSqlQuery(connection).exec(u"DROP TABLE runs"_qs);
            return {};
        });
        QSignalSpy failed(&m_world->conversations, &Conversations::storeFailed);
        m_world->runner.send(turn(u"A boat"_qs, true));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QCOMPARE(item(1).error->kind, ErrorKind::File);
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(m_server->seen().isEmpty());
        QVERIFY(m_world->generations.running().isEmpty());
    }

    void anAgentThatIsNotThere()
    {
        m_session->agentsNow.removeFirst();
        m_world->runner.send(turn(u"Hello"_qs));
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QCOMPARE(item(1).error->kind, ErrorKind::Unsupported);
        QVERIFY(m_server->seen().isEmpty());
    }

    void aFileThatCannotBeUploadedEndsTheTurnUnsent()
    {
        TurnRequest request = turn(u"A boat"_qs, true);
        Attachment gone;
        gone.id = u"a1"_qs;
        gone.state = Attachment::State::Ready;
        gone.fileName = u"a.png"_qs;
        gone.path = m_dir->filePath(u"gone.png"_qs);
        gone.mime = u"image/png"_qs;
        request.attachments = { gone };
        m_world->runner.send(request);
        QTRY_COMPARE(kinds(), (QList<Kind>{ Kind::User, Kind::Problem }));
        QTRY_VERIFY(idle());
        QCOMPARE(item(1).error->kind, ErrorKind::File);
        QCOMPARE(m_server->count(postRun), 0);
    }

    void titles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("title");
        QTest::newRow("short") << u"Harbor at dawn"_qs << u"Harbor at dawn"_qs;
        QTest::newRow("first line, single spaces")
            << u"  Harbor   at dawn \nwith gulls"_qs << u"Harbor at dawn"_qs;
        QTest::newRow("between words")
            << u"A slow push in over the dark harbor until the sun is up and the gulls are awake"_qs
            << u"A slow push in over the dark harbor until the…"_qs;
        QTest::newRow("no words") << QString(60, u'x') << QString(48, u'x') + u"…"_qs;
        QTest::newRow("Hangul") << u"새벽 항구에서 천천히 다가가는 장면"_qs
                                << u"새벽 항구에서 천천히 다가가는 장면"_qs;
        QTest::newRow("never half a character")
            << u"👩‍🚀"_qs.repeated(12) << u"👩‍🚀"_qs.repeated(9) + u"…"_qs;
    }
    void titles()
    {
        QFETCH(QString, text);
        QFETCH(QString, title);
        answerWith(u"Yes."_qs);
        m_world->runner.send(turn(text));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(m_world->conversations.currentTitle(), title);
    }

    void conversationsAreOrderedFoundAndReopened()
    {
        answerWith(u"Yes."_qs);
        const QString first = m_world->conversations.currentId();
        m_world->runner.send(turn(u"The harbor"_qs));
        QTRY_VERIFY(idle());
        m_world->conversations.openNew();
        const QString second = m_world->conversations.currentId();
        QVERIFY(second != first);
        QCOMPARE(m_world->conversations.rowOf(second), -1); // with its first message
        QTRY_VERIFY(kinds().isEmpty());
        m_world->runner.send(turn(u"The 사막"_qs));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(m_world->conversations.rowCount(), 2);
        QCOMPARE(m_world->conversations.rowOf(second), 0); // latest first
        m_world->conversations.setFilter(u"사막"_qs.normalized(QString::NormalizationForm_D));
        QTRY_COMPARE(m_world->conversations.rowCount(), 1);
        QCOMPARE(m_world->conversations.rowOf(second), 0);
        m_world->conversations.setFilter({});
        QTRY_COMPARE(m_world->conversations.rowCount(), 2);
        m_world->conversations.open(first);
        QTRY_COMPARE(m_world->transcript.conversationId(), first);
        QCOMPARE(kinds().size(), 2);
        QCOMPARE(item(0).text, u"The harbor"_qs);
        m_world->runner.send(turn(u"again"_qs));
        QTRY_VERIFY(idle());
        QTRY_COMPARE(m_world->conversations.rowOf(first), 0); // moved up
        start();
        QTRY_COMPARE(m_world->conversations.currentId(), first); // what was open at the end
        QTRY_COMPARE(kinds().size(), 4);
    }
};

QTEST_GUILESS_MAIN(TestChat)
#include "tst_client_chat.moc"
