// How long the Spending view takes over a ledger of 100,000 rows in a real profile: from the click to the
// first picture of it, to its figures, and whether anything holds the window's thread up on the way, also
// while scrolling and filtering.
//   bench_spending_view [ROWS]

#include "client/net/HttpClient.h"
#include "client/spending/LiveSpending.h"
#include "client/spending/LiveSpendingLimits.h"
#include "client/store/LedgerRows.h"
#include "tests/bench/Pulse.h"
#include "tests/ui/support/FakeFileChooser.h"
#include "tests/ui/support/FakeSession.h"
#include "tests/ui/support/FakeSpending.h"
#include "tests/ui/support/FakeSpendingLimits.h"
#include "ui/spending/SpendingPage.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace facet;
using namespace facet::ui;

namespace {

/// A year of rows, newest first: three of four are generations, the others conversation.
QList<LedgerEntry> ledger(int count)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<LedgerEntry> rows;
    rows.reserve(count);
    Credits balance = 100'000'000;
    for (int i = 0; i < count; ++i) {
        LedgerEntry row;
        row.id = QStringLiteral("row-%1").arg(count - i);
        row.at = now.addSecs(-qint64(i) * 365 * 24 * 3600 / count);
        const bool talk = i % 4 == 0;
        row.kind = i == count - 1 ? LedgerKind::Grant : (talk ? LedgerKind::Conversation : LedgerKind::Hold);
        row.balanceAfter = balance;
        row.credits = i == count - 1 ? balance : (talk ? -4 : -145);
        balance -= row.credits;
        if (row.kind == LedgerKind::Hold)
            row.generationId = QStringLiteral("generation-%1").arg(i);
        rows.append(row);
    }
    return rows;
}

/// Sees the first time that a widget is painted.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget *widget) { widget->installEventFilter(this); }
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        seen = seen || event->type() == QEvent::Paint;
        return false;
    }
};

/// What this thread computed so far: unlike the clock on the wall it does not count the machine's other work.
double computedMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

void print(const char *what, double value, const char *unit)
{
    std::printf("%-58s %8.1f %s\n", what, value, unit);
}

bool fill(client::Database &database, int count)
{
    const QList<LedgerEntry> rows = ledger(count);
    bool done = false;
    auto filled = database.run([rows](QSqlDatabase &connection) -> Result<bool> {
        const auto book = client::openBook(connection, QStringLiteral("bundled"), QStringLiteral("me"));
        if (!book)
            return tl::unexpected(book.error());
        const auto met = client::stageRows(connection, *book, rows);
        if (!met)
            return tl::unexpected(met.error());
        return client::adoptRows(connection, *book, *met);
    });
    const bool ended = QTest::qWaitFor([&] { return filled.isFinished(); }, 300'000);
    done = ended && filled.resultCount() > 0 && filled.result().has_value();
    return done;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int count = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100'000;
    QTemporaryDir profile;
    client::Database database(profile.filePath(QStringLiteral("facet.db")));
    QElapsedTimer clock;
    clock.start();
    if (!fill(database, count)) {
        std::printf("the profile could not be filled\n");
        return 1;
    }
    std::printf("%d rows taken into the profile in %.1f s\n", count, double(clock.elapsed()) / 1000);

    // As after the start of the program: the account is known, the service is not asked.
    client::HttpClient http;
    client::SystemClock time;
    test::FakeSession session;
    session.setState(client::Session::State::Connecting);
    client::LedgerMirror mirror({ http, session, database });
    client::LiveSpending spending({ mirror, session, database, time });
    client::LiveSpendingLimits limits({ mirror, database, time });
    limits.start();
    mirror.start();
    test::FakeFileChooser files;
    Theme theme(Theme::Mode::Dark);
    theme.install(application);
    if (!QTest::qWaitFor([&] { return spending.ledger().rowCount() == count; }, 60'000)) {
        std::printf("the ledger has %d rows\n", spending.ledger().rowCount());
        return 1;
    }

    QWidget window;
    window.resize(1440, 900);
    window.show();
    [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&window);
    {
        // Fonts and icons are there long before anybody opens the view: an empty one, shown and gone.
        test::FakeSpending nothing;
        test::FakeSpendingLimits none;
        SpendingPage warm(theme, nothing, none, files, &window);
        warm.resize(window.size());
        warm.show();
        nothing.rows.setRows({ SpendingRow() });
        warm.enter();
        QTest::qWait(100);
    }
    bench::Pulse pulse;
    QTest::qWait(100);
    pulse.takeWorst();

    clock.restart();
    const double computed = computedMs();
    SpendingPage page(theme, spending, limits, files, &window);
    page.resize(window.size());
    page.show();
    page.enter();
    const qint64 made = clock.elapsed();
    FirstPaint painted(page.findChild<QTableView *>(QStringLiteral("ledger"))->viewport());
    [[maybe_unused]] const bool first = QTest::qWaitFor([&] { return painted.seen; }, 10'000);
    print("open the view: made and laid out", double(made), "ms");
    print("open the view: computed on the window's thread for that", computedMs() - computed, "ms");
    print("open the view: on screen", double(clock.elapsed()), "ms");
    const bool figures = QTest::qWaitFor(
        [&] {
            return spending.report().spent > 0 && spending.ledger().rowCount() > 0
                && spending.ledger().row(0);
        },
        60'000);
    page.repaint();
    print("open the view: figures, chart and the first rows", double(clock.elapsed()),
        figures ? "ms" : "ms (never)");
    QTest::qWait(50);
    print("longest hold of the window's thread while opening", double(pulse.takeWorst()), "ms");

    auto *view = page.findChild<QTableView *>(QStringLiteral("ledger"));
    int resets = 0;
    QObject::connect(view->model(), &QAbstractItemModel::modelReset, view, [&] { ++resets; });
    clock.restart();
    QTest::mouseClick(page.findChild<QWidget *>(QStringLiteral("allDays")), Qt::LeftButton);
    const bool whole = QTest::qWaitFor(
        [&] {
            return !spending.report().range.from.isValid() && resets > 0 && !spending.ledger().isLoading();
        },
        60'000);
    print("all days instead of 30: figures", double(clock.elapsed()), whole ? "ms" : "ms (never)");
    print("longest hold of the window's thread", double(pulse.takeWorst()), "ms");

    std::printf("%d rows listed\n", view->model()->rowCount());
    QScrollBar *bar = view->verticalScrollBar();
    std::vector<double> frames;
    for (int step = 0; step < 200; ++step) {
        QElapsedTimer frame;
        frame.start();
        bar->setValue(static_cast<int>(qint64(bar->maximum()) * step / 199));
        view->viewport()->repaint();
        frames.push_back(double(frame.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
    }
    std::sort(frames.begin(), frames.end());
    print("scroll through everything: a frame, median", frames[frames.size() / 2], "ms");
    print("scroll through everything: a frame, 99 %", frames[frames.size() * 99 / 100], "ms");
    QTest::qWait(200);
    pulse.takeWorst();

    clock.restart();
    resets = 0;
    page.findChild<QLineEdit *>(QStringLiteral("searchLedger"))->setText(QStringLiteral("row-99"));
    const bool filtered =
        QTest::qWaitFor([&] { return resets > 0 && !spending.ledger().isLoading(); }, 60'000);
    print(
        "filter by words (150 ms of rest included)", double(clock.elapsed()), filtered ? "ms" : "ms (never)");
    print("longest hold of the window's thread while filtering", double(pulse.takeWorst()), "ms");
    return figures && filtered && whole ? 0 : 1;
}
