#include "service/uploads/Uploads.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

namespace facet::service {

namespace {

const QString partSuffix = QStringLiteral(".part");

tl::unexpected<Error> diskFailed(const QString &folder)
{
    return fail(ErrorKind::File,
        QCoreApplication::translate("facet::service::Uploads",
            "The service cannot write to %1. Check that the disk has room and the folder can be written.")
            .arg(folder));
}

bool makeEmpty(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
}

void syncToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        ::fdatasync(file);
        ::close(file);
    }
}

} // namespace

Result<std::unique_ptr<Uploads>> Uploads::open(
    Store &store, const Clock &clock, const QString &dataDir, const UploadLimits &limits)
{
    const QString folder = QDir(dataDir).absoluteFilePath(QStringLiteral("uploads"));
    if (!QDir().mkpath(folder))
        return diskFailed(folder);
    std::unique_ptr<Uploads> uploads(new Uploads(store, clock, folder, limits));
    if (auto taken = uploads->takeUp(); !taken)
        return tl::unexpected(taken.error());
    return uploads;
}

Uploads::Uploads(Store &store, const Clock &clock, QString folder, const UploadLimits &limits)
    : m_table(store)
    , m_clock(clock)
    , m_folder(std::move(folder))
    , m_limits(limits)
{
    m_pool.setMaxThreadCount(1); // one picture in memory at a time
    m_expiry.setInterval(std::chrono::minutes(15));
    connect(&m_expiry, &QTimer::timeout, this, [this] { removeExpired(); });
    m_expiry.start();
}

Uploads::~Uploads()
{
    m_pool.clear();
    m_pool.waitForDone();
}

/// What the last stop left: checks that had not ended are made again, files without a row go.
Result<void> Uploads::takeUp()
{
    removeExpired();
    const auto partial = m_table.partial();
    if (!partial)
        return tl::unexpected(partial.error());
    QSet<QString> known;
    for (const UploadRecord &record : *partial) {
        known.insert(record.id + partSuffix);
        if (offset(record) == record.length)
            complete(record, [](const Checked &) {});
    }
    for (const QString &name : QDir(m_folder).entryList({ u'*' + partSuffix }, QDir::Files)) {
        if (!known.contains(name))
            QFile::remove(m_folder + u'/' + name);
    }
    return {};
}

Result<UploadRecord> Uploads::create(
    qint64 length, const QByteArray &metadata, const QString &name, const QString &declaredSha256)
{
    UploadRecord record;
    record.id = QUuid::createUuid().toString(QUuid::Id128);
    record.length = length;
    record.metadata = metadata;
    record.name = name;
    record.declaredSha256 = declaredSha256;
    record.createdAt = m_clock.now();
    const auto known = m_table.findContent(declaredSha256);
    if (!known)
        return tl::unexpected(known.error());
    if (*known && (*known)->length == length && QFile::exists(contentPath(declaredSha256))) {
        record.sha256 = declaredSha256;
        record.mime = (*known)->mime;
        record.width = (*known)->width;
        record.height = (*known)->height;
        record.durationS = (*known)->durationS;
    } else {
        record.expiresAt = record.createdAt.addSecs(std::chrono::seconds(m_limits.partialLife).count());
        if (!makeEmpty(partPath(record.id)))
            return diskFailed(m_folder);
    }
    if (auto added = m_table.add(record); !added)
        return tl::unexpected(added.error());
    return record;
}

std::optional<UploadRecord> Uploads::find(const QString &id) const
{
    auto record = m_table.find(id);
    return record ? std::move(*record) : std::nullopt;
}

std::optional<StoredFile> Uploads::upload(const QString &id) const
{
    const auto record = find(id);
    if (!record || !record->isComplete())
        return std::nullopt;
    StoredFile file;
    file.id = record->id;
    file.path = contentPath(record->sha256);
    file.sha256 = record->sha256;
    file.mime = record->mime;
    file.name = record->name;
    file.bytes = record->length;
    file.width = record->width;
    file.height = record->height;
    file.durationS = record->durationS;
    return file;
}

QString Uploads::partPath(const QString &id) const
{
    return m_folder + u'/' + id + partSuffix;
}

