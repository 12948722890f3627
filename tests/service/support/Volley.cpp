#include "service/support/Volley.h"

#include <QTest>

#include <algorithm>

namespace facet::test {

Volley::Volley(const QString &host, quint16 port, int connections)
    : m_lines(static_cast<std::size_t>(connections))
{
    for (Line &line : m_lines) {
        line.socket = std::make_unique<QSslSocket>();
        line.socket->setPeerVerifyMode(
            QSslSocket::VerifyNone); // what the certificate is has tests of its own
        QObject::connect(line.socket.get(), &QIODevice::readyRead, line.socket.get(),
            [&line] { line.received += line.socket->readAll(); });
        line.socket->connectToHostEncrypted(host, port);
    }
    m_ready = QTest::qWaitFor(
        [this] {
            return std::all_of(m_lines.cbegin(), m_lines.cend(),
                [](const Line &line) { return line.socket->isEncrypted(); });
        },
        60'000);
}

QList<Volley::Answer> Volley::fire(const QList<QByteArray> &requests, const QByteArray &until, int timeMs)
{
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i].socket->write(requests[static_cast<qsizetype>(i)]);
    const auto ended = [&](const Line &line) {
        return line.socket->state() == QAbstractSocket::UnconnectedState || line.received.contains(until);
    };
    (void)QTest::qWaitFor([&] { return std::all_of(m_lines.cbegin(), m_lines.cend(), ended); }, timeMs);
    QList<Answer> answers;
    for (const Line &line : m_lines) {
        const qsizetype head = line.received.indexOf("\r\n\r\n");
        const QByteArray status = line.received.left(line.received.indexOf('\r')).split(' ').value(1);
        answers.append({ ended(line) ? status.toInt() : 0, line.received.mid(head + 4) });
    }
    return answers;
}

} // namespace facet::test
