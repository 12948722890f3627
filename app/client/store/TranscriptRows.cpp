#include "client/store/TranscriptRows.h"

#include "client/chat/TextMatch.h"
#include "client/store/Sql.h"

#include <algorithm>

namespace facet::client {

namespace {

using Kind = TranscriptItem::Kind;

const QString said = QStringLiteral("kind IN ('user', 'agent', 'approval')");

} // namespace

Result<TranscriptTail> transcriptTail(QSqlDatabase &connection, const QString &conversationId, int most)
{
    auto counted = sql(connection, QStringLiteral("SELECT COUNT(*) FROM messages WHERE conversation_id = ?"),
        { conversationId });
    if (!counted)
        return tl::unexpected(counted.error());
    TranscriptTail tail;
    if (counted->next())
        tail.count = counted->value(0).toInt();
    auto rows = readItems(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM messages WHERE conversation_id = ? "
                           "ORDER BY position DESC, seq DESC LIMIT ?")
                .arg(itemColumns()),
            { conversationId, most }),
        Thumbnails::Leave);
    if (!rows)
        return tl::unexpected(rows.error());
    tail.rows = std::move(*rows);
    std::reverse(tail.rows.begin(), tail.rows.end());
    return tail;
}

Result<QVector<OutlineRow>> outlineBefore(
    QSqlDatabase &connection, const QString &conversationId, qint64 position, int most)
{
    auto query = sql(connection,
        QStringLiteral("SELECT position, kind FROM messages WHERE conversation_id = ? AND position < ? "
                       "ORDER BY position DESC, seq DESC LIMIT ?"),
        { conversationId, position, most });
    if (!query)
        return tl::unexpected(query.error());
    QVector<OutlineRow> rows;
    rows.reserve(most);
    while (query->next()) {
        rows.append({ query->value(0).toLongLong(),
            kindFromWord(query->value(1).toString()).value_or(Kind::AgentText) });
    }
    return rows;
}

Result<QList<StoredItem>> itemsBetween(
    QSqlDatabase &connection, const QString &conversationId, qint64 first, qint64 last)
{
    return readItems(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM messages WHERE conversation_id = ? AND position BETWEEN ? AND ? "
                           "ORDER BY position, seq")
                .arg(itemColumns()),
            { conversationId, first, last }),
        Thumbnails::Leave);
}

Result<QStringList> textsBetween(
    QSqlDatabase &connection, const QString &conversationId, qint64 first, qint64 last)
{
    auto query = sql(connection,
        QStringLiteral("SELECT text FROM messages WHERE conversation_id = ? AND position BETWEEN ? AND ? "
                       "AND %1 AND text <> '' ORDER BY position, seq")
            .arg(said),
        { conversationId, first, last });
    if (!query)
        return tl::unexpected(query.error());
    QStringList texts;
    while (query->next())
        texts.append(query->value(0).toString());
    return texts;
}

Result<std::optional<qint64>> generationPosition(
    QSqlDatabase &connection, const QString &conversationId, const QString &generationKey)
{
    return readFirst(connection,
        sql(connection,
            QStringLiteral("SELECT position FROM messages WHERE generation_key = ? AND generation_key <> '' "
                           "AND conversation_id = ?"),
            { generationKey, conversationId }),
        [](QSqlDatabase &, const QSqlQuery &row) -> Result<qint64> { return row.value(0).toLongLong(); });
}

Result<QList<StoredItem>> itemsOfRun(QSqlDatabase &connection, const QString &runId)
{
    return readItems(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM messages WHERE run_id = ? ORDER BY position, seq")
                .arg(itemColumns()),
            { runId }),
        Thumbnails::Leave);
}

Result<QList<StoredItem>> saidBefore(
    QSqlDatabase &connection, const QString &conversationId, const QString &messageId, int most)
{
    auto rows = readItems(connection,
        sql(connection,
            QStringLiteral(
                "SELECT %1 FROM messages WHERE conversation_id = ? "
                "AND position < (SELECT position FROM messages WHERE id = ?) AND kind IN ('user', 'agent') "
                "AND trim(text) <> '' ORDER BY position DESC, seq DESC LIMIT ?")
                .arg(itemColumns()),
            { conversationId, messageId, most }),
        Thumbnails::Leave);
    if (rows)
        std::reverse(rows->begin(), rows->end());
    return rows;
}

Result<QList<StoredItem>> openQuestions(QSqlDatabase &connection, const QString &conversationId)
{
    // The words in detail only leave out what was answered long ago; what they are is read from it.
    auto rows = readItems(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM messages WHERE conversation_id = ? AND kind = 'approval' "
                           "AND instr(detail, '\"open\"') > 0 ORDER BY position, seq")
                .arg(itemColumns()),
            { conversationId }),
        Thumbnails::Leave);
    if (rows) {
        rows->removeIf(
            [](const StoredItem &row) { return row.item.approval.state != ApprovalRequest::State::Open; });
    }
    return rows;
}

Result<FoundPart> positionsWith(
    QSqlDatabase &connection, const QString &conversationId, const QString &text, qint64 before, int most)
{
    auto query = sql(connection,
        QStringLiteral("SELECT position, kind, text FROM messages WHERE conversation_id = ? AND position < ? "
                       "ORDER BY position DESC, seq DESC LIMIT ?"),
        { conversationId, before, most });
    if (!query)
        return tl::unexpected(query.error());
    const TextMatch match(text);
    FoundPart part;
    int rows = 0;
    qint64 last = before;
    while (query->next()) {
        ++rows;
        last = query->value(0).toLongLong();
        const std::optional<Kind> kind = kindFromWord(query->value(1).toString());
        if (kind && match.isIn(*kind, query->value(2).toString()))
            part.positions.append(last);
    }
    if (rows == most)
        part.next = last;
    return part;
}

} // namespace facet::client
