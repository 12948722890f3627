#include "contract/SseParser.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

namespace {

QList<SseEvent> parseWhole(const QByteArray &stream)
{
    SseParser parser;
    return parser.feed(stream).value();
}

} // namespace

class ContractSse : public QObject {
    Q_OBJECT
private slots:
    // Rows follow the examples and the algorithm of the WHATWG standard, section 9.2.6.
    void parse_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<SseEvent>>("expected");
        const auto row = [](const char *name, const QByteArray &stream, const QList<SseEvent> &expected) {
            QTest::newRow(name) << stream << expected;
        };
        row("one", "data: hello\n\n", { { "", "message", "hello" } });
        row("lines join", "data: YHOO\ndata: +2\ndata: 10\n\n", { { "", "message", "YHOO\n+2\n10" } });
        row("crlf", "id: 1\r\nevent: add\r\ndata: x\r\ndata: y\r\n\r\n", { { "1", "add", "x\ny" } });
        row("cr", "id: 1\revent: add\rdata: x\r\r", { { "1", "add", "x" } });
        row("mixed ends", "data: a\r\ndata: b\rdata: c\n\r\n", { { "", "message", "a\nb\nc" } });
        row("crlf does not end twice", "data: a\r\n\r\ndata: b\r\n\r\n",
            { { "", "message", "a" }, { "", "message", "b" } });
        row("bom",
            "\xEF\xBB\xBF"
            "data: a\n\n",
            { { "", "message", "a" } });
        row("bom only once",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: a\n\n",
            {});
        row("comment", ": keep-alive\n\n:\n\ndata: a\n: in between\ndata: b\n\n",
            { { "", "message", "a\nb" } });
        row("one space is taken off", "data:  a\n\ndata:a\n\n",
            { { "", "message", " a" }, { "", "message", "a" } });
        row("field without colon", "data\n\ndata\ndata\n\n",
            { { "", "message", "" }, { "", "message", "\n" } });
        row("unknown field", "foo: 1\ndata: a\nDATA: b\n\n", { { "", "message", "a" } });
        row("colon in value", "data: {\"a\":1}\n\n", { { "", "message", "{\"a\":1}" } });
        row("unfinished event is dropped", "data: a\n\ndata: b\n", { { "", "message", "a" } });
        row("type without data", "event: x\n\ndata: a\n\n", { { "", "message", "a" } });
        row("type is for one event", "event: x\ndata: a\n\ndata: b\n\n",
            { { "", "x", "a" }, { "", "message", "b" } });
        row("id stays", "id: 7\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
            { { "7", "message", "a" }, { "7", "message", "b" }, { "", "message", "c" } });
        row("id without data counts", "id: 7\n\ndata: b\n\n", { { "7", "message", "b" } });
        row("id with a null byte is ignored", QByteArray("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n", 31),
            { { "1", "message", "a" }, { "1", "message", "b" } });
        row("korean", "data: 천천히 🎬\n\n", { { "", "message", "천천히 🎬" } });
        row("retry", "retry: 1500\ndata: a\n\n", { { "", "message", "a" } });
    }
    void parse()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<SseEvent>, expected);
        QCOMPARE(parseWhole(stream), expected);
        // Cut at every byte …
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            SseParser parser;
            QList<SseEvent> events = parser.feed(stream.left(cut)).value();
            events += parser.feed(stream.mid(cut)).value();
            QCOMPARE(events, expected);
        }
        // … and at all of them.
        SseParser parser;
        QList<SseEvent> events;
        for (const char byte : stream)
            events += parser.feed(QByteArray(1, byte)).value();
        QCOMPARE(events, expected);
    }

    void eventsComeAtOnce()
    {
        SseParser parser;
        // An event must not wait for the byte after a CR.
        QCOMPARE(parser.feed("data: a\r\r").value().size(), 1);
        QCOMPARE(parser.feed("\ndata: b\r\n\r").value().size(), 1);
    }

    void lastEventIdMovesWithTheEvent()
    {
        SseParser parser;
        QVERIFY(parser.feed("id: 1\ndata: a\n\nid: 2\ndata: b\n"));
        QCOMPARE(parser.lastEventId(), QByteArray("1")); // 2 is not whole yet: it must be sent again
        QVERIFY(parser.feed("\n"));
        QCOMPARE(parser.lastEventId(), QByteArray("2"));
    }

    void retry_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("expected"); // -1: none
        QTest::newRow("digits") << QByteArray("retry: 1500") << 1500;
        QTest::newRow("zero") << QByteArray("retry:0") << 0;
        QTest::newRow("sign") << QByteArray("retry: +15") << -1;
        QTest::newRow("letters") << QByteArray("retry: 15s") << -1;
        QTest::newRow("empty") << QByteArray("retry") << -1;
        QTest::newRow("too large") << QByteArray("retry: 99999999999999") << -1;
    }
    void retry()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, expected);
        SseParser parser;
        QVERIFY(parser.feed(line + "\n\n"));
        QCOMPARE(parser.retryMs().value_or(-1), expected);
    }

    void boundedLine()
    {
        SseParser parser(1000);
        QVERIFY(parser.feed("data: " + QByteArray(994, 'x') + "\n\n"));
        QVERIFY(parser.feed(QByteArray(600, 'x')));
        const auto error = parser.feed(QByteArray(600, 'x'));
        QVERIFY(!error);
        QCOMPARE(error.error().kind, ErrorKind::Protocol);
        QVERIFY(!parser.feed("data: a\n\n")); // it stays ended
    }

    void boundedEvent()
    {
        SseParser parser(1000);
        const QByteArray line = "data: " + QByteArray(400, 'x') + "\n";
        QVERIFY(parser.feed(line));
        QVERIFY(parser.feed(line));
        QVERIFY(!parser.feed(line));
    }

    void endlessCommentsAreFine()
    {
        SseParser parser(100);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(parser.feed(": still here\n"));
        QCOMPARE(parser.feed("data: a\n\n").value().size(), 1);
    }

    void writing_data()
    {
        QTest::addColumn<SseEvent>("event");
        QTest::addColumn<QByteArray>("wire");
        QTest::newRow("whole") << SseEvent{ "7", "delta", "{}" }
                               << QByteArray("id: 7\nevent: delta\ndata: {}\n\n");
        QTest::newRow("message") << SseEvent{ "7", "message", "a" } << QByteArray("id: 7\ndata: a\n\n");
        QTest::newRow("lines") << SseEvent{ "", "message", "a\nb" } << QByteArray("data: a\ndata: b\n\n");
        QTest::newRow("cr") << SseEvent{ "", "message", "a\r\nb\rc" }
                            << QByteArray("data: a\ndata: b\ndata: c\n\n");
        QTest::newRow("empty") << SseEvent{ "1", "message", "" } << QByteArray("id: 1\ndata: \n\n");
        QTest::newRow("leading space") << SseEvent{ "", "message", " a" } << QByteArray("data:  a\n\n");
    }
    void writing()
    {
        QFETCH(SseEvent, event);
        QFETCH(QByteArray, wire);
        QCOMPARE(toSse(event), wire);
        QByteArray data = event.data;
        data.replace("\r\n", "\n").replace('\r', '\n');
        QCOMPARE(parseWhole(wire), (QList<SseEvent>{ { event.id, event.type, data } }));
    }
};

Q_DECLARE_METATYPE(facet::contract::SseEvent)

QTEST_GUILESS_MAIN(ContractSse)
#include "tst_contract_sse.moc"
