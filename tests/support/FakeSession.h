#pragma once

#include "client/session/Session.h"

#include <QUrl>

namespace facet::test {

/// A session that is simply there, with PRODUCT's figures for three models. A test sets what it needs and
/// calls say…().
class FakeSession : public client::Session {
public:
    FakeSession()
    {
        const auto video = [](const QString &id, const QString &name, const QString &rate,
                               const QStringList &aliases) {
            Model m;
            m.id = id;
            m.name = name;
            m.aliases = aliases;
            m.methods = { Method::Text, Method::Image, Method::StartEnd };
            m.inputs.images = { 4, { InputRole::Reference, InputRole::StartFrame, InputRole::EndFrame },
                { QStringLiteral("image/png"), QStringLiteral("image/jpeg") }, 64 << 20, 100'000'000 };
            m.options.durationsS = { 5, 10, 15 };
            m.options.resolutions = { QStringLiteral("720p"), QStringLiteral("1080p") };
            m.options.aspectRatios = { QStringLiteral("16:9"), QStringLiteral("9:16") };
            m.options.counts = { 1, 2, 3, 4 };
            m.defaults.durationS = 5;
            m.defaults.resolution = QStringLiteral("720p");
            m.defaults.aspectRatio = QStringLiteral("16:9");
            m.defaults.count = 1;
            m.maxDurationS = 15;
            const CreditRate base = CreditRate::fromString(rate).value_or(CreditRate());
            m.prices = { { QStringLiteral("720p"), {}, PriceUnit::Second, base },
                { QStringLiteral("1080p"), {}, PriceUnit::Second,
                    CreditRate::fromMillionths(base.millionths() * 2) } };
            m.status = ModelStatus::Draft;
            return m;
        };
        catalogueNow =
            Catalogue({ video(QStringLiteral("carat-video"), QStringLiteral("Carat Video (LTX 2.3)"),
                            QStringLiteral("6.6"), { QStringLiteral("Carat Basic Video (LTX 2.3)") }),
                video(QStringLiteral("seedance-2.0-fast"), QStringLiteral("Seedance 2.0 Fast"),
                    QStringLiteral("42.758621"), { QStringLiteral("Seedance 2.0 Fast") }),
                video(QStringLiteral("kling-3.0"), QStringLiteral("Kling 3.0"), QStringLiteral("28.965518"),
                    { QStringLiteral("Kling 3.0") }) });
        agentsNow = { { AgentVersion::V1, QStringLiteral("Agent 1.0"), 0, QStringLiteral("carat-video"), {},
                          QStringLiteral("/v1/agents/1.0/runs") },
            { AgentVersion::V2, QStringLiteral("Agent 2.0"), 4, QStringLiteral("seedance-2.0-fast"), {},
                QStringLiteral("/v1/agents/2.0/runs") } };
        accountNow.plan.id = QStringLiteral("premium");
        accountNow.balance.credits = 20000;
        accountNow.benefits = { { QStringLiteral("carat-video"), { Method::Image, Method::StartEnd }, {} } };
        serviceNow.mode = QStringLiteral("sandbox");
        serviceNow.uploadBytes = 64 << 20;
        serviceNow.imagesPerMessage = 4;
    }

    State state() const override { return stateNow; }
    std::optional<Error> error() const override { return {}; }
    bool isBundled() const override { return true; }
    QString serviceUrl() const override { return {}; }
    const ServiceInfo &service() const override { return serviceNow; }
    const Account &account() const override { return accountNow; }
    const Catalogue &catalogue() const override { return catalogueNow; }
    const QList<AgentInfo> &agents() const override { return agentsNow; }
    const QList<Plan> &plans() const override { return plansNow; }
    void start() override { }
    void retry() override { }
    void provideToken(const QString &) override { }
    void refreshAccount() override { ++refreshes; }
    void refreshAll() override { ++refreshes; }
    void applyBalance(Credits credits) override
    {
        accountNow.balance.credits = credits;
        emit accountChanged();
    }
    QFuture<Result<QUrl>> topUp(Credits) override { return QtFuture::makeReadyFuture(Result<QUrl>(QUrl())); }
    QFuture<Result<void>> changePlan(const QString &) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }

    void sayState(State state)
    {
        stateNow = state;
        emit stateChanged();
    }
    void sayAccount() { emit accountChanged(); }
    void sayCatalogue() { emit catalogueChanged(); }

    State stateNow = State::Ready;
    ServiceInfo serviceNow;
    Account accountNow;
    Catalogue catalogueNow;
    QList<AgentInfo> agentsNow;
    QList<Plan> plansNow;
    int refreshes = 0;
};

} // namespace facet::test
