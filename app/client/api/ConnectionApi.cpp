#include "client/api/ConnectionApi.h"

#include "client/api/Decode.h"
#include "client/api/ResourceUrl.h"

namespace facet::client {

namespace {
constexpr QLatin1String collection("/v1/connections");
}

QFuture<Result<contract::Connection>> ConnectionApi::get(const QString &engine) const
{
    HttpRequest request;
    request.url = resourceUrl(collection, engine);
    return decoded<contract::Connection>(m_client, m_client.send(request));
}

QFuture<Result<contract::Connection>> ConnectionApi::put(
    const QString &engine, const contract::ConnectionBody &body) const
{
    return decoded<contract::Connection>(
        m_client, m_client.send(jsonRequest("PUT", resourceUrl(collection, engine), contract::toJson(body))));
}

QFuture<Result<void>> ConnectionApi::remove(const QString &engine) const
{
    HttpRequest request;
    request.verb = "DELETE";
    request.url = resourceUrl(collection, engine);
    return done(m_client, m_client.send(request));
}

} // namespace facet::client
