#include "client/session/TopUpWatch.h"

#include "client/session/Session.h"

#include <algorithm>

namespace facet::client {

TopUpWatch::TopUpWatch(Session &session, Pace pace, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_pace(pace)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TopUpWatch::ask);
    connect(&m_session, &Session::accountChanged, this, &TopUpWatch::look);
}

Credits TopUpWatch::total() const
{
    // What is held comes back or is taken, but never grows the sum: only new credits do. The parts are as the
    // account last said; the balance alone moves in between, with every run.
    const Balance &balance = m_session.account().balance;
    Credits sum = balance.parts.isEmpty() ? balance.credits : 0;
    for (const BalancePart &part : balance.parts)
        sum += part.credits;
    return sum + balance.held;
}

void TopUpWatch::start()
{
    m_watching = true;
    m_before = total();
    m_renewsAt = m_session.account().renewsAt;
    m_rounds = 0;
    m_waitMs = m_pace.firstMs;
    if (m_active)
        m_timer.start(m_waitMs);
}

void TopUpWatch::setWindowActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (!m_watching)
        return;
    m_timer.stop();
    if (active) {
        m_waitMs = m_pace.firstMs;
        ask();
    }
}

void TopUpWatch::ask()
{
    if (!m_watching || !m_active)
        return;
    if (++m_rounds > m_pace.rounds) {
        m_watching = false;
        emit gaveUp();
        return;
    }
    m_timer.start(m_waitMs);
    m_waitMs = std::min(m_waitMs * 2, m_pace.maxMs);
    m_session.refreshAccount();
}

void TopUpWatch::look()
{
    if (!m_watching)
        return;
    const Credits now = total();
    // A new period brings credits as well; those are not what was paid for.
    if (m_session.account().renewsAt != m_renewsAt) {
        m_renewsAt = m_session.account().renewsAt;
        m_before = now;
        return;
    }
    if (now <= m_before) {
        m_before = now;
        return;
    }
    m_watching = false;
    m_timer.stop();
    emit arrived(now - m_before);
}

} // namespace facet::client
