#include "client/store/SpentDays.h"

#include "client/store/PreparedSql.h"

namespace facet::client {

SpentSoFar SpentDays::in(const QString &conversationId, const QDate &today) const
{
    SpentSoFar spent;
    const auto days = byConversation.value(conversationId);
    for (auto day = days.cbegin(); day != days.cend(); ++day) {
        if (day.key() == today)
            spent.today += day.value();
        if (day.key().year() == today.year() && day.key().month() == today.month())
            spent.thisMonth += day.value();
    }
    return spent;
}

SpentSoFar SpentDays::everywhere(const QDate &today) const
{
    SpentSoFar all;
    for (auto one = byConversation.keyBegin(); one != byConversation.keyEnd(); ++one) {
        const SpentSoFar there = in(*one, today);
        all.today += there.today;
        all.thisMonth += there.thisMonth;
    }
    return all;
}

Result<SpentDays> spentSince(
    QSqlDatabase &connection, qint64 book, const QDate &from, const QStringList &runIds)
{
    SpentDays spent;
    auto rows = sql(connection,
        QStringLiteral(
            "SELECT conversation_id, day, SUM(-credits) FROM ledger_rows WHERE book = ? AND day >= ? "
            "AND spends > 0 GROUP BY conversation_id, day"),
        { book, from.toJulianDay() });
    if (!rows)
        return tl::unexpected(rows.error());
    while (rows->next()) {
        spent.byConversation[rows->value(0).toString()][QDate::fromJulianDay(rows->value(1).toLongLong())] =
            rows->value(2).toLongLong();
    }
    PreparedSql ofRun(connection,
        QStringLiteral("SELECT COALESCE(SUM(-credits), 0) FROM ledger_rows WHERE run_id = ? AND run_id <> '' "
                       "AND book = ? AND spends > 0"));
    for (const QString &id : runIds) {
        auto row = ofRun.run({ id, book });
        if (!row)
            return tl::unexpected(row.error());
        if ((*row)->next())
            spent.byRun.insert(id, (*row)->value(0).toLongLong());
        (*row)->finish();
    }
    return spent;
}

} // namespace facet::client
