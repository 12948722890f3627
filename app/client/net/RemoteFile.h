#pragma once

#include "client/net/HeldReply.h"
#include "client/net/HttpClient.h"

#include <functional>

namespace facet::client {

/// One file of somebody else's server, into memory: HTTPS only, redirects included; never more than
/// `maxBytes`; given up as soon as its first bytes are not what is wanted. The service's token goes to the
/// service alone (HttpClient), also when an address of the service leads on to another host. Not tried again
/// by itself.
///
/// Errors, each with a sentence that names the host and what to do: Tls (no https, not trusted), Network,
/// Unsupported (code "page": a web page; "not_wanted": something else; "too_large"), File ("not_found"),
/// Refused, Service, Protocol (a redirect too many, or to nowhere), Cancelled. Exactly one `finished`, the
/// last signal.
class RemoteFile : public QObject {
    Q_OBJECT
public:
    struct Content {
        QByteArray bytes;
        QUrl url; ///< where it was found in the end
        QString fileName; ///< out of that address; empty when it has none
        friend bool operator==(const Content &, const Content &) = default;
    };
    /// Whether a file that begins like this is wanted; asked when enough has come, or all of it.
    using Wanted = std::function<bool(const QByteArray &head)>;

    static constexpr int mostRedirects = 5;
    static constexpr qsizetype headBytes = 512; ///< that are enough to tell

    RemoteFile(
        HttpClient &client, const QUrl &url, qint64 maxBytes, Wanted wanted, QObject *parent = nullptr);
    ~RemoteFile() override;

    void start();
    /// `finished` with ErrorKind::Cancelled follows at once.
    void cancel();

    QUrl url() const { return m_url; }

signals:
    void progress(qint64 receivedBytes, qint64 totalBytes); ///< total is -1 when it is not known
    void finished(const facet::Result<facet::client::RemoteFile::Content> &content);

private:
    void ask();
    void read();
    void answered();
    bool headIsWanted();
    void redirected();
    Error errorOfStatus(int status) const;
    Error errorOfLine() const;
    void refuseTooLarge();
    void end(const Result<Content> &result);

    HttpClient &m_client;
    QUrl m_url;
    qint64 m_maxBytes;
    Wanted m_wanted;
    HeldReply m_reply;
    QByteArray m_bytes;
    int m_redirects = 0;
    bool m_headSeen = false;
    bool m_ended = false;
};

} // namespace facet::client
