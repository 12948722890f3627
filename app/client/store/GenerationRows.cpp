#include "client/store/GenerationRows.h"

#include "client/store/ErrorJson.h"
#include "client/store/ResultRows.h"
#include "client/store/Sql.h"
#include "contract/Codecs.h"

#include <QDateTime>

#include <algorithm>

namespace facet::client {

namespace {

using State = GenerationState;

QString stateWord(State state)
{
    switch (state) {
    case State::Draft:
        return QStringLiteral("draft");
    case State::Uploading:
        return QStringLiteral("uploading");
    case State::Submitting:
        return QStringLiteral("submitting");
    case State::Queued:
        return QStringLiteral("queued");
    case State::Running:
        return QStringLiteral("running");
    case State::Downloading:
        return QStringLiteral("downloading");
    case State::Done:
        return QStringLiteral("done");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Cancelled:
        return QStringLiteral("cancelled");
    case State::Unknown:
        return QStringLiteral("unknown");
    }
    return {};
}

State stateFromWord(const QString &word)
{
    for (const State state : { State::Draft, State::Uploading, State::Submitting, State::Queued,
             State::Running, State::Downloading, State::Done, State::Failed, State::Cancelled }) {
        if (stateWord(state) == word)
            return state;
    }
    return State::Unknown;
}

QString kindOf(const GenerationRecord &record, const QString &assetId)
{
    for (const Asset &asset : record.generation.assets) {
        if (asset.id == assetId)
            return wireName(asset.kind);
    }
    return wireName(ModelKind::Other);
}

const QString columns =
    QStringLiteral("key, conversation_id, state, service_id, resource, error, created_at");

Result<GenerationRecord> readRow(QSqlDatabase &connection, const QSqlQuery &row)
{
    GenerationRecord record;
    record.key = row.value(0).toString();
    record.conversationId = row.value(1).toString();
    record.state = stateFromWord(row.value(2).toString());
    // What was written in another form still has its id, so the service can be asked about it.
    record.generation =
        contract::parseJson(row.value(4).toString().toUtf8())
            .and_then([](const contract::Json &json) { return contract::fromJson<Generation>(json); })
            .value_or(Generation{});
    record.generation.id = row.value(3).toString();
    if (!record.generation.createdAt.isValid())
        record.generation.createdAt = fromSqlTime(row.value(6));
    record.error = errorFromText(row.value(5).toString());
    auto assets = sql(connection,
        QStringLiteral("SELECT asset_id, file_path, poster_path, received, error FROM assets "
                       "WHERE generation_key = ? ORDER BY position"),
        { record.key });
    if (!assets)
        return tl::unexpected(assets.error());
    while (assets->next()) {
        record.assets.append(
            { assets->value(0).toString(), assets->value(1).toString(), assets->value(2).toString(),
                assets->value(3).toLongLong(), errorFromText(assets->value(4).toString()) });
    }
    return record;
}

} // namespace

Result<void> putGeneration(QSqlDatabase &connection, const GenerationRecord &record)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Generation generation = record.generation;
    if (!generation.createdAt.isValid())
        generation.createdAt = now;
    auto done = execSql(connection,
        QStringLiteral(
            "INSERT INTO generations (key, conversation_id, state, service_id, resource, error, created_at, "
            "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(key) DO UPDATE SET "
            "conversation_id = excluded.conversation_id, state = excluded.state, "
            "service_id = excluded.service_id, resource = excluded.resource, error = excluded.error, "
            "updated_at = excluded.updated_at"),
        { record.key, record.conversationId, stateWord(record.state), generation.id,
            QString::fromUtf8(contract::toBytes(contract::toJson(generation))), errorToText(record.error),
            toSqlTime(generation.createdAt), toSqlTime(now) });
    if (!done)
        return done;
    done = execSql(connection, QStringLiteral("DELETE FROM assets WHERE generation_key = ?"), { record.key });
    int position = 0;
    for (const LocalAsset &asset : record.assets) {
        if (!done)
            return done;
        done = execSql(connection,
            QStringLiteral(
                "INSERT INTO assets (generation_key, position, asset_id, kind, file_path, poster_path, "
                "received, error) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
            { record.key, position++, asset.assetId, kindOf(record, asset.assetId), asset.filePath,
                asset.posterPath, asset.received, errorToText(asset.error) });
    }
    return done ? putResults(connection, record) : done;
}

Result<std::optional<GenerationRecord>> generationByKey(QSqlDatabase &connection, const QString &key)
{
    return readFirst(connection,
        sql(connection, QStringLiteral("SELECT %1 FROM generations WHERE key = ?").arg(columns), { key }),
        readRow);
}

Result<QList<GenerationRecord>> unfinishedGenerations(QSqlDatabase &connection)
{
    return readAll(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM generations WHERE state NOT IN ('done', 'failed', 'cancelled') "
                           "ORDER BY created_at, key")
                .arg(columns)),
        readRow);
}

} // namespace facet::client
