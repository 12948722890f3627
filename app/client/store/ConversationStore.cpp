#include "client/store/ConversationStore.h"

#include "client/store/MessageRows.h"
#include "client/store/SearchRows.h"
#include "client/store/Sql.h"

namespace facet::client {

namespace {

// Sub-selects instead of joins: each runs over an index of one conversation's few rows.
const QString summaries = QStringLiteral(
    "SELECT c.id, c.title, c.last_model, c.updated_at, "
    "(SELECT COUNT(*) FROM assets a JOIN generations g ON g.key = a.generation_key "
    " WHERE g.conversation_id = c.id AND g.state = 'done' AND a.kind = 'video'), "
    "(SELECT COUNT(*) FROM assets a JOIN generations g ON g.key = a.generation_key "
    " WHERE g.conversation_id = c.id AND g.state = 'done' AND a.kind = 'image'), "
    "(SELECT COUNT(*) FROM generations g WHERE g.conversation_id = c.id "
    " AND g.state NOT IN ('done', 'failed', 'cancelled')), "
    "(SELECT a.poster_path FROM assets a JOIN generations g ON g.key = a.generation_key "
    " WHERE g.conversation_id = c.id AND a.poster_path <> '' ORDER BY g.created_at DESC, a.position LIMIT 1), "
    "c.pinned_at, c.archived_at IS NOT NULL "
    "FROM conversations c WHERE c.deleted_at IS NULL ");

ConversationSummary readRow(const QSqlQuery &row)
{
    ConversationSummary summary;
    summary.id = row.value(0).toString();
    summary.title = row.value(1).toString();
    summary.subtitleModel = row.value(2).toString();
    summary.updatedAt = fromSqlTime(row.value(3));
    summary.videos = row.value(4).toInt();
    summary.images = row.value(5).toInt();
    summary.running = row.value(6).toInt();
    summary.posterPath = row.value(7).toString();
    summary.pinnedAt = fromSqlTime(row.value(8));
    summary.archived = row.value(9).toBool();
    return summary;
}

constexpr int purgedAtATime = 500; // messages: other work on the database is not kept waiting

/// The messages first, a part at a time, and what makes it a conversation last.
Result<void> purgePart(QSqlDatabase &connection, const QString &id)
{
    const QString some =
        QStringLiteral("(SELECT id FROM messages WHERE conversation_id = ? ORDER BY position, seq LIMIT %1)")
            .arg(purgedAtATime);
    QStringList statements{
        QStringLiteral("UPDATE conversations SET deleted_at = 0 WHERE id = ?"), // it does not come back
        QStringLiteral("DELETE FROM attachments WHERE owner_kind = 'message' AND owner_id IN ") + some,
        QStringLiteral("DELETE FROM messages WHERE id IN ") + some,
    };
    auto left =
        sql(connection, QStringLiteral("SELECT COUNT(*) FROM messages WHERE conversation_id = ?"), { id });
    if (!left)
        return tl::unexpected(left.error());
    if (!left->next() || left->value(0).toInt() <= purgedAtATime) {
        statements += {
            QStringLiteral("DELETE FROM attachments WHERE owner_kind = 'draft' AND owner_id = ?"),
            QStringLiteral("DELETE FROM drafts WHERE conversation_id = ?"),
            QStringLiteral("DELETE FROM runs WHERE conversation_id = ?"),
            QStringLiteral("DELETE FROM spending_limits WHERE conversation_id = ?"),
            // Results stay: their files do, and the library shows them.
            QStringLiteral(
                "DELETE FROM generations WHERE conversation_id = ? AND NOT EXISTS "
                "(SELECT 1 FROM assets WHERE generation_key = generations.key AND file_path <> '')"),
            QStringLiteral("DELETE FROM conversations WHERE id = ?"),
        };
    }
    for (const QString &statement : std::as_const(statements)) {
        if (auto done = execSql(connection, statement, { id }); !done)
            return done;
    }
    return {};
}

} // namespace

QFuture<Result<QList<ConversationSummary>>> ConversationStore::all()
{
    return m_database->run([](QSqlDatabase &connection) -> Result<QList<ConversationSummary>> {
        auto query = sql(connection, summaries + QStringLiteral("ORDER BY c.updated_at DESC, c.id"));
        if (!query)
            return tl::unexpected(query.error());
        QList<ConversationSummary> rows;
        while (query->next())
            rows.append(readRow(*query));
        return rows;
    });
}

QFuture<Result<std::optional<ConversationSummary>>> ConversationStore::one(const QString &id)
{
    return m_database->run([id](QSqlDatabase &connection) -> Result<std::optional<ConversationSummary>> {
        auto query = sql(connection, summaries + QStringLiteral("AND c.id = ?"), { id });
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            return std::optional<ConversationSummary>{};
        return std::optional(readRow(*query));
    });
}

QFuture<Result<QSet<QString>>> ConversationStore::containing(const QString &text)
{
    return m_database->run([terms = SearchTerms::of(text)](
                               QSqlDatabase &connection) { return conversationsWith(connection, terms); });
}

QFuture<Result<void>> ConversationStore::rename(const QString &id, const QString &title)
{
    return m_database->run([id, title](QSqlDatabase &connection) {
        return execSql(connection,
            QStringLiteral("UPDATE conversations SET title = ?, search = ? WHERE id = ?"),
            { title, foldedForSearch(title), id });
    });
}

QFuture<Result<void>> ConversationStore::setTime(
    const QString &column, const QString &id, const QDateTime &at)
{
    return m_database->run([column, id, at](QSqlDatabase &connection) {
        return execSql(connection, QStringLiteral("UPDATE conversations SET %1 = ? WHERE id = ?").arg(column),
            { toSqlTime(at), id });
    });
}

QFuture<Result<void>> ConversationStore::setPinned(const QString &id, const QDateTime &since)
{
    return setTime(QStringLiteral("pinned_at"), id, since);
}

QFuture<Result<void>> ConversationStore::setArchived(const QString &id, const QDateTime &since)
{
    return setTime(QStringLiteral("archived_at"), id, since);
}

QFuture<Result<void>> ConversationStore::setDeleted(const QString &id, const QDateTime &since)
{
    return setTime(QStringLiteral("deleted_at"), id, since);
}

QFuture<Result<QList<DeletedConversation>>> ConversationStore::deleted()
{
    return m_database->run([](QSqlDatabase &connection) -> Result<QList<DeletedConversation>> {
        auto query = sql(connection,
            QStringLiteral(
                "SELECT c.id, c.title, c.deleted_at, "
                "(SELECT COUNT(*) FROM assets a JOIN generations g ON g.key = a.generation_key "
                " WHERE g.conversation_id = c.id AND a.file_path <> ''), "
                "(SELECT COUNT(*) FROM generations g WHERE g.conversation_id = c.id "
                " AND g.state NOT IN ('done', 'failed', 'cancelled')) "
                "FROM conversations c WHERE c.deleted_at IS NOT NULL ORDER BY c.deleted_at, c.id"));
        if (!query)
            return tl::unexpected(query.error());
        QList<DeletedConversation> all;
        while (query->next())
            all.append({ query->value(0).toString(), query->value(1).toString(), fromSqlTime(query->value(2)),
                query->value(3).toInt(), query->value(4).toInt() });
        return all;
    });
}

QFuture<Result<bool>> ConversationStore::purgeSome(const QDateTime &before)
{
    return m_database->run([before](QSqlDatabase &connection) -> Result<bool> {
        // What is under way still writes into its conversation, and is to end in good order.
        auto query = sql(connection,
            QStringLiteral(
                "SELECT c.id FROM conversations c WHERE c.deleted_at <= ? AND NOT EXISTS "
                "(SELECT 1 FROM runs r WHERE r.conversation_id = c.id AND (r.state IN ('sending', 'streaming') "
                " OR (r.state = 'lost' AND r.created_at > ?))) "
                "AND NOT EXISTS (SELECT 1 FROM generations g WHERE g.conversation_id = c.id "
                "AND g.state NOT IN ('done', 'failed', 'cancelled')) ORDER BY c.deleted_at LIMIT 1"),
            { toSqlTime(before), toSqlTime(before.addDays(-1)) });
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            return false;
        return purgePart(connection, query->value(0).toString()).map([] { return true; });
    });
}

QFuture<Result<void>> ConversationStore::remember(const QString &name, const QString &value)
{
    return m_database->run([name, value](QSqlDatabase &connection) {
        return execSql(connection,
            QStringLiteral("INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)"), { name, value });
    });
}

QFuture<Result<QString>> ConversationStore::remembered(const QString &name)
{
    return m_database->run([name](QSqlDatabase &connection) -> Result<QString> {
        auto query = sql(connection, QStringLiteral("SELECT value FROM remembered WHERE name = ?"), { name });
        if (!query)
            return tl::unexpected(query.error());
        return query->next() ? query->value(0).toString() : QString();
    });
}

} // namespace facet::client
