#include "AgUiSamples.h"

#include "contract/JsonPatch.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

class ContractAgUi : public QObject {
    Q_OBJECT
private slots:
    void roundTrip()
    {
        QSet<std::size_t> kinds;
        const auto samples = test::agUiSamples();
        for (const AgUiEvent &event : samples) {
            kinds.insert(event.index());
            const Json json = toJson(event);
            const auto again = agUiEventFromJson(json);
            QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
            QVERIFY2(*again == event, json.dump().c_str());
            // AG-UI refuses null in its own fields.
            for (const auto &[key, value] : json.items())
                QVERIFY2(!value.is_null() || key == "snapshot", key.c_str());
        }
        // Every kind but the unknown one.
        QCOMPARE(std::size_t(kinds.size()), std::variant_size_v<AgUiEvent> - 1);
    }

    void wireForm_data()
    {
        QTest::addColumn<QByteArray>("wire");
        // As an agent of another make would write them, with what the specification lets it add.
        const auto row = [](const char *wire) { QTest::newRow(wire) << QByteArray(wire); };
        row(R"({"type":"RUN_STARTED","threadId":"t","runId":"r"})");
        row(R"({"type":"TEXT_MESSAGE_START","messageId":"m","role":"assistant"})");
        row(R"({"type":"TEXT_MESSAGE_CONTENT","messageId":"m","delta":"hi"})");
        row(R"({"type":"TEXT_MESSAGE_END","messageId":"m"})");
        row(R"({"type":"TOOL_CALL_START","toolCallId":"c","toolCallName":"generate_video"})");
        row(R"({"type":"TOOL_CALL_ARGS","toolCallId":"c","delta":"x"})");
        row(R"({"type":"TOOL_CALL_END","toolCallId":"c"})");
        row(R"({"type":"TOOL_CALL_RESULT","messageId":"m","toolCallId":"c","content":"done"})");
        row(R"({"type":"ACTIVITY_SNAPSHOT","messageId":"a","activityType":"generation","content":{}})");
        row(R"({"type":"ACTIVITY_DELTA","messageId":"a","activityType":"generation","patch":[]})");
        row(R"({"type":"STATE_SNAPSHOT","snapshot":{"balance":{}}})");
        row(R"({"type":"STATE_DELTA","delta":[]})");
        row(R"({"type":"RUN_FINISHED","threadId":"t","runId":"r"})");
        row(R"({"type":"RUN_ERROR","message":"no"})");
    }
    void wireForm()
    {
        QFETCH(QByteArray, wire);
        const Json json = *parseJson(wire);
        QVERIFY(agUiEventFromJson(json));

        // Unknown members are ignored.
        Json more = json;
        more["timestamp"] = 1763859723456;
        more["rawEvent"] = { { "x", 1 } };
        more["subagentRunId"] = "s";
        const auto read = agUiEventFromJson(more);
        QVERIFY(read);
        QVERIFY(*read == *agUiEventFromJson(json));

        // Every member here is required, and of its type.
        for (const auto &[key, value] : json.items()) {
            if (key == "role")
                continue; // always "assistant" here
            Json without = json;
            without.erase(key);
            const auto missing = agUiEventFromJson(without);
            QVERIFY2(!missing, key.c_str());
            QCOMPARE(missing.error().kind, ErrorKind::Protocol);
            QVERIFY(missing.error().detail.contains(QString::fromStdString(key)));
            if (key == "snapshot")
                continue; // any JSON
            Json wrong = json;
            wrong[key] = 12345;
            const auto refused = agUiEventFromJson(wrong);
            QVERIFY2(!refused, key.c_str());
            QVERIFY(refused.error().detail.startsWith(u'/' + QString::fromStdString(key)));
        }
    }

    void unknownEventIsKept()
    {
        const Json json = *parseJson(R"({"type":"REASONING_START","messageId":"m"})");
        const auto event = agUiEventFromJson(json);
        QVERIFY(event);
        const auto *unknown = std::get_if<UnknownEvent>(&*event);
        QVERIFY(unknown);
        QCOMPARE(unknown->type, QStringLiteral("REASONING_START"));
        QCOMPARE(toJson(*event), json);
    }

    void notAnEvent()
    {
        for (const char *wire : { "[]", "{}", "1", "null", R"({"type":5})" })
            QVERIFY2(!agUiEventFromJson(*parseJson(wire)), wire);
    }

    void outcomes()
    {
        const auto finished = [](const char *outcome) {
            Json json{ { "type", "RUN_FINISHED" }, { "threadId", "t" }, { "runId", "r" } };
            json["outcome"] = *parseJson(outcome);
            return agUiEventFromJson(json);
        };
        // moc cannot read raw strings inside macros.
        const char *const success = R"({"type":"success"})";
        const char *const cancelled = R"({"type":"cancelled"})";
        const char *const one = R"({"type":"interrupt","interrupts":[{"id":"i","reason":"approve_cost"}]})";
        for (const char *taken : { success, cancelled, one, R"({"type":"invented_later"})" })
            QVERIFY2(finished(taken), taken);
        for (const char *refused : { R"({"type":"interrupt"})", R"({"type":"interrupt","interrupts":[]})",
                 R"({"type":"interrupt","interrupts":[{"id":"i"}]})",
                 R"({"type":"interrupt","interrupts":[{"reason":"approve_cost"}]})", R"({"interrupts":[]})" })
            QVERIFY2(!finished(refused), refused);
        QVERIFY(std::get<RunFinished>(*finished(success)).interrupts.isEmpty());
        QVERIFY(!std::get<RunFinished>(*finished(success)).cancelled);
        QVERIFY(std::get<RunFinished>(*finished(cancelled)).cancelled);
        const auto interrupts = std::get<RunFinished>(*finished(one)).interrupts;
        QCOMPARE(interrupts.size(), 1);
        QCOMPARE(interrupts[0].reason, QString(approveCost));
        QVERIFY(interrupts[0].metadata.is_null());
    }

    void badParts()
    {
        const auto result = [](const char *content) {
            Json json{ { "type", "TOOL_CALL_RESULT" }, { "messageId", "m" }, { "toolCallId", "c" } };
            json["content"] = *parseJson(content);
            return agUiEventFromJson(json);
        };
        for (const char *taken : { R"([{"type":"text","text":"a"}])",
                 R"([{"type":"hologram","source":3}])" }) // a later kind of part
            QVERIFY2(result(taken), taken);
        for (const char *refused : { R"([{"type":"text"}])", R"([{"type":"image"}])",
                 R"([{"type":"image","source":{"type":"file"}}])",
                 R"([{"type":"image","source":{"value":"x"}}])", R"([{}])", R"([1])", "{}", "null" })
            QVERIFY2(!result(refused), refused);
    }

    void deltaCarriesTheChange()
    {
        Generation before;
        before.id = QStringLiteral("gen-1");
        before.createdAt = QDateTime(QDate(2026, 11, 23), QTime(1, 0), Qt::UTC);
        Generation after = before;
        after.status = GenerationStatus::Running;
        after.progress = 0.25;
        const ActivitySnapshot snapshot = generationSnapshot(before);
        const ActivityDelta delta = generationDelta(before, after);
        QCOMPARE(delta.messageId, snapshot.messageId);
        QCOMPARE(delta.activityType, snapshot.activityType);
        QCOMPARE(delta.patch.size(), 2U);
        const auto moved = applyPatch(snapshot.content, delta.patch);
        QVERIFY(moved);
        QVERIFY(*fromJson<Generation>(*moved) == after);
    }
};

QTEST_GUILESS_MAIN(ContractAgUi)
#include "tst_contract_agui.moc"
