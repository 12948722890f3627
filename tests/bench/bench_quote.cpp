// Measures the quote at a keystroke: 20 and 500 models, a typical message and one of 10,000 characters. Each
// round writes one character more, as typing does, in the middle or at the end. Aim: under 1 ms.

#include "BenchWorld.h"

#include "domain/PromptReader.h"

#include <QTextStream>

using namespace facet;
using namespace facet::bench;

namespace {

constexpr int limitUs = 1000;
constexpr int rounds = 300;

struct Place {
    const Catalogue &catalogue;
    Account account;
    QDateTime now;
};

QuoteContext contextOf(const Place &place)
{
    const test::World &world = test::World::bundled();
    return { place.catalogue, world.agents, place.account, world.plans, place.now };
}

/// Types `rounds` characters into `prompt` at `at`, quoting after each.
QList<Stopwatch::Lap> typing(const Place &place, const QString &prompt, qsizetype at, Credits &sum)
{
    PromptReader reader;
    QuoteRequest request;
    request.agent = AgentVersion::V2;
    request.prompt = prompt;
    makeQuote(request, contextOf(place), reader); // what was there before is known
    QList<Stopwatch::Lap> times;
    for (int i = 0; i < rounds; ++i) {
        request.prompt.insert(at + i, i % 6 == 5 ? u' ' : QChar(u'a' + i % 26));
        const Stopwatch watch;
        const Quote quote = makeQuote(request, contextOf(place), reader);
        times.append(watch.lap());
        sum += quote.totalCredits.value_or(0);
    }
    return times;
}

/// What a paste costs: nothing is known before.
QList<Stopwatch::Lap> pasting(const Place &place, const QString &prompt, Credits &sum)
{
    QList<Stopwatch::Lap> times;
    for (int i = 0; i < rounds / 10; ++i) {
        PromptReader reader;
        QuoteRequest request;
        request.prompt = prompt + QString::number(i);
        const Stopwatch watch;
        sum += makeQuote(request, contextOf(place), reader).totalCredits.value_or(0);
        times.append(watch.lap());
    }
    return times;
}

} // namespace

int main()
{
    const test::World &world = test::World::bundled();
    const QDateTime now = test::testNow();
    Credits sum = 0; // so that nothing is optimised away
    for (const int size : { 20, 500 }) {
        const Catalogue catalogue = catalogueOf(size);
        for (const Credits balance : { Credits(8412), Credits(2) }) {
            const Place place{ catalogue, world.account(QStringLiteral("premium"), balance), now };
            const QString head = QStringLiteral("%1 models, %2 credits, ").arg(size).arg(balance);
            const QString typical = typicalPrompt();
            const QString script = longPrompt(10'000);
            print(head + QStringLiteral("typical message, at its end"),
                typing(place, typical, typical.size(), sum), limitUs);
            print(head + QStringLiteral("10,000 characters, at the end"),
                typing(place, script, script.size(), sum), limitUs);
            print(head + QStringLiteral("10,000 characters, inside"), typing(place, script, 4000, sum),
                limitUs);
            print(head + QStringLiteral("10,000 characters, pasted"), pasting(place, script, sum), 8000);
        }
    }
    QTextStream(stdout) << "(checksum " << sum << ")\n";
    return 0;
}
