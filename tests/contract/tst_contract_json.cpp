#include "contract/Json.h"
#include "contract/JsonPatch.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

class ContractJson : public QObject {
    Q_OBJECT
private slots:
    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"a\":[1,2");
        QTest::newRow("two values") << QByteArray("{} {}");
        QTest::newRow("trailing comma") << QByteArray("[1,]");
        QTest::newRow("comment") << QByteArray("[1] // x");
        QTest::newRow("not utf-8") << QByteArray("\"\xff\"");
        QTest::newRow("overlong utf-8") << QByteArray("\"\xc0\xaf\"");
        QTest::newRow("surrogate in utf-8") << QByteArray("\"\xed\xa0\x80\"");
        QTest::newRow("half a surrogate pair") << QByteArray("\"\\ud800\"");
        QTest::newRow("NaN") << QByteArray("NaN");
        QTest::newRow("number too large") << QByteArray("1e999");
        QTest::newRow("control character") << QByteArray("\"a\nb\"");
        QTest::newRow("html") << QByteArray("<html>502</html>");
        QTest::newRow("65 deep") << QByteArray(65, '[') + QByteArray(65, ']');
        QTest::newRow("a million deep") << QByteArray(1'000'000, '[');
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, ErrorKind::Protocol);
        QVERIFY(!json.error().detail.isEmpty());
        QVERIFY(!json.error().sentence.isEmpty());
    }

    void taken()
    {
        QVERIFY(parseJson(QByteArray(64, '[') + QByteArray(64, ']')));
        QVERIFY(parseJson("\"" + QByteArray(1000, '[') + "\\\"" + QByteArray(1000, '{') + "\""));
        QVERIFY(parseJson("\xEF\xBB\xBF{}"));
        QCOMPARE(*parseJson("{\"a\":\"천\\n\"}"), Json({ { "a", "천\n" } }));
    }

    void bytes()
    {
        QCOMPARE(toBytes(Json{ { "a", "천" }, { "b", { 1, nullptr } } }),
            QByteArray("{\"a\":\"천\",\"b\":[1,null]}"));
        // Broken text from a provider must not throw.
        QVERIFY(toBytes(Json(std::string("a\xff"))).startsWith("\"a"));
    }

    void time_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: not a time
        const auto row = [](const char *text, const char *utc) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(utc);
        };
        row("2026-11-23T01:02:03.456Z", "2026-11-23T01:02:03.456Z");
        row("2026-11-23T01:02:03Z", "2026-11-23T01:02:03.000Z");
        row("2026-11-23T01:02:03.4Z", "2026-11-23T01:02:03.400Z");
        row("2026-11-23T01:02:03.456789012Z", "2026-11-23T01:02:03.456Z");
        row("2026-11-23T10:02:03+09:00", "2026-11-23T01:02:03.000Z");
        row("2026-11-22T20:32:03.5-04:30", "2026-11-23T01:02:03.500Z");
        row("2026-11-23t01:02:03z", "2026-11-23T01:02:03.000Z");
        row("1990-12-31T23:59:60Z", "1990-12-31T23:59:59.000Z"); // RFC 3339 5.8
        row("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z");
        row("2026-11-23T01:02:03", "");
        row("2026-11-23 01:02:03Z", "");
        row("2026-11-23", "");
        row("2026-02-30T00:00:00Z", "");
        row("2026-11-23T24:00:00Z", "");
        row("2026-11-23T01:60:00Z", "");
        row("2026-11-23T01:02:61Z", "");
        row("2026-11-23T01:02:03+9:00", "");
        row("2026-11-23T01:02:03+24:00", "");
        row("yesterday", "");
        row("", "");
    }
    void time()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto time = fromWireTime(text);
        QCOMPARE(time.has_value(), !utc.isEmpty());
        if (time) {
            QCOMPARE(time->timeSpec(), Qt::UTC);
            QCOMPARE(toWireTime(*time), utc);
        }
    }

    void localTimeIsWrittenAsUtc()
    {
        const QDateTime seoul(QDate(2026, 11, 23), QTime(10, 0), Qt::OffsetFromUTC, 9 * 3600);
        QCOMPARE(toWireTime(seoul), QStringLiteral("2026-11-23T01:00:00.000Z"));
    }

    // Appendix A of RFC 6902, and what a hostile service could try.
    void patch_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QByteArray>("patch");
        QTest::addColumn<QByteArray>("expected"); // empty: refused
        const auto row = [](const char *name, const char *document, const char *patch, const char *expected) {
            QTest::newRow(name) << QByteArray(document) << QByteArray(patch) << QByteArray(expected);
        };
        row("A.1 add member", R"({"foo":"bar"})", R"([{"op":"add","path":"/baz","value":"qux"}])",
            R"({"baz":"qux","foo":"bar"})");
        row("A.2 add element", R"({"foo":["bar","baz"]})", R"([{"op":"add","path":"/foo/1","value":"qux"}])",
            R"({"foo":["bar","qux","baz"]})");
        row("A.3 remove member", R"({"baz":"qux","foo":"bar"})", R"([{"op":"remove","path":"/baz"}])",
            R"({"foo":"bar"})");
        row("A.4 remove element", R"({"foo":["bar","qux","baz"]})", R"([{"op":"remove","path":"/foo/1"}])",
            R"({"foo":["bar","baz"]})");
        row("A.5 replace", R"({"baz":"qux","foo":"bar"})",
            R"([{"op":"replace","path":"/baz","value":"boo"}])", R"({"baz":"boo","foo":"bar"})");
        row("A.6 move value", R"({"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}})",
            R"([{"op":"move","from":"/foo/waldo","path":"/qux/thud"}])",
            R"({"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}})");
        row("A.7 move element", R"({"foo":["all","grass","cows","eat"]})",
            R"([{"op":"move","from":"/foo/1","path":"/foo/3"}])", R"({"foo":["all","cows","eat","grass"]})");
        row("A.8 test", R"({"baz":"qux","foo":["a",2,"c"]})",
            R"([{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}])",
            R"({"baz":"qux","foo":["a",2,"c"]})");
        row("A.9 test fails", R"({"baz":"qux"})", R"([{"op":"test","path":"/baz","value":"bar"}])", "");
        row("A.10 add nested", R"({"foo":"bar"})",
            R"([{"op":"add","path":"/child","value":{"grandchild":{}}}])",
            R"({"child":{"grandchild":{}},"foo":"bar"})");
        row("A.11 unknown members", R"({"foo":"bar"})",
            R"([{"op":"add","path":"/baz","value":"qux","xyz":123}])", R"({"baz":"qux","foo":"bar"})");
        row("A.12 parent is not there", R"({"foo":"bar"})",
            R"([{"op":"add","path":"/baz/bat","value":"qux"}])", "");
        row("A.14 escapes", R"({"/":9,"~1":10})", R"([{"op":"test","path":"/~01","value":10}])",
            R"({"/":9,"~1":10})");
        row("escapes, replace", R"({"a/b":1,"m~n":2})",
            R"([{"op":"replace","path":"/a~1b","value":3},{"op":"replace","path":"/m~0n","value":4}])",
            R"({"a/b":3,"m~n":4})");
        row("A.15 text is not a number", R"({"~1":10})", R"([{"op":"test","path":"/~01","value":"10"}])", "");
        row("A.16 add to the end", R"({"foo":["bar"]})",
            R"([{"op":"add","path":"/foo/-","value":["abc","def"]}])", R"({"foo":["bar",["abc","def"]]})");
        row("add replaces", R"({"a":1})", R"([{"op":"add","path":"/a","value":2}])", R"({"a":2})");
        row("add the whole", R"({"a":1})", R"([{"op":"add","path":"","value":[1]}])", "[1]");
        row("replace the whole", R"({"a":1})", R"([{"op":"replace","path":"","value":7}])", "7");
        row("add at the size", "[1]", R"([{"op":"add","path":"/1","value":2}])", "[1,2]");
        row("copy", R"({"a":{"b":1}})", R"([{"op":"copy","from":"/a","path":"/c"}])",
            R"({"a":{"b":1},"c":{"b":1}})");
        row("null value", R"({"a":1})", R"([{"op":"replace","path":"/a","value":null}])", R"({"a":null})");
        row("empty key", R"({"":1})", R"([{"op":"replace","path":"/","value":2}])", R"({"":2})");
        row("empty patch", R"({"a":1})", "[]", R"({"a":1})");
        row("second fails", R"({"a":1})",
            R"([{"op":"replace","path":"/a","value":2},{"op":"remove","path":"/zz"}])", "");

        row("not a list", "{}", "{}", "");
        row("not an operation", "{}", "[1]", "");
        row("no op", R"({"a":1})", R"([{"path":"/a"}])", "");
        row("no path", R"({"a":1})", R"([{"op":"remove"}])", "");
        row("no value", R"({"a":1})", R"([{"op":"add","path":"/b"}])", "");
        row("no from", R"({"a":1})", R"([{"op":"move","path":"/b"}])", "");
        row("unknown op", R"({"a":1})", R"([{"op":"merge","path":"/a","value":1}])", "");
        row("path without slash", R"({"a":1})", R"([{"op":"remove","path":"a"}])", "");
        row("path is a number", R"({"a":1})", R"([{"op":"remove","path":1}])", "");
        row("bad escape", R"({"a":1})", R"([{"op":"test","path":"/~2","value":1}])", "");
        row("remove nothing", R"({"a":1})", R"([{"op":"remove","path":"/b"}])", "");
        row("remove past the end", "[1]", R"([{"op":"remove","path":"/1"}])", "");
        row("remove -", "[1]", R"([{"op":"remove","path":"/-"}])", "");
        row("remove the whole", "[1]", R"([{"op":"remove","path":""}])", "");
        row("replace nothing", R"({"a":1})", R"([{"op":"replace","path":"/b","value":1}])", "");
        row("add past the end", "[1]", R"([{"op":"add","path":"/2","value":1}])", "");
        row("index with zeros", "[1,2]", R"([{"op":"replace","path":"/01","value":1}])", "");
        row("index too large", "[1]", R"([{"op":"add","path":"/99999999999999999999","value":1}])", "");
        row("index is a word", "[1]", R"([{"op":"add","path":"/x","value":1}])", "");
        row("negative index", "[1]", R"([{"op":"add","path":"/-1","value":1}])", "");
        row("into a text", R"({"a":"x"})", R"([{"op":"add","path":"/a/b","value":1}])", "");
        row("into null", R"({"a":null})", R"([{"op":"add","path":"/a/b","value":1}])", "");
        row("under a number", R"({"a":1})", R"([{"op":"remove","path":"/a/b"}])", "");
        row("copy into a number", R"({"a":1,"b":2})", R"([{"op":"copy","from":"/a","path":"/b/c"}])", "");
        row("move into itself", R"({"a":{"b":1}})", R"([{"op":"move","from":"/a","path":"/a/b/c"}])", "");
        row("move from nowhere", R"({"a":1})", R"([{"op":"move","from":"/x","path":"/b"}])", "");
        row("copy from nowhere", R"({"a":1})", R"([{"op":"copy","from":"/x","path":"/b"}])", "");
    }
    void patch()
    {
        QFETCH(QByteArray, document);
        QFETCH(QByteArray, patch);
        QFETCH(QByteArray, expected);
        const Json before = *parseJson(document);
        const Json copy = before;
        const auto after = applyPatch(before, *parseJson(patch));
        QCOMPARE(before, copy);
        QVERIFY2(after.has_value() == !expected.isEmpty(),
            after ? toBytes(*after).constData() : qPrintable(after.error().detail));
        if (after)
            QCOMPARE(toBytes(*after), toBytes(*parseJson(expected)));
        else
            QCOMPARE(after.error().kind, ErrorKind::Protocol);
    }

    void patchCannotFillMemory()
    {
        Json bomb = Json::array();
        for (int i = 0; i < 64; ++i)
            bomb.push_back({ { "op", "copy" }, { "from", "" }, { "path", "/k" + std::to_string(i) } });
        QVERIFY(!applyPatch(Json{ { "a", 1 } }, bomb));
    }

    void patchCannotNestForever()
    {
        Json document = Json::object();
        Json deep = Json::object();
        for (int i = 0; i < 40; ++i)
            deep = Json{ { "d", deep } };
        Json::json_pointer bottom;
        for (int i = 0; i < 40; ++i)
            bottom /= "d";
        const auto once =
            applyPatch(document, Json{ { { "op", "add" }, { "path", "" }, { "value", deep } } });
        QVERIFY(once);
        QVERIFY(!applyPatch(
            *once, Json{ { { "op", "add" }, { "path", (bottom / "x").to_string() }, { "value", deep } } }));
    }

    void diff_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("same") << QByteArray(R"({"a":1})") << QByteArray(R"({"a":1})");
        QTest::newRow("changed") << QByteArray(R"({"progress":0.1,"stage":"motion"})")
                                 << QByteArray(
                                        R"({"progress":0.2,"stage":"encoding","assets":[{"id":"a"}]})");
        QTest::newRow("removed") << QByteArray(R"({"a":[1,2,3,4],"b":2})") << QByteArray(R"({"a":[1,4]})");
        QTest::newRow("escapes") << QByteArray(R"({"a/b":1,"~":2})") << QByteArray(R"({"a/b":2,"~":3})");
        QTest::newRow("other type") << QByteArray("[1]") << QByteArray(R"({"a":null})");
    }
    void diff()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const Json a = *parseJson(from);
        const Json b = *parseJson(to);
        const Json patch = makePatch(a, b);
        QVERIFY(patch.is_array());
        QCOMPARE(patch.empty(), a == b);
        QCOMPARE(*applyPatch(a, patch), b);
    }
};

QTEST_GUILESS_MAIN(ContractJson)
#include "tst_contract_json.moc"
