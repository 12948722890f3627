#include "client/net/HttpClient.h"

#include "client/net/AccessManager.h"
#include "client/net/OnceBody.h"
#include "contract/Problem.h"

#include <QBuffer>
#include <QNetworkReply>
#include <QPromise>
#include <QTimer>

#include <algorithm>

namespace facet::client {

Q_LOGGING_CATEGORY(lcNet, "facet.net", QtWarningMsg)

namespace {

bool isIdempotent(const QByteArray &verb)
{
    return verb == "GET" || verb == "HEAD" || verb == "PUT" || verb == "DELETE";
}

/// Seconds, or an HTTP date (RFC 9110 10.2.3).
std::optional<std::chrono::seconds> retryAfter(const QByteArray &value)
{
    bool isNumber = false;
    const int seconds = value.trimmed().toInt(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime date = QDateTime::fromString(QString::fromLatin1(value.trimmed()), Qt::RFC2822Date);
    if (!date.isValid())
        return {};
    return std::chrono::seconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().secsTo(date)));
}

} // namespace

/// One send(): its tries, and its one answer.
class HttpClient::Exchange : public QObject {
public:
    Exchange(HttpClient &client, HttpRequest request)
        : QObject(&client)
        , m_client(client)
        , m_request(std::move(request))
    {
        m_promise.start();
    }

    QFuture<Result<HttpAnswer>> future() { return m_promise.future(); }

    void run()
    {
        ++m_tries;
        m_body.clear();
        m_tooLong = false;
        const Result<QNetworkReply *> opened = m_client.open(m_request, Lane::Request);
        if (!opened)
            return finish(tl::unexpected(opened.error()));
        m_reply = *opened;
        m_reply->setParent(this);
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { read(); });
        connect(m_reply, &QNetworkReply::finished, this, [this] { answered(); });
    }

private:
    void read()
    {
        m_body += m_reply->readAll();
        if (m_body.size() > maxAnswerBytes && !m_tooLong) {
            m_tooLong = true;
            m_reply->abort();
        }
    }

    void answered()
    {
        if (!m_tooLong && m_reply->isOpen())
            m_body += m_reply->readAll();
        QNetworkReply *reply = m_reply;
        reply->deleteLater();
        if (m_tooLong || m_body.size() > maxAnswerBytes) {
            Error error{ ErrorKind::Protocol,
                HttpClient::tr(
                    "The service sent far more than was asked for. Try again, or tell its operator."),
                QStringLiteral("more than %1 bytes from %2").arg(maxAnswerBytes).arg(reply->url().path()), {},
                requestIdOf(reply), {} };
            return finish(tl::unexpected(std::move(error)));
        }
        if (const std::optional<Error> error = errorOf(reply, m_body)) {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (isIdempotent(m_request.verb) && m_tries < m_client.m_retry.attempts
                && (isTransient(*error) || status == 503)) {
                const auto wait = m_client.delayBefore(m_tries, *error);
                qCInfo(lcNet) << "again in" << wait.count() << "ms:" << error->detail;
                QTimer::singleShot(wait, this, [this] { run(); });
                return;
            }
            return finish(tl::unexpected(*error));
        }
        HttpAnswer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.headers = reply->rawHeaderPairs();
        answer.body = std::move(m_body);
        answer.requestId = requestIdOf(reply);
        finish(std::move(answer));
    }

    void finish(Result<HttpAnswer> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
        deleteLater();
    }

    HttpClient &m_client;
    HttpRequest m_request;
    QPromise<Result<HttpAnswer>> m_promise;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    int m_tries = 0;
    bool m_tooLong = false;
};

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , m_requests(new AccessManager(*this, this))
    , m_transfers(new AccessManager(*this, this))
{
}

HttpClient::~HttpClient() = default;

