#include "client/net/SseStream.h"
#include "tests/support/ScriptedServer.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

class SseStreamTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 4, 1ms, 20ms });
        m_client->setEndpoint({ m_server->url(), QStringLiteral("t"), m_server->certificate().sha256() });
        m_heard.clear();
        m_ends = 0;
        m_error.reset();
        m_opened = 0;
    }
    void cleanup()
    {
        QVERIFY2(m_ends <= 1, "the terminal signal came more than once");
        QCOMPARE(m_server->unscripted(), 0);
        m_stream.reset();
        m_client.reset();
        m_server.reset();
    }

    void a_cut_stream_goes_on_after_its_last_event()
    {
        AnswerPtr second;
        m_server->route(
            "GET /v1/generations/g/events", [&second](const SeenRequest &request, const AnswerPtr &answer) {
                QCOMPARE(request.header("accept"), QByteArray("text/event-stream"));
                openEvents(answer);
                const QByteArray last = request.header("last-event-id");
                if (last.isEmpty()) {
                    answer->write("id: 1\ndata: one\n\nid: 2\ndata: two\n\nid: 3\nda");
                    answer->close();
                } else if (last == "2") {
                    answer->write("id: 3\ndata: three\n\n");
                    second = answer;
                } else {
                    QCOMPARE(last, QByteArray("3"));
                    answer->write("id: 4\ndata: four\n\n");
                }
            });
        listen("GET", "/v1/generations/g/events");
        QTRY_COMPARE(m_heard.size(), 3);
        second->cut();
        QTRY_COMPARE(m_heard, (QList<QByteArray>{ "1=one", "2=two", "3=three", "4=four" }));
        QCOMPARE(m_opened, 1);
        QCOMPARE(m_ends, 0);
        m_stream->close();
        QCOMPARE(m_ends, 1);
        QVERIFY(!m_error);
    }

    void a_posted_run_goes_on_by_get()
    {
        m_server->route("POST /v1/agents/2/run", [this](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE(request.body, QByteArray("{\"runId\":\"r1\"}"));
            openEvents(answer);
            answer->write("id: 1\ndata: started\n\n");
            answer->close();
        });
        m_server->route(
            "GET /v1/agents/2/run/r1/events", [this](const SeenRequest &request, const AnswerPtr &answer) {
                QCOMPARE(request.header("last-event-id"), QByteArray("1"));
                QVERIFY(request.body.isEmpty());
                openEvents(answer);
                answer->write("id: 2\ndata: finished\n\n");
            });
        post();
        QTRY_COMPARE(m_heard, (QList<QByteArray>{ "1=started", "2=finished" }));
        QCOMPARE(m_server->count("POST /v1/agents/2/run"), 1);
    }

    void a_post_without_an_answer_is_not_repeated()
    {
        m_server->route(
            "POST /v1/agents/2/run", [](const SeenRequest &, const AnswerPtr &answer) { answer->cut(); });
        post();
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_error->kind, ErrorKind::Network);
        QCOMPARE(m_opened, 0);
        QCOMPARE(m_server->count("POST /v1/agents/2/run"), 1);
        QCOMPARE(m_server->seen().size(), 1);
    }

    void a_refused_run_ends_with_its_problem()
    {
        m_server->route("POST /v1/agents/2/run", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(
                402, R"({"code":"insufficient_credits","status":402,"title":"t","detail":"Too few."})");
        });
        post();
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_error->kind, ErrorKind::Credits);
        QCOMPARE(m_error->sentence, QStringLiteral("Too few."));
    }

    void a_busy_service_is_not_posted_to_again()
    {
        m_server->route("POST /v1/agents/2/run", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(503, "{}", { { "Retry-After", "0" } });
        });
        post();
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_server->seen().size(), 1);
    }

    void a_service_that_restarts_is_waited_for()
    {
        m_server->route("GET /v1/e", [this](const SeenRequest &request, const AnswerPtr &answer) {
            openEvents(answer);
            answer->write(
                request.header("last-event-id") == "1" ? "id: 2\ndata: b\n\n" : "id: 1\ndata: a\n\n");
        });
        listen("GET", "/v1/e");
        QSignalSpy interrupted(m_stream.get(), &SseStream::interrupted);
        QTRY_COMPARE(m_heard.size(), 1);
        m_server->die();
        QTRY_VERIFY(interrupted.count() >= 2);
        QVERIFY(m_server->listenAgain());
        QTRY_COMPARE(m_heard, (QList<QByteArray>{ "1=a", "2=b" }));
        QCOMPARE(m_ends, 0);
    }

    void it_gives_up_when_nothing_ever_comes()
    {
        m_server->route("GET /v1/e", [this](const SeenRequest &, const AnswerPtr &answer) {
            openEvents(answer);
            answer->close();
        });
        make("GET", "/v1/e");
        m_stream->setMaxTries(3);
        m_stream->start();
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_error->kind, ErrorKind::Network);
        QCOMPARE(m_server->count("GET /v1/e"), 3);
    }

    void no_more_is_no_error()
    {
        m_server->route("GET /v1/e", [](const SeenRequest &, const AnswerPtr &answer) { answer->send(204); });
        listen("GET", "/v1/e");
        QTRY_COMPARE(m_ends, 1);
        QVERIFY(!m_error);
    }

    void hostile_answers_end_it_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("a web page") << 200 << QByteArray("text/html") << QByteArray("<html>")
                                    << int(ErrorKind::Protocol);
        QTest::newRow("an endless line")
            << 200 << QByteArray("text/event-stream")
            << QByteArray("data: " + QByteArray(9 * 1024 * 1024, 'x')) << int(ErrorKind::Protocol);
        QTest::newRow("wrong token") << 401 << QByteArray("application/problem+json") << QByteArray("{}")
                                     << int(ErrorKind::Auth);
    }
    void hostile_answers_end_it()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        m_server->route("GET /v1/e", [&](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(status, body, { { "Content-Type", type } });
        });
        listen("GET", "/v1/e");
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(int(m_error->kind), kind);
        QCOMPARE(m_server->seen().size(), 1);
    }

    void another_certificate_ends_it()
    {
        m_client->setEndpoint({ m_server->url(), QStringLiteral("t"), TestCertificate::make().sha256() });
        listen("GET", "/v1/e");
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_error->kind, ErrorKind::Tls);
        QCOMPARE(m_server->connections(), 1);
    }

    void the_service_says_how_long_to_wait()
    {
        m_client->setRetryPolicy({ 4, 1ms, 10s });
        qint64 first = 0;
        qint64 second = 0;
        QElapsedTimer clock;
        clock.start();
        m_server->route("GET /v1/e", [&](const SeenRequest &request, const AnswerPtr &answer) {
            openEvents(answer);
            if (request.header("last-event-id").isEmpty()) {
                first = clock.elapsed();
                answer->write("retry: 300\nid: 1\ndata: a\n\n");
                answer->close();
            } else {
                second = clock.elapsed();
                answer->write("id: 2\ndata: b\n\n");
            }
        });
        listen("GET", "/v1/e");
        QTRY_COMPARE(m_heard.size(), 2);
        QVERIFY2(second - first >= 290, qPrintable(QString::number(second - first)));
    }

    void it_may_be_deleted_by_its_listener()
    {
        m_server->route("GET /v1/e", [this](const SeenRequest &, const AnswerPtr &answer) {
            openEvents(answer);
            answer->write("id: 1\ndata: a\n\nid: 2\ndata: b\n\n");
        });
        make("GET", "/v1/e");
        auto *stream = m_stream.release();
        connect(stream, &SseStream::received, this, [stream] { delete stream; });
        stream->start();
        QTRY_COMPARE(m_heard.size(), 1);
        QTest::qWait(20);
        QCOMPARE(m_heard.size(), 1);
        QCOMPARE(m_ends, 0);
    }

