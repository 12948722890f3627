#include "client/api/CatalogueApi.h"

#include "client/api/Decode.h"

#include <QUrlQuery>

namespace facet::client {

namespace {

/// Every item of a list, page by page. Bounded: a service whose pages never end is not believed.
template <typename T>
void collect(HttpClient &client, const QUrl &url, const QString &cursor, QList<T> soFar, int pagesLeft,
    std::shared_ptr<QPromise<Result<QList<T>>>> promise)
{
    HttpRequest request;
    request.url = url;
    if (!cursor.isEmpty()) {
        QUrlQuery query(url);
        query.addQueryItem(QStringLiteral("cursor"), QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
        request.url.setQuery(query);
    }
    then(decodedPage<T>(client, client.send(request)), &client,
        [&client, url, soFar = std::move(soFar), pagesLeft, promise](
            const Result<contract::Page<T>> &page) mutable {
            if (!page) {
                promise->addResult(tl::unexpected(page.error()));
                promise->finish();
                return;
            }
            soFar += page->items;
            if (page->nextCursor && pagesLeft > 0)
                return collect<T>(client, url, *page->nextCursor, std::move(soFar), pagesLeft - 1, promise);
            promise->addResult(Result<QList<T>>(std::move(soFar)));
            promise->finish();
        });
}

constexpr int maxPages = 50;

template <typename T>
QFuture<Result<QList<T>>> all(HttpClient &client, const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<QList<T>>>>();
    promise->start();
    collect<T>(client, QUrl(path), {}, {}, maxPages, promise);
    return promise->future();
}

} // namespace

QFuture<Result<CatalogueApi::Models>> CatalogueApi::models(const QByteArray &etag) const
{
    HttpRequest request;
    request.url = QUrl(QStringLiteral("/v1/models"));
    if (!etag.isEmpty())
        request.addHeader("If-None-Match", etag);
    auto promise = std::make_shared<QPromise<Result<Models>>>();
    promise->start();
    const auto finish = [promise](Result<Models> models) {
        promise->addResult(std::move(models));
        promise->finish();
    };
    then(m_client.send(request), &m_client,
        [&client = m_client, etag, finish](const Result<HttpAnswer> &answer) {
            if (!answer)
                return finish(tl::unexpected(answer.error()));
            if (answer->status == 304)
                return finish(Models{ {}, etag });
            const QByteArray newTag = answer->header("ETag");
            const auto page = contract::parseJson(answer->body).and_then(contract::pageFromJson<Model>);
            if (!page) {
                Error error = page.error();
                error.requestId = answer->requestId;
                return finish(tl::unexpected(std::move(error)));
            }
            if (!page->nextCursor)
                return finish(Models{ Catalogue(page->items), newTag });
            auto rest = std::make_shared<QPromise<Result<QList<Model>>>>();
            rest->start();
            then(rest->future(), &client, [finish, newTag](const Result<QList<Model>> &models) {
                if (!models)
                    return finish(tl::unexpected(models.error()));
                finish(Models{ Catalogue(*models), newTag });
            });
            collect<Model>(
                client, QUrl(QStringLiteral("/v1/models")), *page->nextCursor, page->items, maxPages, rest);
        });
    return promise->future();
}

QFuture<Result<QList<Plan>>> CatalogueApi::plans() const
{
    return all<Plan>(m_client, QStringLiteral("/v1/plans"));
}

QFuture<Result<QList<AgentInfo>>> CatalogueApi::agents() const
{
    return all<AgentInfo>(m_client, QStringLiteral("/v1/agents"));
}

} // namespace facet::client
