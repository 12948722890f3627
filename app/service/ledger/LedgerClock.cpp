#include "service/ledger/LedgerClock.h"

#include "service/ledger/Ledger.h"

namespace facet::service {

namespace {

// A computer that slept, or whose clock was set, is noticed within this time.
constexpr qint64 longestWaitMs = 60 * 1000;

} // namespace

LedgerClock::LedgerClock(Ledger &ledger, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (auto done = m_ledger.settle(); !done) {
            qCritical().noquote() << "facet-service:" << done.error().detail;
            m_timer.start(static_cast<int>(longestWaitMs));
            return;
        }
        schedule();
    });
    connect(&ledger, &Ledger::changed, this, &LedgerClock::schedule);
}

void LedgerClock::start()
{
    schedule();
}

void LedgerClock::schedule()
{
    const auto due = m_ledger.nextDue();
    qint64 wait = longestWaitMs;
    if (due && *due)
        wait = qBound<qint64>(1, m_clock.now().msecsTo(**due), longestWaitMs);
    m_timer.start(static_cast<int>(wait));
}

} // namespace facet::service
