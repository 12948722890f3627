#pragma once

#include "client/net/Http.h"

#include <QFuture>
#include <QLoggingCategory>
#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

class QNetworkReply;

namespace facet::client {

Q_DECLARE_LOGGING_CATEGORY(lcNet) ///< "facet.net": verbs, paths, status, request ids. Never tokens or bodies.

class AccessManager;

/// When to try again, for what may be tried again.
struct RetryPolicy {
    int attempts = 4; ///< in all
    std::chrono::milliseconds firstDelay{ 300 }; ///< doubles each time
    std::chrono::milliseconds maxDelay{ 8000 }; ///< also the longest Retry-After that is waited for
};

/// The only way out of this program: sole owner of the network access managers. HTTPS only (an http URL is
/// refused with ErrorKind::Tls before anything is sent); the endpoint's pinned certificate, or the system's
/// roots; no redirect to another origin, none at all for what is not GET or HEAD; the token goes to the
/// endpoint's origin only.
///
/// Errors of every call: Network (unreachable, cut, timed out), Tls, Protocol (too long, broken), or what
/// the service's problem document says (contract::toError), with request id and Retry-After.
class HttpClient : public QObject {
    Q_OBJECT
public:
    /// One answer held in memory is never longer.
    static constexpr qint64 maxAnswerBytes = 16 * 1024 * 1024;

    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// Connections made for the one before are not used again.
    void setEndpoint(const Endpoint &endpoint);
    const Endpoint &endpoint() const { return m_endpoint; }
    /// Of texts that the service writes: "ko, en;q=0.5".
    void setLanguage(const QByteArray &acceptLanguage) { m_language = acceptLanguage; }
    void setRetryPolicy(const RetryPolicy &policy) { m_retry = policy; }
    const RetryPolicy &retryPolicy() const { return m_retry; }

    /// `relative` below the endpoint; an absolute URL stays as it is.
    QUrl resolve(const QUrl &relative) const;

    /// GET, HEAD, PUT and DELETE are tried again after network errors and 503 (after Retry-After). Anything
    /// else is sent exactly once: who may repeat a POST, under its Idempotency-Key, is its caller.
    QFuture<Result<HttpAnswer>> send(const HttpRequest &request);

    /// Which connections a transfer uses: event streams stay open for hours and must never keep a request or
    /// a download waiting for one of the six connections that a manager opens to a host.
    enum class Lane { Request, Transfer, Stream };
    /// For the streams and transfers of this folder. Sent once, never retried; the caller owns the reply. An
    /// error when nothing may be sent to this URL.
    Result<QNetworkReply *> open(const HttpRequest &request, Lane lane);

    /// What a finished reply failed with; empty for a status of 2xx or 304. `body` is what was read of it.
    static std::optional<Error> errorOf(QNetworkReply *reply, const QByteArray &body);
    static QString requestIdOf(QNetworkReply *reply);
    /// Cuts, and a service that says when to come back: worth another try. Not TLS, not refusals.
    static bool isTransient(const Error &error);
    /// How long to wait before try number `tries` + 1: doubling, or what Retry-After says, within the policy.
    std::chrono::milliseconds delayBefore(int tries, const Error &error) const;
    static bool sameOrigin(const QUrl &a, const QUrl &b);
    const QByteArray &language() const { return m_language; }

signals:
    /// The endpoint answered 401 to a request that carried its token.
    void unauthorized(const facet::Error &error);
    /// A request to the endpoint failed below HTTP. Others may still succeed.
    void unreachable();

private:
    class Exchange;
    AccessManager *managerFor(Lane lane);

    Endpoint m_endpoint;
    QByteArray m_language = "en";
    RetryPolicy m_retry;
    AccessManager *m_requests;
    AccessManager *m_transfers;
    std::vector<AccessManager *> m_streams;
};

} // namespace facet::client
