#include "client/session/KeychainSecrets.h"
#include "client/session/LiveSession.h"
#include "client/session/MemorySecrets.h"
#include "contract/Codecs.h"
#include "tests/client/support/SampleService.h"
#include "tests/support/Await.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <csignal>

using namespace facet;
using namespace facet::client;
using namespace facet::test;
using namespace std::chrono_literals;
using State = Session::State;

namespace {

/// A keyring that is not there.
class NoSecrets : public SecretStore {
public:
    QFuture<Result<QString>> read(const QString &) override { return answer<QString>(); }
    QFuture<Result<void>> write(const QString &, const QString &) override { return answer<void>(); }
    QFuture<Result<void>> remove(const QString &) override { return answer<void>(); }

private:
    template <typename T>
    static QFuture<Result<T>> answer()
    {
        return QtFuture::makeReadyFuture(Result<T>(fail(ErrorKind::File, QStringLiteral("no keyring"))));
    }
};

} // namespace

/// LiveSession over a scripted service, and over a script that stands for facet-service's process.
class SessionTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Set by the child that a_real_keyring_keeps_the_token starts for itself.
        m_inKeyring = qEnvironmentVariableIsSet("FACET_TEST_IN_KEYRING");
    }

    void init()
    {
        m_server = std::make_unique<ScriptedServer>();
        m_client = std::make_unique<HttpClient>();
        m_client->setRetryPolicy({ 2, 1ms, 5ms });
        m_folder = std::make_unique<QTemporaryDir>();
        m_sample = SampleService();
        m_sample.serve(*m_server);
        m_secrets = std::make_unique<MemorySecrets>();
        writeMode("ready");
    }
    void cleanup()
    {
        m_session.reset();
        QCOMPARE(m_server->unscripted(), 0);
        m_client.reset();
        m_server.reset();
        QSslConfiguration::setDefaultConfiguration(m_tls);
    }

    void the_bundled_service_is_started_and_asked()
    {
        bundled();
        QSignalSpy changes(m_session.get(), &Session::stateChanged);
        m_session->start();
        QCOMPARE(m_session->state(), State::Starting);
        QTRY_COMPARE(m_session->state(), State::Ready);
        QVERIFY(!m_session->error());
        QVERIFY(m_session->isBundled());
        QVERIFY(m_session->isSandbox());
        QCOMPARE(m_session->account(), m_sample.account);
        QCOMPARE(m_session->catalogue().models(), m_sample.models);
        QCOMPARE(m_session->agents(), m_sample.agents);
        QCOMPARE(m_session->plans(), m_sample.plans);
        QCOMPARE(arguments(),
            QByteArray(
                "--data " + m_folder->filePath(QStringLiteral("service")).toUtf8() + " --exit-with-parent"));
        QCOMPARE(changes.count(), 2); // Connecting, Ready
    }

    void a_service_that_dies_is_started_once_more()
    {
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        const qint64 first = m_session->processId();
        QVERIFY(first > 0);
        ::kill(static_cast<pid_t>(first), SIGKILL);
        QTRY_COMPARE(starts(), 2);
        QTRY_COMPARE(m_session->state(), State::Ready);
        QVERIFY(m_session->processId() != first);

        ::kill(static_cast<pid_t>(m_session->processId()), SIGKILL);
        QTRY_COMPARE(m_session->state(), State::Stopped);
        QCOMPARE(starts(), 2);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("Try again")));
        QCOMPARE(m_session->account(), m_sample.account); // still shown

        m_session->retry();
        QTRY_COMPARE(m_session->state(), State::Ready);
        QCOMPARE(starts(), 3);
    }

    void what_it_said_before_it_died_is_in_the_details()
    {
        writeMode("die");
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Stopped);
        QCOMPARE(starts(), 2);
        QVERIFY2(m_session->error()->detail.contains(QLatin1String("database is locked")),
            qPrintable(m_session->error()->detail));
        QVERIFY(m_session->error()->detail.contains(QLatin1String("exit code 3")));
    }

    void a_service_that_says_nothing_is_not_waited_for_for_ever()
    {
        writeMode("silent");
        bundled(200);
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Stopped);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("in time")));
    }

    void a_ready_line_is_checked_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray url = "https://127.0.0.1:1";
        const QByteArray hash(64, 'a');
        QTest::newRow("not JSON") << QByteArray("hello");
        QTest::newRow("no url") << readyLine({}, "t", hash);
        QTest::newRow("plain http") << readyLine("http://127.0.0.1:1", "t", hash);
        QTest::newRow("no token") << readyLine(url, {}, hash);
        QTest::newRow("no certificate") << readyLine(url, "t", {});
        QTest::newRow("short certificate") << readyLine(url, "t", "abcd");
        QTest::newRow("an array") << QByteArray("[]");
    }
    void a_ready_line_is_checked()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!ServiceProcess::readReadyLine(line));
        writeMode("ready", line);
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Stopped);
        QVERIFY(!m_session->error()->sentence.isEmpty());
    }

    void a_program_that_is_not_there_is_said()
    {
        LiveSession::Config config = bundledConfig();
        config.process.program = m_folder->filePath(QStringLiteral("nothing"));
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, config);
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Stopped);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("Install Facet again")));
    }

    void the_next_start_shows_what_was_known()
    {
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        const QString cache = m_folder->filePath(QStringLiteral("session.json"));
        QTRY_VERIFY(QFile::exists(cache));
        m_session.reset();
        QFile file(cache);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("right"), "the token is in the cache");

        writeMode("silent");
        bundled();
        QSignalSpy catalogue(m_session.get(), &Session::catalogueChanged);
        m_session->start();
        QCOMPARE(m_session->state(), State::Starting);
        QCOMPARE(catalogue.count(), 1);
        QCOMPARE(m_session->account(), m_sample.account);
        QCOMPARE(m_session->catalogue().models(), m_sample.models);
    }

    void unchanged_models_are_not_sent_again()
    {
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("session.json"))));
        m_server->forget();
        bundled();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        QCOMPARE(m_server->seen("GET /v1/models").constFirst().header("if-none-match"), m_sample.modelsEtag);
        QCOMPARE(m_session->catalogue().models(), m_sample.models);
    }

    void a_damaged_or_foreign_memory_counts_as_none_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut") << QByteArray("{\"version\":1,\"service_key\":\"bun");
        QTest::newRow("foreign") << QByteArray("{\"version\":1,\"service_key\":\"https://other.example\"}");
        QTest::newRow("later version") << QByteArray("{\"version\":99,\"service_key\":\"bundled\"}");
        QTest::newRow("hollow") << QByteArray("{\"version\":1,\"service_key\":\"bundled\",\"models\":[{}]}");
        QTest::newRow("array") << QByteArray("[1]");
    }
    void a_damaged_or_foreign_memory_counts_as_none()
    {
        QFETCH(QByteArray, content);
        QFile file(m_folder->filePath(QStringLiteral("session.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        writeMode("silent");
        bundled();
        m_session->start();
        QVERIFY(m_session->catalogue().models().isEmpty());
        QCOMPARE(m_session->account(), Account());
    }

    void a_service_of_ones_own_asks_for_the_token_once()
    {
        remote();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("127.0.0.1")));
        QVERIFY(m_server->seen().isEmpty());
        m_session->provideToken(QStringLiteral("  right\n"));
        QTRY_COMPARE(m_session->state(), State::Ready);
        QVERIFY(!m_session->isBundled());
        QCOMPARE(await(m_secrets->read(m_session->serviceUrl())).value(), QStringLiteral("right"));

        remote();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
    }

    void a_wrong_token_gets_its_own_sentence()
    {
        remote();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        const QString asked = m_session->error()->sentence;
        m_session->provideToken(QStringLiteral("wrong"));
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        QVERIFY(m_session->error()->sentence != asked);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("does not accept this token")));
        QCOMPARE(m_session->error()->kind, ErrorKind::Auth);
        QCOMPARE(await(m_secrets->read(m_session->serviceUrl())).value(), QString()); // not kept
        m_session->provideToken(QStringLiteral("right"));
        QTRY_COMPARE(m_session->state(), State::Ready);
    }

    void what_cannot_be_a_token_is_not_sent()
    {
        remote();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        for (const QString &token : { QString(), QStringLiteral("  "), QStringLiteral("a b"),
                 QStringLiteral("a\r\nX-Evil: 1"), QStringLiteral("토큰") }) {
            m_session->provideToken(token);
            QCOMPARE(m_session->state(), State::NeedsToken);
        }
        QVERIFY(m_server->seen().isEmpty());
    }

    void a_token_that_is_withdrawn_is_asked_for_again()
    {
        remote();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        m_session->provideToken(QStringLiteral("right"));
        QTRY_COMPARE(m_session->state(), State::Ready);
        m_sample.token = "new";
        m_session->refreshAccount();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("does not accept this token")));
    }

    void without_a_keyring_the_token_lives_in_memory()
    {
        NoSecrets none;
        trustServer();
        m_session = std::make_unique<LiveSession>(*m_client, none, remoteConfig());
        QSignalSpy problems(m_session.get(), &Session::keyringProblem);
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::NeedsToken);
        QCOMPARE(problems.count(), 1);
        m_session->provideToken(QStringLiteral("right"));
        QTRY_COMPARE(m_session->state(), State::Ready);
        QTRY_COMPARE(problems.count(), 2);
        m_session.reset();
    }

    void a_service_that_cannot_be_reached_is_tried_again()
    {
        remote(QStringLiteral("right"));
        m_server->die();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QCOMPARE(m_session->error()->kind, ErrorKind::Network);
        QVERIFY(m_server->listenAgain());
        QTRY_COMPARE(m_session->state(), State::Ready);
        QVERIFY(!m_session->error());
    }

    void a_service_that_is_lost_is_found_again()
    {
        remote(QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        m_server->die();
        m_session->refreshAccount();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QCOMPARE(m_session->account(), m_sample.account);
        m_sample.account.balance.credits = 5;
        QVERIFY(m_server->listenAgain());
        QTRY_COMPARE(m_session->state(), State::Ready);
        QCOMPARE(m_session->account().balance.credits, 5);
    }

    void a_ready_line_may_tell_the_certificate_itself()
    {
        const QByteArray line = readyLine("https://127.0.0.1:1", "right", QByteArray(64, 'a'));
        QCOMPARE(ServiceProcess::readReadyLine(line)->certificate, QByteArray());
        contract::Json json = *contract::parseJson(line);
        json["certificate"] = "-----BEGIN CERTIFICATE-----\n";
        QCOMPARE(ServiceProcess::readReadyLine(contract::toBytes(json))->certificate,
            QByteArray("-----BEGIN CERTIFICATE-----\n"));
    }

    void a_known_service_out_of_order_is_no_chat()
    {
        remote(QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        m_server->route("GET /v1/service", [](const SeenRequest &, const AnswerPtr &answer) {
            answer->send(404, "<html>Not found</html>", { { "Content-Type", "text/html" } });
        });
        m_session->refreshAll();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QVERIFY(!m_session->isChatOnly());
        QCOMPARE(m_session->account(), m_sample.account);
        QVERIFY(!m_session->catalogue().models().isEmpty());
    }

    void try_again_does_not_wait()
    {
        LiveSession::Config config = remoteConfig();
        config.firstRetryMs = 600000;
        trustServer();
        m_secrets->write(config.serviceUrl, QStringLiteral("right"));
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, config);
        m_server->die();
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QVERIFY(m_server->listenAgain());
        m_session->retry();
        QTRY_COMPARE(m_session->state(), State::Ready);
    }

    void an_untrusted_service_is_never_asked()
    {
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, remoteConfig());
        m_secrets->write(remoteConfig().serviceUrl, QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QCOMPARE(m_session->error()->kind, ErrorKind::Tls);
        QVERIFY(m_server->seen().isEmpty());
    }

    void an_address_that_is_none_is_said_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("http") << QStringLiteral("http://127.0.0.1:1");
        QTest::newRow("no host") << QStringLiteral("https://");
        QTest::newRow("words") << QStringLiteral("my service");
        QTest::newRow("password in it") << QStringLiteral("https://me:pw@service.example");
    }
    void an_address_that_is_none_is_said()
    {
        QFETCH(QString, url);
        LiveSession::Config config = remoteConfig();
        config.serviceUrl = url;
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, config);
        m_session->start();
        QCOMPARE(m_session->state(), State::Stopped);
        QVERIFY(m_session->error()->sentence.contains(QLatin1String("https://")));
        QVERIFY(!m_session->error()->sentence.contains(QLatin1String("pw")));
    }

    void answers_that_break_the_contract_are_said()
    {
        m_server->routeJson("GET /v1/account", "{\"id\":\"a\"}");
        remote(QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Offline);
        QCOMPARE(m_session->error()->kind, ErrorKind::Protocol);
        QVERIFY(m_session->catalogue().models().isEmpty()); // nothing half
    }

    void money_is_shown_as_the_service_says_it()
    {
        remote(QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        QSignalSpy changes(m_session.get(), &Session::accountChanged);
        m_session->applyBalance(700);
        QCOMPARE(m_session->account().balance.credits, 700);
        QCOMPARE(changes.count(), 1);
        m_session->applyBalance(700);
        QCOMPARE(changes.count(), 1);
        m_sample.account.balance.credits = 690;
        m_session->refreshAccount();
        QTRY_COMPARE(m_session->account().balance.credits, 690);

        m_server->route("POST /v1/top_ups", [this](const SeenRequest &request, const AnswerPtr &answer) {
            QVERIFY(!request.header("idempotency-key").isEmpty());
            QCOMPARE(request.body, QByteArray("{\"credits\":1000}"));
            m_sample.account.balance.credits += 1000;
            answer->json(201, "{\"credits\":1000,\"checkout_url\":null,\"balance\":null}");
        });
        const auto granted = await(m_session->topUp(1000));
        QVERIFY2(granted, granted ? "" : qPrintable(granted.error().detail));
        QVERIFY(granted->isEmpty());
        QTRY_COMPARE(m_session->account().balance.credits, 1690);

        m_server->routeJson(
            "POST /v1/top_ups", "{\"credits\":1000,\"checkout_url\":\"https://pay.example/1\"}");
        QCOMPARE(await(m_session->topUp(1000)).value(), QUrl(QStringLiteral("https://pay.example/1")));
        m_server->routeJson("POST /v1/top_ups", "{\"credits\":1000,\"checkout_url\":\"file:///etc/passwd\"}");
        QCOMPARE(await(m_session->topUp(1000)).error().kind, ErrorKind::Protocol);
    }

    void a_plan_is_changed()
    {
        remote(QStringLiteral("right"));
        m_session->start();
        QTRY_COMPARE(m_session->state(), State::Ready);
        m_server->route("PATCH /v1/account", [this](const SeenRequest &request, const AnswerPtr &answer) {
            QCOMPARE(request.body, QByteArray("{\"plan_id\":\"plus\"}"));
            Account account = m_sample.account;
            account.plan.id = QStringLiteral("plus");
            answer->json(200, contract::toBytes(contract::toJson(account)));
        });
        QVERIFY(await(m_session->changePlan(QStringLiteral("plus"))));
        QCOMPARE(m_session->account().plan.id, QStringLiteral("plus"));
    }

    void a_missing_keyring_fails_at_once()
    {
        if (m_inKeyring)
            QSKIP("with a keyring");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        KeychainSecrets secrets;
        const auto kept = await(secrets.write(QStringLiteral("https://a.example"), QStringLiteral("t")));
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, ErrorKind::File);
        QCOMPARE(kept.error().code, QStringLiteral("no_keyring"));
        QVERIFY(!kept.error().sentence.isEmpty());
        QVERIFY(!kept.error().detail.contains(QLatin1String("\"t\"")));
    }

    void a_real_keyring_keeps_the_token()
    {
        if (m_inKeyring) {
            const QString key = QStringLiteral("https://team.example");
            KeychainSecrets secrets;
            QCOMPARE(await(secrets.read(key)).value(), QString());
            const auto kept = await(secrets.write(key, QStringLiteral("s3cret")));
            QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
            KeychainSecrets others;
            QCOMPARE(await(others.read(key)).value(), QStringLiteral("s3cret"));
            QVERIFY(await(secrets.remove(key)));
            QVERIFY(await(secrets.remove(key)));
            QCOMPARE(await(others.read(key)).value(), QString());
            return;
        }
        if (QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty()
            || QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty())
            QSKIP("no gnome-keyring here");
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FACET_TEST_IN_KEYRING"), QStringLiteral("1"));
        environment.insert(QStringLiteral("FACET_TEST_PROGRAM"), QCoreApplication::applicationFilePath());
        for (const char *name : { "HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR" })
            environment.insert(QString::fromLatin1(name), m_folder->path());
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QStringLiteral("dbus-run-session"),
            { QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                QStringLiteral(
                    "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1;"
                    " exec \"$FACET_TEST_PROGRAM\" a_real_keyring_keeps_the_token") });
        QVERIFY(child.waitForFinished(60000));
        QVERIFY2(child.exitCode() == 0, child.readAll().constData());
    }

