#include "client/session/ServiceProcess.h"

#include "contract/Json.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>

namespace facet::client {

namespace {
constexpr qsizetype maxReadyLine = 64 * 1024;
constexpr qsizetype maxTail = 8 * 1024;
constexpr int patienceMs = 2500; ///< SIGTERM ends the service within 2 s (CONTRACT "facet-service")
} // namespace

ServiceProcess::ServiceProcess(Command command, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
{
    m_readyTimer.setSingleShot(true);
    connect(&m_readyTimer, &QTimer::timeout, this, [this] {
        m_why = tr("Facet's own service did not get ready in time. Press Try again to start it once more.");
        m_whyDetail = QStringLiteral("no ready line after %1 ms").arg(m_command.readyTimeoutMs);
        m_process.kill();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &ServiceProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this,
        [this] { m_stderrTail = (m_stderrTail + m_process.readAllStandardError()).right(maxTail); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            died(tr("Facet's own service cannot be started. Install Facet again, or use another service with "
                    "--service."),
                QStringLiteral("%1: %2").arg(m_process.program(), m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_stderrTail = (m_stderrTail + m_process.readAllStandardError()).right(maxTail);
        const QString how = status == QProcess::CrashExit ? QStringLiteral("ended by a signal")
                                                          : QStringLiteral("exit code %1").arg(code);
        died(m_why.isEmpty() ? tr("Facet's own service has stopped. Press Try again to start it once more.")
                             : m_why,
            m_whyDetail.isEmpty() ? how : m_whyDetail);
    });
}

ServiceProcess::~ServiceProcess()
{
    m_process.disconnect(this);
    if (!isRunning())
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

QString ServiceProcess::programPath() const
{
    if (!m_command.program.isEmpty())
        return m_command.program;
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("facet-service.exe");
#else
    const QString name = QStringLiteral("facet-service");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

void ServiceProcess::start()
{
    if (m_wanted)
        return;
    m_wanted = true;
    m_restartsLeft = m_command.restarts;
    launch();
}

void ServiceProcess::stop()
{
    m_wanted = false;
    m_readyTimer.stop();
    if (!isRunning())
        return;
    m_process.terminate();
    QTimer::singleShot(patienceMs, this, [this] {
        if (!m_wanted && isRunning())
            m_process.kill();
    });
}

void ServiceProcess::launch()
{
    if (isRunning()) {
        // Asked for again while the last one is still on its way out: died() follows and comes back here.
        m_launchAgain = true;
        return;
    }
    m_launchAgain = false;
    m_ready = false;
    m_line.clear();
    m_stderrTail.clear();
    m_why.clear();
    m_whyDetail.clear();
    m_process.setProgram(programPath());
    m_process.setArguments(m_command.arguments
        + QStringList{
            QStringLiteral("--data"), m_command.dataFolder, QStringLiteral("--exit-with-parent") });
    m_readyTimer.start(m_command.readyTimeoutMs);
    m_process.start();
}

void ServiceProcess::readOutput()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    if (m_ready)
        return;
    m_line += bytes;
    const qsizetype end = m_line.indexOf('\n');
    if (end < 0 && m_line.size() <= maxReadyLine)
        return;
    const Result<Endpoint> endpoint = end < 0
        ? Result<Endpoint>(fail(ErrorKind::Protocol, {}, QStringLiteral("first line too long")))
        : readReadyLine(m_line.left(end));
    if (!endpoint) {
        m_why =
            tr("Facet's own service answers in a way that this version does not understand. Install Facet "
               "again.");
        m_whyDetail = endpoint.error().detail;
        m_process.kill();
        return;
    }
    m_ready = true;
    m_readyTimer.stop();
    m_line.clear();
    emit ready(*endpoint);
}

Result<Endpoint> ServiceProcess::readReadyLine(const QByteArray &line)
{
    const Result<contract::Json> json = contract::parseJson(line);
    if (!json)
        return tl::unexpected(json.error());
    const auto text = [&json](const char *name) {
        const auto it = json->is_object() ? json->find(name) : json->end();
        return it != json->end() && it->is_string() ? QString::fromStdString(it->get<std::string>())
                                                    : QString();
    };
    const auto broken = [](const QString &detail) {
        return fail(ErrorKind::Protocol, tr("Facet's own service did not say where it is."), detail);
    };
    Endpoint endpoint;
    endpoint.url = QUrl(text("url"), QUrl::StrictMode);
    if (endpoint.url.scheme() != QLatin1String("https") || endpoint.url.host().isEmpty())
        return broken(QStringLiteral("ready line: url"));
    endpoint.token = text("token");
    if (endpoint.token.isEmpty())
        return broken(QStringLiteral("ready line: token"));
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]{64}$"));
    const QString digest = text("certificate_sha256");
    if (!hex.match(digest).hasMatch())
        return broken(QStringLiteral("ready line: certificate_sha256"));
    endpoint.certificateSha256 = QByteArray::fromHex(digest.toLatin1());
    endpoint.certificate = text("certificate").toLatin1();
    return endpoint;
}

void ServiceProcess::died(const QString &sentence, const QString &detail)
{
    m_readyTimer.stop();
    m_ready = false;
    if (!m_wanted)
        return;
    if (m_launchAgain) {
        QTimer::singleShot(0, this, &ServiceProcess::launch);
        return;
    }
    QString all = detail;
    if (!m_stderrTail.isEmpty())
        all += u'\n' + QString::fromUtf8(m_stderrTail).trimmed();
    const Error error{ ErrorKind::Service, sentence, all, QStringLiteral("service_stopped"), {}, {} };
    if (m_restartsLeft > 0) {
        --m_restartsLeft;
        // Not from inside QProcess's own signal.
        QTimer::singleShot(0, this, [this] {
            if (m_wanted)
                launch();
        });
        emit restarting(error);
        return;
    }
    m_wanted = false;
    emit stopped(error);
}

} // namespace facet::client
