#pragma once

#include "service/http/ServerCore.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <array>

namespace facet::service {

/// One TLS connection: its stream, one deadline, and the ways to end it. Everything but shutDown() runs on
/// the stream's strand.
class Session : public std::enable_shared_from_this<Session> {
public:
    Session(ServerCore &core, std::unique_ptr<TlsStream> stream);
    virtual ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    /// Any thread: end as soon as the answer under way allows.
    void shutDown();

    /// Any thread: queues `call` on the strand; the session lives until it has run.
    template <typename Call>
    void post(Call call)
    {
        asio::post(m_deadline.get_executor(),
            [self = shared_from_this(), call = std::move(call)]() mutable { call(); });
    }

protected:
    virtual void onShutDown() = 0;

    template <typename Self>
    std::shared_ptr<Self> self(Self *)
    {
        return std::static_pointer_cast<Self>(shared_from_this());
    }

    /// Drops the connection unless disarm() or another arm() comes first.
    void arm(std::chrono::milliseconds time);
    void disarm();

    /// Says goodbye in TLS, then waits shortly for the far side, taking in what it still sends: closing with
    /// unread bytes would reset the connection and could take the answer away from the client.
    void finish();
    /// The same for a connection that never came to TLS.
    void finishPlain();
    /// Closes now.
    void drop();
    bool isDropped() const { return m_dropped; }

    ServerCore &m_core;
    std::unique_ptr<TlsStream> m_stream; ///< null once handed over

private:
    std::chrono::milliseconds lingerTime() const;
    void drain();

    asio::steady_timer m_deadline;
    quint64 m_armed = 0; ///< counts arm() and disarm(): an expiry that was already queued is void
    std::array<char, 4096> m_rest;
    bool m_dropped = false;
};

} // namespace facet::service
