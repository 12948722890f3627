#pragma once

#include "domain/Error.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

/// Plain values of one HTTP exchange, as the rest of the client sees it. Sockets and replies stay in
/// app/client/net.
namespace facet::client {

/// The service in use: where it is, who we are there, and which certificate proves that it is it.
struct Endpoint {
    QUrl url; ///< https; paths of the contract ("/v1/…") hang below its own path
    QString token; ///< sent as Bearer, to this origin only
    QByteArray certificateSha256; ///< 32 raw bytes: exactly this certificate; empty: the system's roots
    /// The same one itself (PEM), when it is known: connections then trust it from the start, rather than
    /// asking about it one by one.
    QByteArray certificate = {};
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

struct HttpRequest {
    QByteArray verb = "GET";
    QUrl url; ///< absolute, or a path relative to the endpoint ("/v1/models?limit=5")
    QByteArray body = {};
    QByteArray contentType = {}; ///< of `body`
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    int timeoutMs = 30000; ///< without a byte in either direction
    /// GET and HEAD follow redirects within the origin. False: a redirect is an answer for the caller to
    /// judge.
    bool followsRedirects = true;

    void addHeader(const QByteArray &name, const QByteArray &value) { headers.emplace_back(name, value); }
};

struct HttpAnswer {
    int status = 0; ///< 200..299, or 304 when the request was conditional
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString requestId; ///< the service's X-Request-Id, else the one we sent

    /// Empty when it is not there. Case does not matter.
    QByteArray header(QByteArrayView name) const;
};

} // namespace facet::client
