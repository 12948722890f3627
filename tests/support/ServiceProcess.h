#pragma once

#include "support/HttpAnswer.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>
#include <optional>

namespace facet::test {

/// The real facet-service of this build in a folder of its own, for tests: start() returns when it is ready.
/// Requests are made with its token, over TLS that trusts exactly its certificate. What goes wrong is in
/// error().
class ServiceProcess {
public:
    struct Options {
        QString planId = QStringLiteral("premium");
        QString dataDir; ///< empty: a temporary folder, kept between start() and the next start()
        QStringList extraArguments;
        QString program = {}; ///< empty: the one of this build
    };

    ServiceProcess();
    explicit ServiceProcess(Options options);
    /// Stops it, by SIGKILL if it must.
    ~ServiceProcess();

    /// QVERIFY2(service.start(), qPrintable(service.error()))
    bool start();
    /// SIGTERM; true when it exits with 0 within 2 s.
    bool stop();
    /// SIGKILL, as a crash would.
    void kill();
    bool isRunning() const;
    qint64 pid() const;

    QUrl url(const QString &path = {}) const; ///< of a path that may have a query
    QByteArray token() const { return m_token; }
    QByteArray certificateSha256() const { return m_certificateSha256; } ///< hex
    QByteArray certificate() const { return m_certificate; } ///< PEM
    QString dataDir() const;
    QString error() const { return m_error; } ///< what it said on stderr, or why it did not start
    qint64 readyAfterMs() const
    {
        return m_readyAfterMs;
    } ///< from the start of the process to its ready line

    using Headers = QList<std::pair<QByteArray, QByteArray>>;
    /// Sends a request and waits (in the event loop) for the whole answer, 30 s at most.
    HttpAnswer get(const QString &path, const Headers &headers = {});
    HttpAnswer postJson(const QString &path, const QJsonObject &body, const Headers &headers = {});
    HttpAnswer request(const QByteArray &method, const QString &path, const QByteArray &body = {},
        const Headers &headers = {});
    /// A reply to follow as it comes (event streams). The caller owns it.
    std::unique_ptr<QNetworkReply> open(const QByteArray &method, const QString &path,
        const QByteArray &body = {}, const Headers &headers = {});

private:
    Options m_options;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QUrl m_base;
    QByteArray m_token;
    QByteArray m_certificateSha256;
    QByteArray m_certificate;
    QString m_error;
    qint64 m_readyAfterMs = 0;
};

} // namespace facet::test
