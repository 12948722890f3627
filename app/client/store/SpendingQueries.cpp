#include "client/store/SpendingQueries.h"

#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"
#include "contract/Codecs.h"

#include <QDateTime>

#include <algorithm>

namespace facet::client {

namespace {

QString groupColumn(SpendingGrouping grouping)
{
    switch (grouping) {
    case SpendingGrouping::Model:
        return QStringLiteral("model_id");
    case SpendingGrouping::Conversation:
        return QStringLiteral("conversation_id");
    case SpendingGrouping::Agent:
        return QStringLiteral("agent");
    case SpendingGrouping::Method:
        return QStringLiteral("method");
    }
    return {};
}

QString wordOf(SpendingRowKind kind)
{
    switch (kind) {
    case SpendingRowKind::Grant:
        return wireName(LedgerKind::Grant);
    case SpendingRowKind::TopUp:
        return wireName(LedgerKind::TopUp);
    case SpendingRowKind::Expiry:
        return wireName(LedgerKind::Expiry);
    case SpendingRowKind::Hold:
        return wireName(LedgerKind::Hold);
    case SpendingRowKind::Capture:
        return wireName(LedgerKind::Capture);
    case SpendingRowKind::Release:
        return wireName(LedgerKind::Release);
    case SpendingRowKind::Refund:
        return wireName(LedgerKind::Refund);
    case SpendingRowKind::Conversation:
        return wireName(LedgerKind::Conversation);
    case SpendingRowKind::Covered:
        return QStringLiteral("covered");
    case SpendingRowKind::Other:
        return wireName(LedgerKind::Other);
    }
    return {};
}

SpendingRowKind kindFrom(const QString &word)
{
    using Kind = SpendingRowKind;
    for (const Kind kind : { Kind::Grant, Kind::TopUp, Kind::Expiry, Kind::Hold, Kind::Capture, Kind::Release,
             Kind::Refund, Kind::Conversation, Kind::Covered }) {
        if (wordOf(kind) == word)
            return kind;
    }
    return Kind::Other;
}

struct Days {
    QDate from;
    QDate to;
};

/// The range with its open ends closed: by the first row, and by today.
Result<Days> closed(QSqlDatabase &connection, qint64 book, const SpendingRange &range, const QDate &today)
{
    Days days{ range.from, range.to.isValid() ? range.to : today };
    if (days.from.isValid())
        return days;
    auto first = sql(connection,
        QStringLiteral("SELECT day FROM ledger_rows WHERE book = ? ORDER BY day LIMIT 1"), { book });
    if (!first)
        return tl::unexpected(first.error());
    days.from = first->next() ? QDate::fromJulianDay(first->value(0).toLongLong()) : days.to;
    return days;
}

Result<void> addGroups(QSqlDatabase &connection, qint64 book, const Days &days, SpendingReport &report)
{
    auto rows = sql(connection,
        QStringLiteral("SELECT day, spends, %1, SUM(-credits), SUM(first) FROM ledger_rows WHERE book = ? "
                       "AND day BETWEEN ? AND ? AND spends > 0 GROUP BY day, spends, %1")
            .arg(groupColumn(report.grouping)),
        { book, days.from.toJulianDay(), days.to.toJulianDay() });
    if (!rows)
        return tl::unexpected(rows.error());
    const bool groupsTalk =
        report.grouping == SpendingGrouping::Conversation || report.grouping == SpendingGrouping::Agent;
    QHash<QString, SpendingGroup> groups;
    while (rows->next()) {
        const qsizetype day = rows->value(0).toLongLong() - days.from.toJulianDay();
        const bool talk = rows->value(1).toInt() == 2;
        const QString id = rows->value(2).toString();
        const Credits credits = rows->value(3).toLongLong();
        if (talk) {
            report.conversationCredits += credits;
            report.conversationPerDay[day] += credits;
            if (!groupsTalk)
                continue;
        }
        SpendingGroup &group = groups[id];
        if (group.perDay.isEmpty()) {
            group.id = id;
            group.perDay.fill(0, report.days.size());
        }
        if (talk) {
            group.conversationCredits += credits;
            continue;
        }
        group.generationCredits += credits;
        group.perDay[day] += credits;
        group.generations += rows->value(4).toInt();
        report.generationCredits += credits;
    }
    report.spent = report.generationCredits + report.conversationCredits;
    report.groups = groups.values();
    std::sort(report.groups.begin(), report.groups.end(), [](const SpendingGroup &a, const SpendingGroup &b) {
        const Credits ofA = a.generationCredits + a.conversationCredits;
        const Credits ofB = b.generationCredits + b.conversationCredits;
        return ofA != ofB                    ? ofA > ofB
            : a.generations != b.generations ? a.generations > b.generations
                                             : a.id < b.id;
    });
    return {};
}

Result<void> addSaved(QSqlDatabase &connection, qint64 book, const Days &days, SpendingReport &report)
{
    auto saved = sql(connection,
        QStringLiteral("SELECT COUNT(*), COALESCE(SUM(list_credits), 0), COUNT(*) - COUNT(list_credits) "
                       "FROM generation_facts WHERE book = ? AND day BETWEEN ? AND ? AND covered = 1 "
                       "AND status = 'succeeded'"),
        { book, days.from.toJulianDay(), days.to.toJulianDay() });
    if (!saved)
        return tl::unexpected(saved.error());
    if (saved->next()) {
        report.savedGenerations = saved->value(0).toInt();
        report.savedByUnlimited = saved->value(1).toLongLong();
        report.savedWithoutPrice = saved->value(2).toInt();
    }
    // A generation that succeeded gives back what its failed takes held; a cancelled one did not fail.
    auto returned = sql(connection,
        QStringLiteral(
            "SELECT COUNT(DISTINCT r.generation_id), COALESCE(SUM(r.credits), 0) FROM ledger_rows r "
            "JOIN generation_facts f ON f.book = r.book AND f.id = r.generation_id "
            "WHERE r.book = ? AND r.day BETWEEN ? AND ? AND r.kind IN ('release', 'refund') "
            "AND r.credits > 0 AND f.status IN ('failed', 'succeeded')"),
        { book, days.from.toJulianDay(), days.to.toJulianDay() });
    if (!returned)
        return tl::unexpected(returned.error());
    if (returned->next()) {
        report.failures = returned->value(0).toInt();
        report.returnedAfterFailures = returned->value(1).toLongLong();
    }
    auto added = sql(connection,
        QStringLiteral("SELECT COALESCE(SUM(credits), 0) FROM ledger_rows WHERE book = ? "
                       "AND day BETWEEN ? AND ? AND kind IN ('grant', 'top_up')"),
        { book, days.from.toJulianDay(), days.to.toJulianDay() });
    if (!added)
        return tl::unexpected(added.error());
    if (added->next())
        report.added = added->value(0).toLongLong();
    return {};
}

Result<void> nameConversations(QSqlDatabase &connection, QList<SpendingGroup> &groups)
{
    PreparedSql title(connection, QStringLiteral("SELECT title FROM conversations WHERE id = ?"));
    for (SpendingGroup &group : groups) {
        auto row = title.run({ group.id });
        if (!row)
            return tl::unexpected(row.error());
        if ((*row)->next())
            group.name = (*row)->value(0).toString();
        (*row)->finish();
    }
    return {};
}

SpendingRow readRow(const QSqlQuery &row)
{
    SpendingRow one;
    one.id = row.value(0).toString();
    one.kind = kindFrom(row.value(1).toString());
    one.at = fromSqlTime(row.value(2));
    one.credits = row.value(3).toLongLong();
    if (one.kind != SpendingRowKind::Covered)
        one.balanceAfter = row.value(4).toLongLong();
    one.note = row.value(5).toString();
    one.agent = agentFromWire(row.value(6).toString());
    one.generationId = row.value(7).toString();
    one.generationKey = row.value(8).toString();
    one.modelId = row.value(9).toString();
    if (const QString method = row.value(10).toString(); !method.isEmpty())
        one.method = methodFromWire(method);
    if (const QString options = row.value(11).toString(); !options.isEmpty()) {
        one.options =
            contract::parseJson(options.toUtf8())
                .and_then([](const contract::Json &json) { return contract::fromJson<Options>(json); })
                .value_or(Options{});
    }
    if (const QString status = row.value(12).toString(); !status.isEmpty())
        one.status = generationStatusFromWire(status);
    one.conversationId = row.value(13).toString();
    one.conversationTitle = row.value(14).toString();
    return one;
}

} // namespace

Result<SpendingReport> spendingReport(QSqlDatabase &connection, qint64 book, const SpendingRange &range,
    SpendingGrouping grouping, const QDate &today)
{
    SpendingReport report;
    report.range = range;
    report.grouping = grouping;
    const auto days = closed(connection, book, range, today);
    if (!days)
        return tl::unexpected(days.error());
    for (QDate day = days->from; day <= days->to; day = day.addDays(1))
        report.days.append(day);
    report.conversationPerDay.fill(0, report.days.size());
    auto done = addGroups(connection, book, *days, report).and_then([&] {
        return addSaved(connection, book, *days, report);
    });
    if (done && grouping == SpendingGrouping::Conversation)
        done = nameConversations(connection, report.groups);
    return done.map([&report] { return std::move(report); });
}

Result<QVector<qint64>> listedRows(
    QSqlDatabase &connection, qint64 book, const SpendingFilter &filter, const QStringList &modelIds)
{
    QString where = QStringLiteral("book = ? AND NOT (kind = 'capture' AND credits = 0)");
    QVariantList values{ book };
    const auto also = [&](const QString &condition, const QVariantList &bound) {
        where += QStringLiteral(" AND ") + condition;
        values += bound;
    };
    if (filter.kind)
        also(QStringLiteral("kind = ?"), { wordOf(*filter.kind) });
    if (!filter.modelId.isEmpty())
        also(QStringLiteral("model_id = ?"), { filter.modelId });
    if (!filter.conversationId.isEmpty())
        also(QStringLiteral("conversation_id = ?"), { filter.conversationId });
    if (filter.range.from.isValid())
        also(QStringLiteral("sort >= ?"), { toSqlTime(filter.range.from.startOfDay()) });
    if (filter.range.to.isValid())
        also(QStringLiteral("sort < ?"), { toSqlTime(filter.range.to.addDays(1).startOfDay()) });
    if (const QString text = foldedForSearch(filter.text.trimmed()); !text.isEmpty()) {
        QString models = QStringLiteral("''");
        QVariantList bound{ text, text, text, text, book, text, text };
        for (const QString &id : modelIds) {
            models += QStringLiteral(", ?");
            bound.append(id);
        }
        // Each list is made once, not for each row.
        also(
            QStringLiteral(
                "(instr(lower(note), ?) > 0 OR instr(lower(id), ?) > 0 OR instr(lower(generation_id), ?) > 0 "
                "OR instr(lower(run_id), ?) > 0 "
                "OR generation_id IN (SELECT id FROM generation_facts WHERE book = ? AND instr(search, ?) > 0) "
                "OR conversation_id IN (SELECT id FROM conversations WHERE instr(search, ?) > 0) "
                "OR (model_id <> '' AND model_id IN (%1)))")
                .arg(models),
            bound);
    }
    auto rows = sql(connection,
        QStringLiteral("SELECT rowid FROM ledger_rows WHERE %1 ORDER BY sort DESC, pos DESC").arg(where),
        values);
    if (!rows)
        return tl::unexpected(rows.error());
    QVector<qint64> numbers;
    while (rows->next())
        numbers.append(rows->value(0).toLongLong());
    return numbers;
}

Result<QList<SpendingRow>> rowsByNumber(QSqlDatabase &connection, qint64 book, const QVector<qint64> &numbers)
{
    QStringList wanted;
    QHash<qint64, qsizetype> places;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        wanted.append(QString::number(numbers.at(i)));
        places.insert(numbers.at(i), i);
    }
    auto rows = sql(connection,
        QStringLiteral(
            "SELECT r.id, r.kind, r.at, r.credits, r.balance_after, r.note, r.agent, r.generation_id, "
            "(SELECT key FROM generations WHERE service_id = r.generation_id AND service_id <> '' LIMIT 1), "
            "r.model_id, r.method, f.options, f.status, r.conversation_id, c.title, r.sort, r.rowid "
            "FROM ledger_rows r LEFT JOIN generation_facts f ON f.book = r.book AND f.id = r.generation_id "
            "AND f.gone = 0 LEFT JOIN conversations c ON c.id = r.conversation_id WHERE r.rowid IN (%1)")
            .arg(wanted.join(u',')));
    if (!rows)
        return tl::unexpected(rows.error());
    PreparedSql balance(connection,
        QStringLiteral(
            "SELECT balance_after FROM ledger_rows WHERE book = ? AND sort <= ? AND kind <> 'covered' "
            "ORDER BY sort DESC, pos DESC LIMIT 1"));
    // A row that went meanwhile leaves its place empty: the list is made again in a moment.
    QList<SpendingRow> all(numbers.size());
    while (rows->next()) {
        SpendingRow &one = all[places.value(rows->value(16).toLongLong())];
        one = readRow(*rows);
        if (one.kind != SpendingRowKind::Covered)
            continue;
        auto before = balance.run({ book, rows->value(15) });
        if (!before)
            return tl::unexpected(before.error());
        if ((*before)->next())
            one.balanceAfter = (*before)->value(0).toLongLong();
        (*before)->finish();
    }
    return all;
}

Result<SpendingNames> namesInLedger(QSqlDatabase &connection, qint64 book)
{
    SpendingNames names;
    auto models = sql(connection,
        QStringLiteral("SELECT DISTINCT model_id FROM generation_facts WHERE book = ? AND model_id <> ''"),
        { book });
    if (!models)
        return tl::unexpected(models.error());
    while (models->next())
        names.modelIds.append(models->value(0).toString());
    auto conversations = sql(connection,
        QStringLiteral("SELECT r.conversation_id, COALESCE(c.title, '') AS title FROM (SELECT DISTINCT "
                       "conversation_id FROM ledger_rows WHERE book = ? AND conversation_id <> '') r "
                       "LEFT JOIN conversations c ON c.id = r.conversation_id ORDER BY title = '', title"),
        { book });
    if (!conversations)
        return tl::unexpected(conversations.error());
    while (conversations->next())
        names.conversations.append(
            { conversations->value(0).toString(), conversations->value(1).toString() });
    return names;
}

} // namespace facet::client