void HttpClient::setEndpoint(const Endpoint &endpoint)
{
    if (m_endpoint == endpoint)
        return;
    m_endpoint = endpoint;
    m_requests->clearConnectionCache();
    m_transfers->clearConnectionCache();
    for (AccessManager *manager : m_streams)
        manager->clearConnectionCache();
}

QUrl HttpClient::resolve(const QUrl &relative) const
{
    if (!relative.isRelative())
        return relative;
    QString base = m_endpoint.url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    QString path = relative.path(QUrl::FullyEncoded);
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    QUrl url = m_endpoint.url;
    url.setPath(base + path, QUrl::StrictMode);
    url.setQuery(relative.hasQuery() ? relative.query(QUrl::FullyEncoded) : QString(), QUrl::StrictMode);
    return url;
}

bool HttpClient::sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0
        && a.port(443) == b.port(443);
}

AccessManager *HttpClient::managerFor(Lane lane)
{
    switch (lane) {
    case Lane::Request:
        return m_requests;
    case Lane::Transfer:
        return m_transfers;
    case Lane::Stream:
        break;
    }
    // A manager opens six connections to a host; one stays free for a stream that is being taken up again.
    constexpr int streamsPerManager = 5;
    for (AccessManager *manager : m_streams) {
        if (manager->busy() < streamsPerManager)
            return manager;
    }
    m_streams.push_back(new AccessManager(*this, this));
    return m_streams.back();
}

Result<QNetworkReply *> HttpClient::open(const HttpRequest &request, Lane lane)
{
    const QUrl url = resolve(request.url);
    if (url.host().isEmpty() || !url.isValid())
        return fail(ErrorKind::Network, tr("There is no service to ask yet. Wait a moment, then try again."),
            QStringLiteral("no host in \"%1\"").arg(url.toDisplayString(QUrl::RemoveQuery)));
    if (url.scheme() != QLatin1String("https"))
        return fail(ErrorKind::Tls,
            tr("Facet speaks to services over HTTPS only. Use an address that begins with https://."),
            QStringLiteral("scheme \"%1\" refused").arg(url.scheme()));

    QNetworkRequest head(url);
    for (const auto &[name, value] : request.headers)
        head.setRawHeader(name, value);
    if (!request.body.isEmpty())
        head.setHeader(QNetworkRequest::ContentTypeHeader,
            request.contentType.isEmpty() ? QByteArray("application/octet-stream") : request.contentType);
    head.setTransferTimeout(request.timeoutMs);
    head.setAttribute(AccessManager::followsRedirects, request.followsRedirects);

    AccessManager *manager = managerFor(lane);
    QNetworkReply *reply = nullptr;
    QIODevice *body = nullptr;
    if (request.verb == "GET") {
        reply = manager->get(head);
    } else if (request.verb == "HEAD") {
        reply = manager->head(head);
    } else if (request.verb == "DELETE") {
        reply = manager->deleteResource(head);
    } else if (request.verb == "PUT") {
        auto *buffer = new QBuffer;
        buffer->setData(request.body);
        buffer->open(QIODevice::ReadOnly);
        body = buffer;
        reply = manager->put(head, body);
    } else {
        body = new OnceBody(request.body);
        head.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        reply = request.verb == "POST" ? manager->post(head, body)
                                       : manager->sendCustomRequest(head, request.verb, body);
    }
    if (body)
        body->setParent(reply);
    qCDebug(lcNet).noquote() << request.verb << url.host() << url.path() << requestIdOf(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply, verb = request.verb] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        qCInfo(lcNet).noquote() << verb << reply->url().path() << status << requestIdOf(reply);
        if (status == 0 && reply->error() != QNetworkReply::NoError
            && reply->error() != QNetworkReply::OperationCanceledError
            && sameOrigin(reply->url(), m_endpoint.url))
            emit unreachable();
        // A late answer to an earlier token says nothing about this one.
        if (status == 401 && sameOrigin(reply->url(), m_endpoint.url) && !m_endpoint.token.isEmpty()
            && reply->request().rawHeader("Authorization") == "Bearer " + m_endpoint.token.toUtf8()) {
            if (const std::optional<Error> error = errorOf(reply, {}))
                emit unauthorized(*error);
        }
    });
    return reply;
}

