#include "service/http/Server.h"

#include "service/http/Listener.h"
#include "service/http/Session.h"

#include <QTimer>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/address.hpp>
#include <openssl/ssl.h>

#include <thread>

namespace facet::service {

namespace {

ErrorCode loadTls(asio::ssl::context &tls, const ServerOptions &options)
{
    SSL_CTX *native = tls.native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20"); // of TLS 1.2; those of 1.3 are all sound
    SSL_CTX_set_options(native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS); // an idle stream holds no 32 KiB of buffers
    ErrorCode error;
    tls.use_certificate_chain_file(options.certificatePath.toStdString(), error);
    if (!error)
        tls.use_private_key_file(options.keyPath.toStdString(), asio::ssl::context::pem, error);
    return error;
}

} // namespace

struct Server::Private {
    Private(const Router &router, ServerOptions given, QObject *main)
        : options(std::move(given))
        , core(router, options, main)
    {
    }

    ServerOptions options;
    ServerCore core;
    std::shared_ptr<Listener> listener;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work;
    std::vector<std::thread> threads;
    bool stopped = false;

    void run()
    {
        for (;;) {
            try {
                core.io.run();
                return;
            } catch (const std::exception &exception) {
                // Out of memory, in practice: that connection is lost, the others go on.
                qWarning("http: %s", exception.what());
            }
        }
    }
};

Server::Server(const Router &router, ServerOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(router, std::move(options), this))
{
}

Server::~Server()
{
    d->core.stopping = true;
    d->core.sessions.setEmptied({});
    d->core.io.stop();
    for (std::thread &thread : d->threads)
        thread.join();
    d->listener.reset();
    d->core.sessions.clear();
}

Result<quint16> Server::start()
{
    if (const ErrorCode error = loadTls(d->core.tls, d->options))
        return fail(ErrorKind::Tls,
            tr("The certificate %1 and its key %2 cannot be used. Give a PEM certificate and the key that belongs to it.")
                .arg(d->options.certificatePath, d->options.keyPath),
            QString::fromStdString(error.message()));

    const QString host =
        d->options.host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : d->options.host;
    ErrorCode error;
    const auto address = asio::ip::make_address(host.toStdString(), error);
    quint16 port = 0;
    if (!error) {
        d->listener = std::make_shared<Listener>(d->core);
        error = d->listener->listen({ address, d->options.port }, &port);
    }
    if (error)
        return fail(ErrorKind::Network,
            tr("The service cannot listen on %1, port %2. Choose another address or port with --listen.")
                .arg(d->options.host, QString::number(d->options.port)),
            QString::fromStdString(error.message()));

    d->work.emplace(d->core.io.get_executor());
    d->listener->start();
    for (int i = 0; i < d->options.limits.threads; ++i)
        d->threads.emplace_back([this] { d->run(); });
    return port;
}

void Server::stop()
{
    if (d->core.stopping.exchange(true))
        return;
    const auto finished = [this] {
        if (!std::exchange(d->stopped, true))
            emit stopped();
    };
    QTimer::singleShot(d->options.limits.stopTime, this, finished);
    if (!d->listener)
        return;
    d->core.sessions.setEmptied([this, finished] { d->core.runOnMain(finished); });
    d->listener->stop();
    d->core.sessions.shutDownAll();
    if (d->core.sessions.size() == 0)
        d->core.runOnMain(finished);
}

} // namespace facet::service
