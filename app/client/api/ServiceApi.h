#pragma once

#include "client/net/HttpClient.h"
#include "domain/Generation.h"

namespace facet::client {

/// GET /v1/service.
class ServiceApi {
public:
    explicit ServiceApi(HttpClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<ServiceInfo>> get() const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
