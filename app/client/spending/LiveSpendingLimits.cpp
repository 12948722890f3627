#include "client/spending/LiveSpendingLimits.h"

#include "client/net/Then.h"
#include "client/store/LimitRows.h"

#include <algorithm>

namespace facet::client {

LiveSpendingLimits::LiveSpendingLimits(Needs needs, QObject *parent)
    : SpendingLimits(parent)
    , m_needs(needs)
{
    connect(&needs.mirror, &LedgerMirror::bookChanged, this, [this] {
        m_spent = {};
        readSpent();
    });
    connect(&needs.mirror, &LedgerMirror::rowsChanged, this, &LiveSpendingLimits::readSpent);
    connect(&needs.mirror, &LedgerMirror::walked, this, &LiveSpendingLimits::walked);
}

void LiveSpendingLimits::start()
{
    using Limits = QHash<QString, SpendingLimit>;
    then(m_needs.database.run([](QSqlDatabase &connection) { return loadLimits(connection); }), this,
        [this](const Result<Limits> &limits) {
            if (!limits) {
                emit failed(limits.error());
                return;
            }
            // What was set while this was read wins.
            Limits all = *limits;
            all.insert(m_limits);
            m_limits = all;
            m_loaded = true;
            takeOver(std::exchange(m_takenOver, 0));
            emit changed();
        });
}

void LiveSpendingLimits::takeOver(Credits askAbove)
{
    if (!m_loaded) {
        m_takenOver = askAbove;
        return;
    }
    SpendingLimit all = limit();
    if (askAbove <= 0 || all.askAbove > 0)
        return;
    all.askAbove = askAbove;
    setLimit(all);
}

SpendingLimit LiveSpendingLimits::limitOf(const QString &conversationId) const
{
    return conversationId.isEmpty() ? SpendingLimit{} : m_limits.value(conversationId);
}

void LiveSpendingLimits::setLimitOf(const QString &conversationId, const SpendingLimit &limit)
{
    if (!conversationId.isEmpty())
        put(conversationId, limit);
}

void LiveSpendingLimits::put(const QString &conversationId, const SpendingLimit &limit)
{
    const SpendingLimit sane{ std::max<Credits>(limit.askAbove, 0), std::max<Credits>(limit.daily, 0),
        std::max<Credits>(limit.monthly, 0) };
    if (m_limits.value(conversationId) == sane && m_limits.contains(conversationId))
        return;
    m_limits.insert(conversationId, sane);
    then(m_needs.database.run([conversationId, sane](QSqlDatabase &connection) {
        return putLimit(connection, conversationId, sane);
    }),
        this, [this](const Result<void> &kept) {
            if (!kept)
                emit failed(kept.error());
        });
    emit changed();
}

// ---- what was spent -----------------------------------------------------------------------------------

QDate LiveSpendingLimits::today() const
{
    return m_needs.clock.now().toLocalTime().date();
}

void LiveSpendingLimits::readSpent()
{
    const qint64 book = m_needs.mirror.book();
    if (book == 0)
        return;
    const QDate day = today();
    // From the first of the month: from there on it stays right across midnight and the month's end.
    const auto reading = m_needs.database.run(
        [book, from = QDate(day.year(), day.month(), 1), runs = m_pending.keys()](
            QSqlDatabase &connection) { return spentSince(connection, book, from, runs); });
    then(reading, this, [this, round = ++m_round](const Result<SpentDays> &spent) {
        if (round != m_round)
            return;
        if (!spent) {
            emit failed(spent.error());
            return;
        }
        m_spent = *spent;
        emit changed();
    });
}

SpentSoFar LiveSpendingLimits::spent() const
{
    SpentSoFar spent = m_spent.everywhere(today());
    const Credits pending = onTheirWay({});
    spent.today += pending;
    spent.thisMonth += pending;
    return spent;
}

SpentSoFar LiveSpendingLimits::spentIn(const QString &conversationId) const
{
    SpentSoFar spent = m_spent.in(conversationId, today());
    const Credits pending = onTheirWay(conversationId);
    spent.today += pending;
    spent.thisMonth += pending;
    return spent;
}

Credits LiveSpendingLimits::onTheirWay(const std::optional<QString> &conversationId) const
{
    Credits sum = 0;
    for (auto run = m_pending.cbegin(); run != m_pending.cend(); ++run) {
        if (!conversationId || run->conversationId == *conversationId)
            sum += std::max<Credits>(0, run->most - m_spent.byRun.value(run.key()));
    }
    return sum;
}

void LiveSpendingLimits::turnBegan(const QString &runId, const QString &conversationId, Credits most)
{
    m_pending.insert(runId, { conversationId, most, 0 });
    emit changed();
}

void LiveSpendingLimits::turnEnded(const QString &runId)
{
    const auto run = m_pending.find(runId);
    if (run == m_pending.end())
        return;
    // What it took is in the ledger once a walk that begins now has ended.
    run->goesAfterWalk = m_needs.mirror.walksBegun() + 1;
    m_needs.mirror.refresh();
}

void LiveSpendingLimits::walked(int number)
{
    const auto gone = m_pending.removeIf([number](QHash<QString, Pending>::iterator run) {
        return run.value().goesAfterWalk > 0 && run.value().goesAfterWalk <= number;
    });
    if (gone > 0)
        readSpent();
}

// ---- allowed once -------------------------------------------------------------------------------------

void LiveSpendingLimits::allowOnce(const TurnRequest &turn)
{
    m_allowed.insert(turn.conversationId, turn);
}

bool LiveSpendingLimits::isAllowed(const TurnRequest &turn) const
{
    const auto allowed = m_allowed.constFind(turn.conversationId);
    if (allowed == m_allowed.cend() || allowed->text != turn.text || allowed->agent != turn.agent
        || allowed->quote.modelId != turn.quote.modelId)
        return false;
    const auto &seen = allowed->quote.totalCredits;
    const auto &now = turn.quote.totalCredits;
    return seen && now ? *now <= *seen : !seen && !now;
}

std::optional<Credits> LiveSpendingLimits::confirmAbove(const TurnRequest &turn)
{
    const std::optional<Credits> total = turn.quote.totalCredits;
    const bool allowed = isAllowed(turn);
    if (allowed)
        m_allowed.remove(turn.conversationId);
    const Credits askAbove = smallerAskAbove(limit(), limitOf(turn.conversationId));
    if (allowed && total) {
        // It was seen and sent: the agent asks about more than this only.
        return askAbove > 0 ? std::optional(std::max(askAbove, *total)) : std::nullopt;
    }
    const SendCheck asked = check(turn.conversationId, total);
    const bool overBudget =
        std::any_of(asked.reasons.cbegin(), asked.reasons.cend(), [](const AskReason &reason) {
            return reason.kind != AskReason::Kind::AskAbove && reason.standing == BudgetStanding::Stop;
        });
    if (overBudget)
        return 0;
    return askAbove > 0 ? std::optional(askAbove) : std::nullopt;
}

} // namespace facet::client
