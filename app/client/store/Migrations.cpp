#include "client/store/Migrations.h"

#include "client/store/Sql.h"

#include <QCoreApplication>
#include <QList>
#include <QSqlError>
#include <QStringList>

namespace facet::client {

namespace {

/// Step n (from 1) makes form n out of form n−1. A step that was released is never changed again.
const QList<QStringList> &steps()
{
    static const QList<QStringList> all{
        {
            QStringLiteral("CREATE TABLE conversations ("
                           "id TEXT PRIMARY KEY, title TEXT NOT NULL, search TEXT NOT NULL, "
                           "last_model TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, "
                           "updated_at INTEGER NOT NULL)"),
            // position is the order of the rows on screen; search is the folded text that the filter looks
            // at.
            QStringLiteral(
                "CREATE TABLE messages ("
                "seq INTEGER PRIMARY KEY AUTOINCREMENT, position INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, "
                "conversation_id TEXT NOT NULL REFERENCES conversations(id) ON DELETE CASCADE, "
                "kind TEXT NOT NULL, agent TEXT NOT NULL, at INTEGER NOT NULL, text TEXT NOT NULL, "
                "search TEXT NOT NULL, run_id TEXT NOT NULL DEFAULT '', "
                "generation_key TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '')"),
            QStringLiteral("CREATE INDEX messages_of ON messages(conversation_id, position, seq)"),
            QStringLiteral("CREATE TABLE drafts ("
                           "conversation_id TEXT PRIMARY KEY, text TEXT NOT NULL, agent TEXT NOT NULL, "
                           "model_id TEXT, options TEXT NOT NULL, updated_at INTEGER NOT NULL)"),
            // owner_id is a conversation's id for a draft and a message's id for a message.
            QStringLiteral(
                "CREATE TABLE attachments ("
                "id TEXT NOT NULL, owner_kind TEXT NOT NULL, owner_id TEXT NOT NULL, "
                "position INTEGER NOT NULL, role TEXT NOT NULL, file_name TEXT NOT NULL, "
                "path TEXT NOT NULL, mime TEXT NOT NULL, sha256 TEXT NOT NULL, width INTEGER NOT NULL, "
                "height INTEGER NOT NULL, bytes INTEGER NOT NULL, notices TEXT NOT NULL, "
                "upload_id TEXT NOT NULL DEFAULT '', "
                "PRIMARY KEY(owner_kind, owner_id, position))"),
            // A turn that was sent. input is the RunAgentInput as it goes over the wire; empty until every
            // attachment has its upload id.
            QStringLiteral(
                "CREATE TABLE runs ("
                "id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, message_id TEXT NOT NULL, "
                "idempotency_key TEXT NOT NULL UNIQUE, run_url TEXT NOT NULL, state TEXT NOT NULL, "
                "turn TEXT NOT NULL, input TEXT NOT NULL DEFAULT '', "
                "last_event_id TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX runs_by_state ON runs(state)"),
            QStringLiteral("CREATE TABLE generations ("
                           "key TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, state TEXT NOT NULL, "
                           "service_id TEXT NOT NULL DEFAULT '', resource TEXT NOT NULL, "
                           "error TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, "
                           "updated_at INTEGER NOT NULL)"),
            QStringLiteral("CREATE INDEX generations_of ON generations(conversation_id, created_at)"),
            QStringLiteral("CREATE INDEX generations_by_state ON generations(state)"),
            QStringLiteral("CREATE TABLE assets ("
                           "generation_key TEXT NOT NULL REFERENCES generations(key) ON DELETE CASCADE, "
                           "position INTEGER NOT NULL, asset_id TEXT NOT NULL, kind TEXT NOT NULL, "
                           "file_path TEXT NOT NULL, poster_path TEXT NOT NULL, received INTEGER NOT NULL, "
                           "error TEXT NOT NULL DEFAULT '', PRIMARY KEY(generation_key, position))"),
            // Small facts about the window's last use, such as the conversation that was open.
            QStringLiteral("CREATE TABLE remembered (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        },
    };
    return all;
}

Result<void> takeStep(QSqlDatabase &connection, const QStringList &statements, int number)
{
    if (!connection.transaction())
        return tl::unexpected(sqlError(connection.lastError()));
    for (const QString &statement : statements) {
        if (auto done = execSql(connection, statement); !done) {
            connection.rollback();
            return done;
        }
    }
    if (auto done = execSql(connection, QStringLiteral("PRAGMA user_version = %1").arg(number)); !done) {
        connection.rollback();
        return done;
    }
    if (!connection.commit()) {
        const Error error = sqlError(connection.lastError());
        connection.rollback();
        return tl::unexpected(error);
    }
    return {};
}

} // namespace

int newestSchema()
{
    return static_cast<int>(steps().size());
}

Result<void> migrate(QSqlDatabase &connection)
{
    int have = 0;
    {
        auto query = sql(connection, QStringLiteral("PRAGMA user_version"));
        if (!query)
            return tl::unexpected(query.error());
        if (query->next())
            have = query->value(0).toInt();
    }
    if (have > newestSchema()) {
        return fail(ErrorKind::File,
            QCoreApplication::translate("facet::client::Database",
                "Your history was written by a newer Facet. Update Facet to open it; nothing in it was changed."),
            QStringLiteral("schema %1, this program knows %2").arg(have).arg(newestSchema()),
            QStringLiteral("newer_profile"));
    }
    for (int number = have + 1; number <= newestSchema(); ++number) {
        if (auto done = takeStep(connection, steps().at(number - 1), number); !done)
            return done;
    }
    return {};
}

} // namespace facet::client
