#include "service/support/Volley.h"
#include "support/ServiceProcess.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUuid>

#include <algorithm>

using facet::test::ServiceProcess;
using facet::test::Volley;

// 200 requests at once against one balance, over TLS, at the real facet-service: never below zero, nothing
// taken twice, and the ledger's rows are the balance.

namespace {

constexpr int many = 200;
const QByteArray done = "RUN_FINISHED";
const QByteArray begun = "ACTIVITY_SNAPSHOT";

QByteArray newKey()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

struct Post {
    QString path;
    QJsonObject body;
    QByteArray key = {};
};

QByteArray wire(const ServiceProcess &service, const Post &post)
{
    const QByteArray body = QJsonDocument(post.body).toJson(QJsonDocument::Compact);
    return "POST " + post.path.toLatin1() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        + "Authorization: Bearer " + service.token() + "\r\nContent-Type: application/json\r\n"
        + (post.key.isEmpty() ? QByteArray() : "Idempotency-Key: " + post.key + "\r\n")
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

Post run(const QString &agent, const QString &prompt, const QByteArray &runId, const QByteArray &key)
{
    const QJsonObject message{ { QStringLiteral("id"), QStringLiteral("m") },
        { QStringLiteral("role"), QStringLiteral("user") }, { QStringLiteral("content"), prompt } };
    const QString id = QString::fromLatin1(runId);
    return { QStringLiteral("/v1/agents/%1/runs").arg(agent),
        { { QStringLiteral("threadId"), QStringLiteral("thread-") + id }, { QStringLiteral("runId"), id },
            { QStringLiteral("messages"), QJsonArray{ message } }, { QStringLiteral("tools"), QJsonArray() },
            { QStringLiteral("context"), QJsonArray() }, { QStringLiteral("state"), QJsonObject() },
            { QStringLiteral("forwardedProps"),
                QJsonObject{ { QStringLiteral("facet"),
                    QJsonObject{ { QStringLiteral("max_credits"), 1000 },
                        { QStringLiteral("client_ref"), id } } } } } },
        key };
}

Post generation(const QByteArray &key, const QString &prompt = QStringLiteral("a fox"))
{
    return { QStringLiteral("/v1/generations"),
        { { QStringLiteral("agent"), QStringLiteral("1.0") },
            { QStringLiteral("model_id"), QStringLiteral("carat-video") },
            { QStringLiteral("prompt"), prompt }, { QStringLiteral("inputs"), QJsonArray() },
            { QStringLiteral("options"), QJsonObject() },
            { QStringLiteral("client_ref"), QString::fromLatin1(key) } },
        key };
}

QString codeOf(const Volley::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object().value(QStringLiteral("code")).toString();
}

/// Of the generation that the answer speaks of first, as JSON or inside an event stream.
QString generationIn(const Volley::Answer &answer)
{
    const auto whole = QJsonDocument::fromJson(answer.body).object();
    if (whole.contains(QStringLiteral("client_ref")))
        return whole.value(QStringLiteral("id")).toString();
    static const QRegularExpression snapshot(QStringLiteral("\"messageId\":\"([^\"]+)\",\"replace\""));
    const auto match = snapshot.match(QString::fromUtf8(answer.body));
    return match.captured(1);
}

struct Books {
    qint64 credits = 0;
    qint64 held = 0;
    QHash<QString, int> rows; ///< how many of each kind
    QString broken; ///< what does not add up; empty when all does
};

/// The account against every row of its ledger, oldest first.
Books books(ServiceProcess &service)
{
    Books books;
    const QJsonObject balance =
        service.get(QStringLiteral("/v1/account")).json().value(QStringLiteral("balance")).toObject();
    books.credits = balance.value(QStringLiteral("credits")).toInteger(-1);
    books.held = balance.value(QStringLiteral("held")).toInteger(-1);
    QList<QJsonObject> entries;
    QString cursor;
    do {
        const QJsonObject page = service.get(QStringLiteral("/v1/ledger?limit=100&cursor=") + cursor).json();
        for (const QJsonValue &entry : page.value(QStringLiteral("items")).toArray())
            entries.prepend(entry.toObject());
        cursor = page.value(QStringLiteral("next_cursor")).toString();
    } while (!cursor.isEmpty());
    qint64 sum = 0;
    for (const QJsonObject &entry : std::as_const(entries)) {
        sum += entry.value(QStringLiteral("credits")).toInteger();
        if (sum < 0)
            books.broken = QStringLiteral("below zero");
        if (sum != entry.value(QStringLiteral("balance_after")).toInteger())
            books.broken = QStringLiteral("a row's balance is not the sum of the rows before it");
        ++books.rows[entry.value(QStringLiteral("kind")).toString()];
    }
    if (sum != books.credits)
        books.broken = QStringLiteral("the rows are not the balance");
    return books;
}

} // namespace

class TestParallel : public QObject {
    Q_OBJECT

private slots:
    /// 100 credits, and Agent 2.0's turn takes 4: 25 of 200 can be paid.
    void turnsAgainstOneBalance()
    {
        start("free");
        QList<Post> posts;
        for (int i = 0; i < many; ++i) {
            const QByteArray id = newKey();
            posts.append(run(QStringLiteral("2.0"), QStringLiteral("hello"), id, id));
        }
        const auto answers = fire(posts, done);
        QCOMPARE(counted(answers, 200), 25);
        QCOMPARE(counted(answers, 402, QStringLiteral("insufficient_credits")), many - 25);
        const Books after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.credits, 0);
        QCOMPARE(after.rows.value(QStringLiteral("conversation")), 25);
    }

