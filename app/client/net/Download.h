#pragma once

#include "client/net/HeldReply.h"
#include "client/net/HttpClient.h"
#include "client/net/PartFile.h"
#include "client/net/Strand.h"

#include <QTimer>

namespace facet::client {

/// One file from the service to the disk, so that nothing half-done ever carries a real name: bytes go to a
/// hidden `.{name}.{tag}.part` in the target folder, are resumed by Range with If-Range (also after a
/// restart of the program), checked by length and sha256 over the whole file, brought to the platter, and
/// renamed last to a name that nothing else has.
///
/// Errors: File (disk full, folder gone: the part stays for the next try), Protocol (wrong length, wrong
/// sha256: the part is removed), Network, Tls, Auth, Service. Exactly one `finished`, always the last signal.
class Download : public QObject {
    Q_OBJECT
public:
    struct Target {
        QUrl url;
        QString folder; ///< made when it is not there
        QString baseName; ///< "sea-at-dusk"; the file becomes "sea-at-dusk-01.mp4", or the next free number
        QString suffix; ///< "mp4"
        QString tag; ///< tells parts of the same name apart and finds them again: the asset's id
        std::optional<qint64> bytes = {}; ///< expected; empty: not known
        QString sha256 = {}; ///< hex; empty: not known, nothing to verify and nothing to resume
        bool numbered = true; ///< false: exactly "baseName.suffix", replacing what is there (posters)
        bool plainFirst = false; ///< numbered: "baseName.suffix" while that is free
        /// A numbered file that is there already with this length and sha256 is the result: the program may
        /// have ended between naming it and saying so.
        bool takeExisting = false;
    };
    /// Opens the part for reading and writing; replaced by tests that need a full disk.
    using Opener = PartFile::Opener;

    /// A download of unknown length is never longer.
    static constexpr qint64 maxUnknownBytes = 64 * 1024 * 1024;

    Download(HttpClient &client, Target target, QObject *parent = nullptr);
    ~Download() override;

    void setOpener(Opener opener) { m_opener = std::move(opener); }
    /// Tries in a row without one byte before it gives up. Default 6.
    void setMaxTries(int tries) { m_maxTries = tries; }
    void start();
    /// `finished` with ErrorKind::Cancelled follows at once. The part stays, unless `removePart`.
    void cancel(bool removePart = false);

    QString partPath() const;

signals:
    void progress(qint64 receivedBytes, qint64 totalBytes); ///< total is -1 while it is not known
    /// The terminal signal: the path of the verified file.
    void finished(const facet::Result<QString> &path);

private:
    void openPart();
    PartFile::Finish finishing() const;
    void connectNow();
    void readHead();
    void startOver();
    void pump();
    void written(const Result<qint64> &size);
    void replyFinished();
    void complete();
    void tryAgain(const Error &error);
    void failProtocol(const QString &detail);
    void end(const Result<QString> &result);

    HttpClient &m_client;
    Target m_target;
    Opener m_opener;
    Strand m_strand;
    std::shared_ptr<PartFile> m_part;
    HeldReply m_reply;
    QTimer m_again;
    QByteArray m_etag; ///< of what the part holds the beginning of
    QByteArray m_errorBody;
    qint64 m_received = 0; ///< bytes of the file handed to the part
    qint64 m_unwritten = 0; ///< of them, not on disk yet
    int m_generation = 0; ///< of the connection: writes of an earlier one do not count
    int m_tries = 0; ///< since the last byte
    int m_maxTries = 6;
    int m_startOvers = 0; ///< times that what was here turned out to be of no use
    bool m_headRead = false;
    bool m_bodyComplete = false;
    bool m_resumed = false; ///< the part was put together from more than one answer
    bool m_completing = false;
    bool m_ended = false;
};

} // namespace facet::client
