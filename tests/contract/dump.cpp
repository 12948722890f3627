// Prints, as one JSON object, everything that the codecs write: {"schemas":{name: JSON}, "events":[…],
// "problems":[…]}. Programs of other languages check it against openapi.yaml and AG-UI's own validators.
#include "AgUiSamples.h"
#include "CodecTable.h"

#include "contract/Problem.h"

#include <cstdio>

using namespace facet;
using namespace facet::contract;

int main()
{
    Json schemas = Json::object();
    for (const test::Codec &codec : test::codecs()) {
        const auto json = codec.roundTrip(test::sampleOf(codec.name).json);
        if (!json) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(codec.name), qPrintable(json.error().detail));
            return 1;
        }
        schemas[codec.name.toStdString()] = Json::array({ *json });
    }
    // The barest forms: every optional member empty.
    const auto bare = [&](const char *name, const Json &json) { schemas[name].push_back(json); };
    bare("Options", toJson(Options()));
    Generation generation;
    generation.id = QStringLiteral("gen-0");
    generation.createdAt = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
    bare("Generation", toJson(generation));
    bare("Quote", toJson(Quote()));
    bare("Model", toJson(Model()));
    bare("Plan", toJson(Plan()));
    Account account;
    account.plan.period = QStringLiteral("month");
    bare("Account", toJson(account));
    bare("AgentInfo", toJson(AgentInfo()));
    LedgerEntry entry;
    entry.at = generation.createdAt;
    bare("LedgerEntry", toJson(entry));
    Asset asset;
    asset.sha256 = QString(64, u'0');
    bare("Asset", toJson(asset));
    Upload upload;
    upload.sha256 = asset.sha256;
    bare("Upload", toJson(upload));
    bare("TopUp", toJson(TopUp()));
    bare("Connection", toJson(Connection()));
    bare("QuoteBody", toJson(QuoteBody()));
    bare("GenerationBody", toJson(GenerationBody()));
    bare("MoveBody", toJson(MoveBody()));

    Json problems = Json::array();
    const std::pair<const char *, int> codes[] = { { "unauthorized", 401 }, { "insufficient_credits", 402 },
        { "price_changed", 409 }, { "idempotency_conflict", 409 }, { "not_found", 404 },
        { "unsupported_input", 422 }, { "unsupported_option", 422 }, { "too_long", 422 },
        { "unsupported_task", 422 }, { "too_large", 413 }, { "content_refused", 422 },
        { "too_many_running", 429 }, { "engine_unavailable", 503 }, { "engine_failed", 502 } };
    for (const auto &[code, status] : codes) {
        Problem problem;
        problem.code = QString::fromUtf8(code);
        problem.status = status;
        problem.title = QStringLiteral("A title");
        problem.detail = QStringLiteral("A sentence for people.");
        problem.requestId = QStringLiteral("req-1");
        switch (problem.status) {
        case 402:
            problem.required = 33;
            problem.balance = 5;
            break;
        case 409:
            if (problem.code == QLatin1String("price_changed"))
                problem.quote = *fromJson<Quote>(test::sampleOf(QStringLiteral("Quote")).json);
            break;
        case 413:
            problem.limitBytes = 1000;
            break;
        case 422:
            problem.field = QStringLiteral("options.duration_s");
            problem.allowed = { QStringLiteral("5"), QStringLiteral("10") };
            problem.alternatives = { QStringLiteral("edit the last frame") };
            break;
        case 429:
            problem.limit = 4;
            break;
        case 502:
        case 503:
            problem.engine = QStringLiteral("draft");
            problem.retryable = true;
            break;
        }
        problems.push_back(toJson(problem));
    }

    Json events = Json::array();
    for (const AgUiEvent &event : test::agUiSamples())
        events.push_back(toJson(event));

    const QByteArray out =
        toBytes({ { "schemas", schemas }, { "problems", problems }, { "events", events } });
    std::fwrite(out.constData(), 1, std::size_t(out.size()), stdout);
    return 0;
}
