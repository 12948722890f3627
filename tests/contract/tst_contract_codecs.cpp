#include "CodecTable.h"

#include "contract/AgUi.h"
#include "contract/Codecs.h"

#include <QRegularExpression>
#include <QTest>

using namespace facet;
using namespace facet::contract;

namespace {

using Pointer = Json::json_pointer;

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

/// "/prices/0/audio" → "/prices/*/audio".
QString general(const Pointer &pointer)
{
    QString path = text(pointer.to_string());
    static const QRegularExpression index(QStringLiteral("/\\d+(?=/|$)"));
    return path.replace(index, QStringLiteral("/*"));
}

void collect(const Json &json, const Pointer &at, QList<Pointer> &pointers)
{
    if (json.is_object()) {
        for (const auto &[key, value] : json.items()) {
            pointers.append(at / key);
            collect(value, at / key, pointers);
        }
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            pointers.append(at / i);
            collect(json[i], at / i, pointers);
        }
    }
}

bool under(const QString &path, const QStringList &roots)
{
    return std::any_of(roots.begin(), roots.end(),
        [&](const QString &root) { return path == root || path.startsWith(root + u'/'); });
}

/// The detail names the member: its path, or for "one of two" its parent and its name.
bool names(const QString &detail, const Pointer &pointer)
{
    return detail.startsWith(text(pointer.parent_pointer().to_string()))
        && detail.contains(text(pointer.back()));
}

void addUnknown(Json &json)
{
    if (json.is_structured()) {
        for (Json &item : json)
            addUnknown(item);
    }
    if (json.is_object())
        json["zz_from_a_later_version"] = { { "a", Json::array({ 1, nullptr }) } };
}

} // namespace

class ContractCodecs : public QObject {
    Q_OBJECT
private slots:
    void roundTrip_data() { everyCodec(); }
    void roundTrip()
    {
        load();
        const auto again = m_codec.roundTrip(m_sample.json);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(toBytes(*again), toBytes(m_sample.json));
    }

    void missingMember_data() { everyMember(); }
    void missingMember()
    {
        load();
        QFETCH(QString, path);
        const Pointer pointer(path.toStdString());
        if (!m_sample.json.at(pointer.parent_pointer()).is_object())
            return;
        Json json = m_sample.json;
        json.at(pointer.parent_pointer()).erase(pointer.back());
        check(json, pointer);
    }

    void nullMember_data() { everyMember(); }
    void nullMember()
    {
        load();
        QFETCH(QString, path);
        const Pointer pointer(path.toStdString());
        Json json = m_sample.json;
        json.at(pointer) = nullptr;
        check(json, pointer);
    }

    void wrongType_data() { everyMember(); }
    void wrongType()
    {
        load();
        QFETCH(QString, path);
        const Pointer pointer(path.toStdString());
        if (under(general(pointer), m_sample.ignored))
            return;
        const Json &old = m_sample.json.at(pointer);
        Json json = m_sample.json;
        json.at(pointer) = old.is_number() || old.is_boolean() ? Json("wrong") : Json(12345);
        if (old.is_null())
            json.at(pointer) = Json::array({ Json::object() });
        const auto result = m_codec.roundTrip(json);
        QVERIFY2(!result, "a wrong type was taken");
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QVERIFY2(result.error().detail.startsWith(path), qPrintable(result.error().detail));
        QVERIFY(!result.error().sentence.isEmpty());
    }

    void unknownMember_data() { everyCodec(); }
    void unknownMember()
    {
        load();
        Json json = m_sample.json;
        addUnknown(json);
        // Members of the state of a run are the far side's own.
        const auto again = m_codec.roundTrip(json);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(toBytes(*again), toBytes(m_sample.json));
    }

