#include "service/http/Session.h"

namespace facet::service {

Session::Session(ServerCore &core, std::unique_ptr<TlsStream> stream)
    : m_core(core)
    , m_stream(std::move(stream))
    , m_deadline(m_stream->get_executor())
{
}

Session::~Session() = default;

void Session::shutDown()
{
    post([this] {
        if (!m_dropped)
            onShutDown();
    });
}

void Session::arm(std::chrono::milliseconds time)
{
    const quint64 armed = ++m_armed;
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this(), armed](const ErrorCode &error) {
        const auto self = weak.lock();
        if (!error && self && self->m_armed == armed)
            self->drop();
    });
}

void Session::disarm()
{
    ++m_armed;
    m_deadline.cancel();
}

std::chrono::milliseconds Session::lingerTime() const
{
    using namespace std::chrono_literals;
    return m_core.stopping ? 300ms : 2'000ms;
}

void Session::finish()
{
    if (m_dropped)
        return;
    arm(lingerTime());
    m_stream->async_shutdown([self = shared_from_this()](const ErrorCode &error) {
        if (self->m_dropped)
            return;
        if (!error || error == asio::error::eof || error == asio::ssl::error::stream_truncated)
            self->drop();
        else
            self->drain();
    });
    // The goodbye is in the socket by now. Clients that wait for the end of the line, and not for TLS's,
    // would otherwise sit out the deadline.
    ErrorCode ignored;
    m_stream->next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Session::finishPlain()
{
    if (m_dropped)
        return;
    arm(lingerTime());
    ErrorCode ignored;
    m_stream->next_layer().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    drain();
}

void Session::drain()
{
    m_stream->next_layer().async_read_some(
        asio::buffer(m_rest), [self = shared_from_this()](const ErrorCode &error, std::size_t) {
            if (self->m_dropped)
                return;
            if (error)
                self->drop();
            else
                self->drain();
        });
}

void Session::drop()
{
    if (m_dropped)
        return;
    m_dropped = true;
    const auto self = shared_from_this();
    disarm();
    if (m_stream) {
        ErrorCode ignored;
        m_stream->next_layer().close(ignored);
    }
    m_core.sessions.remove(self);
}

} // namespace facet::service
