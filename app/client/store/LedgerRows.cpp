#include "client/store/LedgerRows.h"

#include "client/store/PreparedSql.h"
#include "client/store/Sql.h"
#include "client/store/TurnJson.h"

#include <QHash>
#include <QTimeZone>

#include <algorithm>

namespace facet::client {

namespace {

enum Spends { Nothing, OfGeneration, OfConversation };

/// Rows of a kind that this version does not know count as spending when they name what they are for.
Spends spendsOf(LedgerKind kind, const QString &generationId, const QString &runId)
{
    switch (kind) {
    case LedgerKind::Grant:
    case LedgerKind::TopUp:
    case LedgerKind::Expiry:
        return Nothing;
    case LedgerKind::Hold:
    case LedgerKind::Capture:
    case LedgerKind::Release:
        return OfGeneration;
    case LedgerKind::Conversation:
        return OfConversation;
    case LedgerKind::Refund:
        return generationId.isEmpty() ? OfConversation : OfGeneration;
    case LedgerKind::Other:
        break;
    }
    return !generationId.isEmpty() ? OfGeneration : runId.isEmpty() ? Nothing : OfConversation;
}

QString zoneHere()
{
    return QString::fromLatin1(QTimeZone::systemTimeZoneId());
}

/// On which day the credits of a generation (or of a run's conversation) count: that of its first row.
class FirstDays {
public:
    FirstDays(QSqlDatabase &connection, qint64 book)
        : m_book(book)
        , m_find(connection,
              QStringLiteral("SELECT day FROM ledger_rows WHERE generation_id = ? AND generation_id <> '' "
                             "AND book = ? AND kind <> 'covered' ORDER BY pos LIMIT 1"))
        , m_findRun(connection,
              QStringLiteral("SELECT day FROM ledger_rows WHERE run_id = ? AND run_id <> '' AND book = ? "
                             "AND generation_id = '' ORDER BY pos LIMIT 1"))
    {
    }

