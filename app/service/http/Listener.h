#pragma once

#include "service/http/ServerCore.h"

#include <boost/asio/steady_timer.hpp>

namespace facet::service {

/// Accepts connections, up to the limit; one too many is closed at once.
class Listener : public std::enable_shared_from_this<Listener> {
public:
    explicit Listener(ServerCore &core);

    /// Binds and listens. The port, or the error of the system.
    ErrorCode listen(const asio::ip::tcp::endpoint &endpoint, quint16 *port);
    void start();
    /// Any thread.
    void stop();

private:
    void acceptNext();
    void take(asio::ip::tcp::socket socket);

    ServerCore &m_core;
    asio::ip::tcp::acceptor m_acceptor;
    asio::steady_timer m_pause;
};

} // namespace facet::service
