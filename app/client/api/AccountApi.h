#pragma once

#include "client/net/HttpClient.h"
#include "domain/Account.h"

namespace facet::client {

/// /v1/account and /v1/top_ups.
class AccountApi {
public:
    explicit AccountApi(HttpClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<Account>> get() const;
    /// Only the bundled service takes it.
    QFuture<Result<Account>> changePlan(const QString &planId) const;
    /// Credits now (empty URL), or the page where a hosted service takes the payment. `idempotencyKey` is
    /// the caller's: the same one for the same purchase.
    QFuture<Result<QUrl>> topUp(Credits credits, const QString &idempotencyKey) const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
