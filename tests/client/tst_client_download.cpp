#include "client/net/Download.h"
#include "tests/support/ScriptedServer.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;

namespace {

QByteArray bytesOf(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525u + 1013904223u;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

QString hexSha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DownloadTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 4, 1ms, 20ms });
        m_client->setEndpoint({ m_server->url(), QStringLiteral("t"), m_server->certificate().sha256() });
        m_folder = std::make_unique<QTemporaryDir>();
        m_bytes = bytesOf(700 * 1000);
        m_results.clear();
    }
    void cleanup()
    {
        QVERIFY2(m_results.size() <= 1, "the terminal signal came more than once");
        m_download.reset();
        m_client.reset();
        m_server.reset();
    }

    void a_file_arrives_whole_and_named()
    {
        serve();
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY2(m_results[0], m_results[0] ? "" : qPrintable(m_results[0].error().detail));
        QCOMPARE(*m_results[0], path("sea-01.mp4"));
        QCOMPARE(contentOf(path("sea-01.mp4")), m_bytes);
        QCOMPARE(entries(), QStringList{ QStringLiteral("sea-01.mp4") });
    }

    void names_never_collide()
    {
        serve();
        for (const char *name : { "sea-01.mp4", "sea-02.mp4" }) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("mine");
        }
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(*m_results[0], path("sea-03.mp4"));
        QCOMPARE(contentOf(path("sea-01.mp4")), QByteArray("mine"));
    }

    void thirty_megabytes_cut_at_three_resume()
    {
        m_bytes = bytesOf(30 * 1024 * 1024);
        const qint64 cutAt = 3 * 1024 * 1024;
        m_server->route("GET /f", [this, cutAt](const SeenRequest &request, const AnswerPtr &answer) {
            if (request.header("range").isEmpty()) {
                answer->head(200, fullHead());
                answer->write(m_bytes.left(cutAt));
                answer->close();
            } else {
                serveRange(request, answer);
            }
        });
        fetch();
        QSignalSpy progress(m_download.get(), &Download::progress);
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        QVERIFY2(m_results[0], m_results[0] ? "" : qPrintable(m_results[0].error().detail));
        QCOMPARE(hexSha256(contentOf(*m_results[0])), hexSha256(m_bytes));
        const QList<SeenRequest> seen = m_server->seen("GET /f");
        QCOMPARE(seen.size(), 2);
        QCOMPARE(seen[1].header("range"), "bytes=" + QByteArray::number(cutAt) + "-");
        QCOMPARE(seen[1].header("if-range"), "\"sha256-" + hexSha256(m_bytes).toLatin1() + "\"");
        QVERIFY(progress.count() > 10);
        QCOMPARE(progress.last().at(0).toLongLong(), m_bytes.size());
    }

    void a_part_is_taken_up_after_a_restart()
    {
        serve();
        make();
        QFile part(m_download->partPath());
        QVERIFY(QFileInfo(part.fileName()).fileName().startsWith(u'.'));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(m_bytes.left(300000));
        part.close();
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(contentOf(*m_results[0]), m_bytes);
        QCOMPARE(m_server->seen().constFirst().header("range"), QByteArray("bytes=300000-"));
        QCOMPARE(entries(), QStringList{ QStringLiteral("sea-01.mp4") });
    }

    void a_complete_part_only_needs_its_name()
    {
        make();
        QFile part(m_download->partPath());
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(m_bytes);
        part.close();
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(contentOf(*m_results[0]), m_bytes);
        QCOMPARE(m_server->connections(), 0);
    }

    void a_named_file_of_an_earlier_start_is_taken()
    {
        QFile file(path("sea-07.mp4"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_bytes);
        file.close();
        make();
        Download::Target target = m_target;
        target.takeExisting = true;
        use(target);
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(*m_results[0], path("sea-07.mp4"));
        QCOMPARE(m_server->connections(), 0);
    }

    void a_part_of_something_else_is_found_out()
    {
        serve();
        make();
        QFile part(m_download->partPath());
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(QByteArray(300000, 'z'));
        part.close();
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results[0]);
        QCOMPARE(contentOf(*m_results[0]), m_bytes);
        QCOMPARE(m_server->count("GET /f"), 2);
    }

    void a_service_without_ranges_sends_it_all_again()
    {
        int cuts = 1;
        m_server->route("GET /f", [this, &cuts](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, fullHead());
            if (cuts-- > 0) {
                answer->write(m_bytes.left(200000));
                answer->close();
            } else {
                answer->write(m_bytes);
            }
        });
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results[0]);
        QCOMPARE(contentOf(*m_results[0]), m_bytes);
    }

    void a_service_that_neither_resumes_nor_finishes_is_given_up()
    {
        m_server->route("GET /f", [this](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, fullHead());
            answer->write(m_bytes.left(200000));
            answer->close();
        });
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results[0]);
        QVERIFY(m_server->count("GET /f") < 10);
    }

    void wrong_answers_leave_nothing_behind_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind :
            { "wrong length", "wrong bytes", "too long", "short without a cut", "wrong range" })
            QTest::newRow(kind) << QByteArray(kind);
    }
    void wrong_answers_leave_nothing_behind()
    {
        QFETCH(QByteArray, kind);
        m_server->route("GET /f", [this, kind](const SeenRequest &request, const AnswerPtr &answer) {
            if (kind == "wrong length") {
                answer->send(200, m_bytes + "x", { { "ETag", etag() } });
            } else if (kind == "wrong bytes") {
                answer->send(200, QByteArray(m_bytes.size(), 'a'), { { "ETag", etag() } });
            } else if (kind == "too long") {
                answer->head(200, { { "Connection", "close" } });
                answer->write(m_bytes + m_bytes);
                answer->close();
            } else if (kind == "short without a cut") {
                answer->head(200, { { "Connection", "close" } });
                answer->write(m_bytes.left(1000));
                answer->close();
            } else if (request.header("range").isEmpty()) {
                answer->head(200, fullHead());
                answer->write(m_bytes.left(1000));
                answer->close();
            } else {
                answer->send(206, m_bytes.mid(500), { { "Content-Range", "bytes 500-699999/700000" } });
            }
        });
        fetch();
        if (kind == "short without a cut") {
            // Honest by HTTP: only the promised length gives it away. What came is kept for the next try.
            QTRY_COMPARE(m_results.size(), 1);
            QVERIFY(!m_results[0]);
            QVERIFY(!QFileInfo::exists(path("sea-01.mp4")));
            return;
        }
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results[0]);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Protocol);
        QVERIFY(!m_results[0].error().sentence.isEmpty());
        QTRY_COMPARE(entries(), QStringList());
    }

    void a_full_disk_is_said_and_what_came_stays()
    {
        serve();
        make();
        m_download->setOpener([](const QString &) {
            auto file = std::make_unique<QFile>(QStringLiteral("/dev/full"));
            file->open(QIODevice::ReadWrite | QIODevice::Unbuffered);
            return file;
        });
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(!m_results[0]);
        const Error error = m_results[0].error();
        QCOMPARE(error.kind, ErrorKind::File);
        QCOMPARE(error.code, QStringLiteral("disk_full"));
        QVERIFY(error.sentence.contains(QLatin1String("not enough room")));
        QVERIFY(error.sentence.contains(QLatin1String("Free some space")));
        QCOMPARE(m_server->count("GET /f"), 1); // trying again would not make room
    }

    void a_short_write_stops_and_the_next_try_goes_on_after_it()
    {
        serve();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{ 400 * 1000, before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        fetch();
        const bool ended = QTest::qWaitFor([this] { return !m_results.isEmpty(); }, 10000);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(ended);
        QVERIFY(!m_results[0]);
        QCOMPARE(m_results[0].error().kind, ErrorKind::File);
        QVERIFY(!m_results[0].error().sentence.isEmpty());
        const QString part = m_download->partPath();
        QCOMPARE(QFileInfo(part).size(), 400 * 1000);
        m_results.clear();
        m_server->forget();
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QVERIFY(m_results[0]);
        QCOMPARE(contentOf(*m_results[0]), m_bytes);
        QCOMPARE(m_server->seen().constFirst().header("range"), QByteArray("bytes=400000-"));
    }

    void a_folder_that_cannot_be_made_is_said()
    {
        QFile file(path("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        make();
        Download::Target target = m_target;
        target.folder = path("file/below");
        use(target);
        m_download->start();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().kind, ErrorKind::File);
        QVERIFY(m_results[0].error().sentence.contains(QLatin1String("Settings")));
        QCOMPARE(m_server->connections(), 0);
    }

    void refusals_are_said_once_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("401") << 401 << int(ErrorKind::Auth);
        QTest::newRow("404") << 404 << int(ErrorKind::Refused);
    }
    void refusals_are_said_once()
    {
        QFETCH(int, status);
        QFETCH(int, kind);
        m_server->route("GET /f", [status](const SeenRequest &, const AnswerPtr &answer) {
            answer->json(status,
                status == 404 ? R"({"code":"not_found","status":404,"title":"t"})"
                              : R"({"code":"unauthorized","status":401,"title":"t"})");
        });
        fetch();
        QTRY_COMPARE(m_results.size(), 1);
        QCOMPARE(int(m_results[0].error().kind), kind);
        QCOMPARE(m_server->seen().size(), 1);
    }

    void cancelling_keeps_the_part()
    {
        m_server->route("GET /f", [this](const SeenRequest &, const AnswerPtr &answer) {
            answer->head(200, fullHead());
            answer->write(m_bytes.left(300000));
        });
        fetch();
        QTRY_VERIFY(QFileInfo(m_download->partPath()).size() == 300000);
        m_download->cancel();
        QCOMPARE(m_results.size(), 1);
        QCOMPARE(m_results[0].error().kind, ErrorKind::Cancelled);
        QCOMPARE(QFileInfo(m_download->partPath()).size(), 300000);
    }

    void a_slow_disk_slows_the_network_not_the_memory()
    {
        m_bytes = bytesOf(24 * 1024 * 1024);
        serve();
        make();
        m_download->start();
        QTRY_COMPARE_WITH_TIMEOUT(m_results.size(), 1, 60000);
        QVERIFY(m_results[0]);
        QCOMPARE(hexSha256(contentOf(*m_results[0])), hexSha256(m_bytes));
    }

private:
    QByteArray etag() const { return "\"sha256-" + hexSha256(m_bytes).toLatin1() + '"'; }
    Headers fullHead() const
    {
        return { { "Content-Length", QByteArray::number(m_bytes.size()) }, { "ETag", etag() },
            { "Accept-Ranges", "bytes" } };
    }
    void serveRange(const SeenRequest &request, const AnswerPtr &answer)
    {
        QByteArray range = request.header("range");
        if (range.isEmpty()
            || (!request.header("if-range").isEmpty() && request.header("if-range") != etag())) {
            answer->head(200, fullHead());
            answer->write(m_bytes);
            return;
        }
        const qint64 from = range.mid(6).chopped(1).toLongLong();
        answer->send(206, m_bytes.mid(from),
            { { "ETag", etag() },
                { "Content-Range",
                    "bytes " + QByteArray::number(from) + '-' + QByteArray::number(m_bytes.size() - 1) + '/'
                        + QByteArray::number(m_bytes.size()) } });
    }
    void serve()
    {
        m_server->route("GET /f",
            [this](const SeenRequest &request, const AnswerPtr &answer) { serveRange(request, answer); });
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QStringList entries() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    void use(const Download::Target &target)
    {
        m_target = target;
        m_download = std::make_unique<Download>(*m_client, target);
        m_download->setMaxTries(4);
        connect(m_download.get(), &Download::finished, this,
            [this](const Result<QString> &result) { m_results.append(result); });
    }
    void make()
    {
        Download::Target target;
        target.url = QUrl(QStringLiteral("/f"));
        target.folder = m_folder->path();
        target.baseName = QStringLiteral("sea");
        target.suffix = QStringLiteral("mp4");
        target.tag = QStringLiteral("asset-1");
        target.bytes = m_bytes.size();
        target.sha256 = hexSha256(m_bytes);
        use(target);
    }
    void fetch()
    {
        make();
        m_download->start();
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Download> m_download;
    Download::Target m_target;
    QByteArray m_bytes;
    QList<Result<QString>> m_results;
};

QTEST_GUILESS_MAIN(DownloadTest)
#include "tst_client_download.moc"
