#pragma once

#include "client/net/HeldReply.h"
#include "client/net/HttpClient.h"
#include "client/net/Strand.h"
#include "domain/Generation.h"

#include <QTimer>

namespace facet::client {

/// One file to the service by tus 1.0.0 (creation, creation-with-upload for small files, checksum,
/// termination). Resumes after a cut by asking HEAD how much arrived. A file that the service already has
/// (same sha256) is complete at once. The file is read off the window's thread; if it changes while it is
/// sent the upload ends with ErrorKind::File.
///
/// The creating POST carries an Idempotency-Key and spends nothing; it is repeated under the same key after
/// a cut. Exactly one `finished`, always the last signal.
class TusUpload : public QObject {
    Q_OBJECT
public:
    struct File {
        QString path;
        QString fileName; ///< as people know it
        QString mime;
        QString sha256 = {}; ///< hex; empty: not known yet, computed here
    };

    static constexpr qint64 chunkBytes = 4 * 1024 * 1024;
    /// Files up to this size travel with their creation: one round trip.
    static constexpr qint64 smallBytes = 64 * 1024;

    TusUpload(HttpClient &client, File file, QObject *parent = nullptr);
    ~TusUpload() override;

    /// Tries in a row that bring nothing forward before it gives up. Default 6.
    void setMaxTries(int tries) { m_maxTries = tries; }
    void start();
    /// `finished` with ErrorKind::Cancelled follows at once; what arrived is removed from the service.
    void cancel();

signals:
    void progress(qint64 sentBytes, qint64 totalBytes);
    /// The terminal signal.
    void finished(const facet::Result<facet::Upload> &result);

private:
    enum class Step { Create, Send, AskOffset };

    void create(const QByteArray &body);
    void created();
    void sendChunk();
    void patch(const QByteArray &chunk, const QByteArray &sha256);
    void patched();
    void askOffset();
    void offsetAnswered();
    void arrived(qint64 offset);
    void startOver(const Error &why);
    void fetchUpload();
    void tryAgain(Step next, const Error &error);
    void end(const Result<Upload> &result);
    Error protocolError(const QString &detail) const;
    std::optional<qint64> offsetOf(QNetworkReply *reply) const;
    /// Sends it and calls `done` once, with the reply still there.
    void exchange(const HttpRequest &request, void (TusUpload::*done)());
    HttpRequest tusRequest(const QByteArray &verb, const QUrl &url) const;

    HttpClient &m_client;
    File m_file;
    qint64 m_bytes = 0;
    qint64 m_modifiedMs = 0; ///< of the file when its sha256 was known
    QByteArray m_idempotencyKey;
    QUrl m_location;
    Strand m_strand;
    HeldReply m_reply;
    QByteArray m_answer; ///< body of the reply under way
    QTimer m_again;
    Step m_next = Step::Create;
    qint64 m_offset = 0;
    qint64 m_chunkSize = 0;
    int m_tries = 0; ///< since the offset last grew
    int m_maxTries = 6;
    bool m_startedOver = false;
    bool m_ended = false;
};

} // namespace facet::client
