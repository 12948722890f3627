// The history of the message field with 100,000 prompts: the last one, a step back, a search that finds
// something and one that looks through everything. Runs off the window's thread; the times are until the
// answer is there.
#include "client/composer/StoredPrompts.h"
#include "client/store/PreparedSql.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace facet;
using namespace facet::client;

namespace {

constexpr int prompts = 100'000;

template <typename T>
T await(const QFuture<T> &future)
{
    while (!future.isFinished())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    return future.result();
}

Result<void> fill(QSqlDatabase &connection)
{
    if (auto done = execSql(connection,
            QStringLiteral("INSERT INTO conversations (id, title, search, created_at, updated_at) "
                           "VALUES ('c', '', '', 0, 0)"));
        !done)
        return done;
    PreparedSql insert(connection,
        QStringLiteral("INSERT INTO messages (position, id, conversation_id, kind, agent, at, text, search) "
                       "VALUES (?, ?, 'c', 'user', '1.0', ?, ?, ?)"));
    for (int n = 0; n < prompts; ++n) {
        const QString text =
            QStringLiteral("장면 %1: 항구의 새벽, 등대가 깜박이고 갈매기 %2마리가 천천히 지나간다. "
                           "Slow push in until the sun is up")
                .arg(n)
                .arg(n % 7);
        if (auto done = insert.exec({ n, QString::number(n), n, text, text.toCaseFolded() }); !done)
            return done;
    }
    return {};
}

template <typename Work>
void measure(const char *what, Work work)
{
    QList<double> ms;
    for (int n = 0; n < 21; ++n) {
        QElapsedTimer timer;
        timer.start();
        work();
        ms.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(ms.begin(), ms.end());
    std::printf("%-44s median %7.2f ms   worst %7.2f ms\n", what, ms.at(ms.size() / 2), ms.constLast());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    Database database(folder.filePath(QStringLiteral("facet.db")));
    QElapsedTimer timer;
    timer.start();
    if (const auto filled = await(database.run(fill)); !filled) {
        std::fprintf(stderr, "%s\n", qPrintable(filled.error().detail));
        return 1;
    }
    std::printf("%d messages stored in %lld ms, their history with them\n", prompts, timer.elapsed());
    StoredPrompts history(database);
    const auto page = await(history.before({}));
    measure("Up in an empty message", [&] { await(history.before({})); });
    measure("the page after it", [&] { await(history.before(page->constLast())); });
    measure("search: found at once (등대)", [&] { await(history.find(QStringLiteral("등대"))); });
    measure(
        "search: two words, one line (장면 77:)", [&] { await(history.find(QStringLiteral("장면 77:"))); });
    measure("search: found nowhere", [&] { await(history.find(QStringLiteral("고래"))); });
    return 0;
}
