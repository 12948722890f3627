#pragma once

#include "domain/Generation.h"
#include "domain/Quote.h"

#include <QFuture>
#include <QObject>

namespace facet::client {

/// The service in use, and what it says about itself: account, catalogue, plans, agents. Everything shown
/// about money comes from here. One object for the life of the window; it survives the bundled service's
/// death and a change of service.
class Session : public QObject {
    Q_OBJECT
public:
    enum class State {
        Starting, ///< the bundled service's process is coming up
        Connecting, ///< asking the service for the first time, or again after a loss
        Ready,
        NeedsToken, ///< `--service URL` without a token yet, or the service refused the one there was
        Offline, ///< not reachable; tries again by itself, see error()
        Stopped, ///< the bundled service died twice, or cannot start; see error()
    };
    Q_ENUM(State)

    using QObject::QObject;

    virtual State state() const = 0;
    /// Why the state is NeedsToken, Offline or Stopped.
    virtual std::optional<Error> error() const = 0;
    virtual bool isBundled() const = 0;
    virtual QString serviceUrl() const = 0;

    /// What the service last said; also the remembered copy of the last start while it is not Ready.
    virtual const ServiceInfo &service() const = 0;
    virtual const Account &account() const = 0;
    virtual const Catalogue &catalogue() const = 0;
    virtual const QList<AgentInfo> &agents() const = 0;
    virtual const QList<Plan> &plans() const = 0;
    bool isSandbox() const { return service().mode == QLatin1String("sandbox"); }
    /// The service has an AG-UI endpoint only: no account, models, prices or uploads (CONTRACT "Agent runs").
    bool isChatOnly() const { return service().mode == QLatin1String("chat"); }

    /// Connects, or starts the bundled process. Signals tell how it goes.
    virtual void start() = 0;
    /// "Try again" of Offline and Stopped.
    virtual void retry() = 0;
    /// Answers NeedsToken. The token is kept in the keyring; `keyringProblem` says when that failed.
    virtual void provideToken(const QString &token) = 0;
    virtual void refreshAccount() = 0;
    /// Everything again: a price was another one than the catalogue's.
    virtual void refreshAll() = 0;
    /// The balance as a run's STATE events say it, before the next refreshAccount().
    virtual void applyBalance(Credits credits) = 0;
    /// The bundled service grants at once; a hosted one answers a URL for the browser (empty otherwise).
    virtual QFuture<Result<QUrl>> topUp(Credits credits) = 0;
    virtual QFuture<Result<void>> changePlan(const QString &planId) = 0;

signals:
    void stateChanged();
    void accountChanged();
    void catalogueChanged();
    /// The keyring is not there: the token is kept in memory for this start only.
    void keyringProblem(const facet::Error &error);
};

} // namespace facet::client
