#include "client/store/SearchRows.h"

#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"

namespace facet::client {

namespace {

constexpr int triple = 3; // letters of a term of the index
constexpr int mostTriples = 120; // in one OR: FTS5 takes 256, and each costs a reader
constexpr int fewPlaces = 5000; // that are quicker read from the index than looked for in the text

const QString backlogName = QStringLiteral("messages_to_index_below");

/// What comes after every text that begins with `prefix`.
QString after(const QString &prefix)
{
    return prefix + QString::fromUcs4(U"\U0010FFFF", 1);
}

QString quoted(const QString &term)
{
    return u'"' + QString(term).replace(u'"', QLatin1String("\"\"")) + u'"';
}

/// The conditions of one query, and their values in the order of the question marks.
struct Conditions {
    QStringList match; ///< for the index
    QStringList where; ///< about m, a row of messages
    QVariantList values;
};

/// The triples that begin with a term of one or two letters; empty: too many of them.
Result<std::optional<QStringList>> triplesWith(QSqlDatabase &connection, const QString &term)
{
    auto query = sql(connection,
        QStringLiteral("SELECT term FROM message_terms WHERE term >= ? AND term < ? LIMIT %1")
            .arg(mostTriples + 1),
        { term, after(term) });
    if (!query)
        return tl::unexpected(query.error());
    QStringList triples;
    while (query->next())
        triples.append(quoted(query->value(0).toString()));
    if (triples.size() > mostTriples)
        return std::optional<QStringList>{};
    return std::optional(triples);
}

Result<bool> isRare(QSqlDatabase &connection, const QString &term)
{
    auto query = sql(connection,
        QStringLiteral(
            "SELECT COUNT(*) FROM (SELECT 1 FROM message_places WHERE term >= ? AND term < ? LIMIT %1)")
            .arg(fewPlaces),
        { term, after(term) });
    if (!query)
        return tl::unexpected(query.error());
    return query->next() && query->value(0).toInt() < fewPlaces;
}

Result<Conditions> conditionsFor(QSqlDatabase &connection, const SearchTerms &terms)
{
    Conditions c;
    for (const QString &term : terms.all) {
        if (codePoints(term) >= triple) {
            c.match.append(quoted(term));
            continue;
        }
        const auto triples = triplesWith(connection, term);
        if (!triples)
            return tl::unexpected(triples.error());
        if (*triples) {
            // No triple at all: nothing has it.
            c.match.append((*triples)->isEmpty()
                    ? quoted(term + term + term)
                    : QStringLiteral("(%1)").arg((*triples)->join(QLatin1String(" OR "))));
            continue;
        }
        const auto rare = isRare(connection, term);
        if (!rare)
            return tl::unexpected(rare.error());
        if (*rare) {
            c.where.append(
                QStringLiteral("m.seq IN (SELECT doc FROM message_places WHERE term >= ? AND term < ?)"));
            c.values << term << after(term);
        } else {
            c.where.append(QStringLiteral("m.searchable = 1 AND instr(m.search, ?) > 0"));
            c.values << term;
        }
    }
    return c;
}

/// FROM and WHERE of messages m that meet the conditions.
QString fromAndWhere(Conditions &c, const QStringList &more, const QVariantList &moreValues)
{
    QString from = QStringLiteral("FROM messages m");
    QStringList where = c.where + more;
    QVariantList values = c.values + moreValues;
    if (!c.match.isEmpty()) {
        // CROSS JOIN: SQLite keeps this order, the index first.
        from = QStringLiteral("FROM message_words w CROSS JOIN messages m ON m.seq = w.rowid");
        where.prepend(QStringLiteral("w.message_words MATCH ?"));
        values.prepend(c.match.join(QLatin1String(" AND ")));
    }
    c.values = values;
    return where.isEmpty() ? from : from + QStringLiteral(" WHERE ") + where.join(QLatin1String(" AND "));
}

} // namespace

Result<QList<FoundMessage>> messagesWith(
    QSqlDatabase &connection, const SearchTerms &terms, const QString &conversationId, int most)
{
    if (terms.isEmpty())
        return QList<FoundMessage>{};
    auto conditions = conditionsFor(connection, terms);
    if (!conditions)
        return tl::unexpected(conditions.error());
    // One that was deleted is seen nowhere, though its rows are there for a while.
    QStringList more{ QStringLiteral(
        "m.conversation_id NOT IN (SELECT id FROM conversations WHERE deleted_at IS NOT NULL)") };
    QVariantList values;
    if (!conversationId.isEmpty()) {
        more.append(QStringLiteral("m.conversation_id = ?"));
        values.append(conversationId);
    }
    const QString order = conditions->match.isEmpty() ? QStringLiteral("m.seq") : QStringLiteral("w.rowid");
    const QString rest = fromAndWhere(*conditions, more, values);
    // The texts are read for the rows that are shown only.
    auto query = sql(connection,
        QStringLiteral("SELECT m.seq, m.conversation_id, c.title, m.id, m.kind, m.at, m.text FROM "
                       "(SELECT m.seq AS found %1 ORDER BY %2 DESC LIMIT %3) "
                       "JOIN messages m ON m.seq = found JOIN conversations c ON c.id = m.conversation_id "
                       "ORDER BY m.seq DESC")
            .arg(rest, order)
            .arg(most),
        conditions->values);
    if (!query)
        return tl::unexpected(query.error());
    QList<FoundMessage> found;
    while (query->next()) {
        found.append({ query->value(0).toLongLong(), query->value(1).toString(), query->value(2).toString(),
            query->value(3).toString(), query->value(4).toString(), fromSqlTime(query->value(5)),
            query->value(6).toString() });
    }
    return found;
}

Result<QSet<QString>> conversationsWith(QSqlDatabase &connection, const SearchTerms &terms)
{
    QSet<QString> ids;
    if (terms.isEmpty())
        return ids;
    auto conditions = conditionsFor(connection, terms);
    if (!conditions)
        return tl::unexpected(conditions.error());
    const QString messages = fromAndWhere(*conditions, {}, {});
    QStringList titles;
    QVariantList values = conditions->values;
    for (const QString &term : terms.all) {
        titles.append(QStringLiteral("instr(search, ?) > 0"));
        values.append(term);
    }
    auto query = sql(connection,
        QStringLiteral("SELECT DISTINCT m.conversation_id %1 UNION SELECT id FROM conversations WHERE %2")
            .arg(messages, titles.join(QLatin1String(" AND "))),
        values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        ids.insert(query->value(0).toString());
    return ids;
}

Result<int> indexOlderMessages(QSqlDatabase &connection, int most)
{
    // What is written from now on is in the index at once, so it goes from the newest of the old ones down.
    auto from =
        sql(connection, QStringLiteral("SELECT value FROM remembered WHERE name = ?"), { backlogName });
    if (!from)
        return tl::unexpected(from.error());
    const qint64 below = from->next() ? from->value(0).toLongLong() : std::numeric_limits<qint64>::max();
    if (below <= 0)
        return 0;
    auto rows = sql(connection,
        QStringLiteral("SELECT seq, text, searchable FROM messages WHERE seq < ? ORDER BY seq DESC LIMIT %1")
            .arg(most),
        { below });
    if (!rows)
        return tl::unexpected(rows.error());
    PreparedSql put(
        connection, QStringLiteral("UPDATE messages SET search = ?, searchable = 1 WHERE seq = ?"));
    int count = 0;
    qint64 reached = 0;
    QList<std::pair<qint64, QString>> texts;
    while (rows->next()) {
        ++count;
        reached = rows->value(0).toLongLong();
        if (rows->value(2).toInt() == 0)
            texts.append({ reached, searchedTextOf(rows->value(1).toString()) });
    }
    rows->finish();
    for (const auto &[seq, text] : std::as_const(texts)) {
        if (text.isEmpty())
            continue;
        if (auto done = put.exec({ text, seq }); !done)
            return tl::unexpected(done.error());
    }
    auto kept =
        execSql(connection, QStringLiteral("INSERT OR REPLACE INTO remembered (name, value) VALUES (?, ?)"),
            { backlogName, QString::number(count == 0 ? 0 : reached) });
    if (!kept)
        return tl::unexpected(kept.error());
    return count;
}

} // namespace facet::client
