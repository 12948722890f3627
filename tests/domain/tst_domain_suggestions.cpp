#include "TestWorld.h"

#include <QRandomGenerator>
#include <QTest>

using namespace facet;
using facet::test::World;

namespace {

constexpr int cases = 20'000;

/// Random but readable worlds and requests; every draw comes from one seed.
class Draw {
public:
    explicit Draw(quint32 seed)
        : m_random(seed)
    {
    }

    int below(int n) { return static_cast<int>(m_random.bounded(n)); }
    bool chance(int percent) { return below(100) < percent; }
    template <typename T>
    const T &of(const QList<T> &list)
    {
        return list[below(static_cast<int>(list.size()))];
    }

    QuoteRequest request(const Catalogue &catalogue)
    {
        static const QStringList prompts{ QString(), QStringLiteral("a fox"), QStringLiteral("hello"),
            QStringLiteral("10 seconds, vertical, two takes"),
            QStringLiteral("Use Carat Basic Video (LTX 2.3)"), QStringLiteral("클링으로 15초 4K"),
            QStringLiteral("draw a fox, three versions"), QStringLiteral("a sound effect of rain"),
            QStringLiteral("remove the hat from the video"), QStringLiteral("upscale this image to 4K"),
            QStringLiteral("with sound, 1080p, Veo 3.1") };
        static const QList<InputRole> roles{ InputRole::Reference, InputRole::StartFrame, InputRole::EndFrame,
            InputRole::Audio, InputRole::Video };
        QuoteRequest request;
        request.agent = chance(50) ? AgentVersion::V1 : AgentVersion::V2;
        request.prompt = of(prompts);
        if (chance(50))
            request.modelId = of(catalogue.models()).id;
        for (int i = below(4); i > 1; --i)
            request.inputs.append(of(roles));
        if (chance(40))
            request.options.durationS = below(20);
        if (chance(40))
            request.options.count = below(6);
        if (chance(40))
            request.options.resolution = of(QStringList{ QStringLiteral("480p"), QStringLiteral("720p"),
                QStringLiteral("1080p"), QStringLiteral("2K"), QStringLiteral("4K") });
        if (chance(30))
            request.options.audio = chance(50);
        request.hasVideoToEdit = chance(20);
        return request;
    }

    World world()
    {
        World world = World::bundled();
        if (chance(50)) {
            QList<Model> models = world.catalogue.models();
            for (Model &model : models) {
                if (chance(10))
                    model.prices.clear();
                if (chance(10))
                    model.status = ModelStatus::NeedsConnection;
                for (Price &price : model.prices)
                    price.creditsPerUnit = CreditRate::fromMillionths(below(90) * 777'777);
            }
            world.catalogue = Catalogue(models);
        }
        for (AgentInfo &agent : world.agents) {
            if (chance(30))
                agent.conversationCredits = below(10);
            if (chance(30))
                agent.defaultVideoModelId = of(world.catalogue.models()).id;
        }
        for (Plan &plan : world.plans) {
            if (chance(20))
                plan.benefits.append({ of(world.catalogue.models()).id,
                    { chance(50) ? Method::Text : Method::Image }, std::nullopt });
        }
        return world;
    }

private:
    QRandomGenerator m_random;
};

bool lacksCredits(const Quote &quote)
{
    return quote.blockedBy == Blocker::ConversationCredits || quote.blockedBy == Blocker::GenerationCredits;
}

} // namespace

class TestSuggestions : public QObject {
    Q_OBJECT

private slots:
    void everySavingIsExact()
    {
        Draw draw(20261123);
        int suggestions = 0;
        int unblocking = 0;
        World world = draw.world();
        for (int i = 0; i < cases; ++i) {
            if (i % 20 == 0)
                world = draw.world();
            Account account =
                world.account(draw.of(world.plans).id, draw.chance(50) ? draw.below(60) : draw.below(5000));
            const QuoteRequest request = draw.request(world.catalogue);
            const Quote quote = world.quote(request, account);
            const QByteArray place = "case " + QByteArray::number(i) + ": " + request.prompt.toUtf8();

            // The quote itself holds together.
            if (quote.totalCredits) {
                QCOMPARE(*quote.totalCredits, *quote.generationCredits + quote.conversationCredits);
                QCOMPARE(quote.balanceAfter.has_value(), *quote.totalCredits <= account.balance.credits);
            }
            QVERIFY2(!quote.sendable || quote.balanceAfter, place.constData());
            QVERIFY2(quote.sendable || quote.blockedBy, place.constData());
            QVERIFY2(!quote.covered || quote.generationCredits == Credits(0), place.constData());

            bool stillUnblocking = !quote.sendable;
            for (const Suggestion &suggestion : quote.suggestions) {
                ++suggestions;
                const Quote after =
                    world.quote(applied(request, suggestion), applied(account, suggestion, world.plans));
                const QByteArray what =
                    place + " / " + wireName(suggestion.kind).toUtf8() + ' ' + suggestion.to.toUtf8();
                if (quote.totalCredits && after.totalCredits)
                    QVERIFY2(suggestion.savesCredits == *quote.totalCredits - *after.totalCredits,
                        what.constData());
                else
                    QVERIFY2(suggestion.savesCredits == 0, what.constData());
                const bool unblocks = !quote.sendable && after.sendable;
                unblocking += unblocks;
                QVERIFY2(unblocks || suggestion.savesCredits > 0, what.constData());
                QVERIFY2(after.sendable || (lacksCredits(quote) && lacksCredits(after)), what.constData());
                // What makes sending possible stands before what does not.
                QVERIFY2(stillUnblocking || !unblocks, what.constData());
                stillUnblocking = stillUnblocking && unblocks;
            }
            // Whoever lacks credits is always told how many.
            if (lacksCredits(quote)) {
                const QString missing = QString::number(*quote.totalCredits - account.balance.credits);
                const Suggestion topUp{ SuggestionKind::TopUp, missing, 0 };
                QVERIFY2(quote.suggestions.contains(topUp), place.constData());
            }
        }
        // The property must not hold for want of cases.
        QVERIFY2(suggestions > cases / 2, qPrintable(QString::number(suggestions)));
        QVERIFY2(unblocking > cases / 20, qPrintable(QString::number(unblocking)));
    }

