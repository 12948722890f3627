#pragma once

#include "client/api/AccountApi.h"
#include "client/api/CatalogueApi.h"
#include "client/api/ServiceApi.h"
#include "client/session/SecretStore.h"
#include "client/session/ServiceProcess.h"
#include "client/session/Session.h"

#include <QTimer>

namespace facet::client {

class SessionCache;

/// Session over the bundled service, or over `--service URL`. What the service last said is kept in a small
/// file of the profile, so the next start shows it before the service answers.
class LiveSession : public Session {
    Q_OBJECT
public:
    struct Config {
        QString profileFolder;
        QString serviceUrl; ///< empty: the bundled service
        ServiceProcess::Command process; ///< dataFolder empty: {profile}/service
        int firstRetryMs = 1000; ///< of Offline; doubles to maxRetryMs
        int maxRetryMs = 30000;
    };

    LiveSession(HttpClient &client, SecretStore &secrets, Config config, QObject *parent = nullptr);
    ~LiveSession() override;

    State state() const override { return m_state; }
    std::optional<Error> error() const override { return m_error; }
    bool isBundled() const override { return m_config.serviceUrl.isEmpty(); }
    QString serviceUrl() const override;

    const ServiceInfo &service() const override { return m_service; }
    const Account &account() const override { return m_account; }
    const Catalogue &catalogue() const override { return m_catalogue; }
    const QList<AgentInfo> &agents() const override { return m_agents; }
    const QList<Plan> &plans() const override { return m_plans; }

    void start() override;
    void retry() override;
    void provideToken(const QString &token) override;
    void refreshAccount() override;
    void applyBalance(Credits credits) override;
    QFuture<Result<QUrl>> topUp(Credits credits) override;
    QFuture<Result<void>> changePlan(const QString &planId) override;

private:
    void setState(State state, const std::optional<Error> &error = {});
    void startBundled();
    void startRemote();
    void connectTo(const Endpoint &endpoint);
    void ask();
    void answered(int round, const std::optional<Error> &error);
    void failed(const Error &error);
    void tokenRefused(const Error &error);
    void takeAccount(const Account &account);
    void restore();
    void remember();

    HttpClient &m_client;
    SecretStore &m_secrets;
    Config m_config;
    ServiceApi m_serviceApi;
    AccountApi m_accountApi;
    CatalogueApi m_catalogueApi;
    std::unique_ptr<SessionCache> m_cache;
    ServiceProcess *m_process = nullptr;
    QTimer m_retryTimer;
    int m_retryMs = 0;
    int m_round = 0; ///< of asking; answers to an earlier one are ignored
    int m_open = 0; ///< answers still to come in this round
    QByteArray m_modelsEtag;

    State m_state = State::Starting;
    std::optional<Error> m_error;
    ServiceInfo m_service;
    Account m_account;
    Catalogue m_catalogue;
    QList<AgentInfo> m_agents;
    QList<Plan> m_plans;
};

} // namespace facet::client
