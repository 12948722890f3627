#include "domain/RandomWorld.h"
#include "support/AgentWorld.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTest>
#include <QTimer>

using namespace facet;
using namespace facet::contract;
using namespace facet::service;
using facet::test::RandomWorld;
using facet::test::World;

// What the client works out from the service's data is what the service quotes, and what the ledger takes
// when it is sent. As tst_domain_quote_property, a failure prints how to have it again:
//   FACET_PROPERTY_SEED=… FACET_PROPERTY_CASE=… tst_service_quote_property

namespace {

constexpr int casesInAWorld = 40;

/// Ends at once, well or badly, as `plan` says take by take.
class InstantRun final : public EngineRun {
public:
    InstantRun(const EngineJob &job, bool well)
    {
        QMetaObject::invokeMethod(
            this,
            [this, job, well] { well ? deliver(job) : emit finished(facet::fail(ErrorKind::Service, {})); },
            Qt::QueuedConnection);
    }
    void cancel() override { }

private:
    void deliver(const EngineJob &job)
    {
        EngineOutput output;
        output.path = job.outputBase + QStringLiteral(".mp4");
        QFile file(output.path);
        if (!file.open(QIODevice::WriteOnly) || file.write("draft") != 5)
            qFatal("cannot write %s", qPrintable(output.path));
        file.close();
        output.asset.kind = job.model.kind;
        output.asset.mime = QStringLiteral("video/mp4");
        output.asset.bytes = 5;
        emit finished(output);
    }
};

/// How a case's takes end: the first `delivered` of them well, the others badly.
struct Fate {
    int delivered = 1'000'000;
};

class InstantEngine final : public Engine {
public:
    explicit InstantEngine(const Fate *fate)
        : m_fate(fate)
    {
    }
    QString name() const override { return QStringLiteral("draft"); }
    bool makesDrafts() const override { return true; }
    std::unique_ptr<EngineRun> start(const EngineJob &job) override
    {
        return std::make_unique<InstantRun>(job, job.take < m_fate->delivered);
    }

private:
    const Fate *m_fate;
};

/// A file of the right kind for every role.
class FilesOfEachRole final : public UploadFiles {
public:
    std::optional<StoredFile> upload(const QString &id) const override
    {
        StoredFile file;
        file.id = id;
        file.path = QStringLiteral("/nonexistent/") + id;
        file.mime = id == QLatin1String("audio") ? QStringLiteral("audio/mpeg")
            : id == QLatin1String("video")       ? QStringLiteral("video/mp4")
                                                 : QStringLiteral("image/png");
        file.bytes = 1000;
        return file;
    }
};

/// A service on `world`'s data, and what a client learns from it.
class Counter {
public:
    explicit Counter(const World &world)
    {
        Services::Settings settings;
        settings.dataDir = dir.path();
        settings.planId = world.plans.first().id;
        settings.data.catalogue = world.catalogue;
        settings.data.agents = world.agents;
        settings.data.plans = world.plans;
        settings.clock = std::make_shared<ManualClock>("2026-11-23T00:00:00Z"); // RandomWorld's now
        settings.engines = std::make_shared<EngineRegistry>(std::make_unique<InstantEngine>(&fate));
        auto opened = Services::open(std::move(settings));
        if (!opened)
            qFatal("%s %s", qPrintable(opened.error().sentence), qPrintable(opened.error().detail));
        services = std::move(*opened);
        services->setUploads(files);
        runner = std::make_unique<AgentRunner>(*services);
        addRestRoutes(router, *services);
        addAgentRoutes(router, *runner);
        if (!services->resume() || !runner->resume())
            qFatal("cannot resume");
        client.catalogue = Catalogue(all<Model>("/v1/models"));
        client.agents = all<AgentInfo>("/v1/agents");
        client.plans = all<Plan>("/v1/plans");
    }

    ~Counter() { services->suspend(); }

