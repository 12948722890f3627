#include "client/net/AccessManager.h"

#include "client/net/HttpClient.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QSysInfo>
#include <QUuid>

namespace facet::client {

namespace {

/// The system's proxies, but never for this machine itself: the bundled service is not behind one.
class ProxyChoice : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
            return { QNetworkProxy(QNetworkProxy::NoProxy) };
        return systemProxyForQuery(query);
    }
};

QByteArray userAgent()
{
    static const QByteArray text = "Facet/" + QCoreApplication::applicationVersion().toUtf8() + " ("
        + QSysInfo::kernelType().toUtf8() + "; Qt " + qVersion() + ")";
    return text;
}

} // namespace

AccessManager::AccessManager(HttpClient &owner, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_owner(owner)
{
    setProxyFactory(new ProxyChoice);
    connect(this, &QNetworkAccessManager::sslErrors, this, &AccessManager::judge);
}

bool AccessManager::isPinned(const QUrl &url) const
{
    const Endpoint &endpoint = m_owner.endpoint();
    return !endpoint.certificateSha256.isEmpty() && HttpClient::sameOrigin(url, endpoint.url);
}

QList<QSslCertificate> AccessManager::trusted() const
{
    const QSslCertificate known(m_owner.endpoint().certificate, QSsl::Pem);
    return isThePinned(known) ? QList<QSslCertificate>{ known } : QList<QSslCertificate>{};
}

bool AccessManager::isThePinned(const QSslCertificate &certificate) const
{
    return !certificate.isNull()
        && certificate.digest(QCryptographicHash::Sha256) == m_owner.endpoint().certificateSha256;
}

QNetworkReply *AccessManager::createRequest(
    Operation operation, const QNetworkRequest &original, QIODevice *outgoing)
{
    QNetworkRequest request = original;
    const QUrl url = request.url();
    // Second guard behind HttpClient::open: an unknown scheme fails before anything is sent.
    if (url.scheme() != QLatin1String("https"))
        request.setUrl(QUrl(QStringLiteral("refused:")));

    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setRawHeader("Accept-Language", m_owner.language());
    if (!request.hasRawHeader("X-Request-Id"))
        request.setRawHeader("X-Request-Id", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const Endpoint &endpoint = m_owner.endpoint();
    if (!endpoint.token.isEmpty() && HttpClient::sameOrigin(url, endpoint.url))
        request.setRawHeader("Authorization", "Bearer " + endpoint.token.toUtf8());

    const bool reads = (operation == GetOperation || operation == HeadOperation)
        && request.attribute(followsRedirects, true).toBool();
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
        reads ? QNetworkRequest::SameOriginRedirectPolicy : QNetworkRequest::ManualRedirectPolicy);
    request.setMaximumRedirectsAllowed(5);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    // The lanes count on one exchange a connection.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);

    if (isPinned(url)) {
        // No authority but the pinned certificate itself, so every other is questioned, and does not pass;
        // and no session is taken up again without showing it.
        QSslConfiguration tls = request.sslConfiguration();
        tls.setCaCertificates(trusted());
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        tls.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
        tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
        request.setSslConfiguration(tls);
    }

    QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, outgoing);
    ++*m_busy;
    // It may outlive this object, or go in the middle of its destructor.
    connect(reply, &QObject::destroyed, reply, [busy = m_busy] { --*busy; });
    return reply;
}

void AccessManager::judge(QNetworkReply *reply, const QList<QSslError> &errors)
{
    // Only while the certificate is not known by itself: of several connections that begin together, Qt 6.4
    // ends all when one of them lost its request meanwhile and there is nobody to ask.
    if (isPinned(reply->url()) && isThePinned(reply->sslConfiguration().peerCertificate())) {
        reply->ignoreSslErrors(errors);
        return;
    }
    for (const QSslError &error : errors)
        qCWarning(lcNet).noquote() << "not trusted:" << reply->url().host() << error.errorString();
}

} // namespace facet::client