QString Uploads::contentPath(const QString &sha256) const
{
    return m_folder + u'/' + sha256;
}

qint64 Uploads::offset(const UploadRecord &record) const
{
    return record.isComplete() ? record.length : QFileInfo(partPath(record.id)).size();
}

bool Uploads::beginWriting(const QString &id)
{
    if (m_busy.contains(id))
        return false;
    // The file may have gone with a power failure; its upload then begins again.
    if (!QFile::exists(partPath(id)) && !makeEmpty(partPath(id)))
        return false;
    m_busy.insert(id);
    return true;
}

void Uploads::endWriting(const UploadRecord &record)
{
    m_busy.remove(record.id);
    UploadRecord later = record;
    later.expiresAt = m_clock.now().addSecs(std::chrono::seconds(m_limits.partialLife).count());
    if (auto changed = m_table.change(later); !changed)
        qWarning("uploads: %s", qUtf8Printable(changed.error().detail));
}

bool Uploads::cutBack(const QString &id, qint64 offset)
{
    return QFile::resize(partPath(id), offset);
}

void Uploads::complete(const UploadRecord &record, std::function<void(Checked)> done)
{
    QList<std::function<void(Checked)>> &waiting = m_waiting[record.id];
    waiting.append(std::move(done));
    if (waiting.size() > 1)
        return;
    m_busy.insert(record.id);
    m_pool.start([this, record, path = partPath(record.id), pixels = m_limits.pixels] {
        const auto verdict = checkContent(path, record.declaredSha256, pixels);
        if (std::holds_alternative<ContentFacts>(verdict))
            syncToDisk(path);
        QMetaObject::invokeMethod(
            this, [this, record, verdict] { checked(record, verdict); }, Qt::QueuedConnection);
    });
}

void Uploads::checked(UploadRecord record, const std::variant<ContentFacts, ContentFault> &verdict)
{
    Checked outcome = ContentFault::Unreadable;
    if (const auto *facts = std::get_if<ContentFacts>(&verdict)) {
        record.sha256 = facts->sha256;
        record.mime = facts->mime;
        record.width = facts->width;
        record.height = facts->height;
        record.durationS = facts->durationS;
        record.expiresAt.reset();
        if (keepContent(record))
            outcome = record;
    } else {
        outcome = std::get<ContentFault>(verdict);
    }
    m_busy.remove(record.id);
    if (std::holds_alternative<ContentFault>(outcome)) {
        record.sha256.clear();
        if (auto removed = remove(record); !removed)
            qWarning("uploads: %s", qUtf8Printable(removed.error().detail));
    }
    const auto waiting = m_waiting.take(record.id);
    for (const auto &done : waiting)
        done(outcome);
}

/// The file first, then the row: a stop between the two leaves a partial upload that begins again, never a
/// complete one without its file.
bool Uploads::keepContent(const UploadRecord &record)
{
    const QString part = partPath(record.id);
    const QString kept = contentPath(record.sha256);
    const bool moved = QFile::exists(kept) ? QFile::remove(part) : QFile::rename(part, kept);
    if (!moved)
        return false;
    if (auto changed = m_table.change(record); !changed) {
        qWarning("uploads: %s", qUtf8Printable(changed.error().detail));
        return false;
    }
    return true;
}

Result<void> Uploads::remove(const UploadRecord &record)
{
    if (auto removed = m_table.remove(record.id); !removed)
        return removed;
    QFile::remove(partPath(record.id));
    if (record.isComplete()) {
        const auto others = m_table.countContent(record.sha256);
        if (others && *others == 0)
            QFile::remove(contentPath(record.sha256));
    }
    return {};
}

void Uploads::removeExpired()
{
    const auto partial = m_table.partial();
    if (!partial)
        return;
    for (const UploadRecord &record : *partial) {
        if (record.expiresAt && *record.expiresAt <= m_clock.now() && !isBusy(record.id))
            (void)remove(record);
    }
}

Upload toUpload(const UploadRecord &record)
{
    Upload upload;
    upload.id = record.id;
    upload.sha256 = record.sha256;
    upload.mime = record.mime;
    upload.width = record.width;
    upload.height = record.height;
    upload.durationS = record.durationS;
    upload.bytes = record.length;
    return upload;
}

} // namespace facet::service
