#include "client/chat/LiveChatRunner.h"
#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "client/composer/LiveComposer.h"
#include "client/generation/LiveGenerations.h"
#include "client/media/ImageIntake.h"
#include "client/session/LiveSession.h"
#include "client/session/MemorySecrets.h"
#include "client/store/GenerationRecords.h"
#include "client/store/MessageStore.h"
#include "contract/AgUi.h"
#include "tests/support/ScriptedServer.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

namespace {

constexpr char agentPath[] = "/agents/anybody";

/// An agent that speaks AG-UI and nothing else: no ids on its events, no /v1, no replay.
void answerAsAgent(const SeenRequest &request, const AnswerPtr &answer)
{
    const auto input = contract::parseJson(request.body).and_then([](const contract::Json &json) {
        return contract::fromJson<contract::RunAgentInput>(json);
    });
    if (!input)
        return answer->send(400);
    answer->head(200, { { "Content-Type", "text/event-stream" } });
    const contract::AgUiEvent events[] = { contract::RunStarted{ input->threadId, input->runId },
        contract::TextMessageStart{ QStringLiteral("m1") },
        contract::TextMessageContent{ QStringLiteral("m1"), QStringLiteral("Light from the left.") },
        contract::TextMessageEnd{ QStringLiteral("m1") },
        contract::RunFinished{ input->threadId, input->runId, {}, {} } };
    for (const contract::AgUiEvent &event : events)
        answer->write("data: " + contract::toBytes(contract::toJson(event)) + "\n\n");
    answer->close();
}

} // namespace

/// CONTRACT "Agent runs": a service that offers only an AG-UI endpoint still works as a chat.
class TestChatOnly : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<MemorySecrets> m_secrets;
    std::unique_ptr<LiveSession> m_session;
    const QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();

    void begin()
    {
        const QString url = m_server->url(agentPath).toString();
        m_secrets->write(url, QStringLiteral("right"));
        LiveSession::Config config;
        config.profileFolder = m_dir->path();
        config.serviceUrl = url;
        m_session = std::make_unique<LiveSession>(*m_http, *m_secrets, config);
        m_session->start();
    }
    void connectToAgent()
    {
        begin();
        QTRY_COMPARE(m_session->state(), Session::State::Ready);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ScriptedServer>();
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(404, "<html>Not found</html>", { { "Content-Type", "text/html" } });
        });
        m_server->route(QByteArray("POST ") + agentPath, answerAsAgent);
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificate(m_server->certificate().certificate);
        QSslConfiguration::setDefaultConfiguration(tls);
        m_http = std::make_unique<HttpClient>();
        m_http->setRetryPolicy({ 1, 1ms, 10ms });
        m_secrets = std::make_unique<MemorySecrets>();
    }
    void cleanup()
    {
        m_session.reset();
        m_http.reset();
        m_server.reset();
        QSslConfiguration::setDefaultConfiguration(m_tls);
    }

    void what_it_lacks_is_known_not_broken()
    {
        connectToAgent();
        QVERIFY(m_session->isChatOnly());
        QVERIFY(!m_session->isSandbox());
        QVERIFY(m_session->catalogue().models().isEmpty());
        QSignalSpy changes(m_session.get(), &Session::stateChanged);
        const QByteArray account = QByteArray("GET ") + agentPath + "/v1/account";
        const int asked = m_server->count(account);
        QVERIFY(asked > 0); // it was looked for once
        m_session->refreshAccount(); // nothing to refresh: it stays Ready and does not ask
        m_session->retry();
        QCOMPARE(changes.count(), 0);
        QCOMPARE(m_server->count(account), asked);
    }

    void a_message_is_sent_and_answered()
    {
        connectToAgent();
        Database database(m_dir->filePath(QStringLiteral("facet.db")));
        MessageStore messages(&database);
        GenerationRecords records(&database);
        LiveGenerations generations(
            *m_http, records, { m_dir->filePath(u"results"_qs), m_dir->filePath(u"posters"_qs) });
        StoredConversations conversations(&database, messages, generations, *m_session);
        StoredTranscript transcript(messages, conversations, generations);
        LiveChatRunner runner({ *m_http, *m_session, generations, database, messages, {} });
        ImageIntake intake(m_dir->filePath(u"attachments"_qs));
        const SystemClock clock;
        int quotesAsked = 0;
        LiveComposer composer({ *m_session, conversations, database, intake, clock,
            [&quotesAsked](const contract::QuoteBody &) {
                ++quotesAsked;
                return QtFuture::makeReadyFuture(Result<Quote>(fail(ErrorKind::Refused, {})));
            } });
        generations.start();
        conversations.start();
        runner.start();
        QTRY_VERIFY(!composer.conversationId().isEmpty() && !composer.isLoading());

        composer.setText(u"How should I light a portrait?"_qs);
        QVERIFY(!composer.quote().totalCredits); // nothing is known of a price, and nothing is invented
        QTRY_VERIFY(composer.canSend());
        QMimeData picture;
        picture.setImageData(QImage(8, 8, QImage::Format_RGB32));
        QVERIFY(!composer.accepts(&picture));
        QSignalSpy refused(&composer, &Composer::refused);
        composer.attachPixels(InputRole::Reference, QImage(8, 8, QImage::Format_RGB32));
        QCOMPARE(refused.count(), 1);
        QVERIFY(composer.attachments().isEmpty());

        runner.send(composer.take());
        QTRY_COMPARE(runner.turnsUnderWay(), 0);
        QTRY_COMPARE(transcript.rowCount(), 2);
        QCOMPARE(transcript.item(1).kind, TranscriptItem::Kind::AgentText);
        QCOMPARE(transcript.item(1).text, u"Light from the left."_qs);
        QCOMPARE(m_session->state(), Session::State::Ready);
        QCOMPARE(quotesAsked, 0);
        QCOMPARE(m_server->count(QByteArray("POST ") + agentPath), 1);
        QCOMPARE(m_server->seen(QByteArray("POST ") + agentPath).first().header("authorization"),
            QByteArray("Bearer right"));
    }

    void a_service_that_breaks_the_contract_is_no_chat()
    {
        m_server->routeJson(QByteArray("GET ") + agentPath + "/v1/service", "{}");
        begin();
        QTRY_COMPARE(m_session->state(), Session::State::Offline);
        QVERIFY(!m_session->isChatOnly());
    }
};

QTEST_GUILESS_MAIN(TestChatOnly)
#include "tst_client_chat_only.moc"
