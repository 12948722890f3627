#pragma once

#include "client/net/HttpClient.h"
#include "client/net/Then.h"
#include "contract/Codecs.h"

namespace facet::client {

/// The JSON of an answer through `decode` (Json → Result<T>); an error keeps its request id.
template <typename T, typename Decoder>
QFuture<Result<T>> decoded(HttpClient &client, QFuture<Result<HttpAnswer>> answer, Decoder decode)
{
    return then(answer, &client, [decode = std::move(decode)](const Result<HttpAnswer> &got) -> Result<T> {
        if (!got)
            return tl::unexpected(got.error());
        Result<T> value = contract::parseJson(got->body).and_then(decode);
        if (!value)
            value.error().requestId = got->requestId;
        return value;
    });
}

template <typename T>
QFuture<Result<T>> decoded(HttpClient &client, QFuture<Result<HttpAnswer>> answer)
{
    return decoded<T>(
        client, std::move(answer), [](const contract::Json &json) { return contract::fromJson<T>(json); });
}

/// One page of a list.
template <typename T>
QFuture<Result<contract::Page<T>>> decodedPage(HttpClient &client, QFuture<Result<HttpAnswer>> answer)
{
    return decoded<contract::Page<T>>(client, std::move(answer),
        [](const contract::Json &json) { return contract::pageFromJson<T>(json); });
}

/// Only whether it worked.
inline QFuture<Result<void>> done(HttpClient &client, const QFuture<Result<HttpAnswer>> &answer)
{
    return then(answer, &client, [](const Result<HttpAnswer> &got) -> Result<void> {
        if (!got)
            return tl::unexpected(got.error());
        return {};
    });
}

/// A request whose body is JSON.
inline HttpRequest jsonRequest(const QByteArray &verb, const QUrl &url, const contract::Json &json)
{
    HttpRequest request;
    request.verb = verb;
    request.url = url;
    request.body = contract::toBytes(json);
    request.contentType = "application/json";
    return request;
}

} // namespace facet::client
