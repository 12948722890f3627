#pragma once

#include "client/net/HttpClient.h"
#include "domain/Generation.h"

#include <QDateTime>
#include <QPointer>
#include <QTimer>

namespace facet::client {

/// One file to the service by tus 1.0.0 (creation, creation-with-upload for small files, checksum,
/// termination). Resumes after a cut by asking HEAD how much arrived. A file that the service already has
/// (same sha256) is complete at once. The file is read off the window's thread; if it changes while it is
/// sent the upload ends with ErrorKind::File.
///
/// Exactly one `finished`, always the last signal.
class TusUpload : public QObject {
    Q_OBJECT
public:
    struct File {
        QString path;
        QString fileName; ///< as people know it
        QString mime;
        QString sha256; ///< hex; empty: not known yet, computed here
    };

    TusUpload(HttpClient &client, File file, QObject *parent = nullptr);
    ~TusUpload() override;

    void start();
    /// `finished` with ErrorKind::Cancelled follows at once; what arrived is removed from the service.
    void cancel();

signals:
    void progress(qint64 sentBytes, qint64 totalBytes);
    /// The terminal signal.
    void finished(const facet::Result<facet::Upload> &result);

private:
    struct Fingerprint {
        qint64 bytes = 0;
        QDateTime modified;
        QString sha256;
    };
    struct Chunk {
        QByteArray bytes;
        QByteArray sha256; ///< raw
    };
    static Result<Fingerprint> fingerprint(const QString &path);
    static Result<Chunk> readChunk(const QString &path, const Fingerprint &expected, qint64 offset);

    void create();
    void created(QNetworkReply *reply, qint64 sentWithIt);
    void sendChunk();
    void patch(const Chunk &chunk);
    void patched(QNetworkReply *reply);
    void askOffset();
    void offsetAnswered(QNetworkReply *reply);
    void fetchUpload();
    void tryAgain(const Error &error);
    void end(const Result<Upload> &result);
    QNetworkReply *open(const HttpRequest &request);
    HttpRequest request(const QByteArray &verb, const QUrl &url) const;

    HttpClient &m_client;
    File m_file;
    Fingerprint m_print;
    QByteArray m_idempotencyKey;
    QUrl m_location;
    QPointer<QNetworkReply> m_reply;
    QTimer m_again;
    qint64 m_offset = 0;
    int m_tries = 0; ///< since the offset last grew
    bool m_recreated = false;
    bool m_ended = false;
};

} // namespace facet::client
