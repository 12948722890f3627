#include "ui/start/SingleInstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace facet::ui {

namespace {
constexpr int connectMs = 500; // a local socket answers at once, or nobody is there
}

SingleInstance::SingleInstance(const QString &profileFolder, QObject *parent)
    : QObject(parent)
{
    const QString path = QDir(profileFolder).canonicalPath();
    const QByteArray hash =
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    m_name = QLatin1String("facet-") + QString::fromLatin1(hash);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            emit startedAgain();
            socket->disconnectFromServer();
        }
    });
}

bool SingleInstance::tellFirst() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name, QIODevice::ReadOnly);
    return socket.waitForConnected(connectMs);
}

bool SingleInstance::claim()
{
    if (tellFirst())
        return false;
    if (m_server.listen(m_name))
        return true;
    if (m_server.serverError() != QAbstractSocket::AddressInUseError)
        return true; // no sockets here at all: better two windows than none
    // Left over from a crash: nobody answered above.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true;
}

} // namespace facet::ui
