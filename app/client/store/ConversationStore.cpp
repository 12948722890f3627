#include "client/store/ConversationStore.h"

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
    " WHERE g.conversation_id = c.id AND a.poster_path <> '' ORDER BY g.created_at DESC, a.position LIMIT 1) "
    "FROM conversations c ");

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
    return summary;
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
        auto query = sql(connection, summaries + QStringLiteral("WHERE c.id = ?"), { id });
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
