#include "client/net/HttpClient.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "client/spending/SpendingCsv.h"
#include "client/store/GenerationFactRows.h"
#include "client/store/Sql.h"
#include "tests/support/Await.h"
#include "tests/support/FakeSession.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <ctime>
#include <sys/resource.h>

using namespace facet;
using namespace facet::client;
using facet::test::await;
using Kind = SpendingRowKind;

namespace {

struct SetClock : Clock {
    QDateTime now() const override { return at; }
    QDateTime at = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::LocalTime).toUTC();
};

QDateTime at(int month, int day, int hour)
{
    return QDateTime(QDate(2026, month, day), QTime(hour, 0), Qt::LocalTime).toUTC();
}

/// A profile with a copy of a ledger in it, without a service.
struct World {
    explicit World(const QString &folder)
        : database(folder + u"/facet.db"_qs)
        , mirror({ http, session, database, 0 })
        , spending({ mirror, session, database, clock })
        , limits({ mirror, database, clock })
    {
        session.stateNow = Session::State::Offline;
        session.accountNow.id = u"a"_qs;
        limits.start();
        mirror.start();
    }
    SetClock clock;
    HttpClient http;
    facet::test::FakeSession session;
    Database database;
    LedgerMirror mirror;
    LiveSpending spending;
    LiveSpendingLimits limits;
};

Generation generation(const QString &id, const QString &model, const QString &thread, const QDateTime &when,
    GenerationStatus status = GenerationStatus::Succeeded)
{
    Generation one;
    one.id = id;
    one.agent = AgentVersion::V2;
    one.modelId = model;
    one.prompt = u"항구의 새벽, slow push in"_qs;
    one.options.durationS = 5;
    one.options.resolution = u"720p"_qs;
    one.options.count = 2;
    one.method = Method::Text;
    one.status = status;
    one.createdAt = when;
    one.threadId = thread;
    one.runId = u"run-"_qs + id;
    return one;
}

} // namespace

