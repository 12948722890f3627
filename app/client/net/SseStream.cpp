#include "client/net/SseStream.h"

#include <QNetworkReply>

namespace facet::client {

namespace {
constexpr qsizetype maxErrorBody = 256 * 1024;
/// A live service says something, if only a comment, more often than this.
constexpr int silenceMs = 75000;
} // namespace

SseStream::SseStream(HttpClient &client, HttpRequest first, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_first(std::move(first))
    , m_reply(this)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SseStream::connectNow);
    if (m_first.verb == "GET")
        m_resumeUrl = m_first.url;
}

SseStream::~SseStream() = default;

void SseStream::start()
{
    connectNow();
}

void SseStream::close()
{
    end({});
}

void SseStream::connectNow()
{
    HttpRequest request = m_first;
    if (m_accepted) {
        request = {};
        request.url = m_resumeUrl;
    }
    request.timeoutMs = silenceMs;
    request.addHeader("Accept", "text/event-stream");
    request.addHeader("Cache-Control", "no-cache");
    if (!m_lastEventId.isEmpty())
        request.addHeader("Last-Event-ID", m_lastEventId);
    m_parser = contract::SseParser();
    m_errorBody.clear();
    m_streaming = false;
    const Result<QNetworkReply *> opened = m_client.open(request, HttpClient::Lane::Stream);
    if (!opened) {
        // Nobody is connected to hear of it while start() is still running.
        QMetaObject::invokeMethod(
            this, [this, error = opened.error()] { end(error); }, Qt::QueuedConnection);
        return;
    }
    m_reply.take(*opened);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &SseStream::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &SseStream::readBody);
    connect(m_reply, &QNetworkReply::finished, this, &SseStream::replyFinished);
}

void SseStream::readHead()
{
    if (!m_reply || m_streaming || m_ended)
        return;
    const int status = m_reply.status();
    if (status != 200)
        return;
    const QByteArray type = m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().toLower();
    if (!type.startsWith("text/event-stream"))
        return end(Error{ ErrorKind::Protocol,
            tr("The service answered in a way that Facet does not understand. It may be another version."),
            QStringLiteral("Content-Type \"%1\" for an event stream").arg(QString::fromLatin1(type)), {},
            HttpClient::requestIdOf(m_reply), {} });
    m_streaming = true;
    if (m_accepted)
        return;
    m_accepted = true;
    emit opened();
}

void SseStream::readBody()
{
    const QPointer<SseStream> self(this);
    readHead();
    if (!self || m_ended || !m_reply)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (!m_streaming) {
        m_errorBody += bytes.left(maxErrorBody - m_errorBody.size());
        return;
    }
    const Result<QList<contract::SseEvent>> events = m_parser.feed(bytes);
    if (!events)
        return end(events.error());
    for (const contract::SseEvent &one : *events) {
        m_tries = 0;
        if (!one.id.isEmpty())
            m_lastEventId = one.id;
        emit received(one);
        if (!self || m_ended)
            return;
    }
}

void SseStream::replyFinished()
{
    if (!m_reply || m_ended)
        return;
    const QPointer<SseStream> self(this);
    readBody();
    if (!self || m_ended || !m_reply)
        return;
    const int status = m_reply.status();
    std::optional<Error> error = HttpClient::errorOf(m_reply, m_errorBody);
    if (status == 204)
        return end({});
    if (!error)
        error = Error{ ErrorKind::Network, tr("The connection to the service was cut."),
            QStringLiteral("event stream closed by the service"), {}, HttpClient::requestIdOf(m_reply), {} };
    m_reply.drop();
    const bool cut = status == 200; // an open stream may be taken up again whatever cut it
    if (cut || HttpClient::isTransient(*error) || error->kind == ErrorKind::Service)
        return tryAgain(*error);
    end(error);
}

void SseStream::tryAgain(const Error &error)
{
    ++m_tries;
    const bool mayRepeat = m_accepted || m_first.verb == "GET";
    if (!mayRepeat || m_resumeUrl.isEmpty() || error.kind == ErrorKind::Tls
        || (m_maxTries > 0 && m_tries >= m_maxTries))
        return end(error);
    auto wait = m_client.delayBefore(m_tries, error);
    if (const std::optional<int> retry = m_parser.retryMs())
        wait = std::min<std::chrono::milliseconds>(
            std::max(wait, std::chrono::milliseconds(*retry)), m_client.retryPolicy().maxDelay);
    m_again.start(wait);
    emit interrupted(error);
}

void SseStream::end(const std::optional<Error> &error)
{
    if (m_ended)
        return;
    m_ended = true;
    m_again.stop();
    m_reply.drop();
    emit ended(error);
}

} // namespace facet::client
