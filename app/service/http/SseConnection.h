#pragma once

#include "service/http/Session.h"

#include <mutex>

namespace facet::service {

/// A connection that has become an event stream. Events wait in one bounded queue; whoever reads too slowly
/// for it is dropped and resumes by Last-Event-ID. A comment goes out when nothing else has for a while, so
/// that a dead line shows.
class SseConnection : public Session {
public:
    SseConnection(ServerCore &core, std::unique_ptr<TlsStream> stream, bool chunked);
    ~SseConnection() override;

    void start();
    /// What handlers hold; it does not keep the connection alive.
    std::shared_ptr<EventSink> makeSink();

    /// Any thread.
    bool send(const QByteArray &bytes);
    /// Any thread: ends the stream behind what was sent.
    void close();

protected:
    void onShutDown() override;

private:
    void flush();
    void readOn();
    void schedulePing();
    QByteArray framed(const QByteArray &bytes) const;

    const bool m_chunked;
    asio::steady_timer m_ping;
    std::array<char, 512> m_incoming;

    // On the strand.
    QByteArray m_out;
    bool m_writing = false;
    bool m_ended = false; ///< the last chunk is on its way

    // Shared between threads.
    std::mutex m_mutex;
    QByteArray m_waiting;
    qint64 m_queued = 0; ///< bytes in m_waiting and m_out
    bool m_closing = false;
    bool m_gone = false;
};

} // namespace facet::service
