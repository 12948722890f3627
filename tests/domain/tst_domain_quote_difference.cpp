#include "TestWorld.h"

#include "domain/QuoteDifference.h"

#include <QTest>

using namespace facet;
using facet::test::World;
using Cause = QuoteDifference::Cause;

/// Each difference comes about as it would: two worlds of which one has moved on.
class TestQuoteDifference : public QObject {
    Q_OBJECT

    static QuoteRequest request(const QString &model, const QString &inputs = {})
    {
        QuoteRequest r;
        r.modelId = model;
        r.prompt = QStringLiteral("a fox");
        r.inputs = facet::test::rolesFrom(inputs);
        return r;
    }

    static QList<Cause> causes(const Quote &own, const Quote &service)
    {
        const auto difference = quoteDifference(own, service);
        return difference ? difference->causes : QList<Cause>();
    }

private slots:
    void agreementIsNoDifference()
    {
        const World &world = World::bundled();
        const QuoteRequest r = request(QStringLiteral("kling-3.0"));
        const Quote own = world.quote(r, QStringLiteral("premium"), 8412);
        Quote service = own;
        service.quoteId = QStringLiteral("q-1");
        service.validUntil = facet::test::testNow();
        service.suggestions.clear();
        service.options = {}; // a service that does not repeat the options contradicts nothing
        service.modelChosenBy = ModelChoice::Other;
        QVERIFY(!quoteDifference(own, service));
    }

    void priceChanged()
    {
        World dearer = World::bundled();
        QList<Model> models = dearer.catalogue.models();
        for (Model &model : models) {
            if (model.id == QLatin1String("kling-3.0")) {
                for (Price &price : model.prices)
                    price.creditsPerUnit = CreditRate::fromMillionths(price.creditsPerUnit.millionths() * 2);
            }
        }
        dearer.catalogue = Catalogue(models);
        const QuoteRequest r = request(QStringLiteral("kling-3.0"));
        const Quote own = World::bundled().quote(r, QStringLiteral("premium"), 8412);
        const Quote service = dearer.quote(r, QStringLiteral("premium"), 8412);
        const auto difference = quoteDifference(own, service);
        QVERIFY(difference);
        QCOMPARE(difference->causes, QList{ Cause::PriceChanged });
        QCOMPARE(difference->own, std::optional<Credits>(145));
        QCOMPARE(difference->service, std::optional<Credits>(290));
        QVERIFY(difference->changesTotal());
    }

    void priceNoLongerKnown()
    {
        World unpriced = World::bundled();
        QList<Model> models = unpriced.catalogue.models();
        for (Model &model : models)
            model.prices.clear();
        unpriced.catalogue = Catalogue(models);
        const QuoteRequest r = request(QStringLiteral("kling-3.0"));
        QCOMPARE(causes(World::bundled().quote(r, QStringLiteral("premium"), 8412),
                     unpriced.quote(r, QStringLiteral("premium"), 8412)),
            (QList{ Cause::PriceChanged, Cause::NoLongerPossible }));
    }

    void planChangedAndBenefitEnded()
    {
        const World &world = World::bundled();
        const QuoteRequest r = request(QStringLiteral("carat-video"), QStringLiteral("reference"));
        const Quote covered = world.quote(r, QStringLiteral("premium"), 8412);
        const Quote plus = world.quote(r, QStringLiteral("plus"), 8412);
        QVERIFY(covered.covered && !plus.covered);
        QCOMPARE(causes(covered, plus), QList{ Cause::BenefitLost });
        QCOMPARE(causes(plus, covered), QList{ Cause::BenefitGained });
        Account ended = world.account(QStringLiteral("premium"), 8412);
        ended.benefits.first().until = facet::test::testNow().addSecs(-1);
        QCOMPARE(causes(covered, world.quote(r, ended)), QList{ Cause::BenefitEnded });
    }

    void modelChanged()
    {
        const World &world = World::bundled();
        QuoteRequest r = request({});
        r.modelId.reset();
        r.agent = AgentVersion::V2;
        World other = world;
        for (AgentInfo &agent : other.agents)
            agent.defaultVideoModelId = QStringLiteral("kling-3.0");
        // What another model costs is no news about a price.
        QCOMPARE(causes(world.quote(r, QStringLiteral("premium"), 8412),
                     other.quote(r, QStringLiteral("premium"), 8412)),
            QList{ Cause::ModelChanged });
    }

    void optionsChanged()
    {
        const World &world = World::bundled();
        QuoteRequest r = request(QStringLiteral("kling-3.0"));
        const Quote own = world.quote(r, QStringLiteral("premium"), 8412);
        r.options.durationS = 10;
        QCOMPARE(
            causes(own, world.quote(r, QStringLiteral("premium"), 8412)), QList{ Cause::OptionsChanged });
        // The shape of the picture has no price.
        r.options.durationS.reset();
        r.options.aspectRatio = QStringLiteral("9:16");
        QVERIFY(!quoteDifference(own, world.quote(r, QStringLiteral("premium"), 8412)));
    }

    void conversationChanged()
    {
        const World &world = World::bundled();
        World dearer = world;
        for (AgentInfo &agent : dearer.agents)
            agent.conversationCredits = 9;
        QuoteRequest r = request(QStringLiteral("kling-3.0"));
        r.agent = AgentVersion::V2;
        QCOMPARE(causes(world.quote(r, QStringLiteral("premium"), 8412),
                     dearer.quote(r, QStringLiteral("premium"), 8412)),
            QList{ Cause::ConversationChanged });
    }

    void balanceChanged()
    {
        const World &world = World::bundled();
        const QuoteRequest r = request(QStringLiteral("kling-3.0"));
        const Quote poor = world.quote(r, QStringLiteral("premium"), 2);
        const Quote rich = world.quote(r, QStringLiteral("premium"), 8412);
        QCOMPARE(causes(poor, rich), QList{ Cause::BalanceChanged });
        QCOMPARE(causes(rich, poor), QList{ Cause::BalanceChanged });
        QVERIFY(!quoteDifference(rich, poor)->changesTotal());
    }

    void possibleNoMoreOrAgain()
    {
        const World &world = World::bundled();
        World closed = world;
        QList<Model> models = closed.catalogue.models();
        for (Model &model : models)
            model.status = ModelStatus::NeedsConnection;
        closed.catalogue = Catalogue(models);
        const QuoteRequest r = request(QStringLiteral("kling-3.0"));
        const Quote open = world.quote(r, QStringLiteral("premium"), 8412);
        const Quote shut = closed.quote(r, QStringLiteral("premium"), 8412);
        QCOMPARE(causes(open, shut), QList{ Cause::NoLongerPossible });
        QCOMPARE(causes(shut, open), QList{ Cause::NowPossible });
    }
};

QTEST_APPLESS_MAIN(TestQuoteDifference)
#include "tst_domain_quote_difference.moc"
