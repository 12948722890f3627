// Measures the transcript with a conversation of 100,000 messages and 5,000 videos, on disk as in a profile:
// opening it until it is painted, scrolling through it, going anywhere in it, an answer that streams in,
// looking for a word, and what all of it takes of memory.
//   bench_transcript [rows]

#include "BenchWorld.h"

#include "client/chat/StoredConversations.h"
#include "client/chat/StoredTranscript.h"
#include "tests/support/FakeGenerations.h"
#include "tests/support/FakeSession.h"
#include "tests/support/LongConversation.h"
#include "tests/ui/support/FakeChatRunner.h"
#include "ui/chat/TranscriptView.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

#include <cstdlib>

using namespace facet;
using namespace facet::bench;
using namespace facet::client;

namespace {

constexpr int frameUs = 16'000;

struct Memory {
    qint64 pss = 0; ///< kB
    qint64 rss = 0;
};

Memory memoryNow()
{
    Memory memory;
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        return memory;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.value(0) == "Pss:")
            memory.pss = words.value(1).toLongLong();
        if (words.value(0) == "Rss:")
            memory.rss = words.value(1).toLongLong();
    }
    return memory;
}

void waitFor(const std::function<bool()> &done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
}

/// Whatever is waiting is done, and the view painted, once.
void frame(QWidget *viewport)
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents(viewport->window(), QEvent::UpdateRequest);
}

QStringList makePosters(const QString &folder)
{
    QStringList paths;
    for (int i = 0; i < 24; ++i) {
        QImage image(1280, 720, QImage::Format_RGB32);
        QPainter painter(&image);
        QLinearGradient gradient(0, 0, 1280, 720);
        gradient.setColorAt(0, QColor::fromHsv(i * 15, 160, 90));
        gradient.setColorAt(1, QColor::fromHsv((i * 15 + 60) % 360, 160, 230));
        painter.fillRect(image.rect(), gradient);
        painter.end();
        paths.append(QStringLiteral("%1/poster-%2.jpg").arg(folder).arg(i));
        image.save(paths.constLast());
    }
    return paths;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QTextStream out(stdout);
    test::LongConversation conversation;
    if (argc > 1)
        conversation.rows = qMax(1000, atoi(argv[1]));
    const QTemporaryDir folder;
    conversation.posters = makePosters(folder.path());

    Database database(folder.filePath(QStringLiteral("facet.db")));
    MessageStore messages(&database);
    test::FakeGenerations generations;
    test::FakeSession session;
    ui::test::FakeChatRunner runner;
    const auto filling =
        database.run([conversation](QSqlDatabase &connection) { return conversation.write(connection); });
    waitFor([&] { return filling.isFinished(); });
    if (!filling.result()) {
        out << filling.result().error().detail << '\n';
        return 1;
    }

    StoredConversations conversations(&database, messages, generations, session);
    StoredTranscript transcript(messages, conversations, generations);
    ui::Theme theme(ui::Theme::Mode::Dark);
    theme.install(app);
    ui::PosterCache posters;
    ui::TranscriptView view(transcript, runner, generations, session, theme, posters);
    view.resize(760, 820);
    view.show();
    conversations.start();
    waitFor([&] { return !transcript.conversationId().isEmpty(); });
    const QString empty = transcript.conversationId();
    for (int i = 0; i < 20; ++i)
        frame(view.viewport());
    const Memory before = memoryNow();

    const auto open = [&](const QString &id) {
        conversations.open(id);
        waitFor([&] { return transcript.conversationId() == id; });
        frame(view.viewport());
    };
    QList<Stopwatch::Lap> opening;
    for (int round = 0; round < 12; ++round) {
        const Stopwatch watch;
        open(conversation.id);
        opening.append(watch.lap());
        for (int i = 0; i < 40; ++i)
            frame(view.viewport());
        if (round < 11)
            open(empty);
    }
    out << conversation.rows << " rows, " << conversation.rows / 20 << " videos\n";
    out.flush();
    print(QStringLiteral("opening it at its end, painted: the first time"), { opening.takeFirst() }, 100'000);
    print(QStringLiteral("opening it again"), opening, 100'000);
    const Memory opened = memoryNow();

    QScrollBar *bar = view.verticalScrollBar();
    const auto scroll = [&](const QString &what, int frames, const std::function<int(int)> &to) {
        QList<Stopwatch::Lap> laps;
        for (int i = 0; i < frames; ++i) {
            const Stopwatch watch;
            bar->setValue(to(i));
            frame(view.viewport());
            laps.append(watch.lap());
        }
        print(what, laps, frameUs);
    };
    scroll(
        QStringLiteral("scrolling up by the wheel, a frame"), 3000, [&](int) { return bar->value() - 72; });
    scroll(QStringLiteral("scrolling down, a frame"), 1000, [&](int) { return bar->value() + 120; });
    scroll(QStringLiteral("dragging the scroll bar from end to end, a frame"), 600,
        [&](int i) { return static_cast<int>(qint64(bar->maximum()) * (599 - i) / 599); });

    QList<Stopwatch::Lap> jumps;
    for (int i = 0; i < 40; ++i) {
        const Stopwatch watch;
        bar->setValue(static_cast<int>(qint64(bar->maximum()) * ((i * 37) % 100) / 100));
        frame(view.viewport());
        waitFor([&] {
            const int first = view.sight().first();
            return transcript.isRead(first) && transcript.isRead(view.sight().last());
        });
        frame(view.viewport());
        jumps.append(watch.lap());
    }
    print(QStringLiteral("going anywhere, until it is read and painted"), jumps, 100'000);

    view.scrollToEnd();
    StoredItem answer{ conversation.id, QStringLiteral("run-live"),
        test::LongConversation::position(conversation.rows), {} };
    answer.item.id = QStringLiteral("live");
    answer.item.kind = TranscriptItem::Kind::AgentText;
    answer.item.streaming = true;
    QList<Stopwatch::Lap> deltas;
    for (int i = 0; i < 400; ++i) {
        answer.item.text += i % 12 == 11 ? QStringLiteral("\n\n") : QStringLiteral("another few **words** ");
        const Stopwatch watch;
        messages.announce(answer);
        frame(view.viewport());
        deltas.append(watch.lap());
    }
    messages.settle(answer.runId);
    print(QStringLiteral("an answer that streams in, each part, painted"), deltas, frameUs);

    QList<Stopwatch::Lap> firstHits;
    QList<Stopwatch::Lap> allHits;
    TranscriptSearch &search = transcript.search();
    for (int round = 0; round < 5; ++round) {
        search.setText({});
        const Stopwatch watch;
        search.setText(round % 2 ? QStringLiteral("등대지기") : QStringLiteral("등대"));
        waitFor([&] { return search.count() > 0; });
        firstHits.append(watch.lap());
        waitFor([&] { return search.isDone(); });
        allHits.append(watch.lap());
    }
    print(QStringLiteral("looking for a Korean word: the last place"), firstHits, 100'000);
    print(QStringLiteral("all %1 places").arg(search.count()), allHits, 1'000'000);

    const Memory after = memoryNow();
    const auto mb = [](qint64 kb) { return QString::number(double(kb) / 1024, 'f', 1); };
    out << "memory (PSS, RSS in MB): " << mb(before.pss) << ", " << mb(before.rss) << " before; "
        << mb(opened.pss) << ", " << mb(opened.rss) << " opened; " << mb(after.pss) << ", " << mb(after.rss)
        << " after all of this; grown by " << mb(after.pss - before.pss) << " and "
        << mb(after.rss - before.rss) << ", limit 60; rows held: " << transcript.readCount() << '\n';
    return 0;
}
