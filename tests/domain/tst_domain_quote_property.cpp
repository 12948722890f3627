#include "RandomWorld.h"

#include "contract/Codecs.h"

#include <QTest>

#include <algorithm>

using namespace facet;
using facet::test::RandomWorld;
using facet::test::World;

// What a quote promises, for any catalogue, plan, balance and message: 100,000 of them. Run again with
//   FACET_PROPERTY_SEED=… FACET_PROPERTY_CASE=… tst_domain_quote_property
// as a failure prints it; FACET_PROPERTY_CASES asks for more.

namespace {

/// PRODUCT rule 1 and the contract's prices, worked out on paper: the closest price, rounded up per item.
std::optional<Credits> priceByHand(const Model &model, const Options &options)
{
    const Price *closest = nullptr;
    for (const bool wantsResolution : { true, false }) {
        for (const bool wantsAudio : { true, false }) {
            for (const Price &price : model.prices) {
                const bool fits = price.resolution.has_value() == wantsResolution
                    && price.audio.has_value() == wantsAudio
                    && (!wantsResolution || price.resolution == options.resolution)
                    && (!wantsAudio || price.audio == options.audio.value_or(false));
                if (fits && !closest)
                    closest = &price;
            }
        }
    }
    if (!closest)
        return {};
    qint64 times = 1;
    qint64 parts = 1'000'000;
    switch (closest->unit) {
    case PriceUnit::Minute:
        parts *= 60;
        [[fallthrough]];
    case PriceUnit::Second:
        if (!options.durationS)
            return {};
        times = *options.durationS;
        break;
    case PriceUnit::Item:
    case PriceUnit::Run:
        break;
    case PriceUnit::Other:
        return {};
    }
    const qint64 product = closest->creditsPerUnit.millionths() * times;
    return (product / parts + (product % parts ? 1 : 0)) * options.count.value_or(1);
}

/// PRODUCT rule 2: the benefit is data.
bool coveredByHand(const Account &account, const QString &modelId, Method method)
{
    return std::any_of(account.benefits.cbegin(), account.benefits.cend(), [&](const Benefit &benefit) {
        return benefit.modelId == modelId && benefit.methods.contains(method)
            && (!benefit.until || *benefit.until > facet::test::testNow());
    });
}

int linesByHand(const QString &resolution)
{
    return resolution == QLatin1String("4K") ? 2160
        : resolution == QLatin1String("2K")  ? 1440
                                             : resolution.chopped(1).toInt();
}

template <typename T>
T throughTheWire(const T &value)
{
    const QByteArray bytes = contract::toBytes(contract::toJson(value));
    const auto json = contract::parseJson(bytes);
    auto back = json ? contract::fromJson<T>(*json) : tl::unexpected(json.error());
    if (!back) {
        qWarning("%s", qPrintable(back.error().detail));
        return {};
    }
    return *back;
}

template <typename T>
QList<T> allThroughTheWire(const QList<T> &values)
{
    QList<T> back;
    for (const T &value : values)
        back.append(throughTheWire(value));
    return back;
}

bool isAboutCredits(const Quote &quote)
{
    return quote.blockedBy == Blocker::ConversationCredits || quote.blockedBy == Blocker::GenerationCredits;
}

/// One message of one person, on the service's side and as the client knows that service.
struct Case {
    const World &service;
    const World &client;
    Account account;
    QuoteRequest request;
    /// Whether account and quote are written out and read as well: as slow as ten quotes without
    /// optimisation.
    bool onTheWire = false;

