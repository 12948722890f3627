#include "client/store/LimitRows.h"

#include "client/store/Sql.h"

namespace facet::client {

Result<QHash<QString, SpendingLimit>> loadLimits(QSqlDatabase &connection)
{
    auto rows = sql(
        connection, QStringLiteral("SELECT conversation_id, ask_above, daily, monthly FROM spending_limits"));
    if (!rows)
        return tl::unexpected(rows.error());
    QHash<QString, SpendingLimit> limits;
    while (rows->next()) {
        limits.insert(rows->value(0).toString(),
            { rows->value(1).toLongLong(), rows->value(2).toLongLong(), rows->value(3).toLongLong() });
    }
    return limits;
}

Result<void> putLimit(QSqlDatabase &connection, const QString &conversationId, const SpendingLimit &limit)
{
    if (limit.isNone()) {
        return execSql(connection, QStringLiteral("DELETE FROM spending_limits WHERE conversation_id = ?"),
            { conversationId });
    }
    return execSql(connection,
        QStringLiteral("INSERT OR REPLACE INTO spending_limits (conversation_id, ask_above, daily, monthly) "
                       "VALUES (?, ?, ?, ?)"),
        { conversationId, limit.askAbove, limit.daily, limit.monthly });
}

} // namespace facet::client
