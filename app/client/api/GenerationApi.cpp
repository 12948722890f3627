#include "client/api/GenerationApi.h"

#include "client/api/Decode.h"
#include "client/api/ResourceUrl.h"
#include "client/net/SseStream.h"

#include <QUrlQuery>

namespace facet::client {

namespace {
constexpr QLatin1String collection("/v1/generations");
}

QFuture<Result<contract::Page<Generation>>> GenerationApi::list(const QString &cursor, int limit) const
{
    HttpRequest request;
    request.url = QUrl(QString(collection));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    request.url.setQuery(query);
    return decodedPage<Generation>(m_client, m_client.send(request));
}

QFuture<Result<Generation>> GenerationApi::get(const QString &id) const
{
    HttpRequest request;
    request.url = resourceUrl(collection, id);
    return decoded<Generation>(m_client, m_client.send(request));
}

QFuture<Result<Generation>> GenerationApi::create(
    const contract::GenerationBody &body, const QString &idempotencyKey) const
{
    HttpRequest request = jsonRequest("POST", QUrl(QString(collection)), contract::toJson(body));
    request.addHeader("Idempotency-Key", idempotencyKey.toUtf8());
    return decoded<Generation>(m_client, m_client.send(request));
}

QFuture<Result<Generation>> GenerationApi::cancel(const QString &id) const
{
    HttpRequest request;
    request.verb = "POST";
    request.url = resourceUrl(collection, id, QLatin1String("/cancel"));
    return decoded<Generation>(m_client, m_client.send(request));
}

QFuture<Result<Generation>> GenerationApi::move(const QString &id, const std::optional<QString> &before) const
{
    return decoded<Generation>(m_client,
        m_client.send(jsonRequest("POST", resourceUrl(collection, id, QLatin1String("/move")),
            contract::toJson(contract::MoveBody{ before }))));
}

SseStream *GenerationApi::events(const QString &id, QObject *parent) const
{
    HttpRequest request;
    request.url = resourceUrl(collection, id, QLatin1String("/events"));
    return new SseStream(m_client, request, parent);
}

} // namespace facet::client