    Ledger &ledger() const { return services->ledger(); }

    void setBalance(Credits credits)
    {
        constexpr Credits mostAtOnce = 1'000'000;
        while (ledger().available() < credits) {
            if (!ledger().topUp(std::min(mostAtOnce, credits - ledger().available())))
                qFatal("cannot top up");
        }
        if (!ledger().chargeConversation(ledger().available() - credits, { {}, QStringLiteral("setup"), {} }))
            qFatal("cannot spend");
    }

    HttpResponse call(const char *method, const QString &path, const Json &body = nullptr)
    {
        HttpRequest request;
        request.method = method;
        request.path = path;
        request.body = body.is_null() ? QByteArray() : toBytes(body);
        const auto match = router.match(request.method, request.path);
        if (!match.route)
            qFatal("no route for %s", qPrintable(path));
        request.params = match.params;
        HttpResponse answer;
        std::get<Handler>(match.route->handler)(
            request, [&](HttpResponse response) { answer = std::move(response); });
        return answer;
    }

    template <typename T>
    T one(const HttpResponse &response)
    {
        auto value = parseJson(std::get<QByteArray>(response.body)).and_then([](const Json &j) {
            return fromJson<T>(j);
        });
        if (!value)
            qFatal("the client does not understand: %s", qPrintable(value.error().detail));
        return *value;
    }

