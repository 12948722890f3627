#include "service/http/Connection.h"

#include "service/http/Problems.h"
#include "service/http/RequestHead.h"
#include "service/http/ResponseHead.h"
#include "service/http/SseConnection.h"

#include <QPointer>

#include <boost/asio/write.hpp>

namespace facet::service {

namespace {

// RFC 8446 5.1: a TLS connection begins with a record of type handshake.
constexpr char tlsHandshake = 0x16;

using Fault = RequestReader::Fault;

QString sentence(const HttpRequest &request, const char16_t *english, const char16_t *korean)
{
    return QString::fromUtf16(request.korean ? korean : english);
}

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
    const HttpResponse response = problemResponse(400, QStringLiteral("bad_request"),
        QStringLiteral("This service speaks HTTPS only: use an address that begins with https://."),
        *m_request);
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
    switch (fault) {
    case Fault::Closed:
        finish();
        return;
    case Fault::HeadTooLarge: {
        m_request->requestId = newRequestId();
        contract::Problem problem;
        problem.status = 431;
        problem.code = QStringLiteral("too_large");
        problem.detail = QStringLiteral("The header fields of this request are too large.");
        problem.limitBytes = m_core.limits.headBytes;
        answer(problemResponse(std::move(problem), *m_request));
        return;
    }
    case Fault::Malformed:
        m_request->requestId = newRequestId();
        answer(problemResponse(400, QStringLiteral("bad_request"),
            QStringLiteral("This is not an HTTP/1.1 request."), *m_request));
        return;
    case Fault::None:
        break;
    }
    const bool readable = readRequestHead(head, m_request.get());
    if (!isAuthorized(m_request->header("authorization"), m_core.token)) {
        answer(problemResponse(401, QStringLiteral("unauthorized"),
            sentence(*m_request,
                u"The access token is missing or not the one of this service. Sign in again.",
                u"액세스 토큰이 없거나 이 서비스의 토큰이 아닙니다. 다시 로그인하세요."),
            *m_request));
        return;
    }
    m_request->headers.remove("authorization"); // nothing behind this line needs it
    if (!readable) {
        answer(problemResponse(400, QStringLiteral("bad_request"),
            sentence(
                *m_request, u"The address of this request is not a path.", u"요청 주소가 경로가 아닙니다."),
            *m_request));
        return;
    }
    route(head);
}

void Connection::route(const RawHead &head)
{
    Router::Match match = m_core.router.match(m_request->method, m_request->path);
    if (!match.route) {
        const bool known = !match.allowed.isEmpty();
        HttpResponse response = known
            ? problemResponse(405, QStringLiteral("method_not_allowed"),
                sentence(*m_request, u"This address does not take that method.",
                    u"이 주소에서는 그 메서드를 쓸 수 없습니다."),
                *m_request)
            : problemResponse(404, QStringLiteral("not_found"),
                sentence(*m_request, u"There is nothing at this address.", u"이 주소에는 아무것도 없습니다."),
                *m_request);
        if (known)
            response.headers.emplaceBack("Allow", match.allowed.join(", "));
        answer(std::move(response));
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
        answerTooLarge(maxBody);
        return;
    }
    withContinue(head, [this, maxBody] { readToMemory(maxBody); });
}

void Connection::withContinue(const RawHead &head, std::function<void()> then)
{
    if (m_request->header("expect").toLower() != "100-continue" || head.version < 11 || m_reader.bodyDone()
        || isDropped()) {
        then();
        return;
    }
    static constexpr std::string_view interim = "HTTP/1.1 100 Continue\r\n\r\n";
    arm(m_core.limits.stallTime);
    // An error of the line shows again at the next read.
    asio::async_write(*m_stream, asio::buffer(interim),
        [self = self(this), then = std::move(then)](const ErrorCode &, std::size_t) { then(); });
}

void Connection::readToMemory(qint64 maxBody)
{
    if (m_reader.bodyDone()) {
        callHandler();
        return;
    }
    m_piece.resize(16 * 1024);
    arm(m_core.limits.stallTime);
    m_reader.readBody(
        m_piece.data(), m_piece.size(), [this, self = self(this), maxBody](Fault fault, std::size_t count) {
            if (isDropped())
                return;
            if (fault != Fault::None) {
                finish();
                return;
            }
            if (m_request->body.size() + static_cast<qint64>(count) > maxBody) {
                answerTooLarge(maxBody);
                return;
            }
            m_request->body.append(m_piece.data(), static_cast<qsizetype>(count));
            readToMemory(maxBody);
        });
}

void Connection::askTarget(const BodyHandler &handler, const RawHead &head)
{
    disarm();
    m_phase = Phase::Handling;
    using Decision = std::variant<BodyTarget, HttpResponse>;
    auto decided = [weak = std::weak_ptr(self(this)), main = QPointer(m_core.mainThread), &handler,
                       request = m_request, head](Decision decision) {
        const auto self = weak.lock();
        if (!self) {
            if (const auto *target = std::get_if<BodyTarget>(&decision); target && main) {
                BodyOutcome nothing;
                nothing.tag = target->tag;
                QMetaObject::invokeMethod(
                    main,
                    [&handler, request, nothing] {
                        handler.done(*request, nothing, [](const HttpResponse &) {});
                    },
                    Qt::QueuedConnection);
            }
            return;
        }
        self->post([connection = self.get(), head, decision = std::move(decision)]() mutable {
            if (auto *refusal = std::get_if<HttpResponse>(&decision)) {
                connection->answer(std::move(*refusal));
                return;
            }
            connection->withContinue(head, [connection, head, target = std::get<BodyTarget>(decision)] {
                connection->takeTarget(target, head.contentLength);
            });
        });
    };
    m_core.runOnMain(
        [&handler, request = m_request, decided = std::move(decided)] { handler.head(*request, decided); });
}

void Connection::takeTarget(BodyTarget target, std::optional<quint64> length)
{
    m_phase = Phase::Reading;
    m_toFile.emplace(std::move(target));
    if (isDropped())
        bodyEnded(false);
    else if (!m_toFile->open())
        bodyEnded(true);
    else if (length && *length > static_cast<quint64>(m_toFile->maxBytes()))
        bodyTooLarge();
    else
        readToFile();
}

void Connection::readToFile()
{
    if (m_reader.bodyDone()) {
        bodyEnded(true);
        return;
    }
    m_piece.resize(64 * 1024);
    arm(m_core.limits.stallTime);
    m_reader.readBody(
        m_piece.data(), m_piece.size(), [this, self = self(this)](Fault fault, std::size_t count) {
            // What came before the line was cut is kept: the client resumes behind it.
            const bool kept = m_toFile->write(m_piece.data(), static_cast<qint64>(count));
            if (m_toFile->isTooLarge()) {
                bodyTooLarge();
            } else if (isDropped() || fault != Fault::None) {
                bodyEnded(false);
                finish();
            } else if (!kept) {
                bodyEnded(true);
            } else {
                readToFile();
            }
        });
}

void Connection::bodyTooLarge()
{
    const qint64 limit = m_toFile->maxBytes();
    bodyEnded(false);
    answerTooLarge(limit);
}

void Connection::bodyEnded(bool complete)
{
    disarm();
    BodyOutcome outcome = m_toFile->finish(complete);
    m_toFile.reset();
    m_phase = Phase::Handling;
    // Where the body did not end by itself there is an answer already, or nobody to take one.
    Reply reply = complete ? makeReply() : Reply([](const HttpResponse &) {});
    m_core.runOnMain([handler = &std::get<BodyHandler>(m_route->handler), request = m_request,
                         outcome = std::move(outcome),
                         reply = std::move(reply)] { handler->done(*request, outcome, reply); });
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
    // Answers 500 when a handler drops it without a word, so that no client waits for ever.
    struct Once {
        std::weak_ptr<Connection> connection;
        std::shared_ptr<HttpRequest> request;
        bool used = false;

        void send(HttpResponse response)
        {
            const auto target = connection.lock();
            if (std::exchange(used, true) || !target)
                return;
            target->post([open = target.get(), response = std::move(response)]() mutable {
                open->answer(std::move(response));
            });
        }
        ~Once()
        {
            if (!used)
                send(problemResponse(500, QStringLiteral("internal"),
                    sentence(*request, u"The service could not answer this request.",
                        u"서비스가 이 요청에 답하지 못했습니다."),
                    *request));
        }
    };
    auto once = std::make_shared<Once>();
    once->connection = self(this);
    once->request = m_request;
    return [once](HttpResponse response) { once->send(std::move(response)); };
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
    if (m_core.stopping || !m_reader.bodyDone())
        m_keepAlive = false;
    arm(m_core.limits.stallTime);
    m_writer.write(std::move(response), *m_request, m_http10, m_keepAlive,
        { [this, self = self(this), streamOpened](bool ok) { answered(ok, streamOpened); },
            [this] { arm(m_core.limits.stallTime); } });
}

void Connection::answerTooLarge(qint64 limit)
{
    contract::Problem problem;
    problem.status = 413;
    problem.code = QStringLiteral("too_large");
    problem.detail =
        sentence(*m_request, u"This is larger than the service takes.", u"서비스가 받는 크기보다 큽니다.");
    problem.limitBytes = limit;
    answer(problemResponse(std::move(problem), *m_request));
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
    } else if (m_keepAlive) {
        nextRequest();
    } else {
        m_phase = Phase::Ending;
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
