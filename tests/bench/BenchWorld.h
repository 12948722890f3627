#pragma once

#include "tests/domain/TestWorld.h"

#include <QElapsedTimer>

/// What the benches of quote, picker and keystrokes measure with.
namespace facet::bench {

/// The bundled catalogue and, up to `size` models, variations of it under other names, prices and aliases.
Catalogue catalogueOf(int size);

/// A message as people write it.
QString typicalPrompt();
/// A pasted script of about `characters`, with wishes in its middle and at its end.
QString longPrompt(int characters);

/// How long something took on the clock, and what of it this thread worked: on a machine that does other
/// things too, only the second says what the program itself takes.
class Stopwatch {
public:
    Stopwatch();
    struct Lap {
        qint64 wall = 0; ///< nanoseconds
        qint64 work = 0;
    };
    Lap lap() const;

private:
    static qint64 workNow();
    QElapsedTimer m_clock;
    qint64 m_work = 0;
};

/// One line: the medians and 99th percentiles, in microseconds.
void print(const QString &what, const QList<Stopwatch::Lap> &laps, int limitUs);

} // namespace facet::bench
