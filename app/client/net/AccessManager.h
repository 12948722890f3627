#pragma once

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <memory>

namespace facet::client {

class HttpClient;

/// The one place where a request gets what every request carries, and where the far side's certificate is
/// judged. Made and owned by HttpClient only.
class AccessManager : public QNetworkAccessManager {
    Q_OBJECT
public:
    AccessManager(HttpClient &owner, QObject *parent);

    /// Of a request: false keeps what reads from following redirects too.
    static constexpr auto followsRedirects = QNetworkRequest::User;

    /// Replies under way.
    int busy() const { return *m_busy; }

protected:
    QNetworkReply *createRequest(
        Operation operation, const QNetworkRequest &original, QIODevice *outgoing) override;

private:
    void judge(QNetworkReply *reply, const QList<QSslError> &errors);
    bool isPinned(const QUrl &url) const;
    bool isThePinned(const QSslCertificate &certificate) const;
    QList<QSslCertificate> trusted() const;

    HttpClient &m_owner;
    std::shared_ptr<int> m_busy = std::make_shared<int>(0);
};

} // namespace facet::client
