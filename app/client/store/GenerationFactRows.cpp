#include "client/store/GenerationFactRows.h"

#include "client/store/LedgerRows.h"
#include "client/store/MessageRows.h"
#include "client/store/PreparedSql.h"
#include "contract/Codecs.h"

namespace facet::client {

namespace {

// Above every position of the ledger: of the same moment, the generation stands above its conversation's
// charge.
constexpr qint64 coveredPosition = 1LL << 60;

/// The statements for one generation's facts, prepared once for many.
class FactWriter {
public:
    FactWriter(QSqlDatabase &connection, qint64 book)
        : m_book(book)
        , m_same(connection,
              QStringLiteral("SELECT 1 FROM generation_facts WHERE book = ? AND id = ? AND status = ? "
                             "AND model_id = ? AND covered = ? AND gone = 0"))
        // What a covered generation would have taken is kept as it was on its day, whatever prices do later.
        , m_put(connection,
              QStringLiteral(
                  "INSERT INTO generation_facts (book, id, model_id, method, agent, options, conversation_id, "
                  "run_id, status, covered, list_credits, at, day, search) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(book, id) DO UPDATE SET "
                  "model_id = excluded.model_id, method = excluded.method, agent = excluded.agent, "
                  "options = excluded.options, conversation_id = excluded.conversation_id, "
                  "run_id = excluded.run_id, status = excluded.status, covered = excluded.covered, "
                  "list_credits = COALESCE(list_credits, excluded.list_credits), at = excluded.at, "
                  "day = excluded.day, search = excluded.search, gone = 0"))
        , m_coveredRow(connection,
              QStringLiteral(
                  "INSERT INTO ledger_rows (book, pos, sort, id, at, kind, credits, balance_after, "
                  "generation_id, run_id, note, day, spends, first) "
                  "SELECT ?, ?, ?, ?, ?, 'covered', 0, 0, ?, ?, '', ?, 1, 1 "
                  "WHERE NOT EXISTS (SELECT 1 FROM ledger_rows WHERE generation_id = ? "
                  "AND generation_id <> '' AND book = ?)"))
        , m_rows(connection,
              QStringLiteral(
                  "UPDATE ledger_rows SET model_id = ?, method = ?, agent = ?, conversation_id = ? "
                  "WHERE generation_id = ? AND generation_id <> '' AND book = ?"))
        // The conversation's charge of a run that was sent from elsewhere.
        , m_talk(connection,
              QStringLiteral("UPDATE ledger_rows SET agent = ?, conversation_id = ? WHERE run_id = ? "
                             "AND run_id <> '' AND book = ? AND generation_id = '' AND conversation_id = ''"))
    {
    }

    Result<bool> put(const GenerationFacts &facts)
    {
        const Generation &g = facts.generation;
        const QVariant at = toSqlTime(g.createdAt);
        const QVariant covered = g.covered ? 1 : 0;
        auto same = m_same.run({ m_book, g.id, wireName(g.status), g.modelId, covered });
        if (!same)
            return tl::unexpected(same.error());
        const bool known = (*same)->next();
        (*same)->finish();
        if (known)
            return false;
        auto done = m_put.exec({ m_book, g.id, g.modelId, wireName(g.method), wireName(g.agent),
            QString::fromUtf8(contract::toBytes(contract::toJson(g.options))), g.threadId, g.runId,
            wireName(g.status), covered, facts.listCredits ? QVariant(*facts.listCredits) : QVariant(), at,
            localDay(g.createdAt), foldedForSearch(g.prompt) });
        if (done && g.covered) {
            done = m_coveredRow.exec({ m_book, coveredPosition, at, g.id, at, g.id, g.runId,
                localDay(g.createdAt), g.id, m_book });
        }
        if (done)
            done =
                m_rows.exec({ g.modelId, wireName(g.method), wireName(g.agent), g.threadId, g.id, m_book });
        if (done && !g.runId.isEmpty())
            done = m_talk.exec({ wireName(g.agent), g.threadId, g.runId, m_book });
        return done.map([] { return true; });
    }

private:
    qint64 m_book;
    PreparedSql m_same;
    PreparedSql m_put;
    PreparedSql m_coveredRow;
    PreparedSql m_rows;
    PreparedSql m_talk;
};

} // namespace

Result<bool> putFacts(QSqlDatabase &connection, qint64 book, const QList<GenerationFacts> &facts)
{
    FactWriter writer(connection, book);
    bool changed = false;
    for (const GenerationFacts &one : facts) {
        auto put = writer.put(one);
        if (!put)
            return put;
        changed = changed || *put;
    }
    return changed;
}

Result<void> putGone(QSqlDatabase &connection, qint64 book, const QString &generationId)
{
    // What was known of it stays; what had not ended is not asked for again.
    return execSql(connection,
        QStringLiteral("INSERT INTO generation_facts (book, id, model_id, method, agent, options, "
                       "conversation_id, run_id, status, covered, list_credits, at, day, search, gone) "
                       "VALUES (?, ?, '', '', '', '{}', '', '', 'other', 0, NULL, 0, 0, '', 1) "
                       "ON CONFLICT(book, id) DO UPDATE SET gone = 1, status = CASE WHEN status IN "
                       "('queued', 'running') THEN 'other' ELSE status END"),
        { book, generationId });
}

Result<QStringList> factsWanted(QSqlDatabase &connection, qint64 book, int most)
{
    QStringList ids;
    auto open = sql(connection,
        QStringLiteral("SELECT id FROM generation_facts WHERE book = ? AND status IN ('queued', 'running') "
                       "LIMIT ?"),
        { book, most });
    if (!open)
        return tl::unexpected(open.error());
    while (open->next())
        ids.append(open->value(0).toString());
    auto missing = sql(connection,
        QStringLiteral(
            "SELECT generation_id FROM ledger_rows r WHERE book = ? AND first = 1 AND model_id = '' "
            "AND generation_id <> '' AND NOT EXISTS (SELECT 1 FROM generation_facts f "
            "WHERE f.book = r.book AND f.id = r.generation_id) LIMIT ?"),
        { book, most });
    if (!missing)
        return tl::unexpected(missing.error());
    while (missing->next() && ids.size() < most)
        ids.append(missing->value(0).toString());
    return ids;
}

Result<QString> factsUntil(QSqlDatabase &connection, qint64 book)
{
    return sql(connection, QStringLiteral("SELECT facts_until FROM ledger_books WHERE id = ?"), { book })
        .map([](QSqlQuery query) { return query.next() ? query.value(0).toString() : QString(); });
}

Result<void> setFactsUntil(QSqlDatabase &connection, qint64 book, const QString &generationId)
{
    return execSql(connection, QStringLiteral("UPDATE ledger_books SET facts_until = ? WHERE id = ?"),
        { generationId, book });
}

} // namespace facet::client
