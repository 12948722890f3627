#pragma once

#include "domain/Error.h"

namespace facet::service {

class Store;

/// A transaction that is rolled back unless it is committed. One inside another becomes a savepoint, so
/// code that needs a transaction of its own also works as a part of a larger one.
class Transaction {
public:
    explicit Transaction(Store &store);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// Everything since the construction is on disk when this succeeds (outermost one), and undone when it
    /// fails. ErrorKind::File.
    Result<void> commit();

private:
    Store &m_store;
    int m_depth = 0; ///< 1: outermost
    bool m_open = false;
    Error m_error; ///< why it could not be opened
};

} // namespace facet::service