QFuture<Result<HttpAnswer>> HttpClient::send(const HttpRequest &request)
{
    auto *exchange = new Exchange(*this, request);
    QFuture<Result<HttpAnswer>> future = exchange->future();
    exchange->run();
    return future;
}

QString HttpClient::requestIdOf(QNetworkReply *reply)
{
    const QByteArray theirs = reply->rawHeader("X-Request-Id");
    return QString::fromLatin1(theirs.isEmpty() ? reply->request().rawHeader("X-Request-Id") : theirs);
}

bool HttpClient::isTransient(const Error &error)
{
    return error.kind == ErrorKind::Network || (error.kind == ErrorKind::Service && error.retryAfter);
}

std::chrono::milliseconds HttpClient::delayBefore(int tries, const Error &error) const
{
    using std::chrono::milliseconds;
    if (error.retryAfter)
        return std::min<milliseconds>(*error.retryAfter, m_retry.maxDelay);
    return std::min<milliseconds>(m_retry.firstDelay * (1 << std::clamp(tries - 1, 0, 16)), m_retry.maxDelay);
}

std::optional<Error> HttpClient::errorOf(QNetworkReply *reply, const QByteArray &body)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError network = reply->error();
    Error error;
    if (status >= 400) {
        const QString fallback = status == 401
            ? tr("The service does not accept this token. Enter the right one.")
            : status >= 500 ? tr("The service has a problem of its own. Try again in a moment.")
                            : tr("The service refused this request.");
        error = contract::toError(contract::problemFromAnswer(status, body), fallback);
        error.retryAfter = retryAfter(reply->rawHeader("Retry-After"));
        if (error.detail.isEmpty())
            error.detail = QStringLiteral("HTTP %1 from %2").arg(status).arg(reply->url().path());
    } else if (network == QNetworkReply::NoError && ((status >= 200 && status < 300) || status == 304)) {
        return {};
    } else if (network == QNetworkReply::NoError || (status >= 300 && status < 400)) {
        error.kind = ErrorKind::Protocol;
        error.sentence = tr("The service sent Facet to another address, which is not followed. Check the "
                            "address of the service.");
        error.detail = QStringLiteral("HTTP %1 from %2").arg(status).arg(reply->url().path());
    } else {
        error.detail = QStringLiteral("%1 (%2)").arg(reply->errorString()).arg(static_cast<int>(network));
        if (network == QNetworkReply::SslHandshakeFailedError) {
            error.kind = ErrorKind::Tls;
            error.sentence =
                tr("This service cannot prove that it is the one it claims to be, so nothing was "
                   "sent to it. Check its address, or ask its operator about the certificate.");
        } else if (network == QNetworkReply::InsecureRedirectError
            || network == QNetworkReply::TooManyRedirectsError
            || network == QNetworkReply::ProtocolUnknownError) {
            error.kind = ErrorKind::Protocol;
            error.sentence = tr("The service sent Facet to another address, which is not followed. Check the "
                                "address of the service.");
        } else if (network == QNetworkReply::OperationCanceledError
            || network == QNetworkReply::TimeoutError) {
            error.kind = ErrorKind::Network;
            error.sentence = tr("The service did not answer in time. Check the connection, then try again.");
        } else if (network == QNetworkReply::HostNotFoundError) {
            error.kind = ErrorKind::Network;
            error.sentence = tr("No service was found at %1. Check its address and the connection.")
                                 .arg(reply->url().host());
        } else {
            error.kind = ErrorKind::Network;
            error.sentence = tr("The service cannot be reached. Check the connection, then try again.");
        }
    }
    error.requestId = requestIdOf(reply);
    return error;
}

} // namespace facet::client
