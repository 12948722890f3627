#include "support/ServiceProcess.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QTest>

#include <csignal>

namespace facet::test {

namespace {

constexpr int startTimeMs = 20'000; // of a sanitized build on a busy machine
constexpr int stopTimeMs = 2'000; // CONTRACT "facet-service"
constexpr int answerTimeMs = 30'000;

} // namespace

ServiceProcess::ServiceProcess()
    : ServiceProcess(Options())
{
}

ServiceProcess::ServiceProcess(Options options)
    : m_options(std::move(options))
    , m_network(std::make_unique<QNetworkAccessManager>())
{
}

ServiceProcess::~ServiceProcess()
{
    if (isRunning() && !stop())
        kill();
}

bool ServiceProcess::start()
{
    m_error.clear();
    m_process = std::make_unique<QProcess>();
    QStringList arguments{ QStringLiteral("--data"), dataDir() };
    if (!m_options.planId.isEmpty())
        arguments << QStringLiteral("--plan") << m_options.planId;
    QElapsedTimer timer;
    timer.start();
    const QString program =
        m_options.program.isEmpty() ? QStringLiteral(FACET_SERVICE_PROGRAM) : m_options.program;
    m_process->start(program, arguments + m_options.extraArguments);
    const bool said = QTest::qWaitFor(
        [this] { return m_process->canReadLine() || m_process->state() == QProcess::NotRunning; },
        startTimeMs);
    m_readyAfterMs = timer.elapsed();
    const QJsonObject ready = QJsonDocument::fromJson(m_process->readLine()).object();
    m_base = QUrl(ready.value(QStringLiteral("url")).toString());
    m_token = ready.value(QStringLiteral("token")).toString().toLatin1();
    m_certificateSha256 = ready.value(QStringLiteral("certificate_sha256")).toString().toLatin1();
    m_certificate = ready.value(QStringLiteral("certificate")).toString().toLatin1();
    if (said && m_base.isValid() && !m_base.isEmpty())
        return true;
    m_error = QString::fromUtf8(m_process->readAllStandardError());
    if (m_error.isEmpty())
        m_error = m_process->errorString();
    return false;
}

bool ServiceProcess::stop()
{
    if (!isRunning())
        return false;
    m_process->terminate();
    const bool ended =
        QTest::qWaitFor([this] { return m_process->state() == QProcess::NotRunning; }, stopTimeMs);
    m_error = QString::fromUtf8(m_process->readAllStandardError());
    return ended && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
}

void ServiceProcess::kill()
{
    if (!isRunning())
        return;
    m_process->kill();
    m_process->waitForFinished();
}

bool ServiceProcess::isRunning() const
{
    return m_process && m_process->state() == QProcess::Running;
}

qint64 ServiceProcess::pid() const
{
    return m_process ? m_process->processId() : 0;
}

QUrl ServiceProcess::url(const QString &path) const
{
    return m_base.resolved(QUrl(path));
}

QString ServiceProcess::dataDir() const
{
    return m_options.dataDir.isEmpty() ? m_folder.path() : m_options.dataDir;
}

HttpAnswer ServiceProcess::get(const QString &path, const Headers &headers)
{
    return request("GET", path, {}, headers);
}

HttpAnswer ServiceProcess::postJson(const QString &path, const QJsonObject &body, const Headers &headers)
{
    return request("POST", path, QJsonDocument(body).toJson(QJsonDocument::Compact),
        Headers{ { "Content-Type", "application/json" } } + headers);
}

HttpAnswer ServiceProcess::request(
    const QByteArray &method, const QString &path, const QByteArray &body, const Headers &headers)
{
    const auto reply = open(method, path, body, headers);
    HttpAnswer answer;
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, answerTimeMs)) {
        answer.failure = QStringLiteral("no answer within %1 ms").arg(answerTimeMs);
        return answer;
    }
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    answer.body = reply->readAll();
    if (answer.status == 0)
        answer.failure = reply->errorString();
    return answer;
}

std::unique_ptr<QNetworkReply> ServiceProcess::open(
    const QByteArray &method, const QString &path, const QByteArray &body, const Headers &headers)
{
    QNetworkRequest request(url(path));
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setRawHeader("Accept-Language", "en");
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    // Qt reads content after an answer to a custom HEAD, and would wait for it.
    std::unique_ptr<QNetworkReply> reply(
        method == "HEAD" ? m_network->head(request) : m_network->sendCustomRequest(request, method, body));
    // Exactly its certificate: its own name is no help, since it signed itself.
    QObject::connect(reply.get(), &QNetworkReply::sslErrors, reply.get(),
        [open = reply.get(), wanted = m_certificateSha256](const QList<QSslError> &) {
            const QByteArray given =
                open->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256).toHex();
            if (given == wanted)
                open->ignoreSslErrors();
        });
    return reply;
}

} // namespace facet::test
