// The part of Connection that reads bodies: into memory, to a file, or away.
#include "service/http/Connection.h"

#include "service/http/Refusals.h"

#include <QPointer>

#include <boost/asio/write.hpp>

namespace facet::service {

namespace {

using Fault = RequestReader::Fault;
using Decision = std::variant<BodyTarget, HttpResponse>;

/// As ReplyOnce, for what BodyHandler::head decides.
struct DecideOnce {
    DecideOnce(std::function<void(Decision)> then, std::shared_ptr<const HttpRequest> of)
        : decided(std::move(then))
        , request(std::move(of))
    {
    }
    ~DecideOnce()
    {
        if (decided)
            take(unanswered(*request));
    }
    DecideOnce(const DecideOnce &) = delete;
    DecideOnce &operator=(const DecideOnce &) = delete;

    void take(Decision decision)
    {
        if (const auto then = std::exchange(decided, {}))
            then(std::move(decision));
    }

    std::function<void(Decision)> decided;
    std::shared_ptr<const HttpRequest> request;
};

} // namespace

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
                answer(facet::service::bodyTooLarge(*m_request, maxBody));
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
    auto once = std::make_shared<DecideOnce>(std::move(decided), m_request);
    m_core.runOnMain([&handler, request = m_request, once = std::move(once)] {
        handler.head(*request, [once](Decision decision) { once->take(std::move(decision)); });
    });
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
    answer(facet::service::bodyTooLarge(*m_request, limit));
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

/// Whether the rest of a refused body is worth reading: many clients, Qt's among them, look at no answer
/// before they have sent everything, and take a closed line for a failure of the network.
bool Connection::mayDiscard() const
{
    return m_reader.bodyDone()
        || (m_discardable > 0 && m_bodyLength.value_or(0) <= static_cast<quint64>(m_discardable));
}

void Connection::discardBody()
{
    if (m_reader.bodyDone()) {
        if (m_keepAlive)
            nextRequest();
        else
            finish();
        return;
    }
    m_piece.resize(16 * 1024);
    arm(m_core.limits.stallTime);
    m_reader.readBody(
        m_piece.data(), m_piece.size(), [this, self = self(this)](Fault fault, std::size_t count) {
            m_discardable -= static_cast<qint64>(count);
            if (fault != Fault::None || m_discardable < 0 || m_core.stopping)
                finish();
            else
                discardBody();
        });
}

} // namespace facet::service
