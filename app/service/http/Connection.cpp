#include "service/http/Connection.h"

#include "service/http/Refusals.h"
#include "service/http/ReplyOnce.h"
#include "service/http/RequestHead.h"
#include "service/http/ResponseHead.h"
#include "service/http/SseConnection.h"

#include <boost/asio/write.hpp>

namespace facet::service {

namespace {

// RFC 8446 5.1: a TLS connection begins with a record of type handshake.
constexpr char tlsHandshake = 0x16;

using Fault = RequestReader::Fault;

} // namespace

Connection::Connection(ServerCore &core, std::unique_ptr<TlsStream> stream)
    : Session(core, std::move(stream))
    , m_reader(*m_stream, core.limits.headBytes)
    , m_writer(*m_stream)
{
}

Connection::~Connection() = default;

void Connection::start()
{
    arm(m_core.limits.headTime);
    m_stream->next_layer().async_receive(asio::buffer(&m_firstByte, 1), asio::socket_base::message_peek,
        [this, self = self(this)](const ErrorCode &error, std::size_t) {
            if (isDropped())
                return;
            if (error)
                drop();
            else if (m_firstByte == tlsHandshake)
                shakeHands();
            else
                refusePlain();
        });
}

void Connection::refusePlain()
{
    m_phase = Phase::Ending;
    m_request = std::make_shared<HttpRequest>();
    m_request->requestId = newRequestId();
    const HttpResponse response = plainHttpRefused(*m_request);
    const QByteArray &body = std::get<QByteArray>(response.body);
    auto out = std::make_shared<QByteArray>(
        responseHead(response, m_request->requestId, { body.size(), false, false }) + body);
    asio::async_write(m_stream->next_layer(),
        asio::buffer(out->constData(), static_cast<std::size_t>(out->size())),
        [this, out, self = self(this)](const ErrorCode &, std::size_t) { finishPlain(); });
}

void Connection::shakeHands()
{
    m_stream->async_handshake(TlsStream::server, [this, self = self(this)](const ErrorCode &error) {
        if (isDropped())
            return;
        if (error)
            finishPlain(); // OpenSSL has sent the alert that says why
        else
            nextRequest();
    });
}

void Connection::nextRequest()
{
    if (m_core.stopping) {
        finish();
        return;
    }
    const bool first = !m_request;
    m_phase = Phase::Idle;
    m_request.reset();
    m_route = nullptr;
    m_piece = {};
    arm(first ? m_core.limits.headTime : m_core.limits.idleTime);
    m_reader.waitForBytes([this, self = self(this)](Fault fault) {
        if (isDropped())
            return;
        if (fault != Fault::None || m_core.stopping) {
            finish();
            return;
        }
        m_phase = Phase::Reading;
        arm(m_core.limits.headTime);
        m_reader.readHead([this, self](Fault headFault, const RawHead &head) { onHead(headFault, head); });
    });
}

void Connection::onHead(Fault fault, const RawHead &head)
{
    if (isDropped())
        return;
    m_request = std::make_shared<HttpRequest>();
    m_http10 = head.version < 11;
    m_keepAlive = head.keepAlive && fault == Fault::None;
    m_bodyLength = head.contentLength;
    m_discardable = 0;
    switch (fault) {
    case Fault::Closed:
        finish();
        return;
    case Fault::HeadTooLarge:
        m_request->requestId = newRequestId();
        answer(headTooLarge(*m_request, m_core.limits.headBytes));
        return;
    case Fault::Malformed:
        m_request->requestId = newRequestId();
        answer(malformedRefused(*m_request));
        return;
    case Fault::None:
        break;
    }
    const bool readable = readRequestHead(head, m_request.get());
    const bool authorized = isAuthorized(m_request->header("authorization"), m_core.token);
    // Who waits for "100 Continue" will not send the body that is refused.
    if (m_request->header("expect").isEmpty())
        m_discardable = authorized ? m_core.limits.discardBytes : m_core.limits.strangersBytes;
    if (!authorized) {
        answer(unauthorized(*m_request));
        return;
    }
    m_request->headers.remove("authorization"); // nothing behind this line needs it
    if (!readable) {
        answer(targetRefused(*m_request));
        return;
    }
    route(head);
}

void Connection::route(const RawHead &head)
{
    Router::Match match = m_core.router.match(m_request->method, m_request->path);
    if (!match.route) {
        answer(noRoute(*m_request, match.allowed));
        return;
    }
    m_route = match.route;
    m_request->params = std::move(match.params);
    if (const auto *toDisk = std::get_if<BodyHandler>(&m_route->handler)) {
        askTarget(*toDisk, head);
        return;
    }
    const qint64 maxBody = m_route->maxBody;
    if (head.contentLength && *head.contentLength > static_cast<quint64>(maxBody)) {
        answer(facet::service::bodyTooLarge(*m_request, maxBody));
        return;
    }
    withContinue(head, [this, maxBody] { readToMemory(maxBody); });
}

void Connection::callHandler()
{
    disarm();
    m_phase = Phase::Handling;
    m_core.runOnMain([handler = &std::get<Handler>(m_route->handler), request = m_request,
                         reply = makeReply()] { (*handler)(*request, reply); });
}

Reply Connection::makeReply()
{
    return ReplyOnce::make(m_request, [weak = std::weak_ptr(self(this))](HttpResponse response) {
        if (const auto connection = weak.lock())
            connection->post([open = connection.get(), response = std::move(response)]() mutable {
                open->answer(std::move(response));
            });
    });
}

void Connection::answer(HttpResponse response)
{
    if (isDropped())
        return;
    m_phase = Phase::Writing;
    std::function<void(std::shared_ptr<EventSink>)> streamOpened;
    if (auto *stream = std::get_if<StreamBody>(&response.body); stream && m_request->method != "HEAD") {
        streamOpened = std::move(stream->opened);
        m_keepAlive = false;
    }
    if (m_core.stopping || !mayDiscard())
        m_keepAlive = false;
    arm(m_core.limits.stallTime);
    m_writer.write(std::move(response), *m_request, m_http10, m_keepAlive,
        { [this, self = self(this), streamOpened](bool ok) { answered(ok, streamOpened); },
            [this] { arm(m_core.limits.stallTime); } });
}

void Connection::answered(bool ok, std::function<void(std::shared_ptr<EventSink>)> streamOpened)
{
    disarm();
    if (isDropped())
        return;
    if (!ok) {
        drop();
    } else if (streamOpened) {
        handOver(std::move(streamOpened));
    } else {
        m_phase = Phase::Ending;
        if (mayDiscard())
            discardBody();
        else
            finish();
    }
}

void Connection::handOver(std::function<void(std::shared_ptr<EventSink>)> opened)
{
    const auto events = std::make_shared<SseConnection>(m_core, std::move(m_stream), !m_http10);
    m_core.sessions.add(events);
    drop(); // leaves the registry; the stream has gone on
    events->start();
    if (m_core.stopping)
        events->shutDown();
    m_core.runOnMain([opened = std::move(opened), sink = events->makeSink()] { opened(sink); });
}

void Connection::onShutDown()
{
    switch (m_phase) {
    case Phase::Idle: {
        ErrorCode ignored;
        m_stream->next_layer().cancel(ignored); // whatever waits for a request ends, and says goodbye
        break;
    }
    case Phase::Reading:
    case Phase::Handling:
    case Phase::Writing:
    case Phase::Ending:
        break; // the answer under way is the last one
    }
}

} // namespace facet::service
