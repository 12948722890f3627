#include "client/net/HttpClient.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedServer.h"

#include <QNetworkReply>
#include <QSignalSpy>
#include <QUuid>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

/// HttpClient against a server that does what the test says.
class HttpClientTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 4, 1ms, 20ms });
        m_client->setEndpoint(
            { m_server->url(), QStringLiteral("s3cret"), m_server->certificate().sha256() });
    }

    void cleanup()
    {
        QCOMPARE(m_server->unscripted(), 0);
        m_client.reset();
        m_server.reset();
    }

    void every_request_says_who_asks()
    {
        m_client->setLanguage("ko, en;q=0.5");
        m_server->routeJson("GET /v1/service", "{}");
        const auto answer = get("/v1/service");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, QByteArray("{}"));
        const SeenRequest seen = m_server->seen().constFirst();
        QCOMPARE(seen.header("authorization"), QByteArray("Bearer s3cret"));
        QCOMPARE(seen.header("accept-language"), QByteArray("ko, en;q=0.5"));
        QVERIFY(seen.header("user-agent").startsWith("Facet/"));
        QVERIFY(!QUuid::fromString(QString::fromLatin1(seen.header("x-request-id"))).isNull());
        QCOMPARE(answer->requestId, QString::fromLatin1(seen.header("x-request-id")));
    }

    void plain_http_is_refused_before_anything_is_sent()
    {
        for (const char *url :
            { "http://127.0.0.1:1/v1/service", "ftp://127.0.0.1/", "file:///etc/passwd" }) {
            HttpRequest request;
            request.url = QUrl(QString::fromLatin1(url));
            const auto answer = await(m_client->send(request));
            QVERIFY(!answer);
            QVERIFY(!answer.error().sentence.isEmpty());
            QCOMPARE(answer.error().kind, request.url.host().isEmpty() ? ErrorKind::Network : ErrorKind::Tls);
        }
        m_client->setEndpoint(
            { QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort())), {}, {} });
        QCOMPARE(get("/v1/service").error().kind, ErrorKind::Tls);
        QCOMPARE(m_server->connections(), 0);
    }

    void another_certificate_than_the_pinned_one_gets_nothing()
    {
        m_client->setEndpoint(
            { m_server->url(), QStringLiteral("s3cret"), TestCertificate::make().sha256() });
        const auto answer = get("/v1/service");
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Tls);
        QVERIFY(m_server->seen().isEmpty());
        QCOMPARE(m_server->connections(), 1); // not tried again either
    }

    void a_certificate_that_is_not_the_pinned_one_is_no_authority()
    {
        // What was told as the certificate is the server's, but not what was told as its digest.
        m_client->setEndpoint({ m_server->url(), QStringLiteral("s3cret"), TestCertificate::make().sha256(),
            m_server->certificate().certificate.toPem() });
        QCOMPARE(get("/v1/service").error().kind, ErrorKind::Tls);
        QVERIFY(m_server->seen().isEmpty());
    }

    void the_pinned_certificate_is_known_or_recognised_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::newRow("known") << QByteArray("its own");
        QTest::newRow("recognised by its digest") << QByteArray();
        QTest::newRow("told in a way that nobody can read") << QByteArray("-----BEGIN CERTIFICATE-----\n!");
    }
    void the_pinned_certificate_is_known_or_recognised()
    {
        QFETCH(const QByteArray, told);
        m_server->routeJson("GET /v1/service", "{}");
        m_client->setEndpoint({ m_server->url(), QStringLiteral("s3cret"), m_server->certificate().sha256(),
            told == "its own" ? m_server->certificate().certificate.toPem() : told });
        const auto answer = get("/v1/service");
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    }

    void a_self_signed_certificate_is_not_trusted_without_its_pin()
    {
        m_client->setEndpoint({ m_server->url(), QStringLiteral("s3cret"), {} });
        QCOMPARE(get("/v1/service").error().kind, ErrorKind::Tls);
        QVERIFY(m_server->seen().isEmpty());
    }

    void the_pin_holds_for_its_own_origin_only()
    {
        // The same certificate on another port is another service.
        ScriptedServer other;
        HttpRequest request;
        request.url = other.url("/v1/service");
        QCOMPARE(await(m_client->send(request)).error().kind, ErrorKind::Tls);
        QVERIFY(other.seen().isEmpty());
    }

    void one_that_is_given_up_while_it_connects_takes_no_other_with_it()
    {
        m_server->routeJson("GET /v1/service", "{}");
        for (int round = 0; round < 30; ++round) {
            HttpClient client;
            Endpoint known = m_client->endpoint();
            known.certificate = m_server->certificate().certificate.toPem();
            client.setEndpoint(known);
            HttpRequest request;
            request.url = QUrl(u"/v1/service"_qs);
            QList<QNetworkReply *> replies;
            for (int i = 0; i < 4; ++i)
                replies.append(*client.open(request, HttpClient::Lane::Stream));
            QTest::qWait(round);
            delete replies.takeAt(round % 4);
            for (QNetworkReply *reply : std::as_const(replies)) {
                QTRY_VERIFY(reply->isFinished());
                const std::optional<Error> error = HttpClient::errorOf(reply, {});
                QVERIFY2(!error, error ? qPrintable(u"round %1: "_qs.arg(round) + error->detail) : "");
            }
        }
    }

    void a_redirect_to_another_host_is_not_followed()
    {
        ScriptedServer other;
        m_server->route("GET /v1/service", [&other](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(302, {}, { { "Location", other.url("/v1/service").toEncoded() } });
        });
        const auto answer = get("/v1/service");
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Protocol);
        QCOMPARE(other.connections(), 0);
    }

    void a_redirect_to_plain_http_is_not_followed()
    {
        m_server->route("GET /v1/service", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(301, {}, { { "Location", "http://127.0.0.1/v1/service" } });
        });
        QCOMPARE(get("/v1/service").error().kind, ErrorKind::Protocol);
    }

    void a_redirect_within_the_service_is_followed_for_reading_only()
    {
        const auto redirect = [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(307, {}, { { "Location", "/v1/here" } });
        };
        m_server->route("GET /v1/there", redirect);
        m_server->route("POST /v1/there", redirect);
        m_server->routeJson("GET /v1/here", "{\"ok\":true}");
        const auto read = get("/v1/there");
        QVERIFY(read);
        QCOMPARE(read->body, QByteArray("{\"ok\":true}"));
        QCOMPARE(
            m_server->seen("GET /v1/here").constFirst().header("authorization"), QByteArray("Bearer s3cret"));
        QCOMPARE(post("/v1/there", "{}").error().kind, ErrorKind::Protocol);
        QCOMPARE(m_server->count("POST /v1/here"), 0);
    }

    void reading_is_tried_again_after_a_cut()
    {
        int left = 2;
        m_server->route("GET /v1/models", [&left](const SeenRequest &, const AnswerPtr &answer) {
            if (left-- > 0) {
                answer->head(200, { { "Content-Length", "100" } });
                answer->write("half");
                answer->close();
            } else {
                answer->json(200, "[]");
            }
        });
        const auto answer = get("/v1/models");
        QVERIFY(answer);
        QCOMPARE(answer->body, QByteArray("[]"));
        QCOMPARE(m_server->count("GET /v1/models"), 3);
    }

    void reading_gives_up_at_last()
    {
        m_server->route("GET /v1/models", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, { { "Content-Length", "100" } });
            answer->close();
        });
        QCOMPARE(get("/v1/models").error().kind, ErrorKind::Network);
        QCOMPARE(m_server->count("GET /v1/models"), 4);
    }

    void a_busy_service_is_asked_again_when_it_says()
    {
        bool busy = true;
        m_server->route("GET /v1/models", [&busy](const SeenRequest &, const AnswerPtr &answer) {
            if (std::exchange(busy, false))
                answer->json(503, R"({"code":"engine_unavailable","status":503,"title":"busy"})",
                    { { "Retry-After", "0" } });
            else
                answer->json(200, "[]");
        });
        QVERIFY(get("/v1/models"));
        QCOMPARE(m_server->count("GET /v1/models"), 2);
    }

    void refusals_are_not_tried_again_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : { 400, 402, 404, 409, 413, 422, 429, 500, 502 })
            QTest::addRow("%d", status) << status;
    }
    void refusals_are_not_tried_again()
    {
        QFETCH(int, status);
        m_server->route("GET /v1/models", [status](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(status, "{\"title\":\"no\"}");
        });
        QVERIFY(!get("/v1/models"));
        QCOMPARE(m_server->count("GET /v1/models"), 1);
    }

    /// QNetworkAccessManager repeats a request by itself when a kept connection closes without an answer;
    /// for a POST that could spend twice.
    void a_post_is_sent_exactly_once_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keptConnection");
        QTest::newRow("body, new connection") << QByteArray("{\"credits\":1}") << false;
        QTest::newRow("body, kept connection") << QByteArray("{\"credits\":1}") << true;
        QTest::newRow("no body, new connection") << QByteArray() << false;
        QTest::newRow("no body, kept connection") << QByteArray() << true;
    }
    void a_post_is_sent_exactly_once()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, keptConnection);
        m_server->routeJson("GET /v1/service", "{}");
        m_server->route(
            "POST /v1/top_ups", [](const SeenRequest &, const AnswerPtr &answer) { answer->close(); });
        if (keptConnection)
            QVERIFY(get("/v1/service"));
        HttpRequest request;
        request.verb = "POST";
        request.url = QUrl(QStringLiteral("/v1/top_ups"));
        request.body = body;
        request.addHeader("Idempotency-Key", "k1");
        const auto answer = await(m_client->send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QTest::qWait(50); // a repetition would come now
        QCOMPARE(m_server->count("POST /v1/top_ups"), 1);
        QCOMPARE(m_server->seen("POST /v1/top_ups").constFirst().body, body);
        QCOMPARE(m_server->seen("POST /v1/top_ups").constFirst().header("idempotency-key"), QByteArray("k1"));
        if (keptConnection)
            QCOMPARE(m_server->seen("POST /v1/top_ups").constFirst().connection, 1);
    }

    void a_busy_service_is_not_posted_to_again()
    {
        m_server->route("POST /v1/generations", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(503, "{}", { { "Retry-After", "0" } });
        });
        const auto answer = post("/v1/generations", "{}");
        QCOMPARE(answer.error().kind, ErrorKind::Service);
        QCOMPARE(m_server->count("POST /v1/generations"), 1);
    }

    void a_refused_token_is_said_to_all()
    {
        QSignalSpy spy(m_client.get(), &HttpClient::unauthorized);
        m_server->route("GET /v1/account", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(401, R"({"code":"unauthorized","status":401,"title":"Unauthorized"})",
                { { "X-Request-Id", "r-77" } });
        });
        const auto answer = get("/v1/account");
        QCOMPARE(answer.error().kind, ErrorKind::Auth);
        QCOMPARE(answer.error().requestId, QStringLiteral("r-77"));
        QCOMPARE(spy.count(), 1);
        QCOMPARE(m_server->count("GET /v1/account"), 1);
    }

    void problems_become_errors()
    {
        m_server->route("POST /v1/generations", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(402,
                R"({"type":"x","title":"t","status":402,"detail":"You need 33 credits.","code":"insufficient_credits","required":33,"balance":2})",
                { { "X-Request-Id", "r-1" } });
        });
        Error error = post("/v1/generations", "{}").error();
        QCOMPARE(error.kind, ErrorKind::Credits);
        QCOMPARE(error.sentence, QStringLiteral("You need 33 credits."));
        QCOMPARE(error.code, QStringLiteral("insufficient_credits"));
        QCOMPARE(error.requestId, QStringLiteral("r-1"));
        m_server->route("POST /v1/generations", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(429, R"({"code":"too_many_running","status":429,"limit":4,"title":"t"})",
                { { "Retry-After", "17" } });
        });
        error = post("/v1/generations", "{}").error();
        QCOMPARE(error.kind, ErrorKind::Refused);
        QCOMPARE(error.retryAfter, std::optional(17s));
    }

    void an_endless_answer_is_stopped()
    {
        m_server->route("GET /v1/ledger", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, QByteArray(HttpClient::maxAnswerBytes + 1, 'x'));
        });
        QCOMPARE(get("/v1/ledger").error().kind, ErrorKind::Protocol);
        m_server->route("GET /v1/ledger", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, QByteArray(HttpClient::maxAnswerBytes, 'x'));
        });
        QVERIFY(get("/v1/ledger"));
    }

    void silence_is_an_error()
    {
        m_server->route("POST /v1/quotes", [](const SeenRequest &, const AnswerPtr &) {});
        HttpRequest request;
        request.verb = "POST";
        request.url = QUrl(QStringLiteral("/v1/quotes"));
        request.timeoutMs = 200;
        const auto answer = await(m_client->send(request));
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QVERIFY(answer.error().sentence.contains(QLatin1String("in time")));
    }

    void what_is_not_http_is_an_error()
    {
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->write("220 mail.example ESMTP\r\n\r\n");
            answer->close();
        });
        const auto answer = get("/v1/service");
        QVERIFY(!answer);
        QVERIFY(answer.error().kind == ErrorKind::Network || answer.error().kind == ErrorKind::Protocol);
    }

    void nobody_there()
    {
        m_server->die();
        QSignalSpy spy(m_client.get(), &HttpClient::unreachable);
        const auto answer = get("/v1/service");
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        QVERIFY(!answer.error().sentence.isEmpty());
        QVERIFY(!answer.error().requestId.isEmpty());
        QCOMPARE(spy.count(), 4);
    }

    void open_streams_do_not_keep_requests_waiting()
    {
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, { { "Content-Type", "text/event-stream" } });
        });
        m_server->routeJson("GET /v1/service", "{}");
        std::vector<std::unique_ptr<QNetworkReply>> streams;
        for (int i = 0; i < 17; ++i) {
            HttpRequest request;
            request.url = QUrl(QStringLiteral("/v1/generations/%1/events").arg(i));
            streams.emplace_back(*m_client->open(request, HttpClient::Lane::Stream));
        }
        QTRY_COMPARE(m_server->seen().size(), 17);
        QVERIFY(get("/v1/service"));
    }

    void paths_hang_below_the_service()
    {
        m_client->setEndpoint({ QUrl(QStringLiteral("https://team.example:8443/facet/")), {}, {} });
        QCOMPARE(m_client->resolve(QUrl(QStringLiteral("/v1/models?limit=5"))),
            QUrl(QStringLiteral("https://team.example:8443/facet/v1/models?limit=5")));
        QCOMPARE(m_client->resolve(QUrl(QStringLiteral("https://other.example/x"))),
            QUrl(QStringLiteral("https://other.example/x")));
        QCOMPARE(m_client->resolve(QUrl::fromEncoded("/v1/assets/a%2Fb%3Fc/content")).toEncoded(),
            QByteArray("https://team.example:8443/facet/v1/assets/a%2Fb%3Fc/content"));
    }

private:
    Result<HttpAnswer> get(const char *path)
    {
        HttpRequest request;
        request.url = QUrl(QString::fromLatin1(path));
        return await(m_client->send(request));
    }
    Result<HttpAnswer> post(const char *path, const QByteArray &body)
    {
        HttpRequest request;
        request.verb = "POST";
        request.url = QUrl(QString::fromLatin1(path));
        request.body = body;
        request.contentType = "application/json";
        return await(m_client->send(request));
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_client_http.moc"
