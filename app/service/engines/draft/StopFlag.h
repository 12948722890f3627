#pragma once

#include <atomic>

namespace facet::service::draft {

/// Asked between pieces of work that take a few milliseconds each, so that a cancelled job ends within
/// 200 ms (issue 2). Set once, never cleared.
class StopFlag {
public:
    void stop() { m_stopped.store(true, std::memory_order_relaxed); }
    bool stopped() const { return m_stopped.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_stopped = false;
};

} // namespace facet::service::draft
