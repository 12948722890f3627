#pragma once

#include "domain/Error.h"

#include <QFuture>

namespace facet::client {

/// Where tokens are kept. Keys are service URLs. Errors: ErrorKind::File when there is no keyring.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// Empty: there is none.
    virtual QFuture<Result<QString>> read(const QString &key) = 0;
    virtual QFuture<Result<void>> write(const QString &key, const QString &secret) = 0;
    virtual QFuture<Result<void>> remove(const QString &key) = 0;
};

} // namespace facet::client
