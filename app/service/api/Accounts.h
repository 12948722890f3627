#pragma once

#include "domain/Account.h"

#include <functional>

namespace facet::service {

class Ledger;

/// The account as the contract shows it: plan, benefits, balance, and how many generations run.
class Accounts {
public:
    explicit Accounts(const Ledger &ledger);

    /// How many generations run is known by the jobs, which are made later.
    void setRunning(std::function<int()> running) { m_running = std::move(running); }
    Account account() const;

private:
    const Ledger &m_ledger;
    std::function<int()> m_running;
};

} // namespace facet::service