    void unknownEnum_data()
    {
        everyMember(
            [](const test::Sample &sample, const QString &path) { return sample.enums.contains(path); });
    }
    void unknownEnum()
    {
        load();
        QFETCH(QString, path);
        const Pointer pointer(path.toStdString());
        Json json = m_sample.json;
        json.at(pointer) = "invented_later";
        const auto again = m_codec.roundTrip(json);
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        // A part's role is left out when it is not known: it is metadata of AG-UI, not a member of ours.
        if (path.startsWith(QLatin1String("/messages")))
            QVERIFY(!again->contains(pointer));
        else
            QCOMPARE(text(again->at(pointer).get<std::string>()), QStringLiteral("other"));
    }

    void unknownAgent_data()
    {
        everyMember(
            [](const test::Sample &sample, const QString &path) { return sample.agents.contains(path); });
    }
    void unknownAgent()
    {
        load();
        QFETCH(QString, path);
        Json json = m_sample.json;
        json.at(Pointer(path.toStdString())) = "3.0";
        const auto result = m_codec.roundTrip(json);
        QVERIFY(!result);
        QCOMPARE(result.error().code, QStringLiteral("unknown_agent"));
    }

    void notAnObject_data() { everyCodec(); }
    void notAnObject()
    {
        load();
        for (const Json &json : { Json(nullptr), Json(1), Json("x"), Json::array(), Json(true) }) {
            const auto result = m_codec.roundTrip(json);
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Protocol);
        }
    }

    // Both directions could swap two members alike, which a round trip cannot show.
    void membersOfGeneration()
    {
        const auto read = fromJson<Generation>(test::sampleOf(QStringLiteral("Generation")).json);
        QVERIFY(read);
        const Generation &g = *read;
        QCOMPARE(g.id, QStringLiteral("gen-1"));
        QCOMPARE(g.clientRef, QStringLiteral("ref-1"));
        QCOMPARE(g.agent, AgentVersion::V1);
        QCOMPARE(g.modelId, QStringLiteral("carat-video"));
        QCOMPARE(g.engine, QStringLiteral("draft"));
        QCOMPARE(g.draft, true);
        QCOMPARE(g.prompt, QStringLiteral("천천히 다가가기"));
        QCOMPARE(g.inputs,
            (QList<InputRef>{ { InputRole::StartFrame, QStringLiteral("up-1"), {} },
                { InputRole::EndFrame, {}, QStringLiteral("as-0") } }));
        QCOMPARE(g.options.durationS, 5);
        QCOMPARE(g.options.resolution, QStringLiteral("720p"));
        QCOMPARE(g.options.aspectRatio, QStringLiteral("16:9"));
        QCOMPARE(g.options.count, 2);
        QCOMPARE(g.options.audio, true);
        QCOMPARE(g.options.seed, 4294967295U);
        QCOMPARE(g.options.fit, FitMode::Crop);
        QCOMPARE(g.options.background, QStringLiteral("#102030"));
        QCOMPARE(g.seed, 7U);
        QCOMPARE(g.method, Method::StartEnd);
        QCOMPARE(g.status, GenerationStatus::Failed);
        QCOMPARE(g.stage, QStringLiteral("encoding"));
        QCOMPARE(g.progress, 0.5);
        QCOMPARE(g.etaS, 3.25);
        QCOMPARE(g.quotedCredits, 66);
        QCOMPARE(g.chargedCredits, 0);
        QCOMPARE(g.covered, true);
        QCOMPARE(g.assets.size(), 1);
        QCOMPARE(g.assets[0].kind, ModelKind::Video);
        QCOMPARE(g.assets[0].bytes, 1234567);
        QCOMPARE(g.assets[0].width, 1280);
        QCOMPARE(g.assets[0].height, 720);
        QCOMPARE(g.assets[0].durationS, 5.0);
        QCOMPARE(g.assets[0].fps, 24.0);
        QVERIFY(g.error);
        QCOMPARE(g.error->code, QStringLiteral("engine_failed"));
        QCOMPARE(g.error->retryable, true);
        QCOMPARE(g.createdAt, QDateTime(QDate(2026, 11, 23), QTime(1, 2, 3, 456), Qt::UTC));
        QCOMPARE(g.startedAt, QDateTime(QDate(2026, 11, 23), QTime(1, 2, 4), Qt::UTC));
        QCOMPARE(g.finishedAt, QDateTime(QDate(2026, 11, 23), QTime(1, 2, 9, 500), Qt::UTC));
        QCOMPARE(g.threadId, QStringLiteral("th-1"));
        QCOMPARE(g.runId, QStringLiteral("run-1"));
    }

    void membersOfQuote()
    {
        const auto read = fromJson<Quote>(test::sampleOf(QStringLiteral("Quote")).json);
        QVERIFY(read);
        const Quote &q = *read;
        QCOMPARE(q.modelId, QStringLiteral("seedance-2.0-fast"));
        QCOMPARE(q.modelChosenBy, ModelChoice::Picker);
        QCOMPARE(q.modelInWords, QStringLiteral("carat-video"));
        QCOMPARE(q.method, Method::Image);
        QCOMPARE(q.adjustments,
            (QList<Adjustment>{
                { QStringLiteral("duration_s"), QStringLiteral("17"), QStringLiteral("15") } }));
        QCOMPARE(q.generationCredits, 642);
        QCOMPARE(q.conversationCredits, 4);
        QCOMPARE(q.totalCredits, 646);
        QCOMPARE(q.covered, false);
        QCOMPARE(q.reason, CoverReason::ModelNotCovered);
        QCOMPARE(q.listCredits, 642);
        QCOMPARE(q.balanceAfter, -546);
        QCOMPARE(q.sendable, false);
        QCOMPARE(q.blockedBy, Blocker::GenerationCredits);
        QCOMPARE(q.suggestions,
            (QList<Suggestion>{ { SuggestionKind::UseModel, QStringLiteral("carat-video"), 642 },
                { SuggestionKind::TopUp, QStringLiteral("546"), 0 } }));
        QCOMPARE(q.quoteId, QStringLiteral("q-1"));
    }

    void membersOfModel()
    {
        const auto read = fromJson<Model>(test::sampleOf(QStringLiteral("Model")).json);
        QVERIFY(read);
        QCOMPARE(read->inputs.images.max, 2);
        QCOMPARE(read->inputs.images.maxBytes, 52428800);
        QCOMPARE(read->inputs.images.maxPixels, 120000000);
        QCOMPARE(read->inputs.audio, false);
        QCOMPARE(read->inputs.video, true);
        QCOMPARE(read->options.durationsS, (QList<int>{ 5, 10, 15 }));
        QCOMPARE(read->options.counts, (QList<int>{ 1, 2, 4 }));
        QCOMPARE(read->prices[0].creditsPerUnit.millionths(), 6'600'000);
        QCOMPARE(read->prices[1].unit, PriceUnit::Item);
        QCOMPARE(read->description.ko, QStringLiteral("일상용 영상."));
    }

    void membersOfRun()
    {
        const auto read = fromJson<RunAgentInput>(test::sampleOf(QStringLiteral("RunAgentInput")).json);
        QVERIFY(read);
        QCOMPARE(read->threadId, QStringLiteral("th-1"));
        QCOMPARE(read->runId, QStringLiteral("run-1"));
        const AgUiMessage &message = read->messages.at(0);
        QCOMPARE(message.content.at(0).text, QStringLiteral("Move slowly"));
        QCOMPARE(message.content.at(1).type, ContentPart::Type::Image);
        QCOMPARE(message.content.at(1).fileId, QStringLiteral("up-1"));
        QCOMPARE(message.content.at(1).role, InputRole::StartFrame);
        QCOMPARE(read->props.maxCredits, 37);
        QCOMPARE(read->props.confirmAbove, 500);
        QCOMPARE(read->props.quoteId, QStringLiteral("q-1"));
        QCOMPARE(read->props.clientRef, QStringLiteral("ref-1"));
        QCOMPARE(read->resume,
            (QList<ResumeEntry>{ { QStringLiteral("int-1"), QStringLiteral("resolved"), true } }));
    }

    // What any other AG-UI client sends.
    void runOfAnotherClient()
    {
        const auto json = parseJson(R"({"threadId":"t","runId":"r","messages":[
            {"id":"1","role":"user","content":"just words"},
            {"id":"2","role":"assistant","toolCalls":[{"id":"c","type":"function","function":{"name":"f","arguments":"{}"}}]},
            {"id":"3","role":"tool","toolCallId":"c","content":"done"},
            {"id":"4","role":"activity","activityType":"generation","content":{"id":"g"}},
            {"id":"5","role":"user","content":[{"type":"text","text":"and"},{"type":"document","source":{"type":"url","value":"x"}},
              {"type":"image","source":{"type":"file","value":"up"}},{"type":"audio","source":{"type":"file","value":"au"}},
              {"type":"image","source":{"type":"data","value":"AAAA","mimeType":"image/png"}}]}],
            "tools":[],"context":[],"forwardedProps":{"other":1}})");
        QVERIFY(json);
        const auto read = fromJson<RunAgentInput>(*json);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->messages.size(), 5);
        QCOMPARE(read->messages[0].content.at(0).text, QStringLiteral("just words"));
        QVERIFY(read->messages[1].content.isEmpty());
        QCOMPARE(read->messages[2].toolCallId, QStringLiteral("c"));
        QCOMPARE(read->messages[3].activityContent, Json({ { "id", "g" } }));
        const auto &parts = read->messages[4].content;
        QCOMPARE(parts.size(), 5);
        QCOMPARE(parts[1].type, ContentPart::Type::Other);
        QCOMPARE(parts[2].role, InputRole::Reference);
        QCOMPARE(parts[3].role, InputRole::Audio);
        QCOMPARE(parts[4].type, ContentPart::Type::Other); // inline bytes are not taken: uploads are
        QVERIFY(!read->props.maxCredits);
    }

    void userMessageWithoutContent()
    {
        const auto read = fromJson<RunAgentInput>(Json{ { "threadId", "t" }, { "runId", "r" },
            { "messages", { { { "id", "1" }, { "role", "user" } } } } });
        QVERIFY(!read);
        QVERIFY(read.error().detail.startsWith(QLatin1String("/messages/0/content")));
    }

    void pages()
    {
        const Json agent = test::sampleOf(QStringLiteral("AgentInfo")).json;
        Json later = agent;
        later["version"] = "3.0";
        const auto page = pageFromJson<AgentInfo>(
            Json{ { "items", Json::array({ later, agent }) }, { "next_cursor", "c2" }, { "more", 1 } });
        QVERIFY(page);
        QCOMPARE(page->items.size(), 1); // an agent of a later version hides nothing else
        QCOMPARE(page->nextCursor, QStringLiteral("c2"));
        QCOMPARE(toJson(*page).dump(), (Json{ { "items", { agent } }, { "next_cursor", "c2" } }.dump()));

        const auto last =
            pageFromJson<AgentInfo>(Json{ { "items", Json::array() }, { "next_cursor", nullptr } });
        QVERIFY(last && last->items.isEmpty() && !last->nextCursor);
        QVERIFY(pageFromJson<AgentInfo>(Json{ { "items", Json::array() } }));

        QVERIFY(!pageFromJson<AgentInfo>(Json::array()));
        QVERIFY(!pageFromJson<AgentInfo>(Json{ { "next_cursor", nullptr } }));
        QVERIFY(!pageFromJson<AgentInfo>(Json{ { "items", 3 } }));
        QVERIFY(!pageFromJson<AgentInfo>(Json{ { "items", Json::array() }, { "next_cursor", 4 } }));
        Json broken = agent;
        broken.erase("name");
        const auto error = pageFromJson<AgentInfo>(Json{ { "items", Json::array({ agent, broken }) } });
        QVERIFY(!error);
        QCOMPARE(error.error().detail, QStringLiteral("/items/1/name: missing"));
    }

    void numbers_data()
    {
        QTest::addColumn<QByteArray>("credits");
        QTest::addColumn<bool>("taken");
        QTest::newRow("integer") << QByteArray("5") << true;
        QTest::newRow("5.0 is the integer 5") << QByteArray("5.0") << true;
        QTest::newRow("fraction") << QByteArray("5.5") << false;
        QTest::newRow("text") << QByteArray("\"5\"") << false;
        QTest::newRow("largest") << QByteArray("9223372036854775807") << true;
        QTest::newRow("too large") << QByteArray("9223372036854775808") << false;
        QTest::newRow("exponent too large") << QByteArray("1e300") << false;
        QTest::newRow("nothing to buy") << QByteArray("0") << false;
        QTest::newRow("negative") << QByteArray("-1") << false;
    }
    void numbers()
    {
        QFETCH(QByteArray, credits);
        QFETCH(bool, taken);
        const auto json = parseJson("{\"credits\":" + credits + "}");
        QVERIFY(json);
        QCOMPARE(fromJson<TopUpBody>(*json).has_value(), taken);
    }

    void optionsOutOfRange()
    {
        for (const char *wrong : { R"({"count":0})", R"({"count":-1})", R"({"duration_s":-5})",
                 R"({"seed":-1})", R"({"seed":4294967296})", R"({"duration_s":99999999999})" })
            QVERIFY2(!fromJson<Options>(*parseJson(wrong)), wrong);
        // A way of fitting of a later version is left to the model.
        const auto later = fromJson<Options>(*parseJson(R"({"fit":"stretch"})"));
        QVERIFY(later && !later->fit);
        QCOMPARE(toJson(Options()), Json::object());
    }

    void oneOfTwoInputs()
    {
        const char *const neither = R"({"role":"reference"})";
        const char *const both = R"({"role":"reference","upload_id":"a","asset_id":"b"})";
        const char *const asset = R"({"role":"reference","asset_id":"b"})";
        QVERIFY(!fromJson<InputRef>(*parseJson(neither)));
        QVERIFY(!fromJson<InputRef>(*parseJson(both)));
        QCOMPARE(fromJson<InputRef>(*parseJson(asset))->assetId, QStringLiteral("b"));
    }

