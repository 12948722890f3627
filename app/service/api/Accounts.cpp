#include "service/api/Accounts.h"

#include "service/ledger/Ledger.h"

namespace facet::service {

Accounts::Accounts(const Ledger &ledger)
    : m_ledger(ledger)
{
}

Account Accounts::account() const
{
    Account account;
    account.id = m_ledger.accountId();
    account.name = m_ledger.accountName();
    account.plan = m_ledger.plan();
    account.plan.uses.clear();
    account.balance = m_ledger.balance();
    account.renewsAt = m_ledger.renewsAt();
    account.benefits = account.plan.benefits;
    account.concurrency = { account.plan.concurrency, m_running ? m_running() : 0 };
    return account;
}

} // namespace facet::service
