#include "client/store/ResultRows.h"

#include "client/store/ErrorJson.h"
#include "client/store/GenerationRows.h"
#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"
#include "client/store/SearchTerms.h"

#include <QDateTime>

#include <cmath>

namespace facet::client {

namespace {

const QString backlogName = QStringLiteral("generations_to_list_below");

QString stateOf(const GenerationRecord &record, const LocalAsset &local)
{
    switch (record.state) {
    case GenerationState::Downloading:
        return local.error || !local.filePath.isEmpty() ? QStringLiteral("here") : QStringLiteral("coming");
    case GenerationState::Failed: // it had come, and the service lost it before it was fetched again
        return local.filePath.isEmpty() ? QStringLiteral("gone") : QStringLiteral("here");
    case GenerationState::Draft:
    case GenerationState::Uploading:
    case GenerationState::Submitting:
    case GenerationState::Queued:
    case GenerationState::Running:
    case GenerationState::Done:
    case GenerationState::Cancelled:
    case GenerationState::Unknown:
        break;
    }
    return QStringLiteral("here");
}

/// The message that asked for it; the prompt is what the agent made of it.
Result<QString> messageOf(QSqlDatabase &connection, const QString &runId)
{
    if (runId.isEmpty())
        return QString();
    auto query = sql(connection,
        QStringLiteral("SELECT m.text FROM runs r JOIN messages m ON m.id = r.message_id "
                       "WHERE r.id = ? AND m.kind = 'user'"),
        { runId });
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

QVariant lengthOf(const Asset &asset)
{
    return asset.durationS ? QVariant(static_cast<qint64>(std::llround(*asset.durationS * 1000)))
                           : QVariant();
}

} // namespace

Result<void> putResults(QSqlDatabase &connection, const GenerationRecord &record)
{
    if (record.assets.isEmpty())
        return {};
    const Generation &made = record.generation;
    const auto message = messageOf(connection, made.runId);
    if (!message)
        return tl::unexpected(message.error());
    const QString prompt = searchedTextOf(made.prompt);
    const QString words = searchedTextOf(*message);
    const QString search = words == prompt ? prompt : prompt + u'\n' + words;
    // A path that was empty, or another one, and now is there: it was fetched again after it was deleted.
    PreparedSql put(connection,
        QStringLiteral(
            "INSERT INTO results (generation_key, asset_id, take, conversation_id, state, kind, model_id, "
            "method, agent, draft, at, credits, length_ms, width, height, resolution, mime, prompt, search, "
            "file_path, poster_path, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "?, ?, ?) ON CONFLICT(generation_key, asset_id) DO UPDATE SET take = excluded.take, "
            "trashed = CASE WHEN excluded.file_path <> '' AND excluded.file_path <> file_path THEN 0 "
            "ELSE trashed END, conversation_id = excluded.conversation_id, state = excluded.state, "
            "kind = excluded.kind, model_id = excluded.model_id, method = excluded.method, "
            "agent = excluded.agent, draft = excluded.draft, credits = excluded.credits, "
            "length_ms = excluded.length_ms, width = excluded.width, height = excluded.height, "
            "resolution = excluded.resolution, mime = excluded.mime, prompt = excluded.prompt, "
            "search = excluded.search, file_path = excluded.file_path, poster_path = excluded.poster_path, "
            "error = excluded.error"));
    const QDateTime at = made.createdAt.isValid() ? made.createdAt : QDateTime::currentDateTimeUtc();
    for (int take = 0; take < record.assets.size(); ++take) {
        const LocalAsset &local = record.assets.at(take);
        Asset asset;
        for (const Asset &said : made.assets) {
            if (said.id == local.assetId)
                asset = said;
        }
        const QVariant credits = made.chargedCredits ? QVariant(*made.chargedCredits) : QVariant();
        if (auto done = put.exec({ record.key, local.assetId, take, record.conversationId,
                stateOf(record, local), wireName(asset.kind), made.modelId, wireName(made.method),
                wireName(made.agent), made.draft ? 1 : 0, toSqlTime(at), credits, lengthOf(asset),
                asset.width, asset.height, made.options.resolution.value_or(QString()), asset.mime,
                made.prompt, search, local.filePath, local.posterPath,
                errorToText(local.error ? local.error : record.error) });
            !done)
            return done;
    }
    return {};
}

Result<int> adoptOlderResults(QSqlDatabase &connection, int most)
{
    auto from =
        sql(connection, QStringLiteral("SELECT value FROM remembered WHERE name = ?"), { backlogName });
    if (!from)
        return tl::unexpected(from.error());
    const qint64 below = from->next() ? from->value(0).toLongLong() : std::numeric_limits<qint64>::max();
    if (below <= 0)
        return 0;
    auto rows = sql(connection,
        QStringLiteral("SELECT rowid, key FROM generations WHERE rowid < ? ORDER BY rowid DESC LIMIT %1")
            .arg(most),
        { below });
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList keys;
    qint64 reached = 0;
    while (rows->next()) {
        reached = rows->value(0).toLongLong();
        keys.append(rows->value(1).toString());
    }
    rows->finish();
    for (const QString &key : std::as_const(keys)) {
        const auto record = generationByKey(connection, key);
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            continue;
        if (auto done = putResults(connection, **record); !done)
            return tl::unexpected(done.error());
    }
    auto kept =
        execSql(connection, QStringLiteral("INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)"),
            { backlogName, QString::number(keys.isEmpty() ? 0 : reached) });
    if (!kept)
        return tl::unexpected(kept.error());
    return static_cast<int>(keys.size());
}

Result<void> setFavourite(QSqlDatabase &connection, const QVector<qint64> &numbers, bool favourite)
{
    PreparedSql put(connection, QStringLiteral("UPDATE results SET favourite = ? WHERE id = ?"));
    for (const qint64 number : numbers) {
        if (auto done = put.exec({ favourite ? 1 : 0, number }); !done)
            return done;
    }
    return {};
}

Result<QList<TrashedResult>> markTrashed(
    QSqlDatabase &connection, const QVector<qint64> &numbers, const QDateTime &now)
{
    PreparedSql look(connection,
        QStringLiteral("SELECT generation_key, asset_id, file_path FROM results "
                       "WHERE id = ? AND trashed = 0 AND state <> 'coming'"));
    PreparedSql put(connection,
        QStringLiteral("UPDATE results SET trashed = 1, trashed_at = ?, trash_path = '' WHERE id = ?"));
    QList<TrashedResult> taken;
    for (const qint64 number : numbers) {
        auto row = look.run({ number });
        if (!row)
            return tl::unexpected(row.error());
        if (!(*row)->next())
            continue;
        taken.append({ number, (*row)->value(0).toString(), (*row)->value(1).toString(),
            (*row)->value(2).toString(), {} });
        (*row)->finish();
        if (auto done = put.exec({ toSqlTime(now), number }); !done)
            return tl::unexpected(done.error());
    }
    return taken;
}

Result<void> setTrashPath(QSqlDatabase &connection, qint64 number, const QString &trashPath)
{
    return execSql(
        connection, QStringLiteral("UPDATE results SET trash_path = ? WHERE id = ?"), { trashPath, number });
}

Result<void> unmarkTrashed(QSqlDatabase &connection, qint64 number, const QString &filePath)
{
    if (auto done = execSql(connection,
            QStringLiteral("UPDATE assets SET file_path = ? WHERE file_path <> '' AND "
                           "(generation_key, asset_id) IN (SELECT generation_key, asset_id FROM results "
                           "WHERE id = ?)"),
            { filePath, number });
        !done)
        return done;
    return execSql(connection,
        QStringLiteral("UPDATE results SET trashed = 0, trash_path = '', file_path = ? WHERE id = ?"),
        { filePath, number });
}

Result<QList<TrashedResult>> lastTrashed(QSqlDatabase &connection, const QDateTime &since)
{
    auto query = sql(connection,
        QStringLiteral(
            "SELECT id, generation_key, asset_id, file_path, trash_path FROM results "
            "WHERE trashed = 1 AND trashed_at >= ? AND trashed_at = (SELECT MAX(trashed_at) FROM results WHERE trashed = 1) ORDER BY id"),
        { toSqlTime(since) });
    if (!query)
        return tl::unexpected(query.error());
    QList<TrashedResult> all;
    while (query->next())
        all.append({ query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString(),
            query->value(3).toString(), query->value(4).toString() });
    return all;
}

Result<void> forgetTrashed(QSqlDatabase &connection, const QDateTime &until)
{
    return execSql(connection,
        QStringLiteral(
            "UPDATE results SET trashed = 2, trash_path = '' WHERE trashed = 1 AND trashed_at < ?"),
        { toSqlTime(until) });
}

} // namespace facet::client