    /// 33 of 100 credits each: three generations, whichever they are.
    void generationsAgainstOneBalance()
    {
        start("free");
        QList<Post> posts;
        for (int i = 0; i < many; ++i) {
            const QByteArray id = newKey();
            posts.append(i % 2 ? generation(id)
                               : run(QStringLiteral("1.0"), QStringLiteral("a fox in the snow"), id, id));
        }
        const auto answers = fire(posts, begun);
        QCOMPARE(counted(answers, 200) + counted(answers, 201), 3);
        QCOMPARE(counted(answers, 402, QStringLiteral("insufficient_credits")), many - 3);
        const QSet<QString> made = generationsIn(answers);
        QCOMPARE(made.size(), 3);
        Books after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.rows.value(QStringLiteral("hold")), 3);
        cancelAndSettle(made);
        after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.credits, 100 - spent());
        QCOMPARE(after.held, 0);
    }

    /// One key, one body: one run, heard by all who asked for it, and paid once.
    void oneKeyIsOneRun()
    {
        start("free");
        const QByteArray id = newKey();
        const Post post = run(QStringLiteral("2.0"), QStringLiteral("hello"), id, id);
        const auto answers = fire(QList<Post>(many, post), done);
        QCOMPARE(counted(answers, 200), many);
        for (const Volley::Answer &answer : answers)
            QVERIFY2(answer.body.contains(id), answer.body.constData());
        const Books after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.credits, 96);
        QCOMPARE(after.rows.value(QStringLiteral("conversation")), 1);
    }

    void oneKeyIsOneGeneration_data()
    {
        QTest::addColumn<bool>("byAgent");
        QTest::newRow("POST /v1/generations") << false;
        QTest::newRow("a run") << true;
    }

    void oneKeyIsOneGeneration()
    {
        QFETCH(bool, byAgent);
        start("plus");
        const QByteArray id = newKey();
        const Post post =
            byAgent ? run(QStringLiteral("1.0"), QStringLiteral("a fox"), id, id) : generation(id);
        const auto answers = fire(QList<Post>(many, post), begun);
        QCOMPARE(counted(answers, 200) + counted(answers, 201), many);
        const QSet<QString> made = generationsIn(answers);
        QCOMPARE(made.size(), 1);
        Books after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.rows.value(QStringLiteral("hold")), 1);
        cancelAndSettle(made);
        QCOMPARE(books(*m_service).broken, QString());
        QCOMPARE(books(*m_service).credits, 10'000 - spent());
    }

    /// Ten keys, twenty requests of each, and half of those say something else: the first body that comes
    /// counts, the other one is refused.
    void oneKeyIsOneBody_data() { oneKeyIsOneGeneration_data(); }

    void oneKeyIsOneBody()
    {
        QFETCH(bool, byAgent);
        start("plus");
        QList<QByteArray> keys;
        for (int i = 0; i < 10; ++i)
            keys.append(newKey());
        QList<Post> posts;
        for (int i = 0; i < many; ++i) {
            const QByteArray &key = keys[i % keys.size()];
            const QString prompt = i / keys.size() % 2 ? QStringLiteral("a fox") : QStringLiteral("a bear");
            posts.append(byAgent ? run(QStringLiteral("1.0"), prompt, key, key) : generation(key, prompt));
        }
        const auto answers = fire(posts, begun);
        const int taken = counted(answers, 200) + counted(answers, 201);
        QCOMPARE(taken, many / 2);
        QCOMPARE(counted(answers, 409, QStringLiteral("idempotency_conflict")), many / 2);
        const QSet<QString> made = generationsIn(answers);
        QCOMPARE(made.size(), keys.size());
        for (int k = 0; k < keys.size(); ++k) {
            QSet<QString> ofKey;
            for (int i = k; i < many; i += static_cast<int>(keys.size())) {
                if (const QString id = generationIn(answers[i]); !id.isEmpty())
                    ofKey.insert(id);
            }
            QCOMPARE(ofKey.size(), 1);
        }
        Books after = books(*m_service);
        QCOMPARE(after.broken, QString());
        QCOMPARE(after.rows.value(QStringLiteral("hold")), keys.size());
        cancelAndSettle(made);
        QCOMPARE(books(*m_service).broken, QString());
        QCOMPARE(books(*m_service).credits, 10'000 - spent());
    }

    void cleanup() { m_service.reset(); }

private:
    void start(const char *plan)
    {
        ServiceProcess::Options options;
        options.planId = QString::fromLatin1(plan);
        m_service = std::make_unique<ServiceProcess>(options);
        QVERIFY2(m_service->start(), qPrintable(m_service->error()));
    }

    QList<Volley::Answer> fire(const QList<Post> &posts, const QByteArray &until)
    {
        QList<QByteArray> requests;
        for (const Post &post : posts)
            requests.append(wire(*m_service, post));
        Volley volley(m_service->url().host(), static_cast<quint16>(m_service->url().port()),
            static_cast<int>(posts.size()));
        return volley.isReady() ? volley.fire(requests, until) : QList<Volley::Answer>();
    }

    static int counted(const QList<Volley::Answer> &answers, int status, const QString &code = {})
    {
        return static_cast<int>(std::count_if(answers.cbegin(), answers.cend(), [&](const auto &answer) {
            return answer.status == status && (code.isEmpty() || codeOf(answer) == code);
        }));
    }

    static QSet<QString> generationsIn(const QList<Volley::Answer> &answers)
    {
        QSet<QString> ids;
        for (const Volley::Answer &answer : answers) {
            if (const QString id = generationIn(answer); !id.isEmpty())
                ids.insert(id);
        }
        return ids;
    }

    /// So that no engine works on for nothing; what was delivered before that stays paid.
    void cancelAndSettle(const QSet<QString> &ids)
    {
        for (const QString &id : ids)
            QCOMPARE(
                m_service->postJson(QStringLiteral("/v1/generations/%1/cancel").arg(id), {}).status, 200);
    }

    /// What all generations were charged.
    qint64 spent()
    {
        qint64 credits = 0;
        const QJsonObject page = m_service->get(QStringLiteral("/v1/generations?limit=100")).json();
        for (const QJsonValue &one : page.value(QStringLiteral("items")).toArray())
            credits += one.toObject().value(QStringLiteral("charged_credits")).toInteger();
        return credits;
    }

    std::unique_ptr<ServiceProcess> m_service;
};

QTEST_GUILESS_MAIN(TestParallel)
#include "tst_service_parallel.moc"
