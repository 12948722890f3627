#pragma once

#include "client/session/Session.h"

#include "SampleData.h"

#include <QPromise>
#include <QUrl>

namespace facet::ui::test {

/// A service that is simply there. Everything is public: a test sets what it needs and calls say…().
class FakeSession : public client::Session {
public:
    FakeSession() = default;

    State state() const override { return m_state; }
    std::optional<Error> error() const override { return m_error; }
    bool isBundled() const override { return bundled; }
    QString serviceUrl() const override { return QStringLiteral("https://127.0.0.1:1"); }
    const ServiceInfo &service() const override { return info; }
    const Account &account() const override { return who; }
    const Catalogue &catalogue() const override { return models; }
    const QList<AgentInfo> &agents() const override { return agentList; }
    const QList<Plan> &plans() const override { return planList; }

    void start() override { ++starts; }
    void retry() override { ++retries; }
    void provideToken(const QString &token) override { tokens.append(token); }
    void refreshAccount() override { ++refreshes; }
    void refreshAll() override { ++refreshes; }
    void applyBalance(Credits credits) override { setBalance(credits); }
    QFuture<Result<QUrl>> topUp(Credits credits) override
    {
        topUps.append(credits);
        if (topUpError)
            return ready<QUrl>(tl::unexpected<Error>(*topUpError));
        if (!hosted) {
            who.balance.credits += credits;
            emit accountChanged();
        }
        return ready<QUrl>(hosted ? QUrl(QStringLiteral("https://example.test/checkout")) : QUrl());
    }
    QFuture<Result<void>> changePlan(const QString &planId) override
    {
        planChanges.append(planId);
        for (const Plan &plan : planList) {
            if (plan.id == planId) {
                who.plan = plan;
                who.benefits = plan.benefits;
            }
        }
        emit accountChanged();
        QPromise<Result<void>> promise;
        promise.start();
        promise.addResult(Result<void>());
        promise.finish();
        return promise.future();
    }

    void setState(State state, std::optional<Error> error = {})
    {
        m_state = state;
        m_error = std::move(error);
        emit stateChanged();
    }
    void setBalance(Credits credits)
    {
        who.balance.credits = credits;
        emit accountChanged();
    }

    ServiceInfo info = sampleService();
    Account who = sampleAccount();
    Catalogue models = sampleCatalogue();
    QList<AgentInfo> agentList = sampleAgents();
    QList<Plan> planList = samplePlans();
    bool bundled = true;
    bool hosted = false; ///< top-ups answer a checkout URL
    std::optional<Error> topUpError;
    int starts = 0;
    int retries = 0;
    int refreshes = 0;
    QStringList tokens;
    QList<Credits> topUps;
    QStringList planChanges;

private:
    template <typename T>
    static QFuture<Result<T>> ready(Result<T> value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }

    State m_state = State::Ready;
    std::optional<Error> m_error;
};

} // namespace facet::ui::test