private:
    static QByteArray readyLine(const QByteArray &url, const QByteArray &token, const QByteArray &certificate)
    {
        contract::Json json;
        for (const auto &[name, value] : { std::pair("url", url), std::pair("token", token),
                 std::pair("certificate_sha256", certificate) }) {
            if (!value.isEmpty())
                json[name] = value.toStdString();
        }
        return contract::toBytes(json);
    }

    /// Stands for facet-service: notes its arguments, then does what its mode says.
    void writeMode(const char *mode, const QByteArray &given = {})
    {
        QByteArray line = given;
        if (line.isEmpty())
            line = readyLine(m_server->url().toEncoded(), "right", m_server->certificate().sha256().toHex());
        const QByteArray behaviour = qstrcmp(mode, "ready") == 0
            ? "cat <<'END'\n" + line + "\nEND\nexec sleep 1000\n"
            : qstrcmp(mode, "die") == 0 ? QByteArray("echo 'database is locked' >&2\nexit 3\n")
                                        : QByteArray("exec sleep 1000\n");
        QFile script(m_folder->filePath(QStringLiteral("service.sh")));
        QVERIFY(script.open(QIODevice::WriteOnly | QIODevice::Truncate));
        script.write(
            "echo \"$*\" >> '" + m_folder->filePath(QStringLiteral("starts")).toUtf8() + "'\n" + behaviour);
    }
    QList<QByteArray> startLines() const
    {
        QFile file(m_folder->filePath(QStringLiteral("starts")));
        QList<QByteArray> lines;
        if (file.open(QIODevice::ReadOnly)) {
            while (!file.atEnd())
                lines.append(file.readLine().trimmed());
        }
        return lines;
    }
    int starts() const { return static_cast<int>(startLines().size()); }
    QByteArray arguments() const { return startLines().value(0); }

    LiveSession::Config bundledConfig() const
    {
        LiveSession::Config config;
        config.profileFolder = m_folder->path();
        config.process.program = QStringLiteral("/bin/sh");
        config.process.arguments = { m_folder->filePath(QStringLiteral("service.sh")) };
        config.firstRetryMs = 10;
        config.maxRetryMs = 50;
        return config;
    }
    void bundled(int readyTimeoutMs = 10000)
    {
        LiveSession::Config config = bundledConfig();
        config.process.readyTimeoutMs = readyTimeoutMs;
        m_session.reset();
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, config);
    }
    LiveSession::Config remoteConfig() const
    {
        LiveSession::Config config;
        config.profileFolder = m_folder->path();
        config.serviceUrl = m_server->url().toString();
        config.firstRetryMs = 10;
        config.maxRetryMs = 50;
        return config;
    }
    /// As if the system's roots had signed it.
    void trustServer()
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificate(m_server->certificate().certificate);
        QSslConfiguration::setDefaultConfiguration(tls);
    }
    void remote(const QString &knownToken = {})
    {
        trustServer();
        if (!knownToken.isEmpty())
            m_secrets->write(remoteConfig().serviceUrl, knownToken);
        m_session.reset();
        m_session = std::make_unique<LiveSession>(*m_client, *m_secrets, remoteConfig());
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemorySecrets> m_secrets;
    std::unique_ptr<LiveSession> m_session;
    SampleService m_sample;
    const QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    bool m_inKeyring = false;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_client_session.moc"