    Quote quote() const { return service.quote(request, account); }
};

struct Seen {
    int suggestions = 0;
    int unblocking = 0;
    int covered = 0;
    int sendable = 0;
    int plans = 0; ///< of several generations
};

#define MUST(what)                                                                                           \
    do {                                                                                                     \
        if (!(what))                                                                                         \
            return QStringLiteral(#what);                                                                    \
    } while (false)

/// A message that asks for several generations costs what they cost one by one.
QString wrongWithSteps(const Quote &quote, const Case &one)
{
    MUST(quote.steps.size() > 1);
    Credits sum = 0;
    bool known = true;
    bool covered = true;
    for (int i = 0; i < quote.steps.size(); ++i) {
        const QuoteStep &step = quote.steps[i];
        const Model *model = one.service.catalogue.find(step.modelId);
        MUST(!step.takesFrom || (*step.takesFrom >= 0 && *step.takesFrom < i));
        if (!model)
            return {}; // blocked: nothing is known of the rest
        MUST(step.covered == coveredByHand(one.account, model->id, step.method));
        MUST(step.generationCredits
            == (step.covered ? std::optional(Credits(0)) : priceByHand(*model, step.options)));
        sum += step.generationCredits.value_or(0);
        known = known && step.generationCredits;
        covered = covered && step.covered;
    }
    MUST(quote.generationCredits == (known ? std::optional(sum) : std::nullopt));
    MUST(quote.covered == covered);
    return {};
}

/// The quote itself. Empty: nothing is wrong with it.
QString wrongWith(const Quote &quote, const Case &one)
{
    const Credits purse = std::max<Credits>(0, one.account.balance.credits);
    const Model *model = one.service.catalogue.find(quote.modelId);
    MUST(quote.sendable != (quote.blockedBy && quote.blockedBy != Blocker::UnsupportedTask)
        || (quote.blockedBy == Blocker::UnsupportedTask && *quote.totalCredits > purse));
    if (quote.totalCredits) {
        MUST(*quote.totalCredits >= 0);
        MUST(*quote.totalCredits == *quote.generationCredits + quote.conversationCredits);
        MUST(quote.balanceAfter.has_value() == (*quote.totalCredits <= purse));
        MUST(!quote.balanceAfter || *quote.balanceAfter == purse - *quote.totalCredits);
    }
    MUST(!quote.sendable || quote.balanceAfter);
    if (!quote.steps.isEmpty())
        return wrongWithSteps(quote, one);
    if (!model)
        return {};
    MUST(quote.covered == coveredByHand(one.account, model->id, quote.method));
    MUST(quote.generationCredits
        == (quote.covered ? std::optional(Credits(0)) : priceByHand(*model, quote.options)));
    // What is shown is what can be asked for: nothing is replaced a second time.
    QList<Adjustment> again;
    MUST(resolveOptions(*model, quote.options, &again) == quote.options);
    MUST(again.isEmpty());
    return {};
}

/// What following the suggestion comes to, against what it promised.
QString wrongWith(const Suggestion &suggestion, const Quote &quote, const Case &one, Seen &seen)
{
    const QuoteRequest request = applied(one.request, suggestion);
    const Account account = applied(one.account, suggestion, one.service.plans);
    const Quote after = one.service.quote(request, account);
    MUST(suggestion.savesCredits
        == (quote.totalCredits && after.totalCredits ? *quote.totalCredits - *after.totalCredits : 0));
    const bool unblocks = !quote.sendable && after.sendable;
    MUST(unblocks || suggestion.savesCredits > 0);
    MUST(after.sendable || (isAboutCredits(quote) && isAboutCredits(after)));
    seen.unblocking += unblocks;
    // Of several generations, a change is for one, and what they come to together has been looked at.
    if (!quote.steps.isEmpty() || !after.steps.isEmpty())
        return {};
    const Model *model = one.service.catalogue.find(quote.modelId);
    switch (suggestion.kind) {
    case SuggestionKind::SwitchAgent:
        MUST(request.agent != one.request.agent);
        break;
    case SuggestionKind::AttachImage:
    case SuggestionKind::AddFrame:
        MUST(request.inputs.size() == one.request.inputs.size() + 1);
        break;
    case SuggestionKind::UseModel:
        MUST(after.modelId == suggestion.to && after.modelId != quote.modelId);
        break;
    case SuggestionKind::Shorten:
        MUST(after.modelId == quote.modelId && after.options.durationS < quote.options.durationS);
        MUST(after.options.durationS == suggestion.to.toInt());
        break;
    case SuggestionKind::LowerResolution:
        MUST(after.modelId == quote.modelId && after.options.resolution == suggestion.to);
        MUST(linesByHand(suggestion.to) < linesByHand(*quote.options.resolution));
        break;
    case SuggestionKind::LowerCount:
        MUST(after.modelId == quote.modelId && after.options.count < quote.options.count);
        MUST(after.options.count == suggestion.to.toInt());
        break;
    case SuggestionKind::TopUp: {
        Account nearly = account;
        nearly.balance.credits -= 1;
        MUST(after.sendable && !one.service.quote(request, nearly).sendable);
        break;
    }
    case SuggestionKind::ChangePlan:
        MUST(model && after.covered && !quote.covered);
        break;
    case SuggestionKind::Other:
        return QStringLiteral("a suggestion that is none");
    }
    return {};
}

QString wrongWith(const Case &one, Seen &seen)
{
    const Quote quote = one.quote();
    // The client reckons with what the service told it, and understands the service's own answer.
    MUST(one.client.quote(one.request, one.onTheWire ? throughTheWire(one.account) : one.account) == quote);
    MUST(!one.onTheWire || throughTheWire(quote) == quote);
    if (const QString wrong = wrongWith(quote, one); !wrong.isEmpty())
        return wrong;
    seen.sendable += quote.sendable;
    seen.plans += !quote.steps.isEmpty();
    seen.covered += quote.covered;
    bool stillUnblocking = !quote.sendable;
    for (int i = 0; i < quote.suggestions.size(); ++i) {
        const Suggestion &suggestion = quote.suggestions[i];
        const int before = seen.unblocking;
        if (const QString wrong = wrongWith(suggestion, quote, one, seen); !wrong.isEmpty())
            return QStringLiteral("%1 %2: %3").arg(wireName(suggestion.kind), suggestion.to, wrong);
        // What makes sending possible stands before what does not.
        const bool unblocks = seen.unblocking > before;
        MUST(stillUnblocking || !unblocks);
        stillUnblocking = stillUnblocking && unblocks;
        for (int j = 0; j < i; ++j)
            MUST(quote.suggestions[j].kind != suggestion.kind || quote.suggestions[j].to != suggestion.to);
    }
    seen.suggestions += static_cast<int>(quote.suggestions.size());
    if (isAboutCredits(quote)) {
        MUST(std::any_of(quote.suggestions.cbegin(), quote.suggestions.cend(),
            [](const Suggestion &s) { return s.kind == SuggestionKind::TopUp; }));
    }
    return {};
}

#undef MUST

QByteArray described(const Case &one, quint32 seed, int number)
{
    contract::QuoteBody body;
    body.agent = one.request.agent;
    body.modelId = one.request.modelId;
    body.prompt = one.request.prompt;
    for (const InputRole role : one.request.inputs)
        body.inputs.append({ role, {}, {} });
    body.options = one.request.options;
    const Quote quote = one.quote();
    QByteArray text = "FACET_PROPERTY_SEED=" + QByteArray::number(seed) + " FACET_PROPERTY_CASE="
        + QByteArray::number(number) + "\nrequest: " + contract::toBytes(contract::toJson(body))
        + (one.request.hasVideoToEdit ? " with a video to edit" : "")
        + "\naccount: " + contract::toBytes(contract::toJson(one.account))
        + "\nquote: " + contract::toBytes(contract::toJson(quote));
    if (const Model *model = one.service.catalogue.find(quote.modelId))
        text += "\nmodel: " + contract::toBytes(contract::toJson(*model));
    return text;
}

} // namespace

class TestQuoteProperty : public QObject {
    Q_OBJECT

private slots:
    /// In parts, so that on a busy machine none of them runs into the limit for one test.
    void everyQuoteIsAPromise_data()
    {
        constexpr int parts = 10;
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("end");
        const int cases = test::environmentNumber("FACET_PROPERTY_CASES", 100'000);
        if (const int only = test::environmentNumber("FACET_PROPERTY_CASE", -1); only >= 0) {
            QTest::newRow("one case") << only << only + 1;
            return;
        }
        for (int i = 0; i < parts; ++i)
            QTest::addRow("part %d of %d", i + 1, parts) << cases / parts * i << cases / parts * (i + 1);
    }

    void everyQuoteIsAPromise()
    {
        QFETCH(int, first);
        QFETCH(int, end);
        constexpr int casesInAWorld = 100;
        const auto seed = static_cast<quint32>(test::environmentNumber("FACET_PROPERTY_SEED", 20261123));
        qInfo("seed %u", seed);

        Seen seen;
        World service;
        World client;
        int madeFor = -1;
        for (int i = first; i < end; ++i) {
            // Every world and every case has a seed of its own, so that one can be drawn without the others.
            if (const int world = i / casesInAWorld; world != madeFor) {
                madeFor = world;
                service = RandomWorld(seed ^ (static_cast<quint32>(world) * 2654435761u)).world();
                client = { Catalogue(allThroughTheWire(service.catalogue.models())),
                    allThroughTheWire(service.agents), allThroughTheWire(service.plans) };
                QCOMPARE(client.catalogue, service.catalogue);
            }
            RandomWorld draw((seed + 1) ^ (static_cast<quint32>(i) * 2246822519u));
            Case one{ service, client, draw.account(service), draw.request(service), i % 20 == 0 };
            // The interesting balances are those just enough and just not.
            if (draw.chance(40)) {
                if (const auto total = one.quote().totalCredits; total && *total < 1'000'000'000)
                    one.account.balance.credits = *total - (draw.chance(50) ? 1 : 0);
            }
            const QString wrong = wrongWith(one, seen);
            if (!wrong.isEmpty())
                QFAIL((wrong.toUtf8() + '\n' + described(one, seed, i)).constData());
        }
        // It must not hold for want of cases.
        if (const int cases = end - first; cases > 1) {
            qInfo("%d cases: %d sendable, %d covered, %d plans, %d suggestions, %d of them make sending "
                  "possible",
                cases, seen.sendable, seen.covered, seen.plans, seen.suggestions, seen.unblocking);
            QVERIFY(seen.plans > cases / 100);
            QVERIFY(seen.sendable > cases / 10 && seen.covered > cases / 100);
            QVERIFY(seen.suggestions > cases / 2 && seen.unblocking > cases / 20);
        }
    }
};

QTEST_APPLESS_MAIN(TestQuoteProperty)
#include "tst_domain_quote_property.moc"