    /// In memory where there is such a place: every commit waits for the disk.
    QTemporaryDir dir{ (QFileInfo(QStringLiteral("/dev/shm")).isWritable() ? QStringLiteral("/dev/shm")
                                                                           : QDir::tempPath())
        + QStringLiteral("/facet-property-XXXXXX") };
    Fate fate;
    FilesOfEachRole files;
    Router router;
    std::unique_ptr<Services> services;
    std::unique_ptr<AgentRunner> runner;
    World client;

private:
    template <typename T>
    QList<T> all(const char *path)
    {
        const auto json =
            parseJson(std::get<QByteArray>(call("GET", QString::fromLatin1(path)).body)).value_or(Json());
        QList<T> values;
        for (const Json &item : json.at("items")) {
            auto value = fromJson<T>(item);
            if (!value)
                qFatal("%s: %s", path, qPrintable(value.error().detail));
            values.append(*value);
        }
        return values;
    }
};

RunAgentInput messageFor(const QuoteRequest &request, int number)
{
    RunAgentInput input;
    input.threadId = QStringLiteral("thread-%1").arg(number);
    input.runId = QStringLiteral("run-%1").arg(number);
    AgUiMessage message;
    message.id = QStringLiteral("m");
    message.role = QStringLiteral("user");
    ContentPart text;
    text.text = request.prompt;
    message.content.append(text);
    for (const InputRole role : request.inputs) {
        ContentPart part;
        part.type = role == InputRole::Audio ? ContentPart::Type::Audio
            : role == InputRole::Video       ? ContentPart::Type::Video
                                             : ContentPart::Type::Image;
        part.fileId = wireName(role);
        part.role = role;
        message.content.append(part);
    }
    input.messages.append(message);
    input.props.modelId = request.modelId;
    input.props.options = request.options;
    return input;
}

QuoteBody bodyFor(const QuoteRequest &request, int number)
{
    QuoteBody body;
    body.agent = request.agent;
    body.modelId = request.modelId;
    body.prompt = request.prompt;
    for (const InputRole role : request.inputs)
        body.inputs.append({ role, {}, {} });
    body.options = request.options;
    body.threadId = QStringLiteral("thread-%1").arg(number);
    return body;
}

struct Seen {
    int generated = 0;
    int free = 0;
    int failed = 0;
    int talk = 0;
    int refused = 0;
    int locked = 0;
    int asked = 0;
};

#define MUST(what)                                                                                           \
    do {                                                                                                     \
        if (!(what))                                                                                         \
            return QStringLiteral(#what);                                                                    \
    } while (false)

/// What the ledger's rows of this run, and of its generation, come to.
struct Taken {
    Credits conversation = 0;
    Credits generation = 0;
};

Taken takenFor(const Counter &counter, const QString &runId)
{
    Taken taken;
    // A case writes a handful of rows.
    const auto page = counter.ledger().entries({}, 50);
    for (const LedgerEntry &entry : page->items) {
        if (entry.runId == runId)
            (entry.kind == LedgerKind::Conversation ? taken.conversation : taken.generation) -= entry.credits;
    }
    return taken;
}

/// Sends the message and waits for the end of its run.
QString wrongWithSending(
    Counter &counter, const Quote &quote, RunAgentInput input, const QuoteRequest &request, Seen &seen)
{
    const Credits before = counter.ledger().available();
    const HttpResponse answer = counter.call(
        "POST", QStringLiteral("/v1/agents/%1/runs").arg(wireName(request.agent)), toJson(input));
    const auto *stream = std::get_if<StreamBody>(&answer.body);
    if (!stream) {
        MUST(answer.status >= 400);
        MUST(counter.ledger().available() == before);
        MUST(!quote.sendable || (input.props.maxCredits && *input.props.maxCredits < *quote.totalCredits));
        quote.sendable ? ++seen.locked : ++seen.refused;
        return {};
    }
    // Several steps are not refused for a price that rose: they ask, with what they come to now.
    const bool asksFirst = !quote.steps.isEmpty();
    MUST(!input.props.maxCredits || !quote.totalCredits || *input.props.maxCredits >= *quote.totalCredits
        || asksFirst || !quote.sendable);
    const auto sink = std::make_shared<CollectingSink>();
    stream->opened(sink);
    QTimer wake; // a queued signal that never comes must not hang the test
    wake.start(1000);
    for (const QDeadlineTimer late(20'000); !sink->closed && !late.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    MUST(sink->closed);
    const Credits after = counter.ledger().available();
    const Taken taken = takenFor(counter, input.runId);
    MUST(after == before - taken.conversation - taken.generation);
    MUST(counter.ledger().balance().held == 0);
    MUST(!input.props.maxCredits || before - after <= *input.props.maxCredits);

    const auto finished = sink->all<RunFinished>();
    MUST(finished.size() == 1);
    if (!finished.first().interrupts.isEmpty()) {
        // It asks first: only the turn is taken.
        MUST(taken.generation == 0);
        ++seen.asked;
        return {};
    }
    MUST(quote.sendable);
    MUST(taken.conversation == quote.conversationCredits);
    const auto shown = sink->all<ActivitySnapshot>();
    if (shown.isEmpty()) {
        MUST(taken.generation == 0 && *quote.generationCredits == 0);
        ++seen.talk;
        return {};
    }
    const auto made = fromJson<Generation>(shown.last().content);
    MUST(made);
    MUST(made->modelId == quote.modelId && made->method == quote.method && made->covered == quote.covered);
    MUST(made->options == quote.options);
    MUST(made->chargedCredits == taken.generation);
    const Credits takes = quote.options.count.value_or(1);
    const Credits delivered = std::min<Credits>(counter.fate.delivered, takes);
    MUST(made->assets.size() == delivered);
    MUST(taken.generation == *quote.generationCredits * delivered / takes);
    if (delivered == takes)
        MUST(after == before - *quote.totalCredits && after == *quote.balanceAfter);
    delivered == takes ? ++seen.generated : ++seen.failed;
    seen.free += quote.covered;
    return {};
}

#undef MUST

QByteArray described(const QuoteRequest &request, const Quote &quote, int number)
{
    return toBytes(toJson(bodyFor(request, number))) + "\nquote: " + toBytes(toJson(quote));
}

} // namespace

class TestQuoteProperty : public QObject {
    Q_OBJECT

private slots:
    void theLedgerTakesWhatWasQuoted()
    {
        const auto seed = static_cast<quint32>(test::environmentNumber("FACET_PROPERTY_SEED", 20261123));
        const int only = test::environmentNumber("FACET_PROPERTY_CASE", -1);
        const int cases = test::environmentNumber("FACET_PROPERTY_CASES", 1'000);
        qInfo("seed %u", seed);
        // An engine that fails says so each time.
        QLoggingCategory::setFilterRules(QStringLiteral("default.warning=false"));
        Seen seen;
        std::unique_ptr<Counter> counter;
        int madeFor = -1;
        for (int i = std::max(only, 0); i < (only < 0 ? cases : only + 1); ++i) {
            if (const int number = i / casesInAWorld; number != madeFor) {
                madeFor = number;
                const World world = RandomWorld(seed ^ (static_cast<quint32>(number) * 2654435761u)).world();
                counter.reset();
                counter = std::make_unique<Counter>(world);
                QCOMPARE(counter->client.catalogue, world.catalogue);
                QCOMPARE(counter->client.agents, world.agents);
            }
            RandomWorld draw((seed + 1) ^ (static_cast<quint32>(i) * 2246822519u));
            const Account drawn = draw.account(counter->client);
            QuoteRequest request = draw.request(counter->client);
            request.hasVideoToEdit = false; // the service looks into the thread, which is new
            if (request.prompt.trimmed().isEmpty() && request.inputs.isEmpty())
                request.prompt = QStringLiteral("a fox"); // an empty message cannot be sent
            QVERIFY(counter->ledger().changePlan(drawn.plan.id));
            counter->setBalance(drawn.balance.credits);

            // The client's word and the service's.
            auto account = counter->one<Account>(counter->call("GET", QStringLiteral("/v1/account")));
            if (draw.chance(30)) {
                if (const auto total = counter->client.quote(request, account).totalCredits;
                    total && *total < 10'000'000) {
                    counter->setBalance(std::max<Credits>(0, *total - (draw.chance(30) ? 1 : 0)));
                    account = counter->one<Account>(counter->call("GET", QStringLiteral("/v1/account")));
                }
            }
            const Quote own = counter->client.quote(request, account);
            Quote theirs = counter->one<Quote>(
                counter->call("POST", QStringLiteral("/v1/quotes"), toJson(bodyFor(request, i))));
            theirs.quoteId.clear();
            theirs.validUntil.reset();
            const auto report = [&](const QString &what) {
                QFAIL((what.toUtf8() + "\nFACET_PROPERTY_SEED=" + QByteArray::number(seed)
                    + " FACET_PROPERTY_CASE=" + QByteArray::number(i) + '\n' + described(request, own, i)
                    + "\nservice: " + toBytes(toJson(theirs)))
                          .constData());
            };
            if (own != theirs)
                return report(QStringLiteral("the service quotes otherwise"));

            // And the ledger's.
            auto input = messageFor(request, i);
            input.props.maxCredits = own.totalCredits;
            if (own.totalCredits.value_or(0) > 0 && draw.chance(10))
                input.props.maxCredits = *own.totalCredits - 1;
            const int takes = own.options.count.value_or(1);
            counter->fate.delivered = draw.chance(70) ? takes : draw.below(takes + 1);
            const QString wrong = wrongWithSending(*counter, own, input, request, seen);
            if (!wrong.isEmpty())
                return report(wrong);
        }
        if (only < 0) {
            qInfo("%d cases: %d generated (%d free), %d failed in part or whole, %d talk, %d refused, "
                  "%d stopped by the price lock, %d asked first",
                cases, seen.generated, seen.free, seen.failed, seen.talk, seen.refused, seen.locked,
                seen.asked);
            QVERIFY(seen.generated > cases / 10 && seen.failed > cases / 50 && seen.talk > cases / 100);
            QVERIFY(seen.free > 0 && seen.refused > 0 && seen.locked > 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestQuoteProperty)
#include "tst_service_quote_property.moc"
