#pragma once

#include "client/session/SecretStore.h"

#include <QObject>

namespace facet::client {

/// The desktop's keyring through QtKeychain, under the name "facet". Never falls back to plain text: without
/// a keyring every call fails.
class KeychainSecrets : public QObject, public SecretStore {
    Q_OBJECT
public:
    using QObject::QObject;
    QFuture<Result<QString>> read(const QString &key) override;
    QFuture<Result<void>> write(const QString &key, const QString &secret) override;
    QFuture<Result<void>> remove(const QString &key) override;
};

} // namespace facet::client
