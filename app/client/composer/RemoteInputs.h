#pragma once

#include "client/net/RemoteFile.h"

#include <QHash>

namespace facet::client {

/// Pictures on their way from other people's servers into the composer, each for the attachment that waits
/// for it. A drop may name several addresses of one picture: they are asked one after the other.
class RemoteInputs : public QObject {
    Q_OBJECT
public:
    /// Never larger, and only what begins like a picture.
    static constexpr qint64 maxBytes = 64LL * 1024 * 1024;

    explicit RemoteInputs(HttpClient &client, QObject *parent = nullptr);

    /// `addresses`: one or more, the best first.
    void fetch(const QString &attachmentId, const QList<QUrl> &addresses);
    /// Nothing is said about it any more.
    void cancel(const QString &attachmentId);
    bool isFetching(const QString &attachmentId) const { return m_waiting.contains(attachmentId); }

signals:
    /// A picture's bytes, or why the first address did not lead to one.
    void arrived(
        const QString &attachmentId, const facet::Result<facet::client::RemoteFile::Content> &content);

private:
    struct Waiting {
        RemoteFile *file = nullptr;
        QList<QUrl> others; ///< not asked yet
        std::optional<Error> firstError;
    };
    void ask(const QString &attachmentId);
    void answered(const QString &attachmentId, const Result<RemoteFile::Content> &content);

    HttpClient &m_client;
    QHash<QString, Waiting> m_waiting;
};

} // namespace facet::client
