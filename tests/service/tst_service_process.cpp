#include "service/support/RawClient.h"
#include "support/ServiceProcess.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using facet::test::RawClient;
using facet::test::ServiceProcess;

namespace {

struct Ended {
    int code = -1;
    QString out;
    QString err;
};

/// Runs the program until it ends by itself.
Ended run(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(FACET_BIN_DIR "/facet-service"), arguments);
    if (!process.waitForFinished(20'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError()) };
}

QString privateFile(const QString &path, const QByteArray &bytes, QFileDevice::Permissions extra = {})
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    file.write(bytes);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | extra);
    return path;
}

bool isPrivate(const QString &path)
{
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    return QFile::exists(path) && !(QFile::permissions(path) & others);
}

} // namespace

class TestServiceProcess : public QObject {
    Q_OBJECT
private slots:
    void readyLine()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        QCOMPARE(service.url().scheme(), QStringLiteral("https"));
        QCOMPARE(service.url().host(), QStringLiteral("127.0.0.1"));
        QVERIFY(service.url().port() > 0);
        // 32 random bytes in base64url
        QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9_-]{43}$"))
                    .match(QString::fromLatin1(service.token()))
                    .hasMatch());
        QCOMPARE(service.certificateSha256().size(), 64);
        for (const char *name : { "token", "key.pem", "facet.db" })
            QVERIFY2(isPrivate(service.dataDir() + u'/' + QLatin1String(name)), name);
        const auto answer = service.get(QStringLiteral("/v1/service"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json()[QStringLiteral("contract")].toString(), QStringLiteral("1"));
        QCOMPARE(answer.json()[QStringLiteral("mode")].toString(), QStringLiteral("sandbox"));
        QVERIFY(!answer.header("x-request-id").isEmpty());

        const QByteArray token = service.token();
        const QByteArray fingerprint = service.certificateSha256();
        QVERIFY2(service.stop(), qPrintable(service.error()));
        QVERIFY2(service.start(), qPrintable(service.error()));
        QCOMPARE(service.token(), token); // what a client has stored goes on working
        QCOMPARE(service.certificateSha256(), fingerprint);
    }

    void tokenIsNowhereElse()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        for (const char *what : { "cmdline", "environ" }) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(service.pid()).arg(QLatin1String(what)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains(service.token()), what);
        }
        QCOMPARE(service.get(QStringLiteral("/v1/none")).status, 404);
        QCOMPARE(
            service.request("GET", QStringLiteral("/v1/account"), {}, { { "Authorization", "Bearer wrong" } })
                .status,
            401);
        const QByteArray token = service.token();
        QVERIFY(service.stop());
        QVERIFY(!service.error().toLatin1().contains(token));
    }

    void everyResourceIsThere()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        for (const QString &path : { QStringLiteral("/v1/service"), QStringLiteral("/v1/account"),
                 QStringLiteral("/v1/plans"), QStringLiteral("/v1/agents"), QStringLiteral("/v1/models"),
                 QStringLiteral("/v1/generations"), QStringLiteral("/v1/ledger") }) {
            const auto answer = service.get(path);
            QVERIFY2(answer.status == 200, qPrintable(path + answer.failure));
            QCOMPARE(answer.header("content-type"), "application/json");
        }
        for (const QString &path : { QStringLiteral("/v1/assets/none/content"),
                 QStringLiteral("/v1/uploads/none"), QStringLiteral("/v1/generations/none") })
            QCOMPARE(service.get(path).status, 404);
        const auto models = service.get(QStringLiteral("/v1/models"));
        QCOMPARE(
            service.get(QStringLiteral("/v1/models"), { { "If-None-Match", models.header("etag") } }).status,
            304);
    }

    void planIsTaken()
    {
        ServiceProcess service({ QStringLiteral("plus"), {}, {} });
        QVERIFY2(service.start(), qPrintable(service.error()));
        const auto account = service.get(QStringLiteral("/v1/account")).json();
        QCOMPARE(account[QStringLiteral("plan")][QStringLiteral("id")].toString(), QStringLiteral("plus"));
        QCOMPARE(
            account[QStringLiteral("balance")][QStringLiteral("credits")].toInt(), 10'000); // PRODUCT "Plans"
    }

    void oneServiceAFolder()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        const Ended second = run({ QStringLiteral("--data"), service.dataDir() });
        QCOMPARE(second.code, 1);
        QVERIFY2(second.err.contains(QStringLiteral("already using")), qPrintable(second.err));
        QVERIFY(second.err.contains(service.dataDir()));
        QVERIFY(second.out.isEmpty());
        QCOMPARE(service.get(QStringLiteral("/v1/service")).status, 200);
        service.kill();
        QVERIFY2(service.start(), qPrintable(service.error())); // a crash leaves no lock behind
    }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        QTemporaryDir folder;
        const QString data =
            QDir::tempPath() + QStringLiteral("/facet-none-%1").arg(QCoreApplication::applicationPid());
        QTest::newRow("no data") << QStringList{} << 2 << QStringLiteral("--data");
        QTest::newRow("unknown option")
            << QStringList{ QStringLiteral("--dta"), data } << 2 << QStringLiteral("dta");
        QTest::newRow("stray argument")
            << QStringList{ QStringLiteral("--data"), data, QStringLiteral("x") } << 2 << QStringLiteral("x");
        for (const char *listen :
            { "8443", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", ":8443", "::1:8443" })
            QTest::newRow(listen) << QStringList{ QStringLiteral("--data"), data, QStringLiteral("--listen"),
                QLatin1String(listen) }
                                  << 2 << QStringLiteral("HOST:PORT");
        QTest::newRow("certificate without key") << QStringList{ QStringLiteral("--data"), data,
            QStringLiteral("--tls-cert"), QStringLiteral("x") }
                                                 << 2 << QStringLiteral("--tls-key");
        QTest::newRow("unwritable folder")
            << QStringList{ QStringLiteral("--data"), QStringLiteral("/proc/facet") } << 1
            << QStringLiteral("/proc/facet");
        QTest::newRow("unknown plan")
            << QStringList{ QStringLiteral("--data"), data, QStringLiteral("--plan"), QStringLiteral("gold") }
            << 1 << QStringLiteral("gold");
        QTest::newRow("foreign address") << QStringList{ QStringLiteral("--data"), data,
            QStringLiteral("--listen"), QStringLiteral("192.0.2.1:0") }
                                         << 1 << QStringLiteral("192.0.2.1");
        QTest::newRow("no such certificate") << QStringList{ QStringLiteral("--data"), data,
            QStringLiteral("--tls-cert"), QStringLiteral("/none"), QStringLiteral("--tls-key"),
            QStringLiteral("/none") } << 1 << QStringLiteral("/none");
    }
    void wrongCommandLines()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        const Ended ended = run(arguments);
        QCOMPARE(ended.code, code);
        QVERIFY2(ended.err.contains(says), qPrintable(ended.err));
        QCOMPARE(ended.err.trimmed().count(u'\n'), 0); // one sentence, one line
        QVERIFY(ended.out.isEmpty());
    }

    void helpAndVersion()
    {
        const Ended help = run({ QStringLiteral("--help") });
        QCOMPARE(help.code, 0);
        for (const char *option : { "--data", "--listen", "--tls-cert", "--tls-key", "--token-file", "--plan",
                 "--exit-with-parent" })
            QVERIFY2(help.out.contains(QLatin1String(option)), option);
        const Ended version = run({ QStringLiteral("--version") });
        QCOMPARE(version.code, 0);
        QVERIFY(version.out.startsWith(QStringLiteral("facet-service ")));
    }

    void tokenFiles()
    {
        QTemporaryDir folder;
        const QString data = folder.filePath(QStringLiteral("data"));
        const auto with = [&](const QString &file) {
            return QStringList{ QStringLiteral("--data"), data, QStringLiteral("--token-file"), file };
        };
        const QString open = privateFile(
            folder.filePath(QStringLiteral("open")), "0123456789abcdef\n", QFileDevice::ReadOther);
        Ended ended = run(with(open));
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(QStringLiteral("chmod 600")), qPrintable(ended.err));
        QVERIFY(!ended.err.contains(QStringLiteral("0123456789abcdef")));
        ended = run(with(privateFile(
            folder.filePath(QStringLiteral("group")), "0123456789abcdef\n", QFileDevice::ReadGroup)));
        QCOMPARE(ended.code, 1);
        ended = run(with(privateFile(folder.filePath(QStringLiteral("short")), "short\n")));
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.err.contains(QStringLiteral("16")));
        ended = run(with(folder.path()));
        QCOMPARE(ended.code, 1);
        ended = run(with(folder.filePath(QStringLiteral("none"))));
        QCOMPARE(ended.code, 1);

        const QString good = privateFile(folder.filePath(QStringLiteral("good")), "a-token-of-the-team\n");
        ServiceProcess service({ {}, data, { QStringLiteral("--token-file"), good } });
        QVERIFY2(service.start(), qPrintable(service.error()));
        QCOMPARE(service.token(), "a-token-of-the-team");
        QCOMPARE(service.get(QStringLiteral("/v1/service")).status, 200);
        QVERIFY(!QFile::exists(data + QStringLiteral("/token")));
    }

    void givenCertificates()
    {
        ServiceProcess first; // makes a pair to lend
        QVERIFY2(first.start(), qPrintable(first.error()));
        const QString certificate = first.dataDir() + QStringLiteral("/certificate.pem");
        ServiceProcess second({ {}, {},
            { QStringLiteral("--tls-cert"), certificate, QStringLiteral("--tls-key"),
                first.dataDir() + QStringLiteral("/key.pem") } });
        QVERIFY2(second.start(), qPrintable(second.error()));
        QCOMPARE(second.certificateSha256(), first.certificateSha256());
        QCOMPARE(second.get(QStringLiteral("/v1/service")).status, 200);
        QVERIFY(!QFile::exists(second.dataDir() + QStringLiteral("/key.pem")));

        QTemporaryDir folder;
        ServiceProcess third;
        QVERIFY2(third.start(), qPrintable(third.error()));
        const Ended mixed = run({ QStringLiteral("--data"), folder.path(), QStringLiteral("--tls-cert"),
            certificate, QStringLiteral("--tls-key"), third.dataDir() + QStringLiteral("/key.pem") });
        QCOMPARE(mixed.code, 1); // not its key
        QVERIFY(mixed.err.contains(certificate));
    }

    void ipv6()
    {
        ServiceProcess service({ {}, {}, { QStringLiteral("--listen"), QStringLiteral("[::1]:0") } });
        if (!service.start())
            QSKIP("no IPv6 on this machine");
        QCOMPARE(service.url().host(), QStringLiteral("::1"));
        QCOMPARE(service.get(QStringLiteral("/v1/service")).status, 200);
    }

    void stopsInTimeWithStreamsOpen()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        const QJsonObject body{ { QStringLiteral("agent"), QStringLiteral("1.0") },
            { QStringLiteral("model_id"), QStringLiteral("carat-video") },
            { QStringLiteral("prompt"), QStringLiteral("a whale under ice") },
            { QStringLiteral("inputs"), QJsonArray() }, { QStringLiteral("options"), QJsonObject() },
            { QStringLiteral("client_ref"), QStringLiteral("ref-1") } };
        const auto made = service.postJson(
            QStringLiteral("/v1/generations"), body, { { "Idempotency-Key", "stops-in-time" } });
        QVERIFY2(made.status == 201 || made.status == 202 || made.status == 200, made.body.constData());
        const QString id = made.json()[QStringLiteral("id")].toString();
        const auto events = service.open("GET", QStringLiteral("/v1/generations/%1/events").arg(id));
        QByteArray received;
        connect(events.get(), &QIODevice::readyRead, events.get(), [&] { received += events->readAll(); });
        QTRY_VERIFY(received.contains("data:"));
        QElapsedTimer timer;
        timer.start();
        QVERIFY2(service.stop(), qPrintable(service.error()));
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()).constData());
        QTRY_VERIFY(events->isFinished());

        // What was paid for is still there, and goes on.
        QVERIFY2(service.start(), qPrintable(service.error()));
        const auto generation = service.get(QStringLiteral("/v1/generations/") + id);
        QCOMPARE(generation.status, 200);
    }

    void everyStopSignal()
    {
        for (const int number : { SIGTERM, SIGINT, SIGHUP }) {
            ServiceProcess service;
            QVERIFY2(service.start(), qPrintable(service.error()));
            RawClient idle(service.url().host(), static_cast<quint16>(service.url().port()));
            QVERIFY(idle.isReady());
            QElapsedTimer timer;
            timer.start();
            ::kill(static_cast<pid_t>(service.pid()), number);
            QTRY_VERIFY_WITH_TIMEOUT(!service.isRunning(), 2000);
        }
    }

    void crashAndRestart()
    {
        ServiceProcess service;
        QVERIFY2(service.start(), qPrintable(service.error()));
        const auto topUp = service.postJson(QStringLiteral("/v1/top_ups"),
            { { QStringLiteral("credits"), 500 } }, { { "Idempotency-Key", "crash-and-restart" } });
        QVERIFY2(topUp.status >= 200 && topUp.status < 300, topUp.body.constData());
        const auto before =
            service.get(QStringLiteral("/v1/account")).json()[QStringLiteral("balance")].toObject();
        service.kill();
        QVERIFY2(service.start(), qPrintable(service.error()));
        QCOMPARE(
            service.get(QStringLiteral("/v1/account")).json()[QStringLiteral("balance")].toObject(), before);
    }

    void exitsWithItsParent()
    {
        QTemporaryDir folder;
        const QString ready = folder.filePath(QStringLiteral("ready"));
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
            { QStringLiteral("-c"),
                QStringLiteral("\"$1\" --data \"$2\" --exit-with-parent >\"$3\" & echo $!; wait"),
                QStringLiteral("sh"), QStringLiteral(FACET_BIN_DIR "/facet-service"),
                folder.filePath(QStringLiteral("data")), ready });
        QTRY_VERIFY(QFileInfo(ready).size() > 0);
        const auto pid = static_cast<pid_t>(shell.readLine().trimmed().toInt());
        QVERIFY(pid > 0);
        QCOMPARE(::kill(pid, 0), 0);
        shell.kill();
        shell.waitForFinished();
        // A process that has ended but was not collected yet is a zombie: state Z.
        const auto ended = [pid] {
            QFile status(QStringLiteral("/proc/%1/stat").arg(pid));
            return !status.open(QIODevice::ReadOnly) || status.readAll().contains(") Z ");
        };
        QTRY_VERIFY_WITH_TIMEOUT(ended(), 3000);
    }
};

QTEST_GUILESS_MAIN(TestServiceProcess)
#include "tst_service_process.moc"