    /// `first` becomes true when there was none before.
    Result<qint64> of(const QString &generationId, const QString &runId, qint64 own, bool &first)
    {
        first = true;
        if (generationId.isEmpty() && runId.isEmpty())
            return own;
        const QString key = generationId.isEmpty() ? u'r' + runId : u'g' + generationId;
        auto known = m_days.constFind(key);
        if (known == m_days.constEnd()) {
            PreparedSql &find = generationId.isEmpty() ? m_findRun : m_find;
            auto row = find.run({ generationId.isEmpty() ? runId : generationId, m_book });
            if (!row)
                return tl::unexpected(row.error());
            const bool there = (*row)->next();
            known = m_days.insert(key, there ? (*row)->value(0).toLongLong() : own);
            first = !there;
            (*row)->finish();
        } else {
            first = false;
        }
        return *known;
    }

private:
    qint64 m_book;
    PreparedSql m_find;
    PreparedSql m_findRun;
    QHash<QString, qint64> m_days;
};

Result<void> reckonDaysAgain(QSqlDatabase &connection, qint64 book)
{
    auto rows = sql(connection,
        QStringLiteral("SELECT rowid, at, generation_id, run_id, kind FROM ledger_rows WHERE book = ? "
                       "ORDER BY pos"),
        { book });
    if (!rows)
        return tl::unexpected(rows.error());
    PreparedSql set(connection, QStringLiteral("UPDATE ledger_rows SET day = ? WHERE rowid = ?"));
    QHash<QString, qint64> days;
    while (rows->next()) {
        const QString generationId = rows->value(2).toString();
        const QString runId = rows->value(3).toString();
        qint64 day = localDay(fromSqlTime(rows->value(1)));
        const QString key = !generationId.isEmpty() ? u'g' + generationId
            : !runId.isEmpty()                      ? u'r' + runId
                                                    : QString();
        if (!key.isEmpty() && rows->value(4).toString() != QLatin1String("covered")) {
            const auto known = days.constFind(key);
            day = known == days.constEnd() ? *days.insert(key, day) : *known;
        }
        if (auto done = set.exec({ day, rows->value(0) }); !done)
            return done;
    }
    auto facts =
        sql(connection, QStringLiteral("SELECT id, at FROM generation_facts WHERE book = ?"), { book });
    if (!facts)
        return tl::unexpected(facts.error());
    PreparedSql setFact(
        connection, QStringLiteral("UPDATE generation_facts SET day = ? WHERE book = ? AND id = ?"));
    while (facts->next()) {
        if (auto done = setFact.exec({ localDay(fromSqlTime(facts->value(1))), book, facts->value(0) });
            !done)
            return done;
    }
    return execSql(
        connection, QStringLiteral("UPDATE ledger_books SET zone = ? WHERE id = ?"), { zoneHere(), book });
}

QString stateWord(LedgerCheck::State state)
{
    switch (state) {
    case LedgerCheck::State::NotYet:
        return QStringLiteral("not_yet");
    case LedgerCheck::State::Agrees:
        return QStringLiteral("agrees");
    case LedgerCheck::State::Differs:
        return QStringLiteral("differs");
    case LedgerCheck::State::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

/// What is known here about a run: whose conversation, by which agent.
struct RunFacts {
    QString conversationId;
    QString agent;
};

Result<RunFacts> runFacts(PreparedSql &find, QHash<QString, RunFacts> &known, const QString &runId)
{
    if (runId.isEmpty())
        return RunFacts{};
    if (const auto at = known.constFind(runId); at != known.constEnd())
        return *at;
    auto row = find.run({ runId });
    if (!row)
        return tl::unexpected(row.error());
    RunFacts facts;
    if ((*row)->next())
        facts = { (*row)->value(0).toString(), wireName(turnFromText((*row)->value(1).toString()).agent) };
    (*row)->finish();
    return *known.insert(runId, facts);
}

} // namespace

qint64 localDay(const QDateTime &at)
{
    return at.toLocalTime().date().toJulianDay();
}

Result<qint64> openBook(QSqlDatabase &connection, const QString &service, const QString &account)
{
    auto made = execSql(connection,
        QStringLiteral("INSERT INTO ledger_books (service, account, zone) VALUES (?, ?, ?) "
                       "ON CONFLICT(service, account) DO NOTHING"),
        { service, account, zoneHere() });
    if (!made)
        return tl::unexpected(made.error());
    auto found =
        sql(connection, QStringLiteral("SELECT id, zone FROM ledger_books WHERE service = ? AND account = ?"),
            { service, account });
    if (!found)
        return tl::unexpected(found.error());
    found->next();
    const qint64 book = found->value(0).toLongLong();
    if (found->value(1).toString() != zoneHere()) {
        if (auto done = reckonDaysAgain(connection, book); !done)
            return tl::unexpected(done.error());
    }
    return book;
}

Result<void> clearIncoming(QSqlDatabase &connection)
{
    return execSql(connection, QStringLiteral("DELETE FROM ledger_incoming"));
}

Result<std::optional<qint64>> stageRows(
    QSqlDatabase &connection, qint64 book, const QList<LedgerEntry> &newestFirst)
{
    PreparedSql find(connection,
        QStringLiteral("SELECT pos FROM ledger_rows WHERE book = ? AND id = ? AND kind = ? AND credits = ? "
                       "AND balance_after = ? AND at = ?"));
    // A page that overlaps the one before brings no row twice.
    PreparedSql put(connection,
        QStringLiteral("INSERT OR IGNORE INTO ledger_incoming (id, at, kind, credits, balance_after, "
                       "generation_id, run_id, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const LedgerEntry &entry : newestFirst) {
        const QVariant at = toSqlTime(entry.at);
        auto known =
            find.run({ book, entry.id, wireName(entry.kind), entry.credits, entry.balanceAfter, at });
        if (!known)
            return tl::unexpected(known.error());
        if ((*known)->next())
            return std::optional<qint64>((*known)->value(0).toLongLong());
        auto done = put.exec({ entry.id, at, wireName(entry.kind), entry.credits, entry.balanceAfter,
            entry.generationId.value_or(QString()), entry.runId.value_or(QString()), entry.note });
        if (!done)
            return tl::unexpected(done.error());
    }
    return std::optional<qint64>{};
}

Result<bool> adoptRows(QSqlDatabase &connection, qint64 book, std::optional<qint64> met)
{
    auto gone = sql(connection,
        QStringLiteral("DELETE FROM ledger_rows WHERE book = ? AND pos > ? AND kind <> 'covered'"),
        { book, met.value_or(-1) });
    if (!gone)
        return tl::unexpected(gone.error());
    bool changed = gone->numRowsAffected() > 0;
    if (!met && changed) {
        // The service began anew: nothing that was known of its generations holds.
        for (const QString &statement : { QStringLiteral("DELETE FROM ledger_rows WHERE book = ?"),
                 QStringLiteral("DELETE FROM generation_facts WHERE book = ?"),
                 QStringLiteral("UPDATE ledger_books SET facts_until = '' WHERE id = ?") }) {
            if (auto done = execSql(connection, statement, { book }); !done)
                return tl::unexpected(done.error());
        }
    }

    qint64 pos = met.value_or(-1);
    qint64 sort = 0;
    Credits balance = 0;
    if (met) {
        auto last = sql(connection,
            QStringLiteral("SELECT sort, balance_after FROM ledger_rows WHERE book = ? AND kind <> 'covered' "
                           "AND pos = ?"),
            { book, *met });
        if (!last)
            return tl::unexpected(last.error());
        if (last->next()) {
            sort = last->value(0).toLongLong();
            balance = last->value(1).toLongLong();
        }
    }
    auto rows = sql(connection,
        QStringLiteral("SELECT id, at, kind, credits, balance_after, i.generation_id, i.run_id, note, "
                       "f.model_id, f.method, f.agent, f.conversation_id FROM ledger_incoming i "
                       "LEFT JOIN (SELECT id AS fact, model_id, method, agent, conversation_id "
                       "FROM generation_facts WHERE book = ?) f ON f.fact = i.generation_id ORDER BY n DESC"),
        { book });
    if (!rows)
        return tl::unexpected(rows.error());
    PreparedSql put(connection,
        QStringLiteral("INSERT INTO ledger_rows (book, pos, sort, id, at, kind, credits, balance_after, "
                       "generation_id, run_id, note, day, spends, first, broken, model_id, method, agent, "
                       "conversation_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    PreparedSql findRun(connection, QStringLiteral("SELECT conversation_id, turn FROM runs WHERE id = ?"));
    FirstDays days(connection, book);
    QHash<QString, RunFacts> runs;
    while (rows->next()) {
        changed = true;
        const LedgerKind kind = ledgerKindFromWire(rows->value(2).toString());
        const QString generationId = rows->value(5).toString();
        const QString runId = rows->value(6).toString();
        const Credits credits = rows->value(3).toLongLong();
        const Credits after = rows->value(4).toLongLong();
        sort = std::max(sort, rows->value(1).toLongLong());
        const Spends spends = spendsOf(kind, generationId, runId);
        bool first = false;
        qint64 day = localDay(fromSqlTime(rows->value(1)));
        if (spends != Nothing) {
            const auto counted = days.of(generationId, runId, day, first);
            if (!counted)
                return tl::unexpected(counted.error());
            day = *counted;
        }
        const auto run = runFacts(findRun, runs, runId);
        if (!run)
            return tl::unexpected(run.error());
        const auto known = [&rows](int column, const QString &otherwise) {
            const QString text = rows->value(column).toString();
            return text.isEmpty() ? otherwise : text;
        };
        auto done = put.exec({ book, ++pos, sort, rows->value(0), rows->value(1), rows->value(2), credits,
            after, generationId, runId, rows->value(7), day, static_cast<int>(spends),
            first && !generationId.isEmpty() ? 1 : 0, after == balance + credits ? 0 : 1, known(8, QString()),
            known(9, QString()), known(10, run->agent), known(11, run->conversationId) });
        if (!done)
            return tl::unexpected(done.error());
        balance = after;
    }
    return clearIncoming(connection).map([changed] { return changed; });
}

Result<QString> newestRow(QSqlDatabase &connection, qint64 book)
{
    return sql(connection,
        QStringLiteral("SELECT id FROM ledger_rows WHERE book = ? AND kind <> 'covered' "
                       "ORDER BY sort DESC, pos DESC LIMIT 1"),
        { book })
        .map([](QSqlQuery query) { return query.next() ? query.value(0).toString() : QString(); });
}

Result<LedgerCheck> sumUp(QSqlDatabase &connection, qint64 book)
{
    LedgerCheck check;
    auto sums = sql(connection,
        QStringLiteral("SELECT COUNT(*), COALESCE(SUM(credits), 0) FROM ledger_rows WHERE book = ? "
                       "AND kind <> 'covered'"),
        { book });
    if (!sums)
        return tl::unexpected(sums.error());
    if (sums->next()) {
        check.rows = sums->value(0).toInt();
        check.sumOfRows = sums->value(1).toLongLong();
    }
    auto broken = sql(connection,
        QStringLiteral("SELECT id FROM ledger_rows WHERE book = ? AND broken = 1 ORDER BY pos"), { book });
    if (!broken)
        return tl::unexpected(broken.error());
    while (broken->next()) {
        if (check.brokenRows++ == 0)
            check.firstBrokenRow = broken->value(0).toString();
    }
    return check;
}

Result<LedgerChecks> loadChecks(QSqlDatabase &connection, qint64 book)
{
    auto rows = sql(connection,
        QStringLiteral("SELECT which, state, at, rows, sum, balance, broken, first_broken FROM ledger_checks "
                       "WHERE book = ?"),
        { book });
    if (!rows)
        return tl::unexpected(rows.error());
    LedgerChecks checks;
    while (rows->next()) {
        LedgerCheck check;
        const QString state = rows->value(1).toString();
        for (const LedgerCheck::State one :
            { LedgerCheck::State::Agrees, LedgerCheck::State::Differs, LedgerCheck::State::Failed }) {
            if (stateWord(one) == state)
                check.state = one;
        }
        check.at = fromSqlTime(rows->value(2));
        check.rows = rows->value(3).toInt();
        check.sumOfRows = rows->value(4).toLongLong();
        check.balance = rows->value(5).toLongLong();
        check.brokenRows = rows->value(6).toInt();
        check.firstBrokenRow = rows->value(7).toString();
        if (rows->value(0).toString() == QLatin1String("last"))
            checks.last = check;
        else
            checks.difference = check;
    }
    return checks;
}

Result<void> saveCheck(QSqlDatabase &connection, qint64 book, const LedgerCheck &check)
{
    QStringList places{ QStringLiteral("last") };
    if (check.state == LedgerCheck::State::Differs)
        places.append(QStringLiteral("difference"));
    for (const QString &which : places) {
        auto done = execSql(connection,
            QStringLiteral(
                "INSERT OR REPLACE INTO ledger_checks (book, which, state, at, rows, sum, balance, "
                "broken, first_broken) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
            { book, which, stateWord(check.state), toSqlTime(check.at), check.rows, check.sumOfRows,
                check.balance, check.brokenRows, check.firstBrokenRow });
        if (!done)
            return done;
    }
    return {};
}

} // namespace facet::client
