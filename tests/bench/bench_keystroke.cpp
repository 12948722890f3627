// Measures from a key pressed in the message to the new figure painted beside Send: the real window over the
// real composer with its draft on disk; only the service is missing. Every key changes what sending takes.

#include "BenchWorld.h"

#include "client/composer/LiveComposer.h"
#include "client/media/ImageIntake.h"
#include "tests/ui/support/WindowBench.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTextStream>

using namespace facet;
using namespace facet::bench;
using namespace facet::ui::test;

namespace {

constexpr int frameUs = 16'000;

/// Notes when the watched widget has been painted.
class PaintWatch : public QObject {
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        painted = painted || event->type() == QEvent::Paint;
        return false;
    }
};

struct Measured {
    QList<Stopwatch::Lap> times;
    int missed = 0; ///< keys after which the figure stayed the same
};

Measured typing(ui::MainWindow &window, QPlainTextEdit *edit, QWidget *cost, int keys)
{
    Measured measured;
    PaintWatch watch(cost);
    for (int i = 0; i < keys; ++i) {
        QCoreApplication::processEvents();
        watch.painted = false;
        const Stopwatch stopwatch;
        // "2 takes" and " takes" by turns.
        if (i % 2 == 0)
            QTest::keyClick(edit, Qt::Key_Backspace);
        else
            QTest::keyClick(edit, i % 4 == 1 ? Qt::Key_3 : Qt::Key_2);
        for (int turn = 0; turn < 100 && !watch.painted; ++turn)
            QCoreApplication::processEvents();
        measured.times.append(stopwatch.lap());
        measured.missed += watch.painted ? 0 : 1;
    }
    window.repaint();
    return measured;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    for (const int size : { 20, 500 }) {
        for (const bool isLong : { false, true }) {
            WindowBench bench;
            bench.session.models = catalogueOf(size);
            bench.session.agentList = test::World::bundled().agents;
            bench.session.planList = test::World::bundled().plans;
            bench.conversations.current = QStringLiteral("bench");
            client::Database database(bench.profile.filePath(QStringLiteral("facet.db")));
            client::ImageIntake intake(bench.profile.filePath(QStringLiteral("attachments")));
            client::SystemClock clock;
            client::LiveComposer composer(
                { bench.session, bench.conversations, database, intake, clock, {} });
            client::SendGate gate({ composer, bench.runner, bench.transcript, &bench.limits });
            ui::MainWindow window({ bench.theme, bench.settings, bench.files, bench.session,
                bench.conversations, bench.transcript, composer, gate, bench.generations,
                bench.profile.path(), &bench.spending, &bench.limits });
            window.resize(1440, 900);
            window.show();
            QCoreApplication::processEvents();
            const QString head = isLong ? longPrompt(9'900) + u' ' : QString();
            composer.setText(head + QStringLiteral("make 2 takes of a fox with Kling 3.0, 10 seconds"));
            auto *edit = window.findChild<QPlainTextEdit *>(QStringLiteral("message"));
            QTextCursor cursor = edit->textCursor();
            cursor.setPosition(int(head.size()) + 6); // after the 2
            edit->setTextCursor(cursor);
            edit->setFocus();
            const Measured measured =
                typing(window, edit, window.findChild<QWidget *>(QStringLiteral("cost")), 200);
            print(QStringLiteral("%1 models, %2: key to painted figure")
                      .arg(size)
                      .arg(isLong ? QStringLiteral("10,000 characters") : QStringLiteral("short message")),
                measured.times, frameUs);
            if (measured.missed > 0)
                QTextStream(stdout) << "  " << measured.missed << " keys changed nothing on the screen\n";
        }
    }
    return 0;
}
