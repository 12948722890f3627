#pragma once

#include <QByteArray>
#include <QHash>
#include <QSslSocket>
#include <QUrl>

#include <memory>

namespace facet::test {

/// Bytes over TLS, for what no well-behaved HTTP client would send. Every wait runs the event loop, so that
/// a server in the same thread can answer.
class RawClient {
public:
    struct Answer {
        int status = 0; ///< 0: none came
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
    };

    RawClient(const QString &host, quint16 port, bool tls = true);

    bool isReady() const { return m_ready; }
    void send(const QByteArray &bytes);
    /// The next answer with Content-Length (or 1xx, 204, 304, or to HEAD), waited for.
    Answer next(bool head = false, int timeMs = 10'000);
    /// Waits until `text` has come; everything so far stays in received().
    bool waitFor(const QByteArray &text, int timeMs = 10'000);
    bool waitForClosed(int timeMs = 10'000);
    bool isOpen() const;
    QByteArray &received() { return m_received; }
    QSslSocket &socket() { return *m_socket; }

private:
    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_received;
    bool m_ready = false;
};

} // namespace facet::test
