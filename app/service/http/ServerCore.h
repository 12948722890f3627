#pragma once

#include "service/http/Server.h"
#include "service/http/SessionRegistry.h"
#include "service/http/TlsStream.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>

namespace facet::service {

/// What every connection of a server shares.
struct ServerCore {
    ServerCore(const Router &routes, const ServerOptions &options, QObject *main)
        : router(routes)
        , limits(options.limits)
        , token(options.token)
        , mainThread(main)
    {
    }

    /// Queues `call` for the main thread. What handlers throw there must not end the service; the Reply they
    /// then drop answers 500.
    template <typename Call>
    void runOnMain(Call call) const
    {
        QMetaObject::invokeMethod(
            mainThread,
            [call = std::move(call)]() mutable {
                try {
                    call();
                } catch (const std::exception &exception) {
                    qWarning("http: a handler failed: %s", exception.what());
                }
            },
            Qt::QueuedConnection);
    }

    const Router &router;
    const ServerLimits limits;
    const QByteArray token;
    QObject *const mainThread;
    std::atomic<bool> stopping{ false };
    SessionRegistry sessions;
    asio::ssl::context tls{ asio::ssl::context::tls_server };
    asio::io_context io; // last: its handlers go first, and they use the rest
};

} // namespace facet::service
