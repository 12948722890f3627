#pragma once

#include "tests/support/TestCertificate.h"

#include <QHash>
#include <QPointer>
#include <QSslSocket>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace facet::test {

/// One request as the server saw it.
struct SeenRequest {
    QByteArray verb;
    QByteArray target; ///< path and query
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body; ///< what had arrived of it when it was cut
    bool cut = false; ///< the server ends the line after this many bytes of the body
    int connection = 0; ///< which one, from 1

    QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
    QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// The answer to one request, given now, later, in pieces, or never.
class Answer {
public:
    explicit Answer(QSslSocket *socket)
        : m_socket(socket)
    {
    }

    /// Whole, with its length; the connection stays open.
    void send(int status, const QByteArray &body = {}, const Headers &headers = {});
    void json(int status, const QByteArray &body, const Headers &headers = {});
    /// Only the head, as given.
    void head(int status, const Headers &headers);
    void write(const QByteArray &bytes);
    /// Ends the line once everything written has left.
    void close();
    /// Ends it now.
    void cut();
    bool isOpen() const;

private:
    QPointer<QSslSocket> m_socket;
};
using AnswerPtr = std::shared_ptr<Answer>;

/// An HTTPS server on loopback that does exactly what a test says, on the test's own thread. A request that
/// nothing was scripted for is answered with 599 and counted.
class ScriptedServer : public QTcpServer {
    Q_OBJECT
public:
    using Handler = std::function<void(const SeenRequest &, const AnswerPtr &)>;

    explicit ScriptedServer(QObject *parent = nullptr);

    QUrl url(const QByteArray &target = {}) const;
    const TestCertificate &certificate() const { return m_certificate; }

    /// For every request that no route fits.
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// For "GET /v1/service": verb and path must be equal.
    void route(const QByteArray &verbAndPath, Handler handler)
    {
        m_routes.insert(verbAndPath, std::move(handler));
    }
    void routeJson(const QByteArray &verbAndPath, const QByteArray &json);
    /// Ends the line when this many bytes of the body have come, after asking the handler (`cut` is set).
    void setBodyCut(std::function<std::optional<qint64>(const SeenRequest &)> cut)
    {
        m_bodyCut = std::move(cut);
    }

    const QList<SeenRequest> &seen() const { return m_seen; }
    QList<SeenRequest> seen(const QByteArray &verbAndPath) const;
    int count(const QByteArray &verbAndPath) const { return static_cast<int>(seen(verbAndPath).size()); }
    int connections() const { return m_connections; }
    int unscripted() const { return m_unscripted; }
    void forget() { m_seen.clear(); }
    /// Ends all lines and listens no more, as a service that died. listenAgain() brings it back at its port.
    void die();
    bool listenAgain();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Line;
    void read(const std::shared_ptr<Line> &line);
    void dispatch(const std::shared_ptr<Line> &line);

    TestCertificate m_certificate = TestCertificate::make();
    Handler m_handler;
    QHash<QByteArray, Handler> m_routes;
    std::function<std::optional<qint64>(const SeenRequest &)> m_bodyCut;
    QList<SeenRequest> m_seen;
    QList<QPointer<QSslSocket>> m_sockets;
    quint16 m_port = 0;
    int m_connections = 0;
    int m_unscripted = 0;
};

} // namespace facet::test
