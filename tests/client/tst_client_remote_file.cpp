#include "client/media/ImageFormats.h"
#include "client/net/RemoteFile.h"
#include "tests/support/ScriptedServer.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;

namespace {

QByteArray png()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return buffer.data();
}

} // namespace

/// Pictures from other people's servers, against servers that do what the test says. One is the service, with
/// its token; the other is somebody else's, with a certificate that this computer trusts.
class TestRemoteFile : public QObject {
    Q_OBJECT

    std::unique_ptr<ScriptedServer> m_service;
    std::unique_ptr<ScriptedServer> m_other;
    std::unique_ptr<HttpClient> m_http;
    QSslConfiguration m_before;

    Result<RemoteFile::Content> fetch(const QUrl &url, qint64 most = 1'000'000)
    {
        RemoteFile file(*m_http, url, most,
            [](const QByteArray &head) { return imageFormatOf(head) != ImageFormat::Unknown; });
        std::optional<Result<RemoteFile::Content>> result;
        int ends = 0;
        connect(&file, &RemoteFile::finished, this, [&](const Result<RemoteFile::Content> &content) {
            result = content;
            ++ends;
        });
        file.start();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 10000))
            qFatal("it never ended");
        QTest::qWait(0);
        if (ends != 1)
            qFatal("it ended %d times", ends);
        return *result;
    }
    static void sayNoToken(const SeenRequest &request)
    {
        QVERIFY(!request.headers.contains("authorization"));
        QVERIFY(!request.headers.contains("cookie"));
    }

