#include "service/http/Listener.h"

#include "service/http/Connection.h"

#include <boost/asio/post.hpp>
#include <boost/asio/strand.hpp>

namespace facet::service {

using asio::ip::tcp;

Listener::Listener(ServerCore &core)
    : m_core(core)
    , m_acceptor(asio::make_strand(core.io))
    , m_pause(m_acceptor.get_executor())
{
}

ErrorCode Listener::listen(const tcp::endpoint &endpoint, quint16 *port)
{
    ErrorCode error;
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (!error)
        *port = m_acceptor.local_endpoint(error).port();
    return error;
}

void Listener::start()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] { self->acceptNext(); });
}

void Listener::stop()
{
    asio::post(m_acceptor.get_executor(), [self = shared_from_this()] {
        ErrorCode ignored;
        self->m_acceptor.close(ignored);
        self->m_pause.cancel();
    });
}

void Listener::acceptNext()
{
    m_acceptor.async_accept(asio::make_strand(m_core.io),
        [self = shared_from_this()](const ErrorCode &error, tcp::socket socket) {
            if (!self->m_acceptor.is_open())
                return;
            if (!error) {
                self->take(std::move(socket));
                self->acceptNext();
                return;
            }
            // Out of file descriptors, mostly: others will close.
            self->m_pause.expires_after(std::chrono::milliseconds(100));
            self->m_pause.async_wait([self](const ErrorCode &) {
                if (self->m_acceptor.is_open())
                    self->acceptNext();
            });
        });
}

void Listener::take(tcp::socket socket)
{
    if (m_core.stopping || m_core.sessions.size() >= m_core.limits.connections)
        return; // closes it
    ErrorCode ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    auto connection =
        std::make_shared<Connection>(m_core, std::make_unique<TlsStream>(std::move(socket), m_core.tls));
    m_core.sessions.add(connection);
    connection->post([open = connection.get()] { open->start(); });
}

} // namespace facet::service
