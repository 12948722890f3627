#pragma once

#include "client/net/HttpClient.h"
#include "contract/Codecs.h"

namespace facet::client {

/// POST /v1/quotes. Spends nothing.
class QuoteApi {
public:
    explicit QuoteApi(HttpClient &client)
        : m_client(client)
    {
    }
    QFuture<Result<Quote>> quote(const contract::QuoteBody &body) const;

private:
    HttpClient &m_client;
};

} // namespace facet::client
