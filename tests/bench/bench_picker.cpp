// Measures ✨ with 500 models: opening it the first time and again, each until it is painted, and what a
// keystroke in its search takes until the rows are there and painted. Aim: a frame, 16 ms.

#include "BenchWorld.h"

#include "tests/ui/support/WindowBench.h"

#include "ui/picker/ModelList.h"

#include <QApplication>
#include <QLineEdit>
#include <QTextStream>

using namespace facet;
using namespace facet::bench;
using namespace facet::ui::test;

namespace {

constexpr int frameUs = 16'000;

/// Everything that is waiting to be painted is painted now.
void paintAll(QWidget *window)
{
    QCoreApplication::sendPostedEvents();
    window->repaint();
    QCoreApplication::processEvents();
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    WindowBench window(ui::Theme::Mode::Dark);
    window.session.models = catalogueOf(500);
    window.open();
    paintAll(window.window.get());
    const Stopwatch first;
    window.window->openModels();
    paintAll(window.window.get());
    print(QStringLiteral("500 models: first opening, painted"), { first.lap() }, 100'000);

    auto *picker = window.find("modelPicker");
    QList<Stopwatch::Lap> opening;
    for (int i = 0; i < 30; ++i) {
        window.window->openModels(); // closes
        paintAll(window.window.get());
        const Stopwatch watch;
        window.window->openModels();
        paintAll(picker);
        opening.append(watch.lap());
    }
    print(QStringLiteral("500 models: opening again, painted"), opening, frameUs);

    auto *search = window.find<QLineEdit>("searchModels");
    QList<Stopwatch::Lap> keys;
    for (int round = 0; round < 10; ++round) {
        for (const QString &word : { QStringLiteral("kling 3"), QStringLiteral("start frame 4k"),
                 QStringLiteral("업스케일"), QStringLiteral("aurora") }) {
            for (const QChar c : word) {
                const Stopwatch watch;
                search->insert(c);
                paintAll(picker);
                keys.append(watch.lap());
            }
            search->clear();
            paintAll(picker);
        }
    }
    print(QStringLiteral("500 models: a keystroke in the search, painted"), keys, frameUs);

    ui::ModelList list;
    list.setCatalogue(window.session.models, window.session.who.benefits);
    QList<Stopwatch::Lap> filters;
    for (int round = 0; round < 50; ++round) {
        for (const QString &word :
            { QStringLiteral("a"), QStringLiteral("4k audio"), QStringLiteral("립싱크") }) {
            const Stopwatch watch;
            list.setSearch(word);
            filters.append(watch.lap());
        }
    }
    print(QStringLiteral("500 models: finding and sorting alone"), filters, 1000);
    return 0;
}