private:
    using Filter = std::function<bool(const test::Sample &, const QString &)>;

    void everyCodec()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < test::codecs().size(); ++i)
            QTest::newRow(qPrintable(test::codecs()[i].name)) << i;
    }

    void everyMember(const Filter &filter = {})
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<QString>("path");
        for (int i = 0; i < test::codecs().size(); ++i) {
            const auto sample = test::sampleOf(test::codecs()[i].name);
            QList<Pointer> pointers;
            collect(sample.json, Pointer(), pointers);
            for (const Pointer &pointer : pointers) {
                if (filter && !filter(sample, general(pointer)))
                    continue;
                const QString path = text(pointer.to_string());
                QTest::newRow(qPrintable(test::codecs()[i].name + path)) << i << path;
            }
        }
    }

    void load()
    {
        QFETCH(int, index);
        m_codec = test::codecs()[index];
        m_sample = test::sampleOf(m_codec.name);
    }

    /// `json` lacks what `pointer` names.
    void check(const Json &json, const Pointer &pointer)
    {
        const auto result = m_codec.roundTrip(json);
        const QString path = general(pointer);
        // An assistant's message may hold tool calls alone; a user's must say something.
        const bool assistants = path == QLatin1String("/messages/*/content")
            && m_sample.json.at(pointer.parent_pointer()).at("role") == "assistant";
        const bool mayLack = assistants || m_sample.optional.contains(path) || under(path, m_sample.ignored)
            || m_sample.json.at(pointer).is_null();
        if (mayLack) {
            QVERIFY2(result, result ? "" : qPrintable(result.error().detail));
            return;
        }
        QVERIFY2(!result, "a required member may be left out");
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QVERIFY2(names(result.error().detail, pointer), qPrintable(result.error().detail));
    }

    test::Codec m_codec;
    test::Sample m_sample;
};

QTEST_GUILESS_MAIN(ContractCodecs)
#include "tst_contract_codecs.moc"
