#include "client/api/QuoteApi.h"

#include "client/api/Decode.h"

namespace facet::client {

QFuture<Result<Quote>> QuoteApi::quote(const contract::QuoteBody &body) const
{
    return decoded<Quote>(m_client,
        m_client.send(jsonRequest("POST", QUrl(QStringLiteral("/v1/quotes")), contract::toJson(body))));
}

} // namespace facet::client
