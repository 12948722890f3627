#include "contract/JsonPatch.h"
#include "contract/Problem.h"
#include "support/ServiceBench.h"

#include <QSignalSpy>
#include <QTest>

using namespace facet;
using namespace facet::service;
using contract::Json;

namespace {

using Headers = QHash<QByteArray, QByteArray>;

Headers key(const QString &text)
{
    return { { "idempotency-key", text.toUtf8() } };
}

QByteArray generation(const char *model = "video", int count = 1)
{
    contract::GenerationBody body;
    body.modelId = QString::fromLatin1(model);
    body.prompt = QStringLiteral("A cat jumps");
    body.options.count = count;
    return contract::toBytes(contract::toJson(body));
}

QByteArray headerOf(const HttpResponse &response, const char *name)
{
    for (const auto &[header, value] : response.headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString code(const HttpResponse &response)
{
    return contract::problemFromAnswer(response.status, std::get<QByteArray>(response.body)).code;
}

template <typename T>
T decoded(const HttpResponse &response)
{
    const auto value = contract::fromJson<T>(ServiceBench::json(response));
    if (!value)
        qFatal("%s", qPrintable(value.error().detail));
    return *value;
}

template <typename T>
contract::Page<T> page(const HttpResponse &response)
{
    const auto value = contract::pageFromJson<T>(ServiceBench::json(response));
    if (!value)
        qFatal("%s", qPrintable(value.error().detail));
    return *value;
}

/// The far side of an event stream.
class Listener final : public EventSink {
public:
    bool send(const contract::SseEvent &event) override
    {
        if (gone)
            return false;
        events.append(event);
        return true;
    }
    void close() override { closed = true; }

    /// What a client that applies every event holds.
    Json document(Json start = {}) const
    {
        for (const contract::SseEvent &event : events) {
            const Json json = contract::parseJson(event.data).value();
            start = event.type == "patch" ? contract::applyPatch(start, json).value() : json;
        }
        return start;
    }

    QList<contract::SseEvent> events;
    bool gone = false;
    bool closed = false;
};

std::shared_ptr<Listener> listen(const ServiceBench &bench, const QString &id, const QByteArray &last = {})
{
    const auto response = bench.call("GET", QStringLiteral("/v1/generations/%1/events").arg(id), {},
        last.isEmpty() ? Headers() : Headers{ { "last-event-id", last } });
    auto listener = std::make_shared<Listener>();
    std::get<StreamBody>(response.body).opened(listener);
    return listener;
}

} // namespace

class TestRest : public QObject {
    Q_OBJECT

private slots:
    void service();
    void account();
    void changesThePlan();
    void plansAndAgents();
    void modelsAreCached();
    void quotes();
    void quotesKnowTheConversation();
    void generationNeedsAKey();
    void generationIsMadeOnce();
    void otherBodyIsAConflict();
    void problemsInBothLanguages_data();
    void problemsInBothLanguages();
    void everyProblemHasASentence();
    void badBodies();
    void listsAndFilters();
    void cancels();
    void moves();
    void eventsFollowAGeneration();
    void eventsResume();
    void eventsOfAFinalOne();
    void eventsAcrossARestart();
    void goneListenersAreDropped();
    void ledgerPages();
    void ledgerAsCsv();
    void topUps();
    void connections();
    void parallelSubmitsNeverGoBelowZero();
};

void TestRest::service()
{
    ServiceBench bench;
    const auto info = decoded<ServiceInfo>(bench.call("GET", QStringLiteral("/v1/service")));
    QCOMPARE(info.name, QStringLiteral("facet-service"));
    QCOMPARE(info.contract, QStringLiteral("1"));
    QCOMPARE(info.mode, QStringLiteral("sandbox"));
    QCOMPARE(info.uploadBytes, 100'000'000);
    QCOMPARE(info.imagesPerMessage, 2);
}

void TestRest::account()
{
    ServiceBench bench;
    bench.submit();
    const auto response = bench.call("GET", QStringLiteral("/v1/account"));
    const auto account = decoded<Account>(response);
    QCOMPARE(account.plan.id, QStringLiteral("free"));
    QCOMPARE(account.balance.credits, 67);
    QCOMPARE(account.balance.held, 33);
    QCOMPARE(account.balance.parts.size(), 1);
    QCOMPARE(account.renewsAt, std::optional(bench.clock->now().addDays(1)));
    QCOMPARE(account.concurrency.limit, 2);
    QTRY_COMPARE(decoded<Account>(bench.call("GET", QStringLiteral("/v1/account"))).concurrency.running, 1);
    // Nobody has asked for a day: the new period's grant is there all the same.
    bench.clock->advance(24 * 3600);
    QCOMPARE(decoded<Account>(bench.call("GET", QStringLiteral("/v1/account"))).balance.credits, 100);
}

void TestRest::changesThePlan()
{
    ServiceBench bench;
    const auto changed =
        decoded<Account>(bench.call("PATCH", QStringLiteral("/v1/account"), "{\"plan_id\":\"premium\"}"));
    QCOMPARE(changed.plan.id, QStringLiteral("premium"));
    QCOMPARE(changed.balance.credits, 20'100);
    QCOMPARE(changed.benefits.size(), 1);
    const auto unknown = bench.call("PATCH", QStringLiteral("/v1/account"), "{\"plan_id\":\"gold\"}");
    QCOMPARE(unknown.status, 422);
    QCOMPARE(code(unknown), QStringLiteral("unsupported_option"));
    QVERIFY(std::get<QByteArray>(unknown.body).contains("free, plus, premium"));
    QCOMPARE(bench.call("PATCH", QStringLiteral("/v1/account"), "{}").status, 400);
}

void TestRest::plansAndAgents()
{
    ServiceBench bench;
    QCOMPARE(page<Plan>(bench.call("GET", QStringLiteral("/v1/plans"))).items.size(), 3);
    const auto agents = page<AgentInfo>(bench.call("GET", QStringLiteral("/v1/agents"))).items;
    QCOMPARE(agents.size(), 2);
    QCOMPARE(agents[1].conversationCredits, 4);
}

void TestRest::modelsAreCached()
{
    ServiceBench bench;
    const QString path = QStringLiteral("/v1/models");
    const auto first = bench.call("GET", path);
    QCOMPARE(page<Model>(first).items, bench.services->data().catalogue.models());
    const QByteArray tag = headerOf(first, "ETag");
    QVERIFY(tag.startsWith("\"sha256-") && tag.endsWith('"'));
    for (const QByteArray &asked :
        { tag, QByteArray("W/" + tag), QByteArray("\"old\", " + tag), QByteArray("*") }) {
        const auto again = bench.call("GET", path, {}, { { "if-none-match", asked } });
        QCOMPARE(again.status, 304);
        QCOMPARE(headerOf(again, "ETag"), tag);
        QVERIFY(std::get<QByteArray>(again.body).isEmpty());
    }
    QCOMPARE(bench.call("GET", path, {}, { { "if-none-match", "\"old\"" } }).status, 200);
}

void TestRest::quotes()
{
    ServiceBench bench("premium");
    contract::QuoteBody body;
    body.agent = AgentVersion::V2;
    body.modelId = QStringLiteral("video");
    body.prompt = QStringLiteral("A cat jumps");
    body.inputs = { { InputRole::Reference, QStringLiteral("start"), {} } };
    const auto quote = decoded<Quote>(
        bench.call("POST", QStringLiteral("/v1/quotes"), contract::toBytes(contract::toJson(body))));
    QVERIFY(quote.covered);
    QCOMPARE(quote.totalCredits, std::optional<Credits>(4));
    QCOMPARE(quote.conversationCredits, 4);
    QVERIFY(quote.sendable);
    QVERIFY(!quote.quoteId.isEmpty());
    QCOMPARE(quote.validUntil, std::optional(bench.clock->now().addSecs(300)));
    QCOMPARE(bench.call("POST", QStringLiteral("/v1/quotes"), "[]").status, 400);
}

void TestRest::quotesKnowTheConversation()
{
    ServiceBench bench;
    auto body = bench.body();
    body.threadId = QStringLiteral("thread");
    QVERIFY(bench.jobs().submit({ body, {}, false }).has_value());
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_VERIFY(bench.jobs().hasFinishedVideo(QStringLiteral("thread")));
    contract::QuoteBody asked;
    asked.prompt = QStringLiteral("Remove the hat from the video");
    asked.threadId = QStringLiteral("thread");
    const auto quote = decoded<Quote>(
        bench.call("POST", QStringLiteral("/v1/quotes"), contract::toBytes(contract::toJson(asked))));
    QCOMPARE(quote.blockedBy, std::optional(Blocker::UnsupportedTask));
}

void TestRest::generationNeedsAKey()
{
    ServiceBench bench;
    const auto refused = bench.call("POST", QStringLiteral("/v1/generations"), generation());
    QCOMPARE(refused.status, 400);
    QCOMPARE(headerOf(refused, "Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(std::get<QByteArray>(refused.body).contains("Idempotency-Key"));
    QCOMPARE(bench.ledger().available(), 100);
}

void TestRest::generationIsMadeOnce()
{
    ServiceBench bench;
    const QString path = QStringLiteral("/v1/generations");
    const auto first = bench.call("POST", path, generation(), key(QStringLiteral("a")));
    QCOMPARE(first.status, 201);
    const auto made = decoded<Generation>(first);
    QCOMPARE(made.quotedCredits, 33);
    const auto again = bench.call("POST", path, generation(), key(QStringLiteral("a")));
    QCOMPARE(again.status, 201);
    QCOMPARE(decoded<Generation>(again).id, made.id);
    QCOMPARE(bench.ledger().available(), 67);
    // Also after a restart of the service.
    bench.restart();
    QCOMPARE(
        decoded<Generation>(bench.call("POST", path, generation(), key(QStringLiteral("a")))).id, made.id);
    QCOMPARE(bench.ledger().available(), 67);
    QCOMPARE(bench.brokenLedger(), QString());
}

void TestRest::otherBodyIsAConflict()
{
    ServiceBench bench;
    const QString path = QStringLiteral("/v1/generations");
    bench.call("POST", path, generation(), key(QStringLiteral("a")));
    const auto conflict = bench.call("POST", path, generation("video", 2), key(QStringLiteral("a")));
    QCOMPARE(conflict.status, 409);
    QCOMPARE(code(conflict), QStringLiteral("idempotency_conflict"));
    QCOMPARE(bench.ledger().available(), 67);
}

void TestRest::problemsInBothLanguages_data()
{
    QTest::addColumn<bool>("korean");
    QTest::addColumn<QString>("detail");
    QTest::newRow("English") << false << QStringLiteral("This takes 132 credits, and 100 can be spent.");
    QTest::newRow("Korean") << true
                            << QStringLiteral("132 크레딧이 필요하지만 사용할 수 있는 크레딧은 100입니다.");
}

void TestRest::problemsInBothLanguages()
{
    QFETCH(bool, korean);
    ServiceBench bench;
    const auto refused = bench.call(
        "POST", QStringLiteral("/v1/generations"), generation("video", 4), key(QStringLiteral("a")), korean);
    const auto problem = contract::problemFromAnswer(refused.status, std::get<QByteArray>(refused.body));
    QCOMPARE(problem.status, 402);
    QCOMPARE(problem.required, std::optional<Credits>(132));
    QCOMPARE(problem.balance, std::optional<Credits>(100));
    QCOMPARE(problem.requestId, QStringLiteral("request-1"));
    QVERIFY(!problem.title.isEmpty());
    QFETCH(QString, detail);
    QVERIFY2(problem.detail.startsWith(detail), qPrintable(problem.detail));
}

void TestRest::everyProblemHasASentence()
{
    Quote quote;
    quote.totalCredits = 5;
    const QStringList allowed{ QStringLiteral("x"), QStringLiteral("y") };
    const QList<contract::Problem> all{ problem::badRequest(QStringLiteral("field")), problem::notFound(),
        problem::insufficientCredits(2, 1), problem::priceChanged(quote), problem::idempotencyConflict(),
        problem::unsupportedInput(QStringLiteral("inputs.audio"), allowed),
        problem::unsupportedInput(QStringLiteral("inputs"), allowed),
        problem::unsupportedInput(QStringLiteral("prompt")),
        problem::unsupportedOption(QStringLiteral("options.count"), allowed),
        problem::tooLong(QStringLiteral("prompt")), problem::unsupportedTask(allowed),
        problem::contentRefused(), problem::tooManyRunning(4),
        problem::engineUnavailable(QStringLiteral("draft")),
        problem::engineFailed(QStringLiteral("draft"), true) };
    QSet<QString> sentences;
    for (const contract::Problem &problem : all) {
        for (const bool korean : { false, true }) {
            const QString sentence = sentenceFor(problem, korean);
            QVERIFY2(!sentence.isEmpty(), qPrintable(problem.code));
            QVERIFY2(!sentence.contains(QLatin1String("%1")) && !sentence.contains(QLatin1String("%2")),
                qPrintable(sentence));
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.insert(sentence);
        }
    }
}

void TestRest::badBodies()
{
    ServiceBench bench;
    for (const QByteArray &body : { QByteArray(), QByteArray("{"), QByteArray("[]"),
             QByteArray("{\"model_id\":3}"), QByteArray("\xff\xfe"), QByteArray(100'000, '[') }) {
        const auto refused =
            bench.call("POST", QStringLiteral("/v1/generations"), body, key(QStringLiteral("k")));
        QCOMPARE(refused.status, 400);
        QCOMPARE(code(refused), QStringLiteral("bad_request"));
    }
    QCOMPARE(bench.jobs().list({}, 10)->items.size(), 0);
    QCOMPARE(bench.ledger().available(), 100);
}

void TestRest::listsAndFilters()
{
    ServiceBench bench("plus");
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.prepend(bench.submit());
    const auto first = page<Generation>(bench.call("GET", QStringLiteral("/v1/generations?limit=2")));
    QCOMPARE(first.items.size(), 2);
    QCOMPARE(first.items[0].id, ids[0]);
    const auto second = page<Generation>(
        bench.call("GET", QStringLiteral("/v1/generations?limit=2&cursor=%1").arg(*first.nextCursor)));
    QCOMPARE(second.items.size(), 1);
    QCOMPARE(second.items[0].id, ids[2]);
    QVERIFY(!second.nextCursor);
    QCOMPARE(
        page<Generation>(bench.call("GET", QStringLiteral("/v1/generations?limit=100000"))).items.size(), 3);
    QCOMPARE(
        page<Generation>(bench.call("GET", QStringLiteral("/v1/generations?thread_id=none"))).items.size(),
        0);
    for (const char *bad : { "limit=0", "limit=-1", "limit=x", "cursor=x" })
        QCOMPARE(
            bench.call("GET", QStringLiteral("/v1/generations?") + QString::fromLatin1(bad)).status, 400);
    QCOMPARE(decoded<Generation>(bench.call("GET", QStringLiteral("/v1/generations/") + ids[1])).id, ids[1]);
    QCOMPARE(bench.call("GET", QStringLiteral("/v1/generations/none")).status, 404);
}

void TestRest::cancels()
{
    ServiceBench bench;
    const QString id = bench.submit();
    const auto cancelled =
        decoded<Generation>(bench.call("POST", QStringLiteral("/v1/generations/%1/cancel").arg(id)));
    QCOMPARE(cancelled.status, GenerationStatus::Cancelled);
    QCOMPARE(bench.ledger().available(), 100);
    QCOMPARE(bench.call("POST", QStringLiteral("/v1/generations/none/cancel")).status, 404);
}

void TestRest::moves()
{
    ServiceBench bench; // 2 at once
    QVERIFY(bench.ledger().topUp(1'000).has_value());
    QVERIFY(decoded<ServiceInfo>(bench.call("GET", QStringLiteral("/v1/service"))).ordersQueue());
    QStringList ids;
    for (int i = 0; i < 4; ++i)
        ids.append(bench.submit());
    QTRY_COMPARE(bench.engine->running().size(), 2);
    const auto path = [](const QString &id) { return QStringLiteral("/v1/generations/%1/move").arg(id); };
    const auto before = [](const QString &id) {
        return contract::toBytes(contract::toJson(contract::MoveBody{ id }));
    };
    const auto moved = decoded<Generation>(bench.call("POST", path(ids[3]), before(ids[2])));
    QCOMPARE(moved.id, ids[3]);
    QCOMPARE(moved.queuePosition, std::optional(1));
    QCOMPARE(decoded<Generation>(bench.call("POST", path(ids[3]), R"({"before":null})")).queuePosition,
        std::optional(2));
    QCOMPARE(bench.call("POST", path(QStringLiteral("none")), before(ids[2])).status, 404);
    QCOMPARE(bench.call("POST", path(ids[3]), before(QStringLiteral("none"))).status, 404);
    QCOMPARE(bench.call("POST", path(ids[3]), "{\"before\":7}").status, 400);
    QCOMPARE(bench.call("POST", path(ids[3]), "before").status, 400);
}

void TestRest::eventsFollowAGeneration()
{
    ServiceBench bench;
    const QString id = bench.submit();
    const auto listener = listen(bench, id);
    QCOMPARE(listener->events.size(), 1);
    QCOMPARE(listener->events[0].type, QByteArray("generation"));
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->progress("rendering", 0.5, 3.0);
    QTRY_COMPARE(listener->document()["stage"], Json("rendering"));
    const auto late = listen(bench, id);
    QCOMPARE(late->events.size(), 1);
    bench.engine->running().first()->succeed();
    QTRY_VERIFY(listener->closed);
    QVERIFY(late->closed);
    const Json whole = contract::toJson(bench.find(id));
    QCOMPARE(listener->document(), whole);
    QCOMPARE(late->document(), whole);
    QSet<QByteArray> ids;
    for (int i = 0; i < listener->events.size(); ++i) {
        QVERIFY(!listener->events[i].id.isEmpty());
        ids.insert(listener->events[i].id);
        QCOMPARE(listener->events[i].type, i == 0 ? QByteArray("generation") : QByteArray("patch"));
    }
    QCOMPARE(ids.size(), listener->events.size());
    QCOMPARE(bench.call("GET", QStringLiteral("/v1/generations/none/events")).status, 404);
}

void TestRest::eventsResume()
{
    ServiceBench bench;
    const QString id = bench.submit();
    const auto listener = listen(bench, id);
    QTRY_COMPARE(bench.engine->running().size(), 1);
    bench.engine->running().first()->progress("reading", {});
    QTRY_COMPARE(listener->document()["stage"], Json("reading"));
    const Json held = listener->document();
    const QByteArray last = listener->events.last().id;
    listener->gone = true;
    bench.engine->running().first()->progress("motion", 0.1);
    QTRY_COMPARE(bench.find(id).stage, QStringLiteral("motion"));
    QCoreApplication::processEvents();
    // Goes on where it was cut: patches only.
    const auto back = listen(bench, id, last);
    for (const contract::SseEvent &event : qAsConst(back->events))
        QCOMPARE(event.type, QByteArray("patch"));
    QTRY_COMPARE(back->document(held)["stage"], Json("motion"));
    // Nothing missed, nothing repeated.
    const auto idle = listen(bench, id, back->events.last().id);
    QCOMPARE(idle->events.size(), 0);
    // An id from too long ago gets the whole again.
    const auto lost = listen(bench, id, "long-ago-1");
    QCOMPARE(lost->events.size(), 1);
    QCOMPARE(lost->events[0].type, QByteArray("generation"));
    bench.engine->running().first()->succeed();
    QTRY_VERIFY(back->closed && idle->closed && lost->closed);
    QCOMPARE(back->document(held), contract::toJson(bench.find(id)));
    QCOMPARE(lost->document(), contract::toJson(bench.find(id)));
}

void TestRest::eventsOfAFinalOne()
{
    ServiceBench bench;
    const QString id = bench.submit();
    QVERIFY(bench.jobs().cancel(id).has_value());
    const auto listener = listen(bench, id, "anything");
    QCOMPARE(listener->events.size(), 1);
    QVERIFY(listener->closed);
    QCOMPARE(listener->document(), contract::toJson(bench.find(id)));
}

void TestRest::eventsAcrossARestart()
{
    ServiceBench bench;
    const QString id = bench.submit();
    const auto before = listen(bench, id);
    QTRY_COMPARE(before->document()["status"], Json("running"));
    const QByteArray last = before->events.last().id;
    bench.restart();
    const auto after = listen(bench, id, last);
    QCOMPARE(after->events.size(), 1);
    QCOMPARE(after->events[0].type, QByteArray("generation"));
    QVERIFY(after->events[0].id != last);
}

void TestRest::goneListenersAreDropped()
{
    ServiceBench bench;
    const QString id = bench.submit();
    auto listener = listen(bench, id);
    std::weak_ptr<Listener> watched = listener;
    listener->gone = true;
    listener.reset();
    QVERIFY(!watched.expired());
    QTRY_VERIFY(watched.expired());
}

void TestRest::ledgerPages()
{
    ServiceBench bench;
    bench.submit();
    const auto all = page<LedgerEntry>(bench.call("GET", QStringLiteral("/v1/ledger"))).items;
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].kind, LedgerKind::Hold);
    QCOMPARE(all[0].credits, -33);
    QCOMPARE(all[0].balanceAfter, 67);
    QCOMPARE(all[0].note, QStringLiteral("Video"));
    QVERIFY(all[0].generationId.has_value());
    QVERIFY(!all[1].generationId.has_value());
    const auto first = page<LedgerEntry>(bench.call("GET", QStringLiteral("/v1/ledger?limit=1")));
    QCOMPARE(first.items[0], all[0]);
    const auto second = page<LedgerEntry>(
        bench.call("GET", QStringLiteral("/v1/ledger?limit=1&cursor=") + *first.nextCursor));
    QCOMPARE(second.items[0], all[1]);
    QCOMPARE(bench.call("GET", QStringLiteral("/v1/ledger?format=xml")).status, 400);
}

void TestRest::ledgerAsCsv()
{
    ServiceBench bench;
    QVERIFY(bench.jobs().submit({ bench.body("dear"), {}, false }).has_value());
    QVERIFY(bench.ledger().topUp(5, QStringLiteral("=HYPERLINK(\"http://x\",\"y\")")).has_value());
    QVERIFY(bench.ledger().topUp(5, QStringLiteral("+1")).has_value());
    QVERIFY(bench.ledger().topUp(5, QStringLiteral("two\nlines")).has_value());
    const auto response = bench.call("GET", QStringLiteral("/v1/ledger?format=csv"));
    QVERIFY(headerOf(response, "Content-Type").startsWith("text/csv"));
    const QByteArray bytes = std::get<QByteArray>(response.body);
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"
                             "at,kind,credits,balance_after,generation_id,run_id,note,id\r\n"));
    const QString text = QString::fromUtf8(bytes);
    QVERIFY(text.contains(QStringLiteral(",hold,-60,40,"))); // a number stays one
    QVERIFY(text.contains(QStringLiteral("비싼 모델")));
    QVERIFY(text.contains(QStringLiteral(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",")));
    QVERIFY(text.contains(QStringLiteral(",'+1,")));
    QVERIFY(text.contains(QStringLiteral(",\"two\nlines\",")));
    QCOMPARE(text.count(QStringLiteral("\r\n")), 6);
}

void TestRest::topUps()
{
    ServiceBench bench;
    const QString path = QStringLiteral("/v1/top_ups");
    QCOMPARE(bench.call("POST", path, "{\"credits\":500}").status, 400);
    const auto first = bench.call("POST", path, "{\"credits\":500}", key(QStringLiteral("t")));
    QCOMPARE(first.status, 201);
    const auto topUp = decoded<contract::TopUp>(first);
    QVERIFY(!topUp.checkoutUrl);
    QCOMPARE(topUp.balance->credits, 600);
    QCOMPARE(topUp.balance->parts.last().expiresAt, std::optional(bench.clock->now().addMonths(1)));
    bench.call("POST", path, "{\"credits\":500}", key(QStringLiteral("t")));
    QCOMPARE(bench.ledger().available(), 600);
    for (const char *body : { "{\"credits\":0}", "{\"credits\":1.5}", "{\"credits\":1000001}" })
        QCOMPARE(bench.call("POST", path, body, key(QStringLiteral("u"))).status, 400);
    QCOMPARE(bench.ledger().available(), 600);
}

void TestRest::connections()
{
    ServiceBench bench;
    const QString path = QStringLiteral("/v1/connections/comfyui");
    QVERIFY(!decoded<contract::Connection>(bench.call("GET", path)).connected);
    QCOMPARE(bench.call("GET", QStringLiteral("/v1/connections/unknown")).status, 404);
    QCOMPARE(bench.call("PUT", QStringLiteral("/v1/connections/unknown"), "{\"secret\":\"s\"}").status, 404);
    QCOMPARE(bench.call("PUT", path, "{}").status, 400);
    QCOMPARE(bench.call("PUT", path, "{\"secret\":\"s\",\"base_url\":\"http://plain\"}").status, 400);
    const auto put =
        bench.call("PUT", path, "{\"secret\":\"very secret\",\"base_url\":\"https://gpu.example:8188\"}");
    QCOMPARE(put.status, 200);
    QVERIFY(decoded<contract::Connection>(put).connected);
    const QString file = bench.dir.filePath(QStringLiteral("secrets.json"));
    QCOMPARE(QFile::permissions(file)
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
        QFile::Permissions());
    bench.restart();
    const auto got = bench.call("GET", path);
    QVERIFY(decoded<contract::Connection>(got).connected);
    QCOMPARE(decoded<contract::Connection>(got).baseUrl,
        std::optional(QStringLiteral("https://gpu.example:8188")));
    for (const HttpResponse &answer : { put, got, bench.call("GET", QStringLiteral("/v1/connections")) })
        QVERIFY(!std::get<QByteArray>(answer.body).contains("very secret"));
    QCOMPARE(bench.call("DELETE", path).status, 204);
    QVERIFY(!decoded<contract::Connection>(bench.call("GET", path)).connected);
}

void TestRest::parallelSubmitsNeverGoBelowZero()
{
    // 100 requests, each sent twice with its key, and what the engine does in between, in many orders:
    // 1,000 credits are enough for 30 of 33.
    JobLimits limits;
    limits.queued = 1'000;
    ServiceBench bench("free", limits);
    QVERIFY(bench.ledger().topUp(900).has_value());
    QHash<QString, QString> made; // key → generation
    int taken = 0;
    int refused = 0;
    const auto send = [&](int number) {
        const QString name = QStringLiteral("key-%1").arg(number);
        const auto response = bench.call("POST", QStringLiteral("/v1/generations"), generation(), key(name));
        if (response.status == 201) {
            const QString id = decoded<Generation>(response).id;
            if (made.contains(name))
                QCOMPARE(id, made[name]);
            else
                ++taken;
            made.insert(name, id);
        } else {
            QCOMPARE(response.status, 402);
            ++refused;
        }
        QVERIFY(bench.ledger().available() >= 0);
        QCOMPARE(bench.brokenLedger(), QString());
    };
    for (int number = 0; number < 100; ++number) {
        send(number);
        send(qMax(0, number - 7));
        if (QTest::currentTestFailed())
            return;
    }
    QCOMPARE(taken, 30);
    QCOMPARE(made.size(), 30);
    QVERIFY(refused > 100);
    QCOMPARE(bench.ledger().available(), 10);
    // Every second one fails and gives its credits back; the others are charged.
    int step = 0;
    while (!bench.jobs().unfinished().isEmpty()) {
        QTRY_VERIFY(!bench.engine->running().isEmpty());
        FakeRun *run = bench.engine->running().first();
        const QString id = run->job.generationId;
        if (++step % 2 == 0)
            run->fail();
        else
            run->succeed();
        QTRY_VERIFY(bench.find(id).isFinal());
        QCOMPARE(bench.brokenLedger(), QString());
    }
    QCOMPARE(bench.ledger().balance().held, 0);
    QCOMPARE(bench.ledger().available(), 1'000 - 15 * 33);
}

QTEST_GUILESS_MAIN(TestRest)
#include "tst_service_rest.moc"
