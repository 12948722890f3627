#pragma once

#include "client/net/HttpClient.h"
#include "contract/Codecs.h"

namespace facet::client {

/// /v1/ledger: every credit that came or went.
class LedgerApi {
public:
    explicit LedgerApi(HttpClient &client)
        : m_client(client)
    {
    }
    /// Newest first.
    QFuture<Result<contract::Page<LedgerEntry>>> list(const QString &cursor = {}, int limit = 100) const;
    QFuture<Result<QByteArray>> csv() const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