/// What the report, the list and the budgets say of a ledger, and how it leaves as CSV.
class TestSpending : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<World> m_world;
    QList<LedgerEntry> m_rows; ///< oldest first
    Credits m_balance = 0;

    void add(const QDateTime &when, LedgerKind kind, Credits credits, const QString &generation = {},
        const QString &note = {}, const QString &run = {})
    {
        m_balance += credits;
        LedgerEntry entry;
        entry.id = QString::number(m_rows.size() + 1);
        entry.at = when;
        entry.kind = kind;
        entry.credits = credits;
        entry.balanceAfter = m_balance;
        if (!generation.isEmpty())
            entry.generationId = generation;
        if (!run.isEmpty())
            entry.runId = run;
        else if (!generation.isEmpty())
            entry.runId = u"run-"_qs + generation;
        entry.note = note;
        m_rows.append(entry);
    }
    /// Puts everything into the profile, as a walk of the mirror does.
    void keep(const QList<GenerationFacts> &facts = {})
    {
        QTRY_VERIFY(m_world->mirror.book() != 0);
        const qint64 book = m_world->mirror.book();
        QList<LedgerEntry> newestFirst;
        for (const LedgerEntry &entry : std::as_const(m_rows))
            newestFirst.prepend(entry);
        const auto kept = await(m_world->database.run([=](QSqlDatabase &connection) -> Result<bool> {
            for (const auto &[id, title] : { std::pair(u"harbor"_qs, u"항구의 새벽"_qs),
                     std::pair(u"moss"_qs, u"=Moss \"fox\", sheet"_qs) }) {
                const auto done = execSql(connection,
                    u"INSERT INTO conversations (id, title, search, created_at, updated_at) VALUES (?, ?, ?, 0, 0)"_qs,
                    { id, title, title.toCaseFolded() });
                if (!done)
                    return tl::unexpected(done.error());
            }
            const auto met = stageRows(connection, book, newestFirst);
            if (!met)
                return tl::unexpected(met.error());
            auto adopted = adoptRows(connection, book, *met);
            if (adopted && !facts.isEmpty())
                adopted = putFacts(connection, book, facts);
            return adopted;
        }));
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        emit m_world->mirror.rowsChanged();
    }
    /// Two days, three models, a failure, a cancelled one, a covered one, talk.
    void keepSample()
    {
        add(at(11, 1, 9), LedgerKind::Grant, 10000, {}, u"Plus"_qs);
        add(at(11, 21, 10), LedgerKind::Hold, -290, u"k1"_qs, u"Kling 3.0"_qs);
        add(at(11, 21, 11), LedgerKind::Capture, 0, u"k1"_qs, u"Kling 3.0"_qs);
        add(at(11, 21, 23), LedgerKind::Hold, -145, u"k2"_qs, u"Kling 3.0"_qs);
        add(at(11, 22, 1), LedgerKind::Release, 145, u"k2"_qs, u"Kling 3.0"_qs); // failed after midnight
        add(at(11, 22, 9), LedgerKind::Conversation, -4, {}, u"Agent 2.0"_qs, u"run-s1"_qs);
        add(at(11, 22, 9), LedgerKind::Hold, -214, u"s1"_qs, u"Seedance 2.0 Fast"_qs);
        add(at(11, 22, 10), LedgerKind::Hold, -50, u"x1"_qs, u"Seedance 2.0 Fast"_qs);
        add(at(11, 22, 11), LedgerKind::Release, 50, u"x1"_qs, u"Seedance 2.0 Fast"_qs); // cancelled
        add(at(11, 23, 8), LedgerKind::TopUp, 500);
        Generation covered = generation(u"free"_qs, u"carat-video"_qs, u"moss"_qs, at(11, 22, 12));
        covered.covered = true;
        covered.method = Method::StartEnd;
        Generation unpriced = covered;
        unpriced.id = u"free2"_qs;
        keep({ { generation(u"k1"_qs, u"kling-3.0"_qs, u"harbor"_qs, at(11, 21, 10)), {} },
            { generation(u"k2"_qs, u"kling-3.0"_qs, u"harbor"_qs, at(11, 21, 23), GenerationStatus::Failed),
                {} },
            { generation(
                  u"s1"_qs, u"seedance-2.0-fast"_qs, u"harbor"_qs, at(11, 22, 9), GenerationStatus::Running),
                {} },
            { generation(
                  u"x1"_qs, u"seedance-2.0-fast"_qs, u"moss"_qs, at(11, 22, 10), GenerationStatus::Cancelled),
                {} },
            { covered, 33 }, { unpriced, {} } });
    }
    SpendingReport report(const SpendingRange &range, SpendingGrouping grouping)
    {
        QSignalSpy changed(&m_world->spending, &Spending::reportChanged);
        m_world->spending.setRange(range);
        m_world->spending.setGrouping(grouping);
        const bool made = QTest::qWaitFor([&] {
            const SpendingReport &now = m_world->spending.report();
            return !changed.isEmpty() && now.range == range && now.grouping == grouping;
        });
        return made ? m_world->spending.report() : SpendingReport{};
    }
    const SpendingGroup *group(const SpendingReport &report, const QString &id)
    {
        for (const SpendingGroup &one : report.groups) {
            if (one.id == id)
                return &one;
        }
        return nullptr;
    }
    QStringList listed(const SpendingFilter &filter)
    {
        LiveSpendingLedger &ledger = m_world->spending.ledger();
        QSignalSpy resets(&ledger, &QAbstractItemModel::modelReset);
        if (filter == ledger.filter() || (ledger.setFilter(filter), false))
            ledger.startAgain();
        if (!QTest::qWaitFor([&] { return !resets.isEmpty() && !ledger.isLoading(); }))
            return { u"(not read)"_qs };
        QStringList ids;
        for (int row = 0; row < ledger.rowCount(); ++row)
            ids.append(ledger.row(row).value_or(SpendingRow{}).id);
        return ids;
    }

