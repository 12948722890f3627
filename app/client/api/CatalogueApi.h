#pragma once

#include "client/net/HttpClient.h"
#include "domain/Account.h"
#include "domain/Model.h"

namespace facet::client {

/// /v1/models, /v1/plans and /v1/agents: what can be had, and at what price.
class CatalogueApi {
public:
    struct Models {
        std::optional<Catalogue> catalogue; ///< empty: unchanged since `etag`
        QByteArray etag;
    };

    explicit CatalogueApi(HttpClient &client)
        : m_client(client)
    {
    }
    /// With the ETag of the copy at hand, unchanged models are not sent again (304). All pages.
    QFuture<Result<Models>> models(const QByteArray &etag = {}) const;
    QFuture<Result<QList<Plan>>> plans() const;
    QFuture<Result<QList<AgentInfo>>> agents() const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