private:
    static void openEvents(const AnswerPtr &answer)
    {
        answer->head(
            200, { { "Content-Type", "text/event-stream; charset=utf-8" }, { "Connection", "close" } });
    }
    void make(const QByteArray &verb, const char *path, const QByteArray &body = {})
    {
        HttpRequest request;
        request.verb = verb;
        request.url = QUrl(QString::fromLatin1(path));
        request.body = body;
        m_stream = std::make_unique<SseStream>(*m_client, request);
        connect(m_stream.get(), &SseStream::opened, this, [this] { ++m_opened; });
        connect(m_stream.get(), &SseStream::received, this,
            [this](const contract::SseEvent &event) { m_heard.append(event.id + '=' + event.data); });
        connect(m_stream.get(), &SseStream::ended, this, [this](const std::optional<Error> &error) {
            ++m_ends;
            m_error = error;
        });
    }
    void listen(const QByteArray &verb, const char *path)
    {
        make(verb, path);
        m_stream->start();
    }
    void post()
    {
        make("POST", "/v1/agents/2/run", "{\"runId\":\"r1\"}");
        m_stream->setResumeUrl(QUrl(QStringLiteral("/v1/agents/2/run/r1/events")));
        m_stream->start();
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<SseStream> m_stream;
    QList<QByteArray> m_heard;
    std::optional<Error> m_error;
    int m_ends = 0;
    int m_opened = 0;
};

QTEST_GUILESS_MAIN(SseStreamTest)
#include "tst_client_sse.moc"
