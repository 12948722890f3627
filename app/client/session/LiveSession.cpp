#include "client/session/LiveSession.h"
#include "client/net/Then.h"

#include <QDir>
#include <QUuid>

#include <algorithm>

namespace facet::client {

/// One round of asking: waits for all answers, so that what is shown never mixes two moments.
struct LiveSession::Round {
    int number = 0;
    int open = 0;
    Remembered said; ///< grows as the answers come
    std::optional<Error> error; ///< the most telling one
    bool noSuchResources = false; ///< what answers there does not know /v1
};

namespace {

/// An answer of something that is there, is no generation service, and did not refuse the token.
bool isNoSuchResource(const Error &error)
{
    static const QStringList codes{ QStringLiteral("http_404"), QStringLiteral("http_405"),
        QStringLiteral("http_410"), QStringLiteral("http_501") };
    return codes.contains(error.code);
}

} // namespace

LiveSession::LiveSession(HttpClient &client, SecretStore &secrets, Config config, QObject *parent)
    : Session(parent)
    , m_client(client)
    , m_secrets(secrets)
    , m_config(std::move(config))
    , m_serviceApi(client)
    , m_accountApi(client)
    , m_catalogueApi(client)
    , m_cache(QDir(m_config.profileFolder).filePath(QStringLiteral("session.json")),
          m_config.serviceUrl.isEmpty() ? QStringLiteral("bundled") : m_config.serviceUrl)
{
    if (m_config.process.dataFolder.isEmpty())
        m_config.process.dataFolder = QDir(m_config.profileFolder).filePath(QStringLiteral("service"));
    m_retryTimer.setSingleShot(true);
    connect(&m_retryTimer, &QTimer::timeout, this, &LiveSession::ask);
    connect(&m_client, &HttpClient::unauthorized, this, [this](const Error &error) {
        if (m_state == State::Ready)
            tokenRefused(error);
    });
    connect(&m_client, &HttpClient::unreachable, this, [this] {
        if (m_state == State::Ready && !m_refreshing)
            refreshAccount();
    });
}

LiveSession::~LiveSession() = default;

QString LiveSession::serviceUrl() const
{
    return isBundled() ? m_client.endpoint().url.toString() : m_config.serviceUrl;
}

void LiveSession::setState(State state, const std::optional<Error> &error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = error;
    emit stateChanged();
}

void LiveSession::start()
{
    if (auto remembered = m_cache.load()) {
        m_said = std::move(*remembered);
        emit accountChanged();
        emit catalogueChanged();
    }
    if (isBundled())
        startBundled();
    else
        startRemote();
}

void LiveSession::startBundled()
{
    setState(State::Starting);
    if (!m_process) {
        m_process = new ServiceProcess(m_config.process, this);
        connect(m_process, &ServiceProcess::ready, this, &LiveSession::connectTo);
        connect(m_process, &ServiceProcess::restarting, this, [this](const Error &error) {
            ++m_round;
            m_retryTimer.stop();
            setState(State::Starting, error);
        });
        connect(m_process, &ServiceProcess::stopped, this, [this](const Error &error) {
            ++m_round;
            m_retryTimer.stop();
            setState(State::Stopped, error);
        });
    }
    m_process->start();
}

void LiveSession::startRemote()
{
    const QUrl url(m_config.serviceUrl, QUrl::StrictMode);
    if (url.scheme() != QLatin1String("https") || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        setState(State::Stopped,
            Error{ ErrorKind::Tls,
                tr("%1 is not the address of a service. Start Facet with one that begins with https://.")
                    .arg(url.toDisplayString(QUrl::RemovePassword)),
                QStringLiteral("--service"), {}, {}, {} });
        return;
    }
    setState(State::Connecting);
    then(m_secrets.read(m_config.serviceUrl), this, [this, url](const Result<QString> &token) {
        if (!token)
            emit keyringProblem(token.error());
        if (m_state != State::Connecting)
            return; // a token was given by hand meanwhile
        if (!token || token->isEmpty()) {
            setState(State::NeedsToken,
                Error{ ErrorKind::Auth, tr("Enter your token for %1.").arg(url.host()),
                    QStringLiteral("no token is known"), QStringLiteral("no_token"), {}, {} });
            return;
        }
        connectTo({ url, *token, {} });
    });
}

void LiveSession::provideToken(const QString &token)
{
    const QString trimmed = token.trimmed();
    const bool printable = std::all_of(
        trimmed.cbegin(), trimmed.cend(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
    if (isBundled())
        return;
    if (trimmed.isEmpty() || !printable) {
        setState(State::NeedsToken,
            Error{ ErrorKind::Auth, tr("This is not a token. Copy it from your service, without spaces."),
                QStringLiteral("empty, or with characters that a token cannot have"),
                QStringLiteral("bad_token"), {}, {} });
        return;
    }
    m_newToken = trimmed;
    connectTo({ QUrl(m_config.serviceUrl), trimmed, {} });
}

void LiveSession::connectTo(const Endpoint &endpoint)
{
    m_retryMs = 0;
    m_client.setEndpoint(endpoint);
    setState(State::Connecting);
    ask();
}

void LiveSession::retry()
{
    switch (m_state) {
    case State::Offline:
        m_retryTimer.stop();
        m_retryMs = 0;
        setState(State::Connecting);
        ask();
        break;
    case State::Stopped:
        if (isBundled())
            startBundled();
        else
            startRemote();
        break;
    case State::Starting:
    case State::Connecting:
    case State::Ready:
    case State::NeedsToken:
        break;
    }
}

template <typename T, typename Take>
void LiveSession::part(const std::shared_ptr<Round> &round, QFuture<Result<T>> answer, Take take)
{
    ++round->open;
    then(answer, this, [this, round, take](const Result<T> &got) {
        if (round->number != m_round)
            return;
        if (got)
            take(round->said, *got);
        else if (!round->error || got.error().kind == ErrorKind::Auth)
            round->error = got.error();
        if (--round->open == 0)
            answered(*round);
    });
}

void LiveSession::ask()
{
    auto round = std::make_shared<Round>();
    round->number = ++m_round;
    round->said = m_said;
    part(round,
        then(m_serviceApi.get(), this,
            [round](const Result<ServiceInfo> &service) {
                round->noSuchResources = !service && isNoSuchResource(service.error());
                return service;
            }),
        [](Remembered &said, const ServiceInfo &service) { said.service = service; });
    part(round, m_accountApi.get(), [](Remembered &said, const Account &account) { said.account = account; });
    part(round, m_catalogueApi.models(m_said.catalogue.models().isEmpty() ? QByteArray() : m_said.modelsEtag),
        [](Remembered &said, const CatalogueApi::Models &models) {
            if (models.catalogue)
                said.catalogue = *models.catalogue;
            said.modelsEtag = models.etag;
        });
    part(round, m_catalogueApi.plans(),
        [](Remembered &said, const QList<Plan> &plans) { said.plans = plans; });
    part(round, m_catalogueApi.agents(),
        [](Remembered &said, const QList<AgentInfo> &agents) { said.agents = agents; });
}

void LiveSession::answered(const Round &round)
{
    // What was a generation service once is one that is out of order.
    const bool mayBeAgent = round.noSuchResources && m_said.service.contract.isEmpty() && !isBundled();
    if (round.error && round.error->kind != ErrorKind::Auth && mayBeAgent)
        return ready(chatOnly());
    if (round.error)
        return failed(*round.error);
    ready(round.said);
}

Remembered LiveSession::chatOnly() const
{
    Remembered said;
    said.service.name = QUrl(m_config.serviceUrl).host();
    said.service.mode = QStringLiteral("chat");
    for (const AgentVersion version : { AgentVersion::V1, AgentVersion::V2 }) {
        AgentInfo agent;
        agent.version = version; // a chat keeps the one that it was begun with
        agent.name = said.service.name;
        agent.runUrl = m_config.serviceUrl;
        said.agents.append(agent);
    }
    return said;
}

void LiveSession::ready(const Remembered &said)
{
    m_said = said;
    m_retryMs = 0;
    tokenAccepted();
    m_cache.save(m_said);
    emit catalogueChanged();
    emit accountChanged();
    setState(State::Ready);
}

void LiveSession::tokenAccepted()
{
    if (m_newToken.isEmpty())
        return;
    then(m_secrets.write(m_config.serviceUrl, m_newToken), this, [this](const Result<void> &kept) {
        if (!kept)
            emit keyringProblem(kept.error());
    });
    m_newToken.clear();
}

void LiveSession::failed(const Error &error)
{
    if (error.kind == ErrorKind::Auth && !isBundled())
        return tokenRefused(error);
    m_retryMs = m_retryMs == 0 ? m_config.firstRetryMs : std::min(m_retryMs * 2, m_config.maxRetryMs);
    m_retryTimer.start(m_retryMs);
    setState(State::Offline, error);
}

void LiveSession::tokenRefused(const Error &error)
{
    if (isBundled())
        return failed(error);
    ++m_round;
    m_retryTimer.stop();
    m_newToken.clear();
    Error refused = error;
    refused.kind = ErrorKind::Auth;
    refused.sentence =
        tr("%1 does not accept this token. Enter the right one.").arg(QUrl(m_config.serviceUrl).host());
    setState(State::NeedsToken, refused);
}

void LiveSession::refreshAll()
{
    if (m_state == State::Ready)
        ask();
}

void LiveSession::refreshAccount()
{
    if (m_state != State::Ready || isChatOnly())
        return;
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    then(m_accountApi.get(), this, [this, round = m_round](const Result<Account> &account) {
        m_refreshing = false;
        const bool again = std::exchange(m_refreshAgain, false);
        if (round != m_round || m_state != State::Ready)
            return;
        if (!account) {
            if (account.error().kind != ErrorKind::Auth) // that one has been heard as `unauthorized`
                failed(account.error());
            return;
        }
        m_said.account = *account;
        m_cache.save(m_said);
        emit accountChanged();
        if (again)
            refreshAccount();
    });
}

void LiveSession::applyBalance(Credits credits)
{
    if (m_said.account.balance.credits == credits)
        return;
    m_said.account.balance.credits = credits;
    emit accountChanged();
}

QFuture<Result<QUrl>> LiveSession::topUp(Credits credits)
{
    return then(m_accountApi.topUp(credits, QUuid::createUuid().toString(QUuid::WithoutBraces)), this,
        [this](const Result<QUrl> &page) {
            if (page && page->isEmpty())
                refreshAccount();
            return page;
        });
}

QFuture<Result<void>> LiveSession::changePlan(const QString &planId)
{
    return then(
        m_accountApi.changePlan(planId), this, [this](const Result<Account> &account) -> Result<void> {
            if (!account)
                return tl::unexpected(account.error());
            m_said.account = *account;
            m_cache.save(m_said);
            emit accountChanged();
            return {};
        });
}

} // namespace facet::client