private slots:
    void init()
    {
        m_service = std::make_unique<ScriptedServer>();
        m_other = std::make_unique<ScriptedServer>();
        m_before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = m_before;
        trusting.addCaCertificate(m_other->certificate().certificate);
        QSslConfiguration::setDefaultConfiguration(trusting);
        m_http = std::make_unique<HttpClient>();
        m_http->setEndpoint(
            { m_service->url(), QStringLiteral("s3cret"), m_service->certificate().sha256() });
    }
    void cleanup()
    {
        QCOMPARE(m_service->unscripted() + m_other->unscripted(), 0);
        m_http.reset();
        QSslConfiguration::setDefaultConfiguration(m_before);
    }

    void aPictureOfAnotherHostComesWithoutTheToken()
    {
        m_other->setHandler([](const SeenRequest &request, const AnswerPtr &answer) {
            sayNoToken(request);
            answer->send(200, png(), { { "Content-Type", "image/png" } });
        });
        const auto content = fetch(m_other->url("/pictures/fox.png?size=2"));
        QVERIFY2(content, content ? "" : qPrintable(content.error().sentence + content.error().detail));
        QCOMPARE(content->bytes, png());
        QCOMPARE(content->fileName, QStringLiteral("fox.png"));
        QCOMPARE(m_other->seen().size(), 1);
    }

    void theContentTellsWhateverItIsCalled()
    {
        m_other->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(200, png(), { { "Content-Type", "text/html" } });
        });
        QVERIFY(fetch(m_other->url("/a.html")));
    }

    void redirectsAreFollowedOverHttpsOnly()
    {
        m_other->route("GET /a", [this](const SeenRequest &request, const AnswerPtr &answer) {
            sayNoToken(request);
            answer->send(302, {}, { { "Location", "/b?x=1" } });
        });
        m_other->route("GET /b", [](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE(request.target, QByteArray("/b?x=1"));
            answer->send(200, png());
        });
        const auto content = fetch(m_other->url("/a"));
        QVERIFY(content);
        QCOMPARE(content->url.path(), QStringLiteral("/b"));
        m_other->route("GET /down", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(301, {}, { { "Location", "http://127.0.0.1:1/x.png" } });
        });
        const auto down = fetch(m_other->url("/down"));
        QVERIFY(!down);
        QCOMPARE(down.error().code, QStringLiteral("not_https"));
        QCOMPARE(down.error().kind, ErrorKind::Tls);
        QVERIFY(down.error().sentence.contains(QStringLiteral("attach the file")));
    }

    void theTokenStaysWithTheService()
    {
        // An address of the service may lead on to a store of somebody else's.
        m_service->setHandler([this](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE(request.header("authorization"), QByteArray("Bearer s3cret"));
            answer->send(307, {}, { { "Location", m_other->url("/store/a.png").toEncoded() } });
        });
        m_other->setHandler([](const SeenRequest &request, const AnswerPtr &answer) {
            sayNoToken(request);
            answer->send(200, png());
        });
        QVERIFY(fetch(m_service->url("/v1/assets/a/content")));
        QCOMPARE(m_other->seen().size(), 1);
        for (const SeenRequest &request : m_other->seen()) {
            for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
                QVERIFY2(!header.value().contains("s3cret"), header.key().constData());
        }
    }

    void endlessRedirectsEnd()
    {
        int n = 0;
        m_other->setHandler([&n](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(302, {}, { { "Location", "/" + QByteArray::number(++n) } });
        });
        const auto content = fetch(m_other->url("/0"));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Protocol);
        QCOMPARE(n, RemoteFile::mostRedirects + 1);
    }

    void withoutHttpsNothingIsAsked()
    {
        for (const char *url :
            { "http://127.0.0.1:1/a.png", "ftp://127.0.0.1/a.png", "file:///etc/passwd" }) {
            const auto content = fetch(QUrl(QString::fromLatin1(url)));
            QVERIFY(!content);
            QCOMPARE(content.error().code, QStringLiteral("not_https"));
            QVERIFY(content.error().sentence.contains(QStringLiteral("https")));
        }
    }

    void passwordsInAddressesAreNotSent()
    {
        m_other->setHandler([](const SeenRequest &request, const AnswerPtr &answer) {
            sayNoToken(request);
            answer->send(200, png());
        });
        QUrl url = m_other->url("/a.png");
        url.setUserInfo(QStringLiteral("me:pw"));
        QVERIFY(fetch(url));
    }

    void refusalsSayWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("says");
        const QByteArray page("<!doctype html><html><body>A gallery of foxes</body></html>");
        QTest::newRow("page") << 200 << page << QByteArray("text/html; charset=utf-8")
                              << ErrorKind::Unsupported << QStringLiteral("page")
                              << QStringLiteral("Open the picture itself");
        QTest::newRow("page called picture")
            << 200 << page << QByteArray("image/png") << ErrorKind::Unsupported << QStringLiteral("page")
            << QStringLiteral("web page");
        QTest::newRow("something else")
            << 200 << QByteArray(2000, '\x7f') << QByteArray("application/octet-stream")
            << ErrorKind::Unsupported << QStringLiteral("not_wanted") << QStringLiteral("PNG or JPEG");
        QTest::newRow("nothing") << 200 << QByteArray() << QByteArray("image/png") << ErrorKind::Unsupported
                                 << QStringLiteral("not_wanted") << QStringLiteral("attach the file");
        QTest::newRow("404") << 404 << page << QByteArray("text/html") << ErrorKind::File
                             << QStringLiteral("not_found") << QStringLiteral("(404)");
        QTest::newRow("403") << 403 << QByteArray() << QByteArray() << ErrorKind::Refused << QString()
                             << QStringLiteral("Save it in the browser");
        QTest::newRow("500") << 500 << QByteArray() << QByteArray() << ErrorKind::Service << QString()
                             << QStringLiteral("Try again");
    }
    void refusalsSayWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        QFETCH(QString, says);
        m_other->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(status, body, { { "Content-Type", type } });
        });
        const auto content = fetch(m_other->url("/x"));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, kind);
        QCOMPARE(content.error().code, code);
        QVERIFY2(content.error().sentence.contains(says), qPrintable(content.error().sentence));
        QVERIFY(content.error().sentence.contains(QStringLiteral("127.0.0.1"))); // who it was
    }

    void tooLargeIsNotRead_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("announced") << true;
        QTest::newRow("not announced") << false;
    }
    void tooLargeIsNotRead()
    {
        QFETCH(bool, announced);
        AnswerPtr open;
        m_other->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            open = answer;
            const QByteArray body = png() + QByteArray(200'000, 'x');
            if (announced) {
                answer->head(200, { { "Content-Length", "90000000000" } });
                answer->write(body);
            } else {
                answer->head(200, { { "Connection", "close" } });
                answer->write(body); // and more might come for ever
            }
        });
        const auto content = fetch(m_other->url("/x.png"), 100'000);
        QVERIFY(!content);
        QCOMPARE(content.error().code, QStringLiteral("too_large"));
        QTRY_VERIFY(!open->isOpen()); // the line is cut
    }

    void exactlyTheLimitIsTaken()
    {
        m_other->setHandler([](const SeenRequest &, const AnswerPtr &answer) { answer->send(200, png()); });
        QVERIFY(fetch(m_other->url("/x.png"), png().size()));
        QVERIFY(!fetch(m_other->url("/x.png"), png().size() - 1));
    }

    void aCutLineIsSaid()
    {
        m_other->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, { { "Content-Length", QByteArray::number(png().size()) } });
            answer->write(png().left(70));
            answer->close();
        });
        const auto content = fetch(m_other->url("/x.png"));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Network);
        QVERIFY(content.error().sentence.contains(QStringLiteral("connection")));
        QCOMPARE(m_other->seen().size(), 1); // not asked again behind anybody's back
    }

    void noNetwork()
    {
        const QUrl url = m_other->url("/x.png");
        m_other->die();
        const auto content = fetch(url);
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Network);
    }

    void aHostThatIsNotTrustedGetsNothing()
    {
        ScriptedServer stranger;
        const auto content = fetch(stranger.url("/x.png"));
        QVERIFY(!content);
        QCOMPARE(content.error().kind, ErrorKind::Tls);
        QVERIFY(stranger.seen().isEmpty());
    }

    void cancelledItEndsAtOnceAndCutsTheLine()
    {
        AnswerPtr open;
        m_other->setHandler([&](const SeenRequest &, const AnswerPtr &answer) {
            open = answer;
            answer->head(200, { { "Content-Length", "100000" } });
            answer->write(png());
        });
        RemoteFile file(*m_http, m_other->url("/x.png"), 1'000'000, [](const QByteArray &) { return true; });
        QSignalSpy ended(&file, &RemoteFile::finished);
        QSignalSpy progress(&file, &RemoteFile::progress);
        file.start();
        QTRY_VERIFY(!progress.isEmpty());
        QCOMPARE(progress.constLast().at(1).toLongLong(), 100'000);
        file.cancel();
        QCOMPARE(ended.size(), 1);
        const auto result = ended.constFirst().constFirst().value<Result<RemoteFile::Content>>();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Cancelled);
        QTRY_VERIFY(!open->isOpen());
        QCOMPARE(ended.size(), 1);
    }
};

QTEST_MAIN(TestRemoteFile)
#include "tst_client_remote_file.moc"
