// Measures the Spending view's part of the client over a ledger of 100,000 rows: the report, the first page,
// filters, and what the window's thread pays for them.
//   bench_spending [rows]

#include "client/net/HttpClient.h"
#include "client/session/Session.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "client/store/GenerationFactRows.h"
#include "client/store/SpendingQueries.h"
#include "client/store/Sql.h"
#include "tests/support/FakeSession.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace facet;
using namespace facet::client;

namespace {

constexpr int runs = 5;

template <typename T>
T wait(QFuture<T> future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    return future.result();
}

/// Runs the loop until `done`; what the longest pass through it took is what a window would feel.
double waitFor(const std::function<bool()> &done, double &longest)
{
    QElapsedTimer all;
    all.start();
    while (!done()) {
        QElapsedTimer pass;
        pass.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, static_cast<double>(pass.nsecsElapsed()) / 1e6);
        QThread::yieldCurrentThread();
    }
    return static_cast<double>(all.nsecsElapsed()) / 1e6;
}

void print(const char *what, QList<double> times, double longest)
{
    std::sort(times.begin(), times.end());
    std::printf("%-44s %8.1f ms   %6.2f ms\n", what, times[times.size() / 2], longest);
}

Result<bool> fill(QSqlDatabase &connection, qint64 book, int rows)
{
    const QStringList models{ QStringLiteral("carat-video"), QStringLiteral("kling-3.0"),
        QStringLiteral("seedance-2.0-fast") };
    QList<LedgerEntry> entries;
    QList<GenerationFacts> facts;
    Credits balance = 0;
    QDateTime at = QDateTime::currentDateTimeUtc().addDays(-730);
    const auto add = [&](LedgerKind kind, Credits credits, const QString &generation, const QString &run) {
        balance += credits;
        LedgerEntry entry;
        entry.id = QString::number(entries.size() + 1);
        entry.at = at;
        entry.kind = kind;
        entry.credits = credits;
        entry.balanceAfter = balance;
        if (!generation.isEmpty())
            entry.generationId = generation;
        entry.runId = run;
        entry.note = QStringLiteral("Kling 3.0");
        entries.append(entry);
    };
    for (int i = 0; entries.size() < rows; ++i) {
        at = at.addSecs(730 * 86400 / (rows / 3 + 1));
        if (i % 500 == 0)
            add(LedgerKind::Grant, 100'000, {}, {});
        const QString id = QStringLiteral("generation-%1").arg(i);
        const QString run = QStringLiteral("run-%1").arg(i);
        add(LedgerKind::Conversation, -4, {}, run);
        add(LedgerKind::Hold, -145, id, run);
        const bool failed = i % 20 == 0;
        add(failed ? LedgerKind::Release : LedgerKind::Capture, failed ? 145 : 0, id, run);
        GenerationFacts one;
        one.generation.id = id;
        one.generation.agent = AgentVersion::V2;
        one.generation.modelId = models[i % models.size()];
        one.generation.prompt =
            QStringLiteral("항구의 새벽, shot %1: slow push in until the sun is up").arg(i);
        one.generation.method = i % 2 ? Method::Text : Method::StartEnd;
        one.generation.status = failed ? GenerationStatus::Failed : GenerationStatus::Succeeded;
        one.generation.createdAt = at;
        one.generation.threadId = QStringLiteral("conversation-%1").arg(i % 400);
        one.generation.runId = run;
        one.generation.options.durationS = 5;
        facts.append(one);
    }
    std::reverse(entries.begin(), entries.end());
    const auto met = stageRows(connection, book, entries);
    if (!met)
        return tl::unexpected(met.error());
    auto adopted = adoptRows(connection, book, *met);
    return adopted ? putFacts(connection, book, facts) : adopted;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? qMax(3, atoi(argv[1])) : 100'000;
    const QTemporaryDir folder;
    HttpClient http;
    test::FakeSession session;
    session.stateNow = Session::State::Offline;
    session.accountNow.id = QStringLiteral("bench");
    Database database(folder.filePath(QStringLiteral("facet.db")));
    SystemClock clock;
    LedgerMirror mirror({ http, session, database, 0 });
    LiveSpending spending({ mirror, session, database, clock });
    LiveSpendingLimits limits({ mirror, database, clock });
    mirror.start();
    double ignored = 0;
    waitFor([&] { return mirror.book() != 0; }, ignored);
    QElapsedTimer timer;
    timer.start();
    const auto filled = wait(database.run(
        [&mirror, rows](QSqlDatabase &connection) { return fill(connection, mirror.book(), rows); }));
    if (!filled) {
        std::fprintf(stderr, "%s\n", qPrintable(filled.error().detail));
        return 1;
    }
    std::printf(
        "%d rows taken in, with their facts: %.1f s\n", rows, static_cast<double>(timer.elapsed()) / 1e3);
    std::printf("%-44s %11s   %9s\n", "", "median", "window");

    SpendingLedger &ledger = spending.ledger();
    bool reported = false;
    bool listed = false;
    QObject::connect(&spending, &Spending::reportChanged, &spending, [&] { reported = true; });
    QObject::connect(&ledger, &QAbstractItemModel::modelReset, &spending, [&] { listed = true; });
    const auto measure = [&](const char *what, bool &flag, const std::function<void(int)> &ask) {
        QList<double> times;
        double longest = 0;
        for (int run = 0; run < runs; ++run) {
            flag = false;
            ask(run);
            times.append(waitFor([&] { return flag; }, longest));
        }
        print(what, times, longest);
    };
    const QDate today = QDate::currentDate();
    measure("report, 30 days, by model", reported, [&](int) {
        spending.setRange({ today.addDays(-29), today });
    });
    measure("report, all, by model", reported, [&](int) { spending.setRange({}); });
    measure("report, all, by conversation", reported,
        [&](int) { spending.setGrouping(SpendingGrouping::Conversation); });
    {
        // Empties the list at once, and fills it when it was read.
        QList<double> times;
        double longest = 0;
        for (int run = 0; run < runs; ++run) {
            static_cast<LiveSpendingLedger &>(ledger).startAgain();
            times.append(waitFor([&] { return ledger.row(0).has_value(); }, longest));
        }
        print("list: all rows and the first page", times, longest);
    }
    measure("list: one model", listed, [&](int run) {
        SpendingFilter filter;
        filter.modelId = run % 2 ? QStringLiteral("kling-3.0") : QStringLiteral("carat-video");
        ledger.setFilter(filter);
    });
    measure("list: a text, in prompts and titles", listed, [&](int run) {
        SpendingFilter filter;
        filter.text = QStringLiteral("shot %1").arg(run + 77);
        ledger.setFilter(filter);
    });
    measure("list: 30 days", listed, [&](int run) {
        SpendingFilter filter;
        filter.range = { today.addDays(-29 - run), today };
        ledger.setFilter(filter);
    });
    {
        ledger.setFilter({});
        waitFor([&] { return !ledger.isLoading() && ledger.rowCount() > rows / 3; }, ignored);
        QList<double> times;
        double longest = 0;
        for (int run = 0; run < runs; ++run) {
            const int row = ledger.rowCount() / (run + 2);
            times.append(waitFor([&] { return ledger.row(row).has_value(); }, longest));
        }
        print("scroll to rows far away", times, longest);
    }
    {
        QList<double> times;
        for (int run = 0; run < runs; ++run) {
            timer.start();
            for (int i = 0; i < 1000; ++i)
                limits.check(QStringLiteral("conversation-%1").arg(i), 145);
            times.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        print("1,000 checks before sending", times, times.last());
    }
    {
        timer.start();
        const auto written = wait(spending.exportCsv(folder.filePath(QStringLiteral("ledger.csv"))));
        std::printf("CSV of %lld rows: %.1f s\n", static_cast<long long>(written.value_or(-1)),
            static_cast<double>(timer.elapsed()) / 1e3);
    }
    return 0;
}
