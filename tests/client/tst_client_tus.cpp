#include "client/net/TusUpload.h"
#include "tests/support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

/// TusUpload against a tus 1.0.0 server of a few lines, whose answers a test may spoil.
class TusUploadTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 4, 1ms, 20ms });
        m_client->setEndpoint({ m_server->url(), QStringLiteral("t"), m_server->certificate().sha256() });
        m_folder = std::make_unique<QTemporaryDir>();
        m_stored.clear();
        m_results.clear();
        m_length = -1;
        m_known = false;
        m_gone = false;
        m_server->setHandler(
            [this](const SeenRequest &request, const AnswerPtr &answer) { tus(request, answer); });
    }
    void cleanup()
    {
        QVERIFY2(m_results.size() <= 1, "the terminal signal came more than once");
        m_upload.reset();
        m_client.reset();
        m_server.reset();
    }

    void a_small_file_travels_with_its_creation()
    {
        make(QByteArray(1000, 'a'));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY2(m_results[0], m_results[0] ? "" : qPrintable(m_results[0].error().detail));
        QCOMPARE(m_results[0]->id, QStringLiteral("u1"));
        QCOMPARE(m_stored, m_bytes);
        const SeenRequest created = m_server->seen("POST /v1/uploads").constFirst();
        QCOMPARE(created.header("tus-resumable"), QByteArray("1.0.0"));
        QCOMPARE(created.header("upload-length"), QByteArray("1000"));
        QCOMPARE(created.header("content-type"), QByteArray("application/offset+octet-stream"));
        QVERIFY(!created.header("idempotency-key").isEmpty());
        const QByteArray name = QStringLiteral("바다.png").toUtf8().toBase64();
        const QByteArray sha256 =
            QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex().toBase64();
        QCOMPARE(created.header("upload-metadata"),
            "filename " + name + ",filetype " + QByteArray("image/png").toBase64() + ",sha256 " + sha256);
        QCOMPARE(m_server->seen().size(), 2); // and the resource
    }

    void a_large_file_is_sent_in_checked_chunks()
    {
        make(pattern(9 * 1024 * 1024 + 17));
        QSignalSpy progress(m_upload.get(), &TusUpload::progress);
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        QVERIFY(m_results[0]);
        QVERIFY(m_stored == m_bytes);
        QVERIFY(m_server->seen("POST /v1/uploads").constFirst().body.isEmpty());
        QCOMPARE(m_server->count("PATCH /v1/uploads/u1"), 3);
        for (const SeenRequest &patch : m_server->seen("PATCH /v1/uploads/u1"))
            QCOMPARE(patch.header("upload-checksum"),
                "sha256 " + QCryptographicHash::hash(patch.body, QCryptographicHash::Sha256).toBase64());
        qint64 last = -1;
        for (const QList<QVariant> &one : progress) {
            QVERIFY(one.at(0).toLongLong() >= last);
            last = one.at(0).toLongLong();
            QCOMPARE(one.at(1).toLongLong(), m_bytes.size());
        }
        QCOMPARE(last, m_bytes.size());
    }

    void a_cut_upload_goes_on_where_it_stands()
    {
        make(pattern(6 * 1024 * 1024));
        int cuts = 1;
        m_server->setBodyCut([&cuts](const SeenRequest &request) -> std::optional<qint64> {
            if (request.verb == "PATCH" && cuts > 0)
                return 1024 * 1024;
            return {};
        });
        m_server->setHandler([this, &cuts](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.cut) {
                --cuts;
                m_stored += request.body; // a good server keeps what came
                return;
            }
            tus(request, answer);
        });
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        QVERIFY2(m_results[0], m_results[0] ? "" : qPrintable(m_results[0].error().detail));
        QVERIFY(m_stored == m_bytes);
        QCOMPARE(m_server->count("HEAD /v1/uploads/u1"), 1);
        QCOMPARE(m_server->seen("PATCH /v1/uploads/u1").at(1).header("upload-offset"), QByteArray("1048576"));
        QCOMPARE(m_server->count("POST /v1/uploads"), 1);
    }

    void what_the_service_has_is_not_sent()
    {
        m_known = true;
        make(pattern(5 * 1024 * 1024));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results[0]);
        QCOMPARE(m_server->count("PATCH /v1/uploads/u1"), 0);
        QVERIFY(m_server->seen("POST /v1/uploads").constFirst().body.isEmpty());
    }

    void the_creation_is_repeated_under_its_key()
    {
        int cuts = 2;
        m_server->setHandler([this, &cuts](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.verb == "POST" && cuts-- > 0)
                return answer->cut();
            tus(request, answer);
        });
        make(QByteArray(1000, 'a'));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results[0]);
        const QList<SeenRequest> posts = m_server->seen("POST /v1/uploads");
        QCOMPARE(posts.size(), 3);
        QCOMPARE(posts[1].header("idempotency-key"), posts[0].header("idempotency-key"));
        QCOMPARE(posts[2].header("idempotency-key"), posts[0].header("idempotency-key"));
    }

    void a_forgotten_upload_is_begun_once_more()
    {
        m_gone = true;
        make(pattern(5 * 1024 * 1024));
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 30000);
        QVERIFY(m_results[0]);
        QVERIFY(m_stored == m_bytes);
        const QList<SeenRequest> posts = m_server->seen("POST /v1/uploads");
        QCOMPARE(posts.size(), 2);
        QVERIFY(posts[0].header("idempotency-key") != posts[1].header("idempotency-key"));
    }

    void a_file_that_changes_is_not_sent()
    {
        make(pattern(6 * 1024 * 1024));
        m_server->setHandler([this](const SeenRequest &request, const AnswerPtr &answer) {
            tus(request, answer);
            if (request.verb == "PATCH" && request.header("upload-offset") == "0") {
                QFile file(m_path);
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
                file.write("more");
            }
        });
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 30000);
        QVERIFY(!m_results[0]);
        QCOMPARE(m_results[0].error().kind, ErrorKind::File);
        QCOMPARE(m_results[0].error().code, QStringLiteral("file_changed"));
        QVERIFY(m_results[0].error().sentence.contains(QStringLiteral("바다.png")));
        QCOMPARE(m_server->count("PATCH /v1/uploads/u1"), 1);
    }

    void a_file_other_than_the_one_attached_is_not_sent()
    {
        make(QByteArray(1000, 'a'), QString(64, u'0'));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().code, QStringLiteral("file_changed"));
        QCOMPARE(m_server->connections(), 0);
    }

    void files_that_cannot_be_sent_data()
    {
        QTest::addColumn<bool>("present");
        QTest::newRow("empty") << true;
        QTest::newRow("gone") << false;
    }
    void files_that_cannot_be_sent()
    {
        QFETCH(bool, present);
        make({});
        if (!present)
            QFile::remove(m_path);
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().kind, ErrorKind::File);
        QVERIFY(m_results[0].error().sentence.contains(QLatin1String("Attach")));
        QCOMPARE(m_server->connections(), 0);
    }

    void refusals_are_said_once_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<int>("kind");
        QTest::newRow("too large") << 413
                                   << QByteArray(
                                          R"({"code":"too_large","status":413,"title":"t","limit_bytes":5})")
                                   << int(ErrorKind::Refused);
        QTest::newRow("unsupported")
            << 422
            << QByteArray(R"({"code":"unsupported_input","status":422,"title":"t","field":"filetype"})")
            << int(ErrorKind::Unsupported);
        QTest::newRow("token") << 401 << QByteArray(R"({"code":"unauthorized","status":401,"title":"t"})")
                               << int(ErrorKind::Auth);
    }
    void refusals_are_said_once()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, problem);
        QFETCH(int, kind);
        m_server->setHandler(
            [&](const SeenRequest &, const AnswerPtr &answer) { answer->json(status, problem); });
        make(QByteArray(1000, 'a'));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results[0]);
        QCOMPARE(m_server->seen().size(), 1);
        QCOMPARE(int(m_results[0].error().kind), kind);
    }

    void it_gives_up_when_nothing_moves()
    {
        m_server->setHandler([this](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.verb == "PATCH")
                return answer->cut();
            tus(request, answer);
        });
        make(pattern(5 * 1024 * 1024));
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 30000);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Network);
        QVERIFY(m_server->count("PATCH /v1/uploads/u1") <= 6);
    }

    void a_location_elsewhere_is_not_believed()
    {
        m_server->setHandler([](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(
                201, {}, { { "Location", "https://elsewhere.example/u1" }, { "Upload-Offset", "0" } });
        });
        make(pattern(100 * 1024));
        m_upload->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Protocol);
    }

    void cancelling_removes_what_arrived()
    {
        m_server->setHandler([this](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.verb == "PATCH")
                return; // never answered
            tus(request, answer);
        });
        make(pattern(5 * 1024 * 1024));
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_server->count("PATCH /v1/uploads/u1"), 1, 20000);
        m_upload->cancel();
        QCOMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(m_server->count("DELETE /v1/uploads/u1"), 1);
    }

