#pragma once

#include "client/session/SecretStore.h"

#include <QHash>

namespace facet::client {

/// Secrets for as long as the program runs.
class MemorySecrets : public SecretStore {
public:
    QFuture<Result<QString>> read(const QString &key) override;
    QFuture<Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<Result<void>> remove(const QString &key) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace facet::client
