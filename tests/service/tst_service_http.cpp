#include "service/http/FileResponse.h"
#include "service/http/Problems.h"
#include "service/http/RequestHead.h"
#include "service/http/Server.h"
#include "service/http/TlsIdentity.h"
#include "service/support/RawClient.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace facet;
using namespace facet::service;
using facet::test::RawClient;
using namespace std::chrono_literals;

namespace {

const QByteArray token = "0123456789abcdefghij";

QByteArray get(const QByteArray &path, const QByteArray &fields = {}, const QByteArray &method = "GET")
{
    return method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + fields
        + "\r\n";
}

QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
{
    return get(path, fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n", "POST") + body;
}

QString codeOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(QStringLiteral("code")).toString();
}

} // namespace

class TestServiceHttp : public QObject {
    Q_OBJECT

private:
    struct Running {
        Router router;
        std::unique_ptr<Server> server;
        quint16 port = 0;
        RawClient connect(bool tls = true) const { return RawClient(QStringLiteral("127.0.0.1"), port, tls); }
    };

    std::unique_ptr<Running> serve(const std::function<void(Router &)> &routes, ServerLimits limits = {})
    {
        auto running = std::make_unique<Running>();
        running->router.add(
            "GET", QStringLiteral("/hello"), [](const HttpRequest &request, const Reply &reply) {
                reply({ 200, { { "Content-Type", "text/plain" } },
                    QByteArray("hello ") + request.query.queryItemValue(QStringLiteral("name")).toUtf8() });
            });
        running->router.add(
            "POST", QStringLiteral("/echo"),
            [](const HttpRequest &request, const Reply &reply) {
                reply({ 200, {}, request.body });
            },
            1000);
        if (routes)
            routes(running->router);
        ServerOptions options;
        options.certificatePath = m_identity.certificatePath;
        options.keyPath = m_identity.keyPath;
        options.token = token;
        options.limits = limits;
        running->server = std::make_unique<Server>(running->router, options);
        const auto port = running->server->start();
        if (!port)
            qFatal("%s", qPrintable(port.error().sentence + port.error().detail));
        running->port = *port;
        return running;
    }

    QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(QStringLiteral("file%1").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write(bytes);
        return path;
    }

    QTemporaryDir m_folder;
    TlsIdentity m_identity;
    int m_files = 0;

private slots:
    void initTestCase()
    {
        const auto identity = ownIdentity(m_folder.path());
        QVERIFY(identity.has_value());
        m_identity = *identity;
    }

    void certificateIsItsOwnForTenYears()
    {
        const auto list = QSslCertificate::fromPath(m_identity.certificatePath);
        QCOMPARE(list.size(), 1);
        const QSslCertificate &certificate = list.first();
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        QCOMPARE(certificate.digest(QCryptographicHash::Sha256).toHex(), m_identity.sha256);
        QCOMPARE(QSslCertificate(m_identity.certificate, QSsl::Pem), certificate);
        const qint64 days = QDateTime::currentDateTimeUtc().daysTo(certificate.expiryDate());
        QVERIFY2(days > 3645 && days <= 3653, QByteArray::number(days).constData());
        const auto names = certificate.subjectAlternativeNames();
        QVERIFY(names.values(QSsl::DnsEntry).contains(QStringLiteral("localhost")));
        QVERIFY(names.values(QSsl::IpAddressEntry).contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(QFile::permissions(m_identity.keyPath)
                & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup
                    | QFileDevice::WriteOther),
            QFileDevice::Permissions());
        QCOMPARE(ownIdentity(m_folder.path())->sha256, m_identity.sha256);

        const auto server = serve({});
        RawClient client = server->connect();
        const QSslSocket &socket = client.socket();
        QCOMPARE(socket.peerCertificate().digest(QCryptographicHash::Sha256).toHex(), m_identity.sha256);
        QVERIFY(socket.sessionProtocol() == QSsl::TlsV1_3 || socket.sessionProtocol() == QSsl::TlsV1_2);
    }