private:
    static QByteArray pattern(qint64 size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qint64 i = 0; i < size; ++i)
            bytes[i] = static_cast<char>((i * 7 + (i >> 11)) & 0xff);
        return bytes;
    }

    void make(const QByteArray &bytes, const QString &sha256 = {})
    {
        m_bytes = bytes;
        m_path = m_folder->filePath(QStringLiteral("sea.png"));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        m_upload = std::make_unique<TusUpload>(*m_client,
            TusUpload::File{ m_path, QStringLiteral("바다.png"), QStringLiteral("image/png"), sha256 });
        connect(m_upload.get(), &TusUpload::finished, this,
            [this](const Result<Upload> &result) { m_results.append(result); });
    }

    void tus(const SeenRequest &request, const AnswerPtr &answer)
    {
        const Headers resumable{ { "Tus-Resumable", "1.0.0" }, { "Cache-Control", "no-store" } };
        const auto withOffset = [&] {
            Headers headers = resumable;
            headers.emplace_back("Upload-Offset", QByteArray::number(m_known ? m_length : m_stored.size()));
            return headers;
        };
        if (request.verb == "POST") {
            m_length = request.header("upload-length").toLongLong();
            m_stored = request.body;
            Headers headers = withOffset();
            headers.emplace_back("Location", "/v1/uploads/u1");
            answer->send(201, {}, headers);
        } else if (request.verb == "PATCH") {
            if (std::exchange(m_gone, false))
                return answer->json(404, R"({"code":"not_found","status":404,"title":"t"})");
            if (request.header("upload-offset").toLongLong() != m_stored.size())
                return answer->json(409, R"({"code":"offset","status":409,"title":"t"})");
            m_stored += request.body;
            answer->send(204, {}, withOffset());
        } else if (request.verb == "HEAD") {
            Headers headers = withOffset();
            headers.emplace_back("Upload-Length", QByteArray::number(m_length));
            answer->send(200, {}, headers);
        } else if (request.verb == "DELETE") {
            answer->send(204, {}, resumable);
        } else {
            answer->json(200,
                R"({"id":"u1","sha256":"aa","mime":"image/png","width":10,"height":5,"duration_s":null,"bytes":1000})");
        }
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TusUpload> m_upload;
    QString m_path;
    QByteArray m_bytes;
    QByteArray m_stored;
    qint64 m_length = -1;
    bool m_known = false;
    bool m_gone = false;
    QList<Result<Upload>> m_results;
};

QTEST_GUILESS_MAIN(TusUploadTest)
#include "tst_client_tus.moc"
