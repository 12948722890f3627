#include "client/store/GenerationRecords.h"

#include "client/store/GenerationRows.h"
#include "client/store/Sql.h"

#include <QDateTime>

namespace facet::client {

QFuture<Result<QList<GenerationRecord>>> GenerationRecords::loadUnfinished()
{
    return m_database->run([](QSqlDatabase &connection) { return unfinishedGenerations(connection); });
}

QFuture<Result<std::optional<GenerationRecord>>> GenerationRecords::load(const QString &key)
{
    return m_database->run([key](QSqlDatabase &connection) { return generationByKey(connection, key); });
}

QFuture<Result<void>> GenerationRecords::save(const GenerationRecord &record)
{
    return m_database->run([record](QSqlDatabase &connection) { return putGeneration(connection, record); });
}

QFuture<Result<void>> GenerationRecords::noteFile(const QString &assetId, const QString &sha256, qint64 bytes)
{
    return m_database->run([assetId, sha256, bytes](QSqlDatabase &connection) {
        return execSql(connection,
            QStringLiteral("INSERT OR REPLACE INTO result_files (asset_id, sha256, bytes, at) VALUES (?, ?, ?, ?)"),
            { assetId, sha256, bytes, toSqlTime(QDateTime::currentDateTimeUtc()) });
    });
}

QFuture<Result<void>> GenerationRecords::remove(const QString &key)
{
    // Its row in the transcript goes with it: there is nothing left to show.
    return m_database->run([key](QSqlDatabase &connection) -> Result<void> {
        if (auto done =
                execSql(connection, QStringLiteral("DELETE FROM messages WHERE generation_key = ?"), { key });
            !done)
            return done;
        return execSql(connection, QStringLiteral("DELETE FROM generations WHERE key = ?"), { key });
    });
}

} // namespace facet::client
