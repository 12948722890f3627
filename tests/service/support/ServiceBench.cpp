#include "support/ServiceBench.h"

#include "service/jobs/EngineRegistry.h"

#include <QDir>
#include <QFileInfo>

using namespace facet;
using namespace facet::service;

namespace {

Model model(const char *id, const char *name, const char *rate)
{
    Model m;
    m.id = QString::fromLatin1(id);
    m.name = QString::fromUtf8(name);
    m.kind = ModelKind::Video;
    m.methods = { Method::Text, Method::Image, Method::StartEnd };
    m.inputs.images = { 2, { InputRole::Reference, InputRole::StartFrame, InputRole::EndFrame },
        { QStringLiteral("image/png"), QStringLiteral("image/jpeg") }, 10'000'000, 50'000'000 };
    m.options.durationsS = { 5, 10 };
    m.options.resolutions = { QStringLiteral("720p"), QStringLiteral("1080p") };
    m.options.aspectRatios = { QStringLiteral("16:9"), QStringLiteral("9:16") };
    m.options.counts = { 1, 2, 3, 4 };
    m.options.seed = true;
    m.defaults.durationS = 5;
    m.defaults.resolution = QStringLiteral("720p");
    m.defaults.aspectRatio = QStringLiteral("16:9");
    m.defaults.count = 1;
    m.maxDurationS = 10;
    m.prices = { { std::nullopt, std::nullopt, PriceUnit::Second,
        *CreditRate::fromString(QString::fromLatin1(rate)) } };
    m.status = ModelStatus::Draft;
    m.engine = QStringLiteral("draft");
    return m;
}

Plan plan(const char *id, Credits credits, const char *period, int concurrency)
{
    Plan p;
    p.id = QString::fromLatin1(id);
    p.name = p.id;
    p.credits = credits;
    p.period = QString::fromLatin1(period);
    p.concurrency = concurrency;
    return p;
}

ServiceData data()
{
    ServiceData d;
    Model retired = model("retired", "Retired", "1");
    retired.status = ModelStatus::RetiredUpstream;
    d.catalogue = Catalogue({ model("video", "Video", "6.6"), model("dear", "비싼 모델", "12"), retired });
    d.plans = { plan("free", 100, "day", 2), plan("plus", 10'000, "month", 4),
        plan("premium", 20'000, "month", 8) };
    d.plans[2].benefits = { { QStringLiteral("video"), { Method::Image, Method::StartEnd }, std::nullopt } };
    for (const AgentVersion version : { AgentVersion::V1, AgentVersion::V2 }) {
        AgentInfo agent;
        agent.version = version;
        agent.name = QStringLiteral("Agent ") + wireName(version);
        agent.conversationCredits = version == AgentVersion::V2 ? 4 : 0;
        agent.defaultVideoModelId =
            version == AgentVersion::V2 ? QStringLiteral("dear") : QStringLiteral("video");
        agent.runUrl = QStringLiteral("/v1/agents/%1/run").arg(wireName(version));
        d.agents.append(agent);
    }
    return d;
}

} // namespace

std::optional<StoredFile> FakeUploads::upload(const QString &id) const
{
    const auto found = files.constFind(id);
    return found == files.constEnd() ? std::nullopt : std::optional(*found);
}

void FakeUploads::add(const char *id, const char *mime, int width, int height, qint64 bytes)
{
    StoredFile file;
    file.id = QString::fromLatin1(id);
    file.path = QStringLiteral("/uploads/") + file.id;
    file.mime = QString::fromLatin1(mime);
    file.width = width;
    file.height = height;
    file.bytes = bytes;
    files.insert(file.id, file);
}

ServiceBench::ServiceBench(const char *planId, const JobLimits &limits)
    : m_planId(QString::fromLatin1(planId))
    , m_limits(limits)
{
    uploads.add("start", "image/png");
    uploads.add("end", "image/jpeg");
    uploads.add("song", "audio/mpeg", 0, 0);
    open();
}

QString ServiceBench::fastTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath())
        + QStringLiteral("/facet-bench-XXXXXX");
}

void ServiceBench::open()
{
    auto fake = std::make_unique<FakeEngine>();
    engine = fake.get();
    Services::Settings settings;
    settings.dataDir = dir.path();
    settings.planId = m_planId;
    settings.data = data();
    settings.connectable = { QStringLiteral("comfyui") };
    settings.uploadBytes = 100'000'000;
    settings.imagesPerMessage = 2;
    settings.clock = clock;
    settings.engines = std::make_shared<EngineRegistry>(std::move(fake));
    settings.jobs = m_limits;
    auto opened = Services::open(settings);
    if (!opened)
        qFatal("%s %s", qPrintable(opened.error().sentence), qPrintable(opened.error().detail));
    services = std::move(*opened);
    services->setUploads(uploads);
    router = {};
    addRestRoutes(router, *services);
    if (auto resumed = services->resume(); !resumed)
        qFatal("%s", qPrintable(resumed.error().detail));
}

void ServiceBench::restart(bool inGoodOrder)
{
    struct Begun {
        QString id;
        int attempts;
    };
    Store &store = services->store();
    const auto begun = store.all(
        QStringLiteral("SELECT id, attempts FROM generations WHERE status = 'running'"), [](const Row &row) {
            return Begun{ row.text(0), row.small(1) };
        });
    services->suspend();
    if (!inGoodOrder) {
        // A crash leaves the rows as they were.
        for (const Begun &row : *begun)
            (void)store.run(
                QStringLiteral("UPDATE generations SET status = 'running', attempts = ? WHERE id = ?"),
                row.attempts, row.id);
    }
    services.reset();
    open();
}

contract::GenerationBody ServiceBench::body(const char *model, int count) const
{
    contract::GenerationBody b;
    b.modelId = QString::fromLatin1(model);
    b.prompt = QStringLiteral("A cat jumps");
    b.options.count = count;
    return b;
}

QString ServiceBench::submit(const char *model, int count)
{
    const auto taken = jobs().submit({ body(model, count), {}, false });
    if (!taken)
        qFatal("not taken: %s", qPrintable(taken.error().code));
    return taken->id;
}

QList<LedgerEntry> ServiceBench::entries() const
{
    QList<LedgerEntry> all = ledger().entries({}, 10'000)->items;
    std::reverse(all.begin(), all.end());
    return all;
}

QString ServiceBench::brokenLedger() const
{
    const Balance balance = ledger().balance();
    const auto number = [this](const char *sql) {
        return services->store().number(QString::fromLatin1(sql)).value();
    };
    if (balance.credits < 0 || number("SELECT COUNT(*) FROM ledger_entries WHERE balance_after < 0"))
        return QStringLiteral("below zero");
    if (number("SELECT SUM(credits) FROM ledger_entries") != balance.credits)
        return QStringLiteral("rows are not the balance");
    if (number("SELECT SUM(credits) FROM ledger_postings") != 0)
        return QStringLiteral("postings do not add up to zero");
    // Everything held belongs to a generation that is not final.
    if (number("SELECT SUM(quoted_credits) FROM generations WHERE status IN ('queued', 'running')")
        != balance.held)
        return QStringLiteral("held is not what unfinished generations hold");
    if (number("SELECT COALESCE(SUM(charged_credits), 0) FROM generations")
        != number(
            "SELECT COALESCE(SUM(o.credits), 0) FROM ledger_postings o JOIN ledger_entries e ON e.id = o.entry_id "
            "WHERE o.account = 'spent' AND e.generation_id IS NOT NULL"))
        return QStringLiteral("charged is not what was spent");
    return {};
}

HttpResponse ServiceBench::call(const char *method, const QString &pathAndQuery, const QByteArray &body,
    const QHash<QByteArray, QByteArray> &headers, bool korean) const
{
    HttpRequest request;
    request.method = method;
    request.path = pathAndQuery.section(u'?', 0, 0);
    request.query = QUrlQuery(pathAndQuery.section(u'?', 1));
    request.headers = headers;
    request.body = body;
    request.requestId = QStringLiteral("request-1");
    request.korean = korean;
    const Router::Match match = router.match(request.method, request.path);
    if (!match.route)
        qFatal("no route for %s %s", method, qPrintable(pathAndQuery));
    request.params = match.params;
    HttpResponse answer;
    int answers = 0;
    std::get<Handler>(match.route->handler)(request, [&](HttpResponse response) {
        answer = std::move(response);
        ++answers;
    });
    if (answers != 1)
        qFatal("%d answers to %s %s", answers, method, qPrintable(pathAndQuery));
    return answer;
}

contract::Json ServiceBench::json(const HttpResponse &response)
{
    return contract::parseJson(std::get<QByteArray>(response.body)).value_or(contract::Json());
}
