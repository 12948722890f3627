#pragma once

#include "domain/Error.h"
#include "service/http/Http.h"

#include <QObject>

#include <chrono>

/// Why Boost.Beast over Asio, and not cpp-httplib: most connections of this service are event streams that
/// stay open for minutes and say little, and a thread for each of them (cpp-httplib's way) would cost a stack
/// and a scheduler slot per open window, with no means to bound what a slow reader makes the service hold.
/// Asio keeps every stream as one small object on two threads, gives each its own strand, so no lock guards a
/// socket, and lets reads, writes and deadlines be cancelled; Beast adds a strict HTTP/1.1 parser that takes
/// bodies piece by piece, so a 64 MiB upload passes through a 64 KiB buffer to disk. Both are headers of
/// Debian's libboost-dev (1.74) and Ubuntu's (1.83).
namespace facet::service {

/// Bounds of the server; the defaults are the service's, tests make them small.
struct ServerLimits {
    quint32 headBytes = 16 * 1024; ///< request line and fields
    std::chrono::milliseconds headTime{ 30'000 }; ///< for a whole head once it began, and for the handshake
    std::chrono::milliseconds idleTime{ 75'000 }; ///< between two requests of one connection
    std::chrono::milliseconds stallTime{ 60'000 }; ///< without one byte of a body, or one taken of an answer
    std::chrono::milliseconds pingTime{ 15'000 }; ///< between the comments of a silent event stream
    std::chrono::milliseconds stopTime{ 1'000 }; ///< for answers under way when the server stops
    qint64 streamBytes = 4 * 1024 * 1024; ///< waiting for one slow reader of events before it is dropped
    qint64 discardBytes = 65 * 1024 * 1024; ///< of a refused body, read so that the line can go on
    qint64 strangersBytes = 1024 * 1024; ///< the same without the token
    int connections = 1024;
    int threads = 2;
};

struct ServerOptions {
    QString host = QStringLiteral("127.0.0.1"); ///< an address, "localhost" or, for all, "0.0.0.0" or "::"
    quint16 port = 0; ///< 0: any free one
    QString certificatePath; ///< PEM, chain allowed
    QString keyPath; ///< PEM
    QByteArray token; ///< what Authorization: Bearer must carry
    ServerLimits limits;
};

/// HTTP/1.1 over TLS 1.2 or newer. Lives on the main thread; handlers are called there.
class Server : public QObject {
    Q_OBJECT
public:
    /// `router` is complete and outlives the server.
    Server(const Router &router, ServerOptions options, QObject *parent = nullptr);
    /// Cuts what is still open.
    ~Server() override;

    /// The port it listens on. ErrorKind::Tls for a certificate or key that cannot be used,
    /// ErrorKind::Network for an address that cannot be had; once.
    Result<quint16> start();

    /// Takes no new connections, ends event streams, lets answers under way finish within `stopTime`.
    void stop();

signals:
    void stopped();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace facet::service