    void oldTlsIsRefused()
    {
        const auto server = serve({});
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        socket.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port);
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(!socket.isEncrypted());
    }

    void plainHttpIsRefused()
    {
        const auto server = serve({});
        RawClient client = server->connect(false);
        client.send(get("/hello"));
        const auto answer = client.next();
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.body.contains("https://"));
        QVERIFY(!answer.body.contains("hello "));
        QVERIFY(client.waitForClosed());
    }

    void keepAliveAndPipelining()
    {
        const auto server = serve({});
        RawClient client = server->connect();
        client.send(get("/hello?name=a"));
        QCOMPARE(client.next().body, "hello a");
        QVERIFY(client.isOpen());
        client.send(get("/hello?name=b") + post("/echo", "two") + get("/none")
            + get("/hello?name=c", {}, "HEAD") + get("/hello?name=d", "Connection: close\r\n"));
        QCOMPARE(client.next().body, "hello b");
        QCOMPARE(client.next().body, "two");
        QCOMPARE(client.next().status, 404);
        const auto head = client.next(true);
        QCOMPARE(head.status, 200);
        QCOMPARE(head.header("content-length"), "7");
        const auto last = client.next();
        QCOMPARE(last.body, "hello d");
        QCOMPARE(last.header("connection"), "close");
        QVERIFY(client.waitForClosed());
    }

    void slowAnswersStayInOrder()
    {
        Reply first;
        const auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/later"),
                [&](const HttpRequest &, Reply reply) { first = std::move(reply); });
        });
        RawClient client = server->connect();
        client.send(get("/later") + get("/hello?name=b"));
        QTRY_VERIFY(first);
        QVERIFY(client.received().isEmpty());
        first({ 200, {}, QByteArray("at last") });
        first({ 200, {}, QByteArray("twice") }); // ignored: a reply is used once
        QCOMPARE(client.next().body, "at last");
        QCOMPARE(client.next().body, "hello b");
    }

    void aFailingHandlerIsAnsweredFor()
    {
        const auto server = serve([](Router &router) {
            router.add("GET", QStringLiteral("/forgets"), [](const HttpRequest &, const Reply &) {});
            router.add("GET", QStringLiteral("/throws"),
                [](const HttpRequest &, const Reply &) { throw std::runtime_error("broken"); });
            router.addBody("PATCH", QStringLiteral("/forgets"),
                { [](const HttpRequest &, const auto &) {},
                    [](const HttpRequest &, const BodyOutcome &, const Reply &) {} });
        });
        RawClient client = server->connect();
        QTest::ignoreMessage(QtWarningMsg, "http: a handler failed: broken");
        client.send(get("/forgets") + get("/throws") + get("/forgets", "Content-Length: 0\r\n", "PATCH")
            + get("/hello"));
        for (int i = 0; i < 3; ++i) {
            const auto answer = client.next();
            QCOMPARE(answer.status, 500);
            QCOMPARE(codeOf(answer.body), QStringLiteral("internal"));
        }
        QCOMPARE(client.next().status, 200);
    }

    void everyoneNeedsTheToken_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << QByteArray() << 401;
        QTest::newRow("other") << QByteArray("Authorization: Bearer 0123456789abcdefghiX\r\n") << 401;
        QTest::newRow("prefix") << QByteArray("Authorization: Bearer 0123456789\r\n") << 401;
        QTest::newRow("longer") << QByteArray("Authorization: Bearer " + token + "k\r\n") << 401;
        QTest::newRow("basic") << QByteArray("Authorization: Basic " + token + "\r\n") << 401;
        QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << 401;
        QTest::newRow("right") << QByteArray("Authorization: Bearer " + token + "\r\n") << 200;
        QTest::newRow("scheme in any case") << QByteArray("authorization: bearer " + token + "\r\n") << 200;
    }
    void everyoneNeedsTheToken()
    {
        QFETCH(QByteArray, field);
        QFETCH(int, status);
        const auto server = serve({});
        for (const QByteArray &path : { QByteArray("/hello"), QByteArray("/none") }) {
            RawClient client = server->connect();
            client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\nX-Request-Id: my-id\r\n" + field + "\r\n");
            const auto answer = client.next();
            QCOMPARE(answer.status, status == 200 && path == "/none" ? 404 : status);
            QCOMPARE(answer.header("x-request-id"), "my-id");
            if (status == 401) {
                QCOMPARE(answer.header("content-type"), "application/problem+json");
                QCOMPARE(codeOf(answer.body), QStringLiteral("unauthorized"));
                QCOMPARE(answer.header("www-authenticate"), "Bearer");
            }
        }
    }

    void unknownAddressesAndMethods()
    {
        const auto server = serve({});
        RawClient client = server->connect();
        client.send(get("/none", "Accept-Language: ko-KR,ko;q=0.9,en;q=0.8\r\n"));
        auto answer = client.next();
        QCOMPARE(answer.status, 404);
        QCOMPARE(codeOf(answer.body), QStringLiteral("not_found"));
        QVERIFY(answer.body.contains("이 주소에는"));
        QVERIFY(!answer.header("x-request-id").isEmpty());
        QCOMPARE(QJsonDocument::fromJson(answer.body)[QStringLiteral("request_id")].toString().toLatin1(),
            answer.header("x-request-id"));
        client.send(get("/hello", {}, "DELETE"));
        answer = client.next();
        QCOMPARE(answer.status, 405);
        QCOMPARE(answer.header("allow"), "GET, HEAD");
        QCOMPARE(answer.header("content-type"), "application/problem+json");
        client.send(get("/hello", {}, "BREW"));
        QCOMPARE(client.next().status, 405);
    }

    void requestIdsAreMadeWhenUnfit()
    {
        const auto server = serve({});
        RawClient client = server->connect();
        for (const QByteArray &id : { QByteArray("two words"), QByteArray(129, 'x') }) {
            client.send(get("/hello", "X-Request-Id: " + id + "\r\n"));
            const QByteArray given = client.next().header("x-request-id");
            QVERIFY(!given.isEmpty());
            QVERIFY(given != id);
        }
    }

    void bodiesAreBounded()
    {
        const auto server = serve({});
        RawClient fits = server->connect();
        fits.send(post("/echo", QByteArray(1000, 'x')));
        QCOMPARE(fits.next().body.size(), 1000);

        // The body is not waited for: only the head comes.
        RawClient declared = server->connect();
        declared.send(get("/echo", "Content-Length: 1001\r\n", "POST"));
        auto answer = declared.next();
        QCOMPARE(answer.status, 413);
        QCOMPARE(codeOf(answer.body), QStringLiteral("too_large"));
        QCOMPARE(QJsonDocument::fromJson(answer.body)[QStringLiteral("limit_bytes")].toInt(), 1000);
        declared.send(QByteArray(1001, 'x') + get("/hello"));
        QCOMPARE(declared.next().status, 200);

        // Nobody reads that much for nothing.
        RawClient endless = server->connect();
        endless.send(get("/echo", "Content-Length: 99999999999\r\n", "POST"));
        answer = endless.next();
        QCOMPARE(answer.status, 413);
        QCOMPARE(answer.header("connection"), "close");
        QVERIFY(endless.waitForClosed());
        RawClient stranger = server->connect();
        stranger.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n");
        answer = stranger.next();
        QCOMPARE(answer.status, 401);
        QVERIFY(stranger.waitForClosed());
        // Who asks first is not read at all.
        RawClient polite = server->connect();
        polite.send(get("/echo", "Content-Length: 1001\r\nExpect: 100-continue\r\n", "POST"));
        QCOMPARE(polite.next().status, 413);
        QVERIFY(polite.waitForClosed());

        RawClient chunked = server->connect();
        chunked.send(get("/echo", "Transfer-Encoding: chunked\r\n", "POST") + "300\r\n"
            + QByteArray(0x300, 'x') + "\r\n");
        QVERIFY(!chunked.waitFor("HTTP/1.1", 100));
        chunked.send("300\r\n" + QByteArray(0x300, 'x') + "\r\n");
        QCOMPARE(chunked.next().status, 413);

        RawClient wellChunked = server->connect();
        wellChunked.send(get("/echo", "Transfer-Encoding: chunked\r\n", "POST")
            + "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n" + get("/hello"));
        QCOMPARE(wellChunked.next().body, "abcde");
        QCOMPARE(wellChunked.next().status, 200);
    }

    void headsAreBounded()
    {
        const auto server = serve({});
        RawClient client = server->connect();
        client.send(get("/hello", "X-Long: " + QByteArray(15 * 1024, 'x') + "\r\n"));
        QCOMPARE(client.next().status, 200);
        client.send(get("/hello", "X-Long: " + QByteArray(17 * 1024, 'x') + "\r\n"));
        const auto answer = client.next();
        QCOMPARE(answer.status, 431);
        QCOMPARE(codeOf(answer.body), QStringLiteral("too_large"));
        QVERIFY(client.waitForClosed());
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n");
        QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("two lengths") << get("/echo", "Content-Length: 3\r\nContent-Length: 4\r\n", "POST");
        QTest::newRow("length and chunks")
            << get("/echo", "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "POST");
        QTest::newRow("negative length") << get("/echo", "Content-Length: -3\r\n", "POST");
        QTest::newRow("target is no path") << get("hello");
        QTest::newRow("zero byte in the path") << get("/hel%00lo");
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const auto server = serve({});
        RawClient client = server->connect();
        client.send(bytes);
        QCOMPARE(client.next().status, 400);
        RawClient other = server->connect();
        other.send(get("/hello"));
        QCOMPARE(other.next().status, 200);
    }

    void slowHeadsAndIdleLinesEnd()
    {
        ServerLimits limits;
        limits.headTime = 300ms;
        limits.idleTime = 600ms;
        const auto server = serve({}, limits);
        RawClient silent(QStringLiteral("127.0.0.1"), server->port, false); // not even a handshake
        RawClient slow = server->connect();
        slow.send("GET /hello HT");
        RawClient idle = server->connect();
        idle.send(get("/hello"));
        QCOMPARE(idle.next().status, 200);
        QElapsedTimer since;
        since.start();
        QVERIFY(slow.waitForClosed(5000));
        QVERIFY(slow.received().isEmpty());
        QVERIFY(silent.waitForClosed(5000));
        QVERIFY(idle.isOpen());
        QVERIFY(idle.waitForClosed(5000));
        QVERIFY2(since.elapsed() >= 500, "an idle line has more time than a head");
    }

    void tooManyConnectionsAreClosed()
    {
        ServerLimits limits;
        limits.connections = 3;
        const auto server = serve({}, limits);
        RawClient a = server->connect(), b = server->connect();
        {
            RawClient c = server->connect();
            QVERIFY(a.isReady() && b.isReady() && c.isReady());
            QSslSocket fourth;
            fourth.setPeerVerifyMode(QSslSocket::VerifyNone);
            fourth.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server->port);
            QTRY_COMPARE(fourth.state(), QAbstractSocket::UnconnectedState);
            QVERIFY(!fourth.isEncrypted());
        }
        // Each try waits for its own handshake, so the whole is given more than one try's time.
        QVERIFY(QTest::qWaitFor([&] { return server->connect().isReady(); }, 30'000));
    }

    void filesByRanges_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");
        const QByteArray all = "0123456789";
        QTest::newRow("whole") << QByteArray() << 200 << all << QByteArray();
        QTest::newRow("first") << QByteArray("Range: bytes=0-3\r\n") << 206 << QByteArray("0123")
                               << QByteArray("bytes 0-3/10");
        QTest::newRow("open end") << QByteArray("Range: bytes=7-\r\n") << 206 << QByteArray("789")
                                  << QByteArray("bytes 7-9/10");
        QTest::newRow("last") << QByteArray("Range: bytes=-2\r\n") << 206 << QByteArray("89")
                              << QByteArray("bytes 8-9/10");
        QTest::newRow("more than there is")
            << QByteArray("Range: bytes=8-99\r\n") << 206 << QByteArray("89") << QByteArray("bytes 8-9/10");
        QTest::newRow("longer suffix")
            << QByteArray("Range: bytes=-99\r\n") << 206 << all << QByteArray("bytes 0-9/10");
        QTest::newRow("behind the end")
            << QByteArray("Range: bytes=10-\r\n") << 416 << QByteArray() << QByteArray("bytes */10");
        QTest::newRow("last none") << QByteArray("Range: bytes=-0\r\n") << 416 << QByteArray()
                                   << QByteArray("bytes */10");
        QTest::newRow("backwards") << QByteArray("Range: bytes=5-2\r\n") << 200 << all << QByteArray();
        QTest::newRow("two ranges") << QByteArray("Range: bytes=0-1,4-5\r\n") << 200 << all << QByteArray();
        QTest::newRow("other unit") << QByteArray("Range: lines=0-1\r\n") << 200 << all << QByteArray();
        QTest::newRow("nonsense") << QByteArray("Range: bytes=a-b\r\n") << 200 << all << QByteArray();
        QTest::newRow("If-Range same") << QByteArray("Range: bytes=5-\r\nIf-Range: \"sha256-abc\"\r\n") << 206
                                       << QByteArray("56789") << QByteArray("bytes 5-9/10");
        QTest::newRow("If-Range other")
            << QByteArray("Range: bytes=5-\r\nIf-Range: \"sha256-abd\"\r\n") << 200 << all << QByteArray();
        QTest::newRow("If-Range weak")
            << QByteArray("Range: bytes=5-\r\nIf-Range: W/\"sha256-abc\"\r\n") << 200 << all << QByteArray();
        QTest::newRow("known") << QByteArray("If-None-Match: \"sha256-abc\"\r\n") << 304 << QByteArray()
                               << QByteArray();
        QTest::newRow("known, of several") << QByteArray("If-None-Match: \"x\", W/\"sha256-abc\"\r\n") << 304
                                           << QByteArray() << QByteArray();
        QTest::newRow("not known") << QByteArray("If-None-Match: \"sha256-abd\"\r\n") << 200 << all
                                   << QByteArray();
    }
    void filesByRanges()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentRange);
        const QString path = file("0123456789");
        const auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/file"), [&](const HttpRequest &request, const Reply &reply) {
                reply(fileResponse({ path, "video/mp4", "abc", QStringLiteral("고래 \"1\".mp4") }, request));
            });
        });
        RawClient client = server->connect();
        client.send(get("/file", fields) + get("/hello"));
        const auto answer = client.next();
        QCOMPARE(answer.status, status);
        if (status != 416)
            QCOMPARE(answer.body, body);
        QCOMPARE(answer.header("content-range"), contentRange);
        if (status == 200 || status == 206) {
            QCOMPARE(answer.header("etag"), "\"sha256-abc\"");
            QCOMPARE(answer.header("accept-ranges"), "bytes");
            QCOMPARE(answer.header("content-type"), "video/mp4");
            QCOMPARE(answer.header("content-disposition"),
                "attachment; filename=\"__ _1_.mp4\"; filename*=UTF-8''%EA%B3%A0%EB%9E%98%20%221%22.mp4");
        }
        QCOMPARE(client.next().status, 200);

        client.send(get("/file", {}, "HEAD"));
        QCOMPARE(client.next(true).header("content-length"), "10");
    }

    void largeFilesArriveWhole()
    {
        QByteArray bytes(3'000'001, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(i * 7 + i / 251);
        const QString path = file(bytes);
        const auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/file"), [&](const HttpRequest &request, const Reply &reply) {
                reply(fileResponse({ path, "x/y", "abc", {} }, request));
            });
            router.add("GET", QStringLiteral("/gone"), [&](const HttpRequest &, const Reply &reply) {
                reply({ 200, {}, FileBody{ path + QStringLiteral("x"), 0, 5 } });
            });
        });
        RawClient client = server->connect();
        client.send(get("/file"));
        QVERIFY(client.next(false, 30'000).body == bytes);
        client.send(get("/gone"));
        QCOMPARE(client.next().status, 404);
    }

    void bodiesToDisk()
    {
        const QString path = file("old");
        QList<BodyOutcome> outcomes;
        qint64 limit = 200'000;
        const auto server = serve([&](Router &router) {
            router.addBody("PATCH", QStringLiteral("/disk"),
                { [&](const HttpRequest &request, const auto &decide) {
                     if (request.headers.contains("x-refuse"))
                         decide(HttpResponse{ 409, {}, QByteArray("no") });
                     else
                         decide(BodyTarget{ path, QFileInfo(path).size(), limit, true, {} });
                 },
                    [&](const HttpRequest &, const BodyOutcome &outcome, const Reply &reply) {
                        outcomes.append(outcome);
                        reply({ 200, {}, QByteArray::number(outcome.written) });
                    } });
        });
        const auto patch = [](const QByteArray &body, const QByteArray &fields = {}) {
            return get("/disk", fields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n",
                       "PATCH")
                + body;
        };
        const QByteArray large(150'000, 'L');
        RawClient client = server->connect();
        client.send(patch("abc") + patch(large) + patch({}) + patch("x", "X-Refuse: 1\r\n"));
        QCOMPARE(client.next().body, "3");
        QCOMPARE(client.next().body, "150000");
        QCOMPARE(client.next().body, "0");
        QCOMPARE(client.next().body, "no");
        client.send(get("/hello")); // the refused body has been read, and the line goes on
        QCOMPARE(client.next().status, 200);
        QCOMPARE(outcomes.size(), 3);
        QVERIFY(outcomes[1].complete);
        QCOMPARE(outcomes[1].sha256, QCryptographicHash::hash(large, QCryptographicHash::Sha256));
        QCOMPARE(QFileInfo(path).size(), 3 + 3 + 150'000);

        // Expect: 100-continue
        RawClient polite = server->connect();
        polite.send(get("/disk", "Content-Length: 2\r\nExpect: 100-continue\r\n", "PATCH"));
        QCOMPARE(polite.next().status, 100);
        polite.send("ok");
        QCOMPARE(polite.next().body, "2");

        // A cut keeps what came.
        {
            RawClient cut = server->connect();
            cut.send(get("/disk", "Content-Length: 100000\r\n", "PATCH") + QByteArray(70'000, 'C'));
            QTRY_COMPARE(QFileInfo(path).size(), 150'008 + 70'000);
            cut.socket().abort();
        }
        QTRY_COMPARE(outcomes.size(), 5);
        QVERIFY(!outcomes[4].complete);
        QCOMPARE(outcomes[4].written, 70'000);

        // More than the target takes.
        limit = 10;
        RawClient greedy = server->connect();
        greedy.send(get("/disk", "Content-Length: 11\r\n", "PATCH"));
        QCOMPARE(greedy.next().status, 413);
        QTRY_COMPARE(outcomes.size(), 6);
        QVERIFY(!outcomes[5].complete);
        QCOMPARE(outcomes[5].written, 0);
        RawClient chunked = server->connect();
        chunked.send(
            get("/disk", "Transfer-Encoding: chunked\r\n", "PATCH") + "c\r\n0123456789AB\r\n0\r\n\r\n");
        QCOMPARE(chunked.next().status, 413);
        QTRY_COMPARE(outcomes.size(), 7);
        QCOMPARE(QFileInfo(path).size(), 220'008);
    }

    void eventStreams()
    {
        ServerLimits limits;
        limits.pingTime = 200ms;
        std::shared_ptr<EventSink> sink;
        const auto server = serve(
            [&](Router &router) {
                router.add("GET", QStringLiteral("/events"), [&](const HttpRequest &, const Reply &reply) {
                    reply({ 200, { { "Content-Type", "text/event-stream" } },
                        StreamBody{ [&](std::shared_ptr<EventSink> opened) { sink = std::move(opened); } } });
                });
            },
            limits);
        RawClient client = server->connect();
        client.send(get("/events"));
        QTRY_VERIFY(sink);
        QVERIFY(client.waitFor("Transfer-Encoding: chunked"));
        QVERIFY(sink->send({ "1", "message", "{\"a\":1}" }));
        QVERIFY(client.waitFor("data: {\"a\":1}\n\n"));
        QVERIFY(client.waitFor(": ping\n\n"));
        client.received().clear();
        QVERIFY(client.waitFor(": ping\n\n"));
        sink.reset(); // dropping it ends the stream
        QVERIFY(client.waitFor("0\r\n\r\n"));
        QVERIFY(client.waitForClosed());

        RawClient leaving = server->connect();
        leaving.send(get("/events"));
        QTRY_VERIFY(sink);
        leaving.socket().abort();
        QTRY_VERIFY(!sink->send({ "2", "message", "x" }));
        sink.reset();

        // HEAD opens nothing.
        RawClient head = server->connect();
        head.send(get("/events", {}, "HEAD"));
        QCOMPARE(head.next(true).header("content-type"), "text/event-stream");
        QVERIFY(!sink);
    }

    void slowReadersAreDropped()
    {
        std::shared_ptr<EventSink> slow;
        std::shared_ptr<EventSink> fast;
        const auto server = serve([&](Router &router) {
            router.add(
                "GET", QStringLiteral("/events/{who}"), [&](const HttpRequest &request, const Reply &reply) {
                    auto &sink =
                        request.params.value(QStringLiteral("who")) == QLatin1String("slow") ? slow : fast;
                    reply({ 200, { { "Content-Type", "text/event-stream" } },
                        StreamBody{
                            [&sink](std::shared_ptr<EventSink> opened) { sink = std::move(opened); } } });
                });
        });
        RawClient sleeper = server->connect();
        sleeper.socket().setReadBufferSize(1024);
        sleeper.send(get("/events/slow"));
        RawClient reader = server->connect();
        reader.send(get("/events/fast"));
        QTRY_VERIFY(slow && fast);
        QObject::disconnect(&sleeper.socket(), &QIODevice::readyRead, nullptr, nullptr);
        const QByteArray data(64 * 1024, 'e');
        bool refused = false;
        qint64 sent = 0;
        QElapsedTimer timer;
        timer.start();
        while (!refused && timer.elapsed() < 20'000) {
            refused = !slow->send({ "1", "message", data });
            sent += data.size();
            QTest::qWait(0); // the reader beside it reads
        }
        QVERIFY(refused);
        QVERIFY2(sent > 4 * 1024 * 1024, "the queue holds 4 MiB");
        QVERIFY(!slow->send({ "2", "message", "x" }));
        QVERIFY(fast->send({ "1", "message", "still here" }));
        QVERIFY(reader.waitFor("still here"));
    }

    void hundredsOfStreams()
    {
        std::vector<std::shared_ptr<EventSink>> sinks;
        const auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/events"), [&](const HttpRequest &, const Reply &reply) {
                reply({ 200, { { "Content-Type", "text/event-stream" } },
                    StreamBody{
                        [&](std::shared_ptr<EventSink> opened) { sinks.push_back(std::move(opened)); } } });
            });
        });
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 200; ++i) {
            clients.push_back(std::make_unique<RawClient>(QStringLiteral("127.0.0.1"), server->port));
            clients.back()->send(get("/events"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(sinks.size(), clients.size(), 30'000);
        for (const auto &sink : sinks)
            QVERIFY(sink->send({ "1", "message", "all" }));
        for (const auto &client : clients)
            QVERIFY(client->waitFor("data: all"));
    }

    void stoppingEndsEverythingInTime()
    {
        std::shared_ptr<EventSink> sink;
        Reply pending;
        const auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/events"), [&](const HttpRequest &, const Reply &reply) {
                reply({ 200, { { "Content-Type", "text/event-stream" } },
                    StreamBody{ [&](std::shared_ptr<EventSink> opened) { sink = std::move(opened); } } });
            });
            router.add("GET", QStringLiteral("/later"),
                [&](const HttpRequest &, Reply reply) { pending = std::move(reply); });
        });
        RawClient streaming = server->connect();
        streaming.send(get("/events"));
        RawClient waiting = server->connect();
        waiting.send(get("/later"));
        RawClient idle = server->connect();
        idle.send(get("/hello"));
        QCOMPARE(idle.next().status, 200);
        QTRY_VERIFY(sink && pending);
        QElapsedTimer timer;
        timer.start();
        QSignalSpy stopped(server->server.get(), &Server::stopped);
        server->server->stop();
        QVERIFY(streaming.waitFor("0\r\n\r\n"));
        QVERIFY(!sink->send({ "1", "message", "x" }));
        pending({ 200, {}, QByteArray("done") });
        const auto answer = waiting.next();
        QCOMPARE(answer.body, "done");
        QCOMPARE(answer.header("connection"), "close");
        QVERIFY(idle.waitForClosed());
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY2(timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
    }

    void repliesOutliveTheServer()
    {
        std::shared_ptr<EventSink> sink;
        Reply pending;
        auto server = serve([&](Router &router) {
            router.add("GET", QStringLiteral("/events"), [&](const HttpRequest &, const Reply &reply) {
                reply({ 200, {},
                    StreamBody{ [&](std::shared_ptr<EventSink> opened) { sink = std::move(opened); } } });
            });
            router.add("GET", QStringLiteral("/later"),
                [&](const HttpRequest &, Reply reply) { pending = std::move(reply); });
        });
        RawClient streaming = server->connect();
        streaming.send(get("/events"));
        RawClient waiting = server->connect();
        waiting.send(get("/later"));
        QTRY_VERIFY(sink && pending);
        server.reset();
        QVERIFY(!sink->send({ "1", "message", "x" }));
        pending({});
        QVERIFY(waiting.waitForClosed());
        QVERIFY(streaming.waitForClosed());
    }

    void retryAfterGoesWithBusyAnswers()
    {
        const auto server = serve([](Router &router) {
            router.add(
                "GET", QStringLiteral("/busy/{status}"), [](const HttpRequest &request, const Reply &reply) {
                    HttpResponse response;
                    response.status = request.params.value(QStringLiteral("status")).toInt();
                    if (request.headers.contains("x-own"))
                        response.headers.emplaceBack("Retry-After", "99\r\nX-Evil: 1");
                    reply(response);
                });
        });
        RawClient client = server->connect();
        client.send(
            get("/busy/429") + get("/busy/503") + get("/busy/503", "X-Own: 1\r\n") + get("/busy/204"));
        QVERIFY(client.next().header("retry-after").toInt() > 0);
        QVERIFY(client.next().header("retry-after").toInt() > 0);
        const auto own = client.next();
        QCOMPARE(own.header("retry-after"), "99X-Evil: 1"); // a line break in a value makes no second field
        QVERIFY(!own.headers.contains("x-evil"));
        const auto none = client.next();
        QVERIFY(!none.headers.contains("retry-after"));
        QVERIFY(!none.headers.contains("content-length"));
    }

    void languages_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("korean");
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("ko") << QByteArray("ko") << true;
        QTest::newRow("ko-KR first") << QByteArray("ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7") << true;
        QTest::newRow("en first") << QByteArray("en-US,en;q=0.9,ko;q=0.8") << false;
        QTest::newRow("q decides") << QByteArray("en;q=0.5, ko;q=0.6") << true;
        QTest::newRow("same q: order") << QByteArray("en;q=0.5, ko;q=0.5") << false;
        QTest::newRow("neither") << QByteArray("fr, de") << false;
        QTest::newRow("only Korean of ours") << QByteArray("fr, ko;q=0.3") << true;
        QTest::newRow("refused") << QByteArray("ko;q=0, en") << false;
        QTest::newRow("kok is another language") << QByteArray("kok") << false;
    }
    void languages()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, korean);
        QCOMPARE(prefersKorean(field), korean);
    }

    void badCertificatesAreASentence()
    {
        const Router router;
        ServerOptions options;
        options.certificatePath = file("no certificate");
        options.keyPath = m_identity.keyPath;
        Server server(router, options);
        const auto port = server.start();
        QVERIFY(!port.has_value());
        QCOMPARE(port.error().kind, ErrorKind::Tls);
        QVERIFY(port.error().sentence.contains(options.certificatePath));
    }

    void takenPortsAreASentence()
    {
        const auto first = serve({});
        ServerOptions options;
        options.certificatePath = m_identity.certificatePath;
        options.keyPath = m_identity.keyPath;
        options.port = first->port;
        Server second(first->router, options);
        const auto port = second.start();
        QVERIFY(!port.has_value());
        QCOMPARE(port.error().kind, ErrorKind::Network);
    }
};

QTEST_GUILESS_MAIN(TestServiceHttp)
#include "tst_service_http.moc"
