#pragma once

#include "domain/Generation.h"
#include "service/store/Clock.h"
#include "service/store/StoredFile.h"
#include "service/uploads/ContentCheck.h"
#include "service/uploads/UploadRecord.h"
#include "service/uploads/UploadTable.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <variant>

namespace facet::service {

struct UploadLimits {
    qint64 bytes = 64LL * 1024 * 1024; ///< of one upload
    qint64 pixels = 100'000'000;
    std::chrono::hours partialLife{ 24 }; ///< since the last byte of a partial upload
};

/// Files that clients send, in DIR/uploads: partial ones as ID.part, whose size is the offset, complete ones
/// once per content, named after their sha256. An upload is complete when all its bytes have come and the
/// content has been checked (on a thread of its own); what is no picture the service takes is removed.
/// Main thread only.
class Uploads : public QObject, public UploadFiles {
    Q_OBJECT
public:
    static Result<std::unique_ptr<Uploads>> open(
        Store &store, const Clock &clock, const QString &dataDir, const UploadLimits &limits = {});
    ~Uploads() override;

    const UploadLimits &limits() const { return m_limits; }

    /// A new one. Complete at once when `declaredSha256` is content that is here already, of that length.
    Result<UploadRecord> create(
        qint64 length, const QByteArray &metadata, const QString &name, const QString &declaredSha256);
    std::optional<UploadRecord> find(const QString &id) const;
    std::optional<StoredFile> upload(const QString &id) const override;

    QString partPath(const QString &id) const;
    qint64 offset(const UploadRecord &record) const; ///< bytes that have come

    /// Takes the right to append. False while somebody else writes, or the content is being checked.
    bool beginWriting(const QString &id);
    void endWriting(const UploadRecord &record);
    bool isBusy(const QString &id) const { return m_busy.contains(id); }
    /// Forgets what came behind `offset`. False when the disk refuses.
    bool cutBack(const QString &id, qint64 offset);

    using Checked = std::variant<UploadRecord, ContentFault>;
    /// Makes an upload complete that has all its bytes; on a fault it is removed. Several may ask for the
    /// same one: all are called, once.
    void complete(const UploadRecord &record, std::function<void(Checked)> done);
    bool isChecking(const QString &id) const { return m_waiting.contains(id); }

    Result<void> remove(const UploadRecord &record);
    /// Removes partial uploads that nobody has added to in time.
    void removeExpired();

private:
    Uploads(Store &store, const Clock &clock, QString folder, const UploadLimits &limits);
    Result<void> takeUp();
    QString contentPath(const QString &sha256) const;
    void checked(UploadRecord record, const std::variant<ContentFacts, ContentFault> &verdict);
    bool keepContent(const UploadRecord &record);

    UploadTable m_table;
    const Clock &m_clock;
    QString m_folder;
    UploadLimits m_limits;
    QSet<QString> m_busy; ///< ids that are being written to or checked
    QHash<QString, QList<std::function<void(Checked)>>> m_waiting; ///< for a check, by id
    QTimer m_expiry;
    QThreadPool m_pool; // last: ends before what its results go to
};

/// The contract's resource of a complete upload.
Upload toUpload(const UploadRecord &record);

} // namespace facet::service
