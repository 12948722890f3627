#include "service/http/SessionRegistry.h"

#include "service/http/Session.h"

namespace facet::service {

void SessionRegistry::add(const std::shared_ptr<Session> &session)
{
    const std::lock_guard lock(m_mutex);
    m_sessions.insert(session);
}

void SessionRegistry::remove(const std::shared_ptr<Session> &session)
{
    std::function<void()> emptied;
    {
        const std::lock_guard lock(m_mutex);
        if (m_sessions.erase(session) && m_sessions.empty())
            emptied = m_emptied;
    }
    if (emptied)
        emptied();
}

int SessionRegistry::size() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_sessions.size());
}

void SessionRegistry::shutDownAll()
{
    std::set<std::shared_ptr<Session>> sessions;
    {
        const std::lock_guard lock(m_mutex);
        sessions = m_sessions;
    }
    for (const auto &session : sessions)
        session->shutDown();
}

void SessionRegistry::clear()
{
    std::set<std::shared_ptr<Session>> sessions;
    const std::lock_guard lock(m_mutex);
    m_emptied = {};
    sessions.swap(m_sessions);
}

void SessionRegistry::setEmptied(std::function<void()> emptied)
{
    const std::lock_guard lock(m_mutex);
    m_emptied = std::move(emptied);
}

} // namespace facet::service
