#pragma once

#include "client/api/AccountApi.h"
#include "client/api/CatalogueApi.h"
#include "client/api/ServiceApi.h"
#include "client/session/SecretStore.h"
#include "client/session/ServiceProcess.h"
#include "client/session/Session.h"
#include "client/session/SessionCache.h"

#include <QTimer>

namespace facet::client {

/// Session over the bundled service, or over `--service URL`. What the service last said is kept in a small
/// file of the profile, so the next start shows it before the service answers.
class LiveSession : public Session {
    Q_OBJECT
public:
    struct Config {
        QString profileFolder;
        QString serviceUrl = {}; ///< empty: the bundled service
        ServiceProcess::Command process = {}; ///< dataFolder empty: {profile}/service
        int firstRetryMs = 1000; ///< of Offline; doubles up to maxRetryMs
        int maxRetryMs = 30000;
    };

    LiveSession(HttpClient &client, SecretStore &secrets, Config config, QObject *parent = nullptr);
    ~LiveSession() override;

    State state() const override { return m_state; }
    std::optional<Error> error() const override { return m_error; }
    bool isBundled() const override { return m_config.serviceUrl.isEmpty(); }
    QString serviceUrl() const override;

    const ServiceInfo &service() const override { return m_said.service; }
    const Account &account() const override { return m_said.account; }
    const Catalogue &catalogue() const override { return m_said.catalogue; }
    const QList<AgentInfo> &agents() const override { return m_said.agents; }
    const QList<Plan> &plans() const override { return m_said.plans; }

    void start() override;
    void retry() override;
    void provideToken(const QString &token) override;
    void refreshAccount() override;
    void refreshAll() override;
    void applyBalance(Credits credits) override;
    QFuture<Result<QUrl>> topUp(Credits credits) override;
    QFuture<Result<void>> changePlan(const QString &planId) override;

    /// The bundled service's process id; 0: none.
    qint64 processId() const { return m_process ? m_process->processId() : 0; }

private:
    struct Round;

    void setState(State state, const std::optional<Error> &error = {});
    void startBundled();
    void startRemote();
    void connectTo(const Endpoint &endpoint);
    /// Everything that is shown about the service, at once.
    void ask();
    template <typename T, typename Take>
    void part(const std::shared_ptr<Round> &round, QFuture<Result<T>> answer, Take take);
    void answered(const Round &round);
    /// The address is an agent's own: what is said to it is all there is.
    Remembered chatOnly() const;
    void ready(const Remembered &said);
    void failed(const Error &error);
    void tokenRefused(const Error &error);
    void tokenAccepted();

    HttpClient &m_client;
    SecretStore &m_secrets;
    Config m_config;
    ServiceApi m_serviceApi;
    AccountApi m_accountApi;
    CatalogueApi m_catalogueApi;
    SessionCache m_cache;
    ServiceProcess *m_process = nullptr;
    QTimer m_retryTimer;
    int m_retryMs = 0;
    int m_round = 0; ///< of asking; answers to an earlier one do not count

    bool m_refreshing = false;
    bool m_refreshAgain = false;
    QString m_newToken; ///< given by hand, kept once the service has accepted it

    State m_state = State::Starting;
    std::optional<Error> m_error;
    Remembered m_said;
};

} // namespace facet::client
