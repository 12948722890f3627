#include "client/session/MemorySecrets.h"

namespace facet::client {

QFuture<Result<QString>> MemorySecrets::read(const QString &key)
{
    return QtFuture::makeReadyFuture(Result<QString>(m_secrets.value(key)));
}

QFuture<Result<void>> MemorySecrets::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return QtFuture::makeReadyFuture(Result<void>());
}

QFuture<Result<void>> MemorySecrets::remove(const QString &key)
{
    m_secrets.remove(key);
    return QtFuture::makeReadyFuture(Result<void>());
}

} // namespace facet::client
