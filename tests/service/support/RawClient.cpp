#include "service/support/RawClient.h"

#include <QTest>

namespace facet::test {

RawClient::RawClient(const QString &host, quint16 port, bool tls)
    : m_socket(std::make_unique<QSslSocket>())
{
    m_socket->setPeerVerifyMode(QSslSocket::VerifyNone); // what the certificate is has tests of its own
    QObject::connect(
        m_socket.get(), &QIODevice::readyRead, m_socket.get(), [this] { m_received += m_socket->readAll(); });
    if (tls) {
        m_socket->connectToHostEncrypted(host, port);
        const bool decided = QTest::qWaitFor(
            [this] {
                return m_socket->isEncrypted() || m_socket->state() == QAbstractSocket::UnconnectedState;
            },
            10'000);
        m_ready = decided && m_socket->isEncrypted();
    } else {
        m_socket->connectToHost(host, port);
        m_ready =
            QTest::qWaitFor([this] { return m_socket->state() == QAbstractSocket::ConnectedState; }, 10'000);
    }
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

bool RawClient::waitFor(const QByteArray &text, int timeMs)
{
    return QTest::qWaitFor([&] { return m_received.contains(text); }, timeMs);
}

bool RawClient::waitForClosed(int timeMs)
{
    return QTest::qWaitFor([this] { return !isOpen(); }, timeMs);
}

bool RawClient::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

RawClient::Answer RawClient::next(bool head, int timeMs)
{
    Answer answer;
    if (!waitFor("\r\n\r\n", timeMs))
        return answer;
    const qsizetype end = m_received.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = m_received.left(end).split('\n');
    answer.status = lines.first().split(' ').value(1).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    m_received.remove(0, end + 4);
    const bool noContent = head || answer.status < 200 || answer.status == 204 || answer.status == 304;
    const qsizetype length = noContent ? 0 : answer.header("content-length").toLongLong();
    if (!QTest::qWaitFor([&] { return m_received.size() >= length || !isOpen(); }, timeMs))
        return {};
    answer.body = m_received.left(length);
    m_received.remove(0, length);
    return answer;
}

} // namespace facet::test
