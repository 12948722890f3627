#pragma once

#include "client/net/HttpClient.h"
#include "contract/Codecs.h"

namespace facet::client {

/// /v1/connections/{engine}: providers the user has connected to the service. Secrets go in, never out.
class ConnectionApi {
public:
    explicit ConnectionApi(HttpClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<contract::Connection>> get(const QString &engine) const;
    QFuture<Result<contract::Connection>> put(
        const QString &engine, const contract::ConnectionBody &body) const;
    QFuture<Result<void>> remove(const QString &engine) const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
