#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <set>

namespace facet::service {

class Session;

/// The open connections; it keeps them alive. Thread-safe.
class SessionRegistry {
public:
    void add(const std::shared_ptr<Session> &session);
    /// Calls `emptied` when it was the last one.
    void remove(const std::shared_ptr<Session> &session);
    int size() const;

    /// Asks each to end as soon as its answer allows.
    void shutDownAll();
    void clear();

    /// Called on any thread, whenever the last session goes.
    void setEmptied(std::function<void()> emptied);

private:
    mutable std::mutex m_mutex;
    std::set<std::shared_ptr<Session>> m_sessions;
    std::function<void()> m_emptied;
};

} // namespace facet::service
