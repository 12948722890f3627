#pragma once

#include "service/store/Clock.h"

#include <QObject>
#include <QTimer>

namespace facet::service {

class Ledger;

/// Writes expiry and grant rows when they are due, also while nobody asks for anything.
class LedgerClock : public QObject {
    Q_OBJECT
public:
    LedgerClock(Ledger &ledger, const Clock &clock, QObject *parent = nullptr);
    void start();

private:
    void schedule();

    Ledger &m_ledger;
    const Clock &m_clock;
    QTimer m_timer;
};

} // namespace facet::service
