#include "client/net/RemoteFile.h"

#include <QLocale>
#include <QNetworkReply>

namespace facet::client {

namespace {

constexpr qint64 bufferBytes = 1024 * 1024;
constexpr int patienceMs = 30000; // without a byte

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

Error error(ErrorKind kind, const QString &sentence, const QString &detail, const QString &code = {})
{
    return { kind, sentence, detail, code, {}, {} };
}

} // namespace

RemoteFile::RemoteFile(HttpClient &client, const QUrl &url, qint64 maxBytes, Wanted wanted, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_url(url)
    , m_maxBytes(maxBytes)
    , m_wanted(std::move(wanted))
    , m_reply(this)
{
    m_url.setUserInfo({}); // nobody's password goes into a log, or to a server that did not ask
    m_url.setFragment({});
}

RemoteFile::~RemoteFile() = default;

void RemoteFile::start()
{
    ask();
}

void RemoteFile::cancel()
{
    end(fail(ErrorKind::Cancelled, tr("The picture is not fetched any more.")));
}

void RemoteFile::ask()
{
    if (m_url.scheme() != QLatin1String("https") || m_url.host().isEmpty()) {
        const QString sentence = m_redirects == 0
            ? tr("Pictures are fetched over https only. Save this one in the browser and attach the file.")
            : tr(
                "The address leads on to one without https, which is not followed. Save the picture in the browser and attach "
                "the file.");
        return end(tl::unexpected(error(ErrorKind::Tls, sentence, m_url.toDisplayString(QUrl::RemoveQuery),
            QStringLiteral("not_https"))));
    }
    HttpRequest request;
    request.url = m_url;
    request.timeoutMs = patienceMs;
    request.followsRedirects = false; // each step is judged here, and carries only what its host may see
    request.addHeader("Accept", "image/*,*/*;q=0.1");
    request.addHeader("Accept-Encoding", "identity");
    const Result<QNetworkReply *> opened = m_client.open(request, HttpClient::Lane::Transfer);
    if (!opened)
        return end(tl::unexpected(opened.error()));
    m_reply.take(*opened);
    m_reply->setReadBufferSize(bufferBytes);
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &RemoteFile::read);
    connect(m_reply.get(), &QNetworkReply::finished, this, &RemoteFile::answered);
}

void RemoteFile::read()
{
    if (m_ended || m_reply.status() != 200)
        return;
    bool hasLength = false;
    const qint64 length = m_reply->rawHeader("Content-Length").toLongLong(&hasLength);
    if (hasLength && length > m_maxBytes)
        return refuseTooLarge();
    m_bytes += m_reply->readAll();
    if (m_bytes.size() > m_maxBytes)
        return refuseTooLarge();
    if (m_bytes.size() >= headBytes && !headIsWanted())
        return;
    emit progress(m_bytes.size(), hasLength ? length : -1);
}

bool RemoteFile::headIsWanted()
{
    if (m_headSeen)
        return true;
    m_headSeen = true;
    if (m_wanted(m_bytes))
        return true;
    const QByteArray type = m_reply->rawHeader("Content-Type");
    const bool page = type.startsWith("text/html") || type.startsWith("application/xhtml")
        || m_bytes.trimmed().left(1) == "<";
    const QString sentence = page
        ? tr(
            "%1 answered with a web page, not with a picture. Open the picture itself and copy its address, or save it "
            "and attach the file.")
        : tr(
            "What %1 sent is not a picture that Facet can read. Save it in the browser, export it as PNG or JPEG, and "
            "attach the file.");
    end(tl::unexpected(error(ErrorKind::Unsupported, sentence.arg(m_url.host()), QString::fromLatin1(type),
        page ? QStringLiteral("page") : QStringLiteral("not_wanted"))));
    return false;
}

void RemoteFile::answered()
{
    if (m_ended)
        return;
    const int status = m_reply.status();
    if (isRedirect(status))
        return redirected();
    if (status >= 300)
        return end(tl::unexpected(errorOfStatus(status)));
    if (m_reply->error() != QNetworkReply::NoError || status != 200)
        return end(tl::unexpected(errorOfLine()));
    read();
    if (m_ended || !headIsWanted())
        return;
    end(Content{ std::move(m_bytes), m_url, m_url.fileName() });
}

void RemoteFile::redirected()
{
    const QUrl target =
        m_url.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location").trimmed(), QUrl::TolerantMode));
    if (++m_redirects > mostRedirects || !target.isValid() || target == m_url) {
        return end(tl::unexpected(error(ErrorKind::Protocol,
            tr("%1 only sends Facet from one address to the next. Save the picture in the browser and attach the file.")
                .arg(m_url.host()),
            target.toDisplayString(QUrl::RemoveQuery), QStringLiteral("redirects"))));
    }
    m_reply.drop();
    m_url = target;
    m_url.setUserInfo({});
    m_url.setFragment({});
    m_bytes.clear();
    ask();
}

Error RemoteFile::errorOfStatus(int status) const
{
    const QString host = m_url.host();
    const QString detail = QStringLiteral("HTTP %1 from %2").arg(status).arg(host);
    if (status == 404 || status == 410) {
        return error(ErrorKind::File,
            tr("%1 has no picture at this address (%2). Check the address, or save the picture and attach the file.")
                .arg(host)
                .arg(status),
            detail, QStringLiteral("not_found"));
    }
    if (status == 401 || status == 403) {
        return error(ErrorKind::Refused,
            tr("%1 does not give this picture to Facet (%2). Save it in the browser and attach the file.")
                .arg(host)
                .arg(status),
            detail);
    }
    return error(status >= 500 ? ErrorKind::Service : ErrorKind::Refused,
        tr("%1 could not send the picture (%2). Try again in a moment, or save it and attach the file.")
            .arg(host)
            .arg(status),
        detail);
}

Error RemoteFile::errorOfLine() const
{
    const QString detail = m_reply->errorString();
    if (m_reply->error() == QNetworkReply::SslHandshakeFailedError) {
        return error(ErrorKind::Tls,
            tr("%1 cannot prove that it is the one it claims to be, so nothing was fetched. Save the picture in the "
               "browser and attach the file.")
                .arg(m_url.host()),
            detail);
    }
    return error(ErrorKind::Network,
        tr("The picture could not be fetched from %1. Check the connection and add it again, or attach a file.")
            .arg(m_url.host()),
        detail);
}

void RemoteFile::refuseTooLarge()
{
    end(tl::unexpected(error(ErrorKind::Unsupported,
        tr("The picture at %1 is larger than %2. Save a smaller copy and attach the file.")
            .arg(m_url.host(), QLocale().formattedDataSize(m_maxBytes)),
        {}, QStringLiteral("too_large"))));
}

void RemoteFile::end(const Result<Content> &result)
{
    if (m_ended)
        return;
    m_ended = true;
    m_reply.drop();
    emit finished(result);
}

} // namespace facet::client
