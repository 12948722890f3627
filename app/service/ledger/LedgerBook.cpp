#include "service/ledger/LedgerBook.h"

#include "service/store/Store.h"

namespace facet::service {

namespace {

QString accountName(LedgerAccount account)
{
    switch (account) {
    case LedgerAccount::Granted:
        return QStringLiteral("granted");
    case LedgerAccount::Available:
        return QStringLiteral("available");
    case LedgerAccount::Held:
        return QStringLiteral("held");
    case LedgerAccount::Spent:
        return QStringLiteral("spent");
    case LedgerAccount::Expired:
        return QStringLiteral("expired");
    }
    return {};
}

std::optional<QString> orNull(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional<QString>(text);
}

LedgerBook::Part readPart(const Row &row)
{
    return { row.integer(0), row.integer(1), row.maybeTime(2) };
}

LedgerEntry readEntry(const Row &row)
{
    return { row.text(0), row.time(1), ledgerKindFromWire(row.text(2)), row.integer(3), row.integer(4),
        row.maybeText(5), row.maybeText(6), row.text(7) };
}

const QString partOrder = QStringLiteral(" ORDER BY p.expires_at IS NULL, p.expires_at, p.id");

} // namespace

LedgerBook::LedgerBook(Store &store)
    : m_store(store)
{
}

Result<qint64> LedgerBook::addGrantPart(const QString &planId, const PlanPeriod &period)
{
    return m_store.insert(
        QStringLiteral("INSERT INTO ledger_parts(source, plan_id, period_anchor, period_start, created_at, "
                       "expires_at) VALUES ('grant', ?, ?, ?, ?, ?)"),
        planId, period.anchor, period.start, period.start, period.end);
}

Result<qint64> LedgerBook::addPart(LedgerKind source, const QDateTime &now, const QDateTime &expiresAt)
{
    const QString name = source == LedgerKind::TopUp ? QStringLiteral("top_up") : QStringLiteral("returned");
    return m_store.insert(
        QStringLiteral("INSERT INTO ledger_parts(source, created_at, expires_at) VALUES (?, ?, ?)"), name,
        now, expiresAt);
}

Result<std::optional<PlanPeriod>> LedgerBook::runningPeriod(const QString &planId, const QDateTime &now) const
{
    return m_store.one(
        QStringLiteral(
            "SELECT period_anchor, period_start, expires_at FROM ledger_parts WHERE source = 'grant' "
            "AND plan_id = ? AND expires_at > ? ORDER BY expires_at DESC LIMIT 1"),
        [](const Row &row) {
            return PlanPeriod{ row.time(0), row.time(1), row.time(2) };
        },
        planId, now);
}

Result<LedgerEntry> LedgerBook::write(
    LedgerKind kind, const QDateTime &at, const LedgerRef &ref, const QList<Posting> &postings)
{
    Credits sum = 0;
    Credits spendable = 0;
    for (const Posting &posting : postings) {
        sum += posting.credits;
        if (posting.account == LedgerAccount::Available)
            spendable += posting.credits;
    }
    if (sum != 0)
        return fail(
            ErrorKind::Service, {}, QStringLiteral("postings of a ledger entry do not add up to zero"));

    // The parts first: their CHECKs refuse what would go below zero before anything is written down.
    for (const Posting &posting : postings) {
        if (posting.account != LedgerAccount::Available && posting.account != LedgerAccount::Held)
            continue;
        const QString sql = posting.account == LedgerAccount::Available
            ? QStringLiteral("UPDATE ledger_parts SET available = available + ? WHERE id = ?")
            : QStringLiteral("UPDATE ledger_parts SET held = held + ? WHERE id = ?");
        if (auto done = m_store.run(sql, posting.credits, posting.part); !done)
            return tl::unexpected(done.error());
    }
    const auto balance = m_store.number(QStringLiteral("SELECT SUM(available) FROM ledger_parts"));
    if (!balance)
        return tl::unexpected(balance.error());
    const auto id = m_store.insert(
        QStringLiteral(
            "INSERT INTO ledger_entries(at, kind, credits, balance_after, generation_id, run_id, note) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        at, wireName(kind), spendable, *balance, orNull(ref.generationId), orNull(ref.runId), ref.note);
    if (!id)
        return tl::unexpected(id.error());
    for (const Posting &posting : postings) {
        auto done = m_store.run(
            QStringLiteral(
                "INSERT INTO ledger_postings(entry_id, account, part_id, credits) VALUES (?, ?, ?, ?)"),
            *id, accountName(posting.account), posting.part, posting.credits);
        if (!done)
            return tl::unexpected(done.error());
    }
    return LedgerEntry{ QString::number(*id), at, kind, spendable, *balance, orNull(ref.generationId),
        orNull(ref.runId), ref.note };
}

Result<QList<LedgerBook::Part>> LedgerBook::spendable() const
{
    return m_store.all(QStringLiteral("SELECT p.id, p.available, p.expires_at FROM ledger_parts p "
                                      "WHERE p.available > 0")
            + partOrder,
        readPart);
}

Result<QList<LedgerBook::Part>> LedgerBook::ended(const QDateTime &now) const
{
    return m_store.all(QStringLiteral("SELECT p.id, p.available, p.expires_at FROM ledger_parts p "
                                      "WHERE p.available > 0 AND p.expires_at <= ?")
            + partOrder,
        readPart, now);
}

Result<QList<LedgerBook::Part>> LedgerBook::parts(
    const QString &account, const QString &where, const QString &value) const
{
    return m_store.all(
        QStringLiteral("SELECT p.id, SUM(o.credits), p.expires_at FROM ledger_entries e "
                       "JOIN ledger_postings o ON o.entry_id = e.id JOIN ledger_parts p ON p.id = o.part_id "
                       "WHERE o.account = ? AND ")
            + where + QStringLiteral(" GROUP BY p.id HAVING SUM(o.credits) > 0") + partOrder,
        readPart, account, value);
}

Result<QList<LedgerBook::Part>> LedgerBook::heldFor(const QString &generationId) const
{
    return parts(accountName(LedgerAccount::Held), QStringLiteral("e.generation_id = ?"), generationId);
}

Result<QList<LedgerBook::Part>> LedgerBook::spentFor(const LedgerRef &ref) const
{
    const QString account = accountName(LedgerAccount::Spent);
    if (!ref.generationId.isEmpty())
        return parts(account, QStringLiteral("e.generation_id = ?"), ref.generationId);
    return parts(account, QStringLiteral("e.generation_id IS NULL AND e.run_id = ?"), ref.runId);
}

Result<std::optional<QDateTime>> LedgerBook::nextEnd() const
{
    return m_store
        .one(QStringLiteral("SELECT MIN(expires_at) FROM ledger_parts WHERE available > 0"),
            [](const Row &row) { return row.maybeTime(0); })
        .map([](const auto &found) { return found.value_or(std::nullopt); });
}

Result<Balance> LedgerBook::balance() const
{
    const auto held = m_store.number(QStringLiteral("SELECT SUM(held) FROM ledger_parts"));
    if (!held)
        return tl::unexpected(held.error());
    return spendable().map([&](const QList<Part> &parts) {
        Balance balance;
        balance.held = *held;
        for (const Part &part : parts) {
            balance.credits += part.credits;
            balance.parts.append({ part.credits, part.expiresAt });
        }
        return balance;
    });
}

Result<QList<LedgerEntry>> LedgerBook::entries(qint64 beforeId, int limit) const
{
    return m_store.all(
        QStringLiteral("SELECT id, at, kind, credits, balance_after, generation_id, run_id, note "
                       "FROM ledger_entries WHERE id < ? ORDER BY id DESC LIMIT ?"),
        readEntry, beforeId, limit);
}

} // namespace facet::service
