#include "CodecTable.h"

#include "contract/Codecs.h"
#include "contract/Problem.h"

#include <QTest>

using namespace facet;
using namespace facet::contract;

namespace {

Problem whole()
{
    Problem problem;
    problem.code = QStringLiteral("insufficient_credits");
    problem.status = 402;
    problem.title = QStringLiteral("Not enough credits");
    problem.detail = QStringLiteral("크레딧이 모자랍니다.");
    problem.requestId = QStringLiteral("req-1");
    problem.required = 33;
    problem.balance = 5;
    problem.quote = *fromJson<Quote>(test::sampleOf(QStringLiteral("Quote")).json);
    problem.field = QStringLiteral("options.duration_s");
    problem.allowed = { QStringLiteral("5"), QStringLiteral("10") };
    problem.alternatives = { QStringLiteral("edit_last_frame") };
    problem.limitBytes = 1000;
    problem.limit = 4;
    problem.engine = QStringLiteral("draft");
    problem.retryable = true;
    return problem;
}

} // namespace

class ContractProblem : public QObject {
    Q_OBJECT
private slots:
    void roundTrip() { QCOMPARE(problemFromAnswer(402, toBytes(toJson(whole()))), whole()); }

    void wireForm()
    {
        const Json json = toJson(whole());
        QCOMPARE(json["type"].get<std::string>(), std::string("/problems/insufficient-credits"));
        QCOMPARE(json["status"], Json(402));
        QCOMPARE(json["code"], Json("insufficient_credits"));
        QCOMPARE(json["request_id"], Json("req-1"));
        QCOMPARE(json["required"], Json(33));
        QCOMPARE(json["balance"], Json(5));
        QCOMPARE(json["quote"], test::sampleOf(QStringLiteral("Quote")).json);
        QCOMPARE(json["field"], Json("options.duration_s"));
        QCOMPARE(json["allowed"], Json({ "5", "10" }));
        QCOMPARE(json["alternatives"], Json({ "edit_last_frame" }));
        QCOMPARE(json["limit_bytes"], Json(1000));
        QCOMPARE(json["limit"], Json(4));
        QCOMPARE(json["engine"], Json("draft"));
        QCOMPARE(json["retryable"], Json(true));
        // Members of other codes are left out.
        Problem gone;
        gone.code = QStringLiteral("not_found");
        const Json plain = toJson(gone);
        QVERIFY(!plain.contains("balance"));
        QVERIFY(!plain.contains("quote"));
        QVERIFY(!plain.contains("limit"));
    }

    // CONTRACT "Errors", row by row.
    void codes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *code, int status, ErrorKind kind) {
            QTest::newRow(code) << status << kind;
        };
        row("unauthorized", 401, ErrorKind::Auth);
        row("insufficient_credits", 402, ErrorKind::Credits);
        row("price_changed", 409, ErrorKind::Credits);
        row("idempotency_conflict", 409, ErrorKind::Protocol);
        row("not_found", 404, ErrorKind::Refused);
        row("unsupported_input", 422, ErrorKind::Unsupported);
        row("unsupported_option", 422, ErrorKind::Unsupported);
        row("too_long", 422, ErrorKind::Unsupported);
        row("unsupported_task", 422, ErrorKind::Unsupported);
        row("too_large", 413, ErrorKind::Refused);
        row("content_refused", 422, ErrorKind::Refused);
        row("too_many_running", 429, ErrorKind::Refused);
        row("engine_unavailable", 503, ErrorKind::Service);
        row("engine_failed", 502, ErrorKind::Service);
    }
    void codes()
    {
        QFETCH(int, status);
        QFETCH(ErrorKind, kind);
        const QString code = QString::fromUtf8(QTest::currentDataTag());
        Problem problem;
        problem.code = code;
        problem.status = status;
        problem.detail = QStringLiteral("A sentence.");
        problem.requestId = QStringLiteral("req-9");
        const Error error = toError(problem, QStringLiteral("fallback"));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.sentence, QStringLiteral("A sentence."));
        QCOMPARE(error.code, code);
        QCOMPARE(error.requestId, QStringLiteral("req-9"));
        QVERIFY(error.detail.contains(QString::number(status)));
    }

    void statusAlone_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](int status, ErrorKind kind) {
            QTest::newRow(qPrintable(QString::number(status))) << kind;
        };
        row(400, ErrorKind::Protocol);
        row(401, ErrorKind::Auth);
        row(403, ErrorKind::Auth);
        row(402, ErrorKind::Credits);
        row(404, ErrorKind::Refused);
        row(413, ErrorKind::Refused);
        row(415, ErrorKind::Unsupported);
        row(422, ErrorKind::Unsupported);
        row(429, ErrorKind::Refused);
        row(500, ErrorKind::Service);
        row(502, ErrorKind::Service);
        row(503, ErrorKind::Service);
    }
    void statusAlone()
    {
        QFETCH(ErrorKind, kind);
        const int status = QByteArray(QTest::currentDataTag()).toInt();
        const Problem problem = problemFromAnswer(status, "<html>a proxy said no</html>");
        QCOMPARE(problem.status, status);
        QVERIFY(problem.code.isEmpty());
        const Error error = toError(problem, QStringLiteral("The service did not answer. Try again."));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.sentence, QStringLiteral("The service did not answer. Try again."));
    }

    void brokenMembersAreLeftOut()
    {
        const Problem problem = problemFromAnswer(402,
            R"({"code":"insufficient_credits","detail":7,"required":"33","balance":5,"quote":{},"allowed":["a",1],
                "limit":-4,"retryable":"yes","unknown":{}})");
        QCOMPARE(problem.code, QStringLiteral("insufficient_credits"));
        QVERIFY(problem.detail.isEmpty());
        QVERIFY(!problem.required);
        QCOMPARE(problem.balance, 5);
        QVERIFY(!problem.quote);
        QCOMPARE(problem.allowed, QStringList{ QStringLiteral("a") });
        QCOMPARE(problem.limit, 0);
        QVERIFY(!problem.retryable);
    }

    void notAProblem_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("oops");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("number") << QByteArray("5");
        QTest::newRow("other object") << QByteArray(R"({"error":"x"})");
    }
    void notAProblem()
    {
        QFETCH(QByteArray, body);
        const Problem problem = problemFromAnswer(500, body);
        QCOMPARE(problem.status, 500);
        QVERIFY(problem.code.isEmpty());
    }

    void codeFromType()
    {
        // moc cannot read raw strings inside macros.
        const QByteArray carat = R"({"type":"https://carat.example/problems/insufficient-credits"})";
        const QByteArray blank = R"({"type":"about:blank"})";
        QCOMPARE(problemFromAnswer(402, carat).code, QStringLiteral("insufficient_credits"));
        QCOMPARE(problemFromAnswer(402, blank).code, QString());
    }

    void unknownCodeGoesByStatus()
    {
        Problem problem;
        problem.code = QStringLiteral("invented_later");
        problem.status = 422;
        QCOMPARE(toError(problem, {}).kind, ErrorKind::Unsupported);
        QCOMPARE(toError(problem, {}).code, QStringLiteral("invented_later"));
    }
};

QTEST_GUILESS_MAIN(ContractProblem)
#include "tst_contract_problem.moc"
