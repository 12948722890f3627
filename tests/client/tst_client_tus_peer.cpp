#include "client/net/TusUpload.h"
#include "tests/support/TestCertificate.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

/// TusUpload against @tus/server, a tus server of another make. Skipped when the peers are not installed
/// (tests/peers).
class TusPeerTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        const QString node = QStandardPaths::findExecutable(QStringLiteral("node"));
        const QString script = QStringLiteral(FACET_PEERS_DIR "/tus-server.mjs");
        if (node.isEmpty() || !QFile::exists(QStringLiteral(FACET_PEERS_DIR "/installed-lock.json")))
            QSKIP("the peers of tests/peers are not installed");
        m_certificate = TestCertificate::make();
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("certificate.pem"), m_certificate.certificate.toPem());
        write(QStringLiteral("key.pem"), m_certificate.key.toPem());
        m_node = node;
        m_script = script;
        m_url.clear();
        m_seen.clear();
        m_results.clear();
    }
    void cleanup()
    {
        m_upload.reset();
        m_client.reset();
        if (m_server) {
            m_server->terminate();
            QVERIFY(m_server->waitForFinished(5000));
        }
        m_server.reset();
    }

    void uploads_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("with its creation") << qint64(1000);
        QTest::newRow("one chunk") << qint64(300'000);
        QTest::newRow("several chunks") << qint64(TusUpload::chunkBytes * 2 + 17);
    }
    void uploads()
    {
        QFETCH(qint64, bytes);
        QVERIFY(serve());
        make(bytes);
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        arrivedWhole();
    }

    void resumes_after_a_cut()
    {
        const qint64 bytes = TusUpload::chunkBytes * 2 + 17;
        QVERIFY(serve({ QStringLiteral("--cut"), QString::number(TusUpload::chunkBytes / 2) }));
        make(bytes);
        QSignalSpy progress(m_upload.get(), &TusUpload::progress);
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        arrivedWhole();
        // After the cut it asked how much had arrived, and did not begin a second upload.
        QCOMPARE(count(QStringLiteral("POST")), 1);
        QVERIFY(count(QStringLiteral("HEAD")) >= 1);
        QCOMPARE(progress.constLast().at(0).toLongLong(), bytes);
    }

    void cancelling_removes_it()
    {
        QVERIFY(serve());
        make(TusUpload::chunkBytes * 3);
        connect(m_upload.get(), &TusUpload::progress, this, [this](qint64 sent, qint64) {
            if (sent >= TusUpload::chunkBytes)
                m_upload->cancel();
        });
        m_upload->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        QVERIFY(!m_results[0]);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Cancelled);
        QTRY_COMPARE(count(QStringLiteral("DELETE")), 1);
    }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    bool serve(const QStringList &more = {})
    {
        m_server = std::make_unique<QProcess>();
        m_server->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        connect(m_server.get(), &QProcess::readyReadStandardOutput, this, [this] { readServer(); });
        const QString store = m_folder->filePath(QStringLiteral("store"));
        QStringList arguments{ m_script, QStringLiteral("--cert"),
            m_folder->filePath(QStringLiteral("certificate.pem")), QStringLiteral("--key"),
            m_folder->filePath(QStringLiteral("key.pem")), QStringLiteral("--directory"), store };
        m_server->start(m_node, arguments + more);
        if (!QTest::qWaitFor([this] { return m_url.isValid(); }, 30000))
            return false;
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 4, 1ms, 20ms });
        m_client->setEndpoint({ m_url, QStringLiteral("t"), m_certificate.sha256() });
        return true;
    }

    void readServer()
    {
        while (m_server->canReadLine()) {
            const QJsonObject line = QJsonDocument::fromJson(m_server->readLine()).object();
            if (line.contains(QStringLiteral("url")))
                m_url = QUrl(line[QStringLiteral("url")].toString());
            else
                m_seen.append(line);
        }
    }

    int count(const QString &method) const
    {
        return int(std::count_if(m_seen.begin(), m_seen.end(),
            [&](const QJsonObject &request) { return request[QStringLiteral("method")] == method; }));
    }

    void make(qint64 size)
    {
        m_bytes.resize(size);
        QRandomGenerator random(7);
        for (char &byte : m_bytes)
            byte = char(random.bounded(256));
        write(QStringLiteral("sea.png"), m_bytes);
        m_upload = std::make_unique<TusUpload>(*m_client,
            TusUpload::File{ m_folder->filePath(QStringLiteral("sea.png")), QStringLiteral("바다.png"),
                QStringLiteral("image/png"), {} });
        connect(m_upload.get(), &TusUpload::finished, this,
            [this](const Result<Upload> &result) { m_results.append(result); });
    }

    void arrivedWhole()
    {
        const Result<Upload> &result = m_results[0];
        QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
        const QByteArray sha256 = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toHex();
        QCOMPARE(result->sha256.toLatin1(), sha256);
        QCOMPARE(result->bytes, qint64(m_bytes.size()));
        QCOMPARE(result->mime, QStringLiteral("image/png"));
        QFile stored(m_folder->filePath(QStringLiteral("store/") + result->id));
        QVERIFY(stored.open(QIODevice::ReadOnly));
        QVERIFY(stored.readAll() == m_bytes);
    }

    TestCertificate m_certificate;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<TusUpload> m_upload;
    QString m_node;
    QString m_script;
    QUrl m_url;
    QByteArray m_bytes;
    QList<QJsonObject> m_seen;
    QList<Result<Upload>> m_results;
};

QTEST_GUILESS_MAIN(TusPeerTest)
#include "tst_client_tus_peer.moc"
