#include "service/uploads/UploadTable.h"

#include "service/store/Store.h"

namespace facet::service {

namespace {

const QString columns = QStringLiteral(
    "SELECT id, length, metadata, name, declared_sha256, created_at, expires_at, sha256, mime, width, height, "
    "duration_s"
    " FROM uploads ");

UploadRecord read(const Row &row)
{
    UploadRecord record;
    record.id = row.text(0);
    record.length = row.integer(1);
    record.metadata = row.bytes(2);
    record.name = row.text(3);
    record.declaredSha256 = row.text(4);
    record.createdAt = row.time(5);
    record.expiresAt = row.maybeTime(6);
    record.sha256 = row.text(7);
    record.mime = row.text(8);
    record.width = row.small(9);
    record.height = row.small(10);
    record.durationS = row.maybeReal(11);
    return record;
}

Result<void> done(const Result<int> &changed)
{
    if (!changed)
        return tl::unexpected(changed.error());
    return {};
}

} // namespace

UploadTable::UploadTable(Store &store)
    : m_store(store)
{
}

Result<void> UploadTable::add(const UploadRecord &r)
{
    return done(m_store.run(
        QStringLiteral("INSERT INTO uploads(id, length, metadata, name, declared_sha256, created_at,"
                       " expires_at, sha256, mime, width, height, duration_s)"
                       " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        r.id, r.length, r.metadata, r.name, r.declaredSha256, r.createdAt, r.expiresAt, r.sha256, r.mime,
        r.width, r.height, r.durationS));
}

Result<void> UploadTable::change(const UploadRecord &r)
{
    return done(
        m_store.run(QStringLiteral("UPDATE uploads SET expires_at = ?, sha256 = ?, mime = ?, width = ?,"
                                   " height = ?, duration_s = ? WHERE id = ?"),
            r.expiresAt, r.sha256, r.mime, r.width, r.height, r.durationS, r.id));
}

Result<void> UploadTable::remove(const QString &id)
{
    return done(m_store.run(QStringLiteral("DELETE FROM uploads WHERE id = ?"), id));
}

Result<std::optional<UploadRecord>> UploadTable::find(const QString &id) const
{
    return m_store.one(columns + QStringLiteral("WHERE id = ?"), read, id);
}

Result<std::optional<UploadRecord>> UploadTable::findContent(const QString &sha256) const
{
    return m_store.one(columns + QStringLiteral("WHERE sha256 = ? AND sha256 <> '' LIMIT 1"), read, sha256);
}

Result<QList<UploadRecord>> UploadTable::partial() const
{
    return m_store.all(columns + QStringLiteral("WHERE sha256 = ''"), read);
}

Result<qint64> UploadTable::countContent(const QString &sha256) const
{
    return m_store.number(QStringLiteral("SELECT COUNT(*) FROM uploads WHERE sha256 = ?"), sha256);
}

} // namespace facet::service
