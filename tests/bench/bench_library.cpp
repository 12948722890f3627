// How long the library and the search take with 10,000 results and 100,000 messages in a real profile, as one
// that an older Facet left: putting them into the index in the background, opening, scrolling through all of
// it with posters, filtering, and looking for words.
//   bench_library [RESULTS] [MESSAGES]

#include "client/library/LiveLibrary.h"
#include "client/library/LiveSearch.h"
#include "client/library/SystemTrash.h"
#include "client/net/Then.h"
#include "client/store/GenerationRows.h"
#include "client/store/PreparedSql.h"
#include "tests/bench/BenchWorld.h"
#include "tests/bench/Pulse.h"
#include "tests/ui/support/FakeComposer.h"
#include "tests/ui/support/FakeFileChooser.h"
#include "tests/ui/support/FakeGenerations.h"
#include "tests/ui/support/FakeSession.h"
#include "ui/library/LibraryFilters.h"
#include "ui/library/LibraryGrid.h"
#include "ui/library/LibraryPage.h"
#include "ui/results/ResultActions.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace facet;
using namespace facet::ui;

namespace {

constexpr int posterFiles = 400;

/// The same words in the same order every time.
class Words {
public:
    QString message()
    {
        static const QStringList words{ u"바다"_qs, u"새벽"_qs, u"항구"_qs, u"갈매기가"_qs, u"천천히"_qs,
            u"카메라"_qs, u"날아간다"_qs, u"고양이"_qs, u"숲속"_qs, u"도시의"_qs, u"야경"_qs, u"꽃잎"_qs,
            u"흩날리는"_qs, u"파도"_qs, u"부서지는"_qs, u"해변"_qs, u"노을"_qs, u"harbor"_qs, u"dawn"_qs,
            u"gull"_qs, u"camera"_qs, u"push"_qs, u"slow"_qs, u"fox"_qs, u"moss"_qs, u"city"_qs, u"neon"_qs,
            u"koi"_qs, u"train"_qs, u"desert"_qs, u"lavender"_qs, u"storm"_qs, u"light"_qs, u"window"_qs,
            u"kettle"_qs, u"she"_qs, u"walks"_qs, u"looks"_qs, u"wide"_qs, u"close"_qs, u"the"_qs,
            u"over"_qs };
        QString text;
        const int count = 8 + static_cast<int>(next() % 30);
        for (int i = 0; i < count; ++i) {
            text += words.at(static_cast<qsizetype>(next() % static_cast<quint32>(words.size())));
            if (next() % 5 == 0) // names and rare words
                text += QChar(0xAC00 + static_cast<int>(next() % 11172));
            text += u' ';
        }
        return text;
    }

private:
    quint32 next() { return m_state = m_state * 1664525U + 1013904223U, m_state >> 8; }
    quint32 m_state = 7;
};

void print(const char *what, double value, const char *unit)
{
    std::printf("%-66s %9.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

QString posterPath(const QString &folder, int i)
{
    return folder + QStringLiteral("/p%1.jpg").arg(i % posterFiles);
}

void makePosters(const QString &folder)
{
    for (int i = 0; i < posterFiles; ++i) {
        QImage image(640, 360, QImage::Format_RGB32);
        QPainter painter(&image);
        QLinearGradient gradient(0, 0, 640, 360);
        gradient.setColorAt(0, QColor::fromHsv(i * 37 % 360, 160, 120));
        gradient.setColorAt(1, QColor::fromHsv(i * 91 % 360, 200, 220));
        painter.fillRect(image.rect(), gradient);
        painter.end();
        image.save(posterPath(folder, i), "JPG", 85);
    }
}

client::GenerationRecord resultOf(int i, const QString &folder, Words &words)
{
    static const QStringList models{ QStringLiteral("carat-video"), QStringLiteral("kling-3.0"),
        QStringLiteral("seedance-2.0-fast"), QStringLiteral("seedream-4.5") };
    client::GenerationRecord record;
    record.key = QStringLiteral("key-%1").arg(i);
    record.conversationId = QStringLiteral("conversation-%1").arg(i % 300);
    record.state = client::GenerationState::Done;
    Generation &made = record.generation;
    made.id = QStringLiteral("generation-%1").arg(i);
    made.modelId = models.at(i % models.size());
    made.prompt = words.message();
    made.status = GenerationStatus::Succeeded;
    made.chargedCredits = 33 * (1 + i % 5);
    made.createdAt = QDateTime::currentDateTimeUtc().addSecs(-qint64(i) * 3600);
    Asset asset;
    asset.id = QStringLiteral("asset-%1").arg(i);
    asset.kind = i % 4 == 3 ? ModelKind::Image : ModelKind::Video;
    asset.durationS = 5;
    made.assets = { asset };
    record.assets = { client::LocalAsset{ asset.id, posterPath(folder, i), posterPath(folder, i), 0, {} } };
    return record;
}

/// As a Facet from before there was a library wrote it: nothing of it is in the index yet.
bool fill(client::Database &database, int results, int messages, const QString &folder)
{
    const auto filled = database.run([=](QSqlDatabase &connection) -> Result<void> {
        Words words;
        for (int i = 0; i < 300; ++i) {
            auto done = client::execSql(connection,
                QStringLiteral("INSERT INTO conversations (id, title, search, created_at, updated_at) "
                               "VALUES (?, ?, ?, 0, 0)"),
                { QStringLiteral("conversation-%1").arg(i), QStringLiteral("Chat %1").arg(i),
                    QStringLiteral("chat %1").arg(i) });
            if (!done)
                return done;
        }
        client::PreparedSql put(connection,
            QStringLiteral("INSERT INTO messages (position, id, conversation_id, kind, agent, at, text, "
                           "search) VALUES (?, ?, ?, ?, '2.0', ?, ?, '')"));
        for (int i = 0; i < messages; ++i) {
            auto done = put.exec(
                { i, QStringLiteral("message-%1").arg(i), QStringLiteral("conversation-%1").arg(i % 300),
                    i % 2 ? QStringLiteral("agent") : QStringLiteral("user"), i, words.message() });
            if (!done)
                return done;
        }
        for (int i = results - 1; i >= 0; --i) {
            if (auto done = client::putGeneration(connection, resultOf(i, folder, words)); !done)
                return done;
        }
        return client::execSql(connection, QStringLiteral("DELETE FROM results"));
    });
    return QTest::qWaitFor([&] { return filled.isFinished(); }, 600'000) && filled.resultCount() > 0
        && filled.result().has_value();
}

/// Milliseconds until the answer is on the window's thread; the worst and the median of several times.
void measureSearch(client::LiveSearch &search, const char *what, const QString &text)
{
    QList<double> times;
    qsizetype hits = 0;
    for (int round = 0; round < 7; ++round) {
        QElapsedTimer clock;
        clock.start();
        const auto answer = search.messages(text);
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 60'000))
            return;
        times.append(double(clock.nsecsElapsed()) / 1e6);
        hits = answer.result() ? answer.result()->hits.size() : -1;
    }
    std::sort(times.begin(), times.end());
    std::printf("search %-40s %4lld hits, median %6.1f ms, worst %6.1f ms\n", what,
        static_cast<long long>(hits), times.at(times.size() / 2), times.constLast());
}

void scroll(LibraryGrid &grid, int steps, const char *what, int pixels)
{
    QScrollBar *bar = grid.verticalScrollBar();
    bar->setValue(0);
    QTest::qWait(200);
    QList<bench::Stopwatch::Lap> laps;
    for (int step = 0; step < steps; ++step) {
        const bench::Stopwatch watch;
        bar->setValue(pixels > 0 ? (step * pixels) % std::max(1, bar->maximum())
                                 : static_cast<int>(qint64(bar->maximum()) * step / (steps - 1)));
        grid.viewport()->repaint();
        QCoreApplication::processEvents(); // rows and posters that arrived count as well
        laps.append(watch.lap());
    }
    bench::print(QString::fromLatin1(what), laps, 16000);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int results = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10'000;
    const int messages = argc > 2 ? std::max(1, std::atoi(argv[2])) : 100'000;
    QTemporaryDir profile;
    makePosters(profile.path());
    client::Database database(profile.filePath(QStringLiteral("facet.db")));
    if (!fill(database, results, messages, profile.path())) {
        std::printf("the profile could not be filled\n");
        return 1;
    }
    std::printf("%d results, %d messages\n", results, messages);

    ui::test::FakeSession session;
    ui::test::FakeGenerations generations;
    client::SystemClock clock;
    client::HistoryBacklog backlog(database);
    client::LiveSearch search(database, backlog);
    client::LiveLibrary library(
        { database, session, generations, backlog, std::make_shared<client::SystemTrash>(), clock });

    // Everything else that asks the database in the meantime.
    bench::Pulse pulse;
    QElapsedTimer whole;
    whole.start();
    backlog.start();
    double slowest = 0;
    while (!backlog.hasMessages()) {
        QElapsedTimer one;
        one.start();
        const auto small = database.run(
            [](QSqlDatabase &connection) { return client::execSql(connection, QStringLiteral("SELECT 1")); });
        if (!QTest::qWaitFor([&] { return small.isFinished(); }, 60'000))
            return 1;
        slowest = std::max(slowest, double(one.nsecsElapsed()) / 1e6);
        QTest::qWait(50);
    }
    print("an older profile: all in the index", double(whole.elapsed()), "ms");
    print("  longest that another query waited meanwhile", slowest, "ms");
    print("  longest hold of the window's thread", double(pulse.takeWorst()), "ms");

    measureSearch(search, "harbor", u"harbor"_qs);
    measureSearch(search, "갈매기 (three letters)", u"갈매기"_qs);
    measureSearch(search, "harbor 갈매기 slow", u"harbor 갈매기 slow"_qs);
    measureSearch(search, "\"slow push\" (a phrase)", u"\"slow push\""_qs);
    measureSearch(search, "바다 (two letters)", u"바다"_qs);
    measureSearch(search, "바다 새벽 (twice two letters)", u"바다 새벽"_qs);
    measureSearch(search, "새 (one letter)", u"새"_qs);
    measureSearch(search, "e (one letter, everywhere)", u"e"_qs);
    measureSearch(search, "뷁 (one letter, rare)", u"뷁"_qs);
    measureSearch(search, "harbor 뷁 (with a rare letter)", u"harbor 뷁"_qs);
    measureSearch(search, "zebra (nowhere)", u"zebra"_qs);
    measureSearch(search, "zq (two letters, nowhere)", u"zq"_qs);

    Theme theme(Theme::Mode::Dark);
    theme.install(application);
    PosterCache posters;
    ui::test::FakeFileChooser files;
    ui::test::FakeComposer composer;
    ResultActions actions({ theme, session, composer, files, posters });
    QWidget window;
    window.resize(1192, 900);
    window.show();
    [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&window);
    pulse.takeWorst();

    QElapsedTimer opening;
    opening.start();
    const bench::Stopwatch work;
    LibraryPage page({ theme, library, files, posters, actions }, &window);
    library.start();
    page.resize(window.size());
    page.show();
    page.enter();
    const bool there =
        QTest::qWaitFor([&] { return library.rowCount() == results && library.result(0); }, 60'000);
    page.view()->grid()->viewport()->repaint();
    print(
        "open the page: the first results are shown", double(opening.elapsed()), there ? "ms" : "ms (never)");
    print("  computed on the window's thread", double(work.lap().work) / 1e6, "ms");
    QTest::qWait(300);
    print("  longest hold of the window's thread", double(pulse.takeWorst()), "ms");

    LibraryGrid &grid = *page.view()->grid();
    scroll(grid, 600, "scroll by the wheel, 120 pixels a frame", 120);
    scroll(grid, 300, "drag the handle through all of it", 0);
    pulse.takeWorst();

    const auto change = [&](const char *what, const client::LibraryFilter &filter, client::LibrarySort sort) {
        QElapsedTimer one;
        one.start();
        int resets = 0;
        const auto watch =
            QObject::connect(&library, &QAbstractItemModel::modelReset, &page, [&resets] { ++resets; });
        library.setSort(sort);
        library.setFilter(filter);
        const bool done = QTest::qWaitFor([&] { return resets > 0 && !library.isLoading(); }, 60'000);
        QObject::disconnect(watch);
        print(what, double(one.nsecsElapsed()) / 1e6, done ? "ms" : "ms (never)");
    };
    client::LibraryFilter filter;
    filter.text = u"harbor 갈매기"_qs;
    change("filter by words", filter, client::LibrarySort::Newest);
    filter = {};
    filter.kind = ModelKind::Image;
    change("filter by kind", filter, client::LibrarySort::Newest);
    change("sort by credits, no filter", {}, client::LibrarySort::MostCredits);
    print("longest hold of the window's thread", double(pulse.takeWorst()), "ms");
    return 0;
}
