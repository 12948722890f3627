#include "service/store/Transaction.h"

#include "service/store/Store.h"

namespace facet::service {

Transaction::Transaction(Store &store)
    : m_store(store)
    , m_depth(++store.m_depth)
{
    const auto begun = m_depth == 1 ? store.plain(QStringLiteral("BEGIN IMMEDIATE"))
                                    : store.plain(QStringLiteral("SAVEPOINT level%1").arg(m_depth));
    m_open = begun.has_value();
    if (!begun)
        m_error = begun.error();
}

Transaction::~Transaction()
{
    if (m_open) {
        if (m_depth == 1) {
            (void)m_store.plain(QStringLiteral("ROLLBACK"));
        } else {
            (void)m_store.plain(QStringLiteral("ROLLBACK TO level%1").arg(m_depth));
            (void)m_store.plain(QStringLiteral("RELEASE level%1").arg(m_depth));
        }
    }
    --m_store.m_depth;
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return tl::unexpected(m_error);
    auto done = m_depth == 1 ? m_store.plain(QStringLiteral("COMMIT"))
                             : m_store.plain(QStringLiteral("RELEASE level%1").arg(m_depth));
    // A COMMIT that failed (disk full) leaves the transaction open; the destructor rolls it back.
    if (done)
        m_open = false;
    return done;
}

} // namespace facet::service