    void applyingIsPlain()
    {
        QuoteRequest request;
        request.prompt = QStringLiteral("a fox");
        QVERIFY(applied(request, { SuggestionKind::SwitchAgent, QStringLiteral("2.0"), 0 }).agent
            == AgentVersion::V2);
        QVERIFY(applied(request, { SuggestionKind::SwitchAgent, QStringLiteral("9.0"), 0 }).agent
            == AgentVersion::V1);
        QCOMPARE(applied(request, { SuggestionKind::UseModel, QStringLiteral("m"), 0 }).modelId,
            std::optional(QStringLiteral("m")));
        QCOMPARE(applied(request, { SuggestionKind::Shorten, QStringLiteral("5"), 0 }).options.durationS,
            std::optional(5));
        QCOMPARE(applied(request, { SuggestionKind::LowerCount, QStringLiteral("1"), 0 }).options.count,
            std::optional(1));
        QCOMPARE(applied(request, { SuggestionKind::LowerResolution, QStringLiteral("720p"), 0 })
                     .options.resolution,
            std::optional(QStringLiteral("720p")));
        QVERIFY(applied(request, { SuggestionKind::AttachImage, QStringLiteral("reference"), 0 }).inputs
            == QList{ InputRole::Reference });
        QVERIFY(applied(request, { SuggestionKind::AddFrame, QStringLiteral("start_frame"), 0 }).inputs
            == QList{ InputRole::StartFrame });
        const World &world = World::bundled();
        const Account account = world.account(QStringLiteral("plus"), 10);
        QCOMPARE(
            applied(account, { SuggestionKind::TopUp, QStringLiteral("23"), 0 }, world.plans).balance.credits,
            33);
        const Account premium =
            applied(account, { SuggestionKind::ChangePlan, QStringLiteral("premium"), 0 }, world.plans);
        QCOMPARE(premium.plan.id, QStringLiteral("premium"));
        QCOMPARE(premium.benefits.size(), 1);
        QCOMPARE(premium.balance.credits, 10);
        QCOMPARE(applied(account, { SuggestionKind::ChangePlan, QStringLiteral("none"), 0 }, world.plans),
            account);
    }
};

QTEST_APPLESS_MAIN(TestSuggestions)
#include "tst_domain_suggestions.moc"