private slots:
    void init()
    {
        m_rows.clear();
        m_balance = 0;
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<World>(m_dir->path());
    }
    void cleanup() { m_world.reset(); }

    void reportsByModel()
    {
        keepSample();
        const SpendingReport all =
            report({ QDate(2026, 11, 20), QDate(2026, 11, 23) }, SpendingGrouping::Model);
        QCOMPARE(all.days.size(), 4);
        QCOMPARE(all.spent, 290 + 4 + 214);
        QCOMPARE(all.generationCredits, 290 + 214);
        QCOMPARE(all.conversationCredits, 4);
        QCOMPARE(all.conversationPerDay, (QList<Credits>{ 0, 0, 4, 0 }));
        QCOMPARE(all.savedByUnlimited, 33);
        QCOMPARE(all.savedGenerations, 2);
        QCOMPARE(all.savedWithoutPrice, 1);
        QCOMPARE(all.returnedAfterFailures, 145); // the cancelled one's 50 are no failure's
        QCOMPARE(all.failures, 1);
        QCOMPARE(all.added, 500);
        QCOMPARE(all.groups.size(), 3);
        QCOMPARE(all.groups[0].id, u"kling-3.0"_qs);
        QCOMPARE(all.groups[0].name, u"Kling 3.0"_qs);
        // What failed after midnight lowers the day on which it was held: no day is below zero.
        QCOMPARE(all.groups[0].perDay, (QList<Credits>{ 0, 290, 0, 0 }));
        QCOMPARE(all.groups[0].generations, 2);
        QCOMPARE(all.groups[1].perDay, (QList<Credits>{ 0, 0, 214, 0 }));
        QCOMPARE(all.groups[2].id, u"carat-video"_qs);
        QCOMPARE(all.groups[2].generationCredits, 0);
        QCOMPARE(all.groups[2].generations, 2);
    }

    void reportsByConversationAgentAndMethod()
    {
        keepSample();
        const SpendingRange range{ QDate(2026, 11, 20), QDate(2026, 11, 23) };
        const SpendingReport chats = report(range, SpendingGrouping::Conversation);
        QCOMPARE(group(chats, u"harbor"_qs)->generationCredits, 504);
        QCOMPARE(group(chats, u"harbor"_qs)->conversationCredits, 4);
        QCOMPARE(group(chats, u"harbor"_qs)->name, u"항구의 새벽"_qs);
        QCOMPARE(group(chats, u"moss"_qs)->generationCredits, 0);
        QCOMPARE(group(chats, u"moss"_qs)->generations, 3);
        const SpendingReport agents = report(range, SpendingGrouping::Agent);
        QCOMPARE(agents.groups.size(), 1);
        QCOMPARE(agents.groups[0].id, u"2.0"_qs);
        QCOMPARE(agents.groups[0].conversationCredits, 4);
        const SpendingReport methods = report(range, SpendingGrouping::Method);
        QCOMPARE(group(methods, u"text"_qs)->generationCredits, 504);
        QCOMPARE(group(methods, u"start_end"_qs)->generations, 2);
        QCOMPARE(methods.conversationCredits, 4); // apart, in every grouping
    }

    void anOpenRangeIsFromTheFirstRowToToday()
    {
        keepSample();
        const SpendingReport all = report({}, SpendingGrouping::Model);
        QCOMPARE(all.days.first(), QDate(2026, 11, 1));
        QCOMPARE(all.days.last(), QDate(2026, 11, 23));
        QCOMPARE(all.added, 10500);
        QCOMPARE(report({ QDate(2026, 11, 21), QDate(2026, 11, 21) }, SpendingGrouping::Model).spent, 290);
    }

    void listsAndFilters_data()
    {
        QTest::addColumn<SpendingFilter>("filter");
        QTest::addColumn<QStringList>("ids");
        SpendingFilter f;
        QTest::newRow("all, without captures that changed nothing")
            << f
            << QStringList{ u"10"_qs, u"free2"_qs, u"free"_qs, u"9"_qs, u"8"_qs, u"7"_qs, u"6"_qs, u"5"_qs,
                   u"4"_qs, u"2"_qs, u"1"_qs };
        f.kind = Kind::Release;
        QTest::newRow("kind") << f << QStringList{ u"9"_qs, u"5"_qs };
        f = {};
        f.kind = Kind::Covered;
        QTest::newRow("covered") << f << QStringList{ u"free2"_qs, u"free"_qs };
        f = {};
        f.modelId = u"kling-3.0"_qs;
        QTest::newRow("model") << f << QStringList{ u"5"_qs, u"4"_qs, u"2"_qs };
        f = {};
        f.conversationId = u"harbor"_qs;
        QTest::newRow("conversation") << f << QStringList{ u"7"_qs, u"6"_qs, u"5"_qs, u"4"_qs, u"2"_qs };
        f = {};
        f.text = u" kling"_qs;
        QTest::newRow("text: model and note") << f << QStringList{ u"5"_qs, u"4"_qs, u"2"_qs };
        f.text = u"Seedance 2.0 FAST"_qs;
        QTest::newRow("text: case does not matter") << f << QStringList{ u"9"_qs, u"8"_qs, u"7"_qs };
        f.text = u"항구의"_qs;
        QTest::newRow("text: Korean, in title and prompts")
            << f
            << QStringList{ u"free2"_qs, u"free"_qs, u"9"_qs, u"8"_qs, u"7"_qs, u"6"_qs, u"5"_qs, u"4"_qs,
                   u"2"_qs };
        f.text = u"no such thing'); DROP TABLE ledger_rows; --"_qs;
        QTest::newRow("text: nothing") << f << QStringList{};
        f = {};
        f.range = { QDate(2026, 11, 21), QDate(2026, 11, 21) };
        QTest::newRow("range, by each row's own day") << f << QStringList{ u"4"_qs, u"2"_qs };
        f.kind = Kind::Hold;
        f.text = u"k2"_qs;
        QTest::newRow("together") << f << QStringList{ u"4"_qs };
    }

    void listsAndFilters()
    {
        QFETCH(SpendingFilter, filter);
        QFETCH(QStringList, ids);
        keepSample();
        QTRY_COMPARE(m_world->spending.models().size(), 3);
        QStringList got = listed(filter);
        // Two covered ones of the same moment have no order of their own.
        if (got.size() > 1 && got.contains(u"free"_qs))
            std::sort(got.begin(), got.end()), std::sort(ids.begin(), ids.end());
        QCOMPARE(got, ids);
    }

    void namesAreForChoosing()
    {
        keepSample();
        QTRY_COMPARE(m_world->spending.models().size(), 3);
        QCOMPARE(m_world->spending.models()[0].name, u"Carat Video (LTX 2.3)"_qs);
        QCOMPARE(m_world->spending.conversations().size(), 2);
        QCOMPARE(m_world->spending.conversations()[1].name, u"항구의 새벽"_qs);
    }

    void manyRowsAreReadAsTheyAreLookedAt()
    {
        add(at(1, 1, 9), LedgerKind::Grant, 100000);
        for (int i = 0; i < 3000; ++i)
            add(at(1, 2, 9).addSecs(60 * i), LedgerKind::Conversation, -1, {}, {}, u"r%1"_qs.arg(i));
        keep();
        LiveSpendingLedger &ledger = m_world->spending.ledger();
        QTRY_COMPARE(ledger.rowCount(), 3001);
        QTRY_VERIFY(ledger.row(0));
        QVERIFY(!ledger.data(ledger.index(2000, 0), SpendingLedger::LoadedRole).toBool());
        QSignalSpy came(&ledger, &QAbstractItemModel::dataChanged);
        QTRY_VERIFY(ledger.row(2000));
        QVERIFY(!came.isEmpty());
        QCOMPARE(ledger.row(2000)->id, u"1001"_qs);
        QTRY_COMPARE(ledger.row(3000).value_or(SpendingRow{}).kind, Kind::Grant);
        QVERIFY(!ledger.row(3001));
        QVERIFY(!ledger.row(-1));
    }

    // ---- CSV ------------------------------------------------------------------------------------------

    void cells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        const auto row = [](const QString &text, const QString &cell) {
            QTest::newRow(qPrintable(text)) << text << cell;
        };
        row(u"Harbor at dawn"_qs, u"Harbor at dawn"_qs);
        row(u"항구의 새벽"_qs, u"항구의 새벽"_qs);
        row(u"a,b"_qs, u"\"a,b\""_qs);
        row(u"say \"hi\""_qs, u"\"say \"\"hi\"\"\""_qs);
        row(u"two\nlines"_qs, u"\"two\nlines\""_qs);
        row(u"=1+1"_qs, u"'=1+1"_qs);
        row(u"+82 10"_qs, u"'+82 10"_qs);
        row(u"-5"_qs, u"'-5"_qs);
        row(u"@cmd"_qs, u"'@cmd"_qs);
        row(u"\t=1"_qs, u"'\t=1"_qs);
        row(u"\r=1"_qs, u"\"'\r=1\""_qs);
        row(u"=HYPERLINK(\"x\",\"y\")"_qs, u"\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""_qs);
        row(u"1-2"_qs, u"1-2"_qs);
        row({}, {});
    }
    void cells()
    {
        QFETCH(QString, text);
        QTEST(SpendingCsv::cell(text), "cell");
    }

    void exportsWhatIsListed()
    {
        keepSample();
        QTRY_COMPARE(m_world->spending.ledger().rowCount(), 11);
        const QString path = m_dir->filePath(u"지출.csv"_qs);
        const auto rows = await(m_world->spending.exportCsv(path));
        QVERIFY(rows);
        QCOMPARE(*rows, 11);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("\xEF\xBB\xBF"
                                "Date,Entry,Model,"));
        const QList<QByteArray> lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 12);
        QCOMPARE(lines[1], QByteArray("2026-11-23 08:00:00,Top-up,,,,,,500,9992,,,10\r"));
        QVERIFY(text.contains(
            "2026-11-21 10:00:00,Generation,Kling 3.0,Text,5 s 720p ×2,2.0,항구의 새벽,-290,9710,"
            "Kling 3.0,k1,2\r\n"));
        QVERIFY(text.contains("Returned: failed"));
        QVERIFY(text.contains("\"'=Moss \"\"fox\"\", sheet\""));
    }

    void aSpreadsheetsReaderFindsTheSame()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_qs);
        if (python.isEmpty())
            QSKIP("python3 is not here");
        keepSample();
        QTRY_COMPARE(m_world->spending.ledger().rowCount(), 11);
        const QString path = m_dir->filePath(u"ledger.csv"_qs);
        QVERIFY(await(m_world->spending.exportCsv(path)));
        QProcess process;
        process.start(python,
            { u"-c"_qs,
                u"import csv,sys\n"
                "rows=list(csv.reader(open(sys.argv[1],encoding='utf-8-sig',newline=''),strict=True))\n"
                "assert all(len(r)==12 for r in rows)\n"
                "body=rows[1:]\n"
                "print(len(body), sum(int(r[7]) for r in body), min(int(r[7]) for r in body))\n"
                "assert not any(c[:1] in '=+-@\\t\\r' for r in body for i,c in enumerate(r) if c and i not in (7,8))\n"
                "assert any(r[6]=='항구의 새벽' for r in body)\n"_qs,
                path });
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput().trimmed(),
            QByteArray::number(11) + " " + QByteArray::number(m_balance) + " -290");
    }

    void aFullDiskLeavesTheOldFile()
    {
        add(at(1, 1, 9), LedgerKind::Grant, 100000);
        for (int i = 0; i < 3000; ++i)
            add(at(1, 2, 9).addSecs(60 * i), LedgerKind::Conversation, -1, {}, {}, u"r%1"_qs.arg(i));
        keep();
        QTRY_COMPARE(m_world->spending.ledger().rowCount(), 3001);
        const QString path = m_dir->filePath(u"ledger.csv"_qs);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{ 20 * 1000, before.rlim_max };
        setrlimit(RLIMIT_FSIZE, &small);
        const auto rows = await(m_world->spending.exportCsv(path));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!rows);
        QCOMPARE(rows.error().kind, ErrorKind::File);
        QVERIFY2(rows.error().sentence.contains(u"disk may be full"_qs), qPrintable(rows.error().sentence));
        QVERIFY(old.open(QIODevice::ReadOnly));
        QCOMPARE(old.readAll(), QByteArray("old"));
        QTRY_COMPARE(QDir(m_dir->path()).entryList({ u"ledger*"_qs }, QDir::Files).size(), 1);
        const auto nowhere = await(m_world->spending.exportCsv(m_dir->filePath(u"no/such/folder.csv"_qs)));
        QVERIFY(!nowhere);
        QVERIFY(nowhere.error().sentence.contains(u"cannot be written"_qs));
    }

    // ---- limits ---------------------------------------------------------------------------------------

    void limitsOutliveTheProgram()
    {
        m_world->limits.setLimit({ 100, 500, 3000 });
        m_world->limits.setLimitOf(u"moss"_qs, { 50, 0, 0 });
        m_world->limits.setLimitOf(u"gone"_qs, { 1, 0, 0 });
        m_world->limits.setLimitOf(u"gone"_qs, {});
        m_world.reset();
        m_world = std::make_unique<World>(m_dir->path());
        QTRY_COMPARE(m_world->limits.limit(), (SpendingLimit{ 100, 500, 3000 }));
        QCOMPARE(m_world->limits.limitOf(u"moss"_qs), (SpendingLimit{ 50, 0, 0 }));
        QVERIFY(m_world->limits.limitOf(u"gone"_qs).isNone());
    }

    void theOldThresholdIsTakenOverOnce()
    {
        m_world->limits.takeOver(200);
        QTRY_COMPARE(m_world->limits.limit(), (SpendingLimit{ 200, 0, 0 }));
        m_world->limits.takeOver(300); // one is set already
        QCOMPARE(m_world->limits.limit().askAbove, 200);
    }

    void budgetsFollowTheCalendar()
    {
        keepSample();
        LiveSpendingLimits &limits = m_world->limits;
        // 21 November: 290; 22 November: 4 + 214.
        QTRY_COMPARE(limits.spent(), (SpentSoFar{ 0, 508 }));
        m_world->clock.at = at(11, 22, 23);
        QCOMPARE(limits.spent(), (SpentSoFar{ 218, 508 }));
        QCOMPARE(limits.spentIn(u"harbor"_qs), (SpentSoFar{ 218, 508 }));
        m_world->clock.at = at(12, 1, 0);
        QCOMPARE(limits.spent(), SpentSoFar{});
    }

    void anotherTimeZoneHasItsOwnDays()
    {
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", "UTC");
        tzset();
        m_world = nullptr;
        m_world = std::make_unique<World>(m_dir->path());
        const QDateTime evening(QDate(2026, 11, 21), QTime(20, 0), Qt::UTC);
        add(evening, LedgerKind::Grant, 1000);
        add(evening, LedgerKind::Hold, -100, u"k1"_qs);
        add(evening.addSecs(3600 * 10), LedgerKind::Release, 40, u"k1"_qs);
        keep();
        const SpendingRange both{ QDate(2026, 11, 21), QDate(2026, 11, 22) };
        const auto perDay = [&] {
            const SpendingReport made = report(both, SpendingGrouping::Model);
            return made.groups.isEmpty() ? QList<Credits>() : made.groups[0].perDay;
        };
        const QList<Credits> inLondon = perDay();
        m_world.reset();
        qputenv("TZ", "Asia/Seoul"); // five in the morning of the next day
        tzset();
        m_world = std::make_unique<World>(m_dir->path());
        if (!QTest::qWaitFor([this] { return m_world->mirror.book() != 0; }))
            qWarning("the profile was not opened");
        const QList<Credits> inSeoul = perDay();
        m_world.reset();
        before.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", before);
        tzset();
        QCOMPARE(inLondon, (QList<Credits>{ 60, 0 }));
        QCOMPARE(inSeoul, (QList<Credits>{ 0, 60 }));
    }

    void asksBeforeSending()
    {
        keepSample();
        LiveSpendingLimits &limits = m_world->limits;
        m_world->clock.at = at(11, 22, 23);
        QTRY_COMPARE(limits.spent().today, 218);
        TurnRequest turn;
        turn.conversationId = u"harbor"_qs;
        turn.text = u"A boat"_qs;
        turn.quote.modelId = u"kling-3.0"_qs;
        turn.quote.totalCredits = 145;
        QVERIFY(limits.check(turn).reasons.isEmpty());
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>());

        limits.setLimit({ 200, 0, 0 });
        limits.setLimitOf(u"harbor"_qs, { 100, 0, 0 });
        SendCheck check = limits.check(turn);
        QCOMPARE(check.reasons,
            (QList<AskReason>{ { AskReason::Kind::AskAbove, true, 100, 0, 145, BudgetStanding::Stop } }));
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>(100)); // the smaller one

        limits.setLimit({ 0, 300, 0 });
        limits.setLimitOf(u"harbor"_qs, {});
        check = limits.check(turn);
        QCOMPARE(check.reasons,
            (QList<AskReason>{
                { AskReason::Kind::DailyBudget, false, 300, 218, 145, BudgetStanding::Stop } }));
        // Sent without being asked about, the agent asks whatever it takes.
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>(0));

        turn.quote.totalCredits = 30; // 248 of 300 is over 80 %
        check = limits.check(turn);
        QVERIFY(check.warns() && !check.mustAsk());
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>());

        turn.quote.totalCredits.reset();
        QVERIFY(limits.check(turn).mustAsk());
        turn.quote.totalCredits = 0;
        QVERIFY(limits.check(turn).reasons.isEmpty());
    }

    void whatWasAllowedIsAllowedOnceAndForNoMore()
    {
        LiveSpendingLimits &limits = m_world->limits;
        limits.setLimit({ 100, 100, 100 });
        TurnRequest turn;
        turn.conversationId = u"harbor"_qs;
        turn.text = u"A boat"_qs;
        turn.quote.modelId = u"kling-3.0"_qs;
        turn.quote.totalCredits = 145;
        QVERIFY(limits.check(turn).mustAsk());
        limits.allowOnce(turn);
        QVERIFY(limits.check(turn).reasons.isEmpty());
        TurnRequest other = turn;
        other.text = u"A ship"_qs;
        QVERIFY(limits.check(other).mustAsk());
        other = turn;
        other.quote.totalCredits = 146;
        QVERIFY(limits.check(other).mustAsk());
        other.quote.totalCredits = 144;
        QVERIFY(!limits.check(other).mustAsk());
        // The agent does not ask again for this very total, and does for more.
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>(145));
        QVERIFY(limits.check(turn).mustAsk());
        QCOMPARE(limits.confirmAbove(turn), std::optional<Credits>(0));
    }
};

QTEST_GUILESS_MAIN(TestSpending)
#include "tst_client_spending.moc"
