#include "client/api/LedgerApi.h"

#include "client/api/Decode.h"

#include <QUrlQuery>

namespace facet::client {

QFuture<Result<contract::Page<LedgerEntry>>> LedgerApi::list(const QString &cursor, int limit) const
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("/v1/ledger"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    if (!cursor.isEmpty())
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    request.url.setQuery(query);
    return decodedPage<LedgerEntry>(m_client, m_client.send(request));
}

QFuture<Result<QByteArray>> LedgerApi::csv() const
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("/v1/ledger?format=csv"));
    return then(m_client.send(request), &m_client, [](const Result<HttpAnswer> &answer) {
        return answer.map([](const HttpAnswer &got) { return got.body; });
    });
}

} // namespace facet::client
