#include "tests/support/ScriptedServer.h"

#include <QHostAddress>

namespace facet::test {

void Answer::head(int status, const Headers &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    write(bytes + "\r\n");
}

void Answer::send(int status, const QByteArray &body, const Headers &headers)
{
    Headers all = headers;
    if (status != 204 && status != 304)
        all.emplace_back("Content-Length", QByteArray::number(body.size()));
    head(status, all);
    write(body);
}

void Answer::json(int status, const QByteArray &body, const Headers &headers)
{
    Headers all = headers;
    all.emplace_back("Content-Type", status >= 400 ? "application/problem+json" : "application/json");
    send(status, body, all);
}

void Answer::write(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->write(bytes);
}

void Answer::close()
{
    if (m_socket)
        m_socket->disconnectFromHost();
}

void Answer::cut()
{
    if (m_socket)
        m_socket->abort();
}

bool Answer::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

struct ScriptedServer::Line {
    QPointer<QSslSocket> socket;
    QByteArray buffer;
    SeenRequest request;
    qint64 bodyBytes = -1; ///< -1: the head is not complete yet
    int number = 0;
};

ScriptedServer::ScriptedServer(QObject *parent)
    : QTcpServer(parent)
{
    listen(QHostAddress::LocalHost);
    m_port = serverPort();
}

QUrl ScriptedServer::url(const QByteArray &target) const
{
    return QUrl::fromEncoded("https://127.0.0.1:" + QByteArray::number(m_port) + target);
}

void ScriptedServer::routeJson(const QByteArray &verbAndPath, const QByteArray &json)
{
    route(verbAndPath, [json](const SeenRequest &, const AnswerPtr &answer) { answer->json(200, json); });
}

QList<SeenRequest> ScriptedServer::seen(const QByteArray &verbAndPath) const
{
    QList<SeenRequest> found;
    for (const SeenRequest &one : m_seen) {
        if (one.verb + ' ' + one.path() == verbAndPath)
            found.append(one);
    }
    return found;
}

void ScriptedServer::die()
{
    close();
    for (const QPointer<QSslSocket> &socket : std::as_const(m_sockets)) {
        if (socket)
            socket->abort();
    }
    m_sockets.clear();
}

bool ScriptedServer::listenAgain()
{
    return listen(QHostAddress::LocalHost, m_port);
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    ++m_connections;
    m_sockets.append(socket);
    auto line = std::make_shared<Line>();
    line->socket = socket;
    line->number = m_connections;
    connect(socket, &QSslSocket::readyRead, this, [this, line] { read(line); });
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    socket->setLocalCertificate(m_certificate.certificate);
    socket->setPrivateKey(m_certificate.key);
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->startServerEncryption();
}

void ScriptedServer::read(const std::shared_ptr<Line> &line)
{
    if (!line->socket)
        return;
    line->buffer += line->socket->readAll();
    while (line->socket) {
        if (line->bodyBytes < 0) {
            const qsizetype end = line->buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            const QList<QByteArray> rows = line->buffer.left(end).split('\n');
            line->buffer.remove(0, end + 4);
            const QList<QByteArray> first = rows.first().trimmed().split(' ');
            line->request = {};
            line->request.verb = first.value(0);
            line->request.target = first.value(1);
            line->request.connection = line->number;
            for (const QByteArray &row : rows.mid(1)) {
                const qsizetype colon = row.indexOf(':');
                line->request.headers.insert(
                    row.left(colon).trimmed().toLower(), row.mid(colon + 1).trimmed());
            }
            line->bodyBytes = line->request.header("content-length").toLongLong();
        }
        const std::optional<qint64> cut = m_bodyCut ? m_bodyCut(line->request) : std::nullopt;
        if (cut && line->buffer.size() >= *cut) {
            line->request.body = line->buffer.left(*cut);
            line->request.cut = true;
            dispatch(line);
            if (line->socket)
                line->socket->abort();
            return;
        }
        if (line->buffer.size() < line->bodyBytes)
            return;
        line->request.body = line->buffer.left(line->bodyBytes);
        line->buffer.remove(0, line->bodyBytes);
        line->bodyBytes = -1;
        dispatch(line);
        if (line->buffer.isEmpty())
            return;
    }
}

void ScriptedServer::dispatch(const std::shared_ptr<Line> &line)
{
    const SeenRequest request = line->request;
    m_seen.append(request);
    const auto answer = std::make_shared<Answer>(line->socket);
    if (const auto it = m_routes.constFind(request.verb + ' ' + request.path()); it != m_routes.constEnd())
        return (*it)(request, answer);
    if (m_handler)
        return m_handler(request, answer);
    ++m_unscripted;
    qWarning("nobody scripted %s %s", request.verb.constData(), request.target.constData());
    answer->send(599);
}

} // namespace facet::test
