#include "service/ledger/Ledger.h"

#include "service/api/PageCursor.h"
#include "service/store/Store.h"
#include "service/store/Transaction.h"

#include <limits>

namespace facet::service {

namespace {

constexpr Credits maxTopUp = 1'000'000;

contract::Problem broken(const char *what)
{
    return problem::internal(Error{ ErrorKind::Service, {}, QString::fromLatin1(what), {}, {}, {} });
}

} // namespace

Ledger::Ledger(Store &store, const Clock &clock, QList<Plan> plans, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_book(store)
    , m_account(store)
    , m_plans(std::move(plans))
{
}

Result<void> Ledger::open(const QString &planId)
{
    if (auto loaded = m_account.load(); !loaded)
        return loaded;
    if (m_account.id().isEmpty()) {
        const Plan *plan = planById(planId);
        if (!plan)
            return fail(ErrorKind::Unsupported, tr("There is no plan “%1”.").arg(planId));
        const QDateTime now = m_clock.now();
        const PlanPeriod period = periodAt(*plan, now, now);
        Transaction transaction(m_store);
        auto made = m_account.create(planId, period)
                        .and_then([&] { return grant(*plan, period, now); })
                        .and_then([&] { return transaction.commit(); });
        if (!made)
            return made;
    }
    if (!planById(m_account.planId()))
        return fail(ErrorKind::Unsupported,
            tr("The account is on the plan “%1”, which is not among this service's plans. Choose one with --plan.")
                .arg(m_account.planId()));
    return settle();
}

Result<void> Ledger::settle()
{
    const QDateTime now = m_clock.now();
    Transaction transaction(m_store);
    // Read again: the transaction around the last settling may have been undone.
    if (auto loaded = m_account.load(); !loaded)
        return loaded;
    const auto expired = expireDue(now);
    if (!expired)
        return tl::unexpected(expired.error());
    const auto granted = grantDue(now);
    if (!granted)
        return tl::unexpected(granted.error());
    if (auto done = transaction.commit(); !done)
        return done;
    if (*expired || *granted)
        announce();
    return {};
}

Result<std::optional<QDateTime>> Ledger::nextDue() const
{
    return m_book.nextEnd().map([this](const std::optional<QDateTime> &end) {
        return end && *end < m_account.period().end ? end : std::optional<QDateTime>(m_account.period().end);
    });
}

Result<bool> Ledger::expireDue(const QDateTime &now)
{
    const auto ended = m_book.ended(now);
    if (!ended)
        return tl::unexpected(ended.error());
    for (const LedgerBook::Part &part : *ended) {
        auto written = m_book.write(LedgerKind::Expiry, now, {},
            { { LedgerAccount::Available, part.id, -part.credits },
                { LedgerAccount::Expired, part.id, part.credits } });
        if (!written)
            return tl::unexpected(written.error());
    }
    return !ended->isEmpty();
}

Result<bool> Ledger::grantDue(const QDateTime &now)
{
    const Plan *plan = planById(m_account.planId());
    if (!plan || now < m_account.period().end)
        return false;
    const PlanPeriod period = periodAt(*plan, m_account.period().anchor, now);
    return grant(*plan, period, now).and_then([&] { return m_account.setPlan(plan->id, period); }).map([] {
        return true;
    });
}

Result<void> Ledger::grant(const Plan &plan, const PlanPeriod &period, const QDateTime &now)
{
    const auto part = m_book.addGrantPart(plan.id, period);
    if (!part)
        return tl::unexpected(part.error());
    if (plan.credits <= 0)
        return {};
    return m_book
        .write(LedgerKind::Grant, now, { {}, {}, plan.name },
            { { LedgerAccount::Granted, *part, -plan.credits },
                { LedgerAccount::Available, *part, plan.credits } })
        .map([](const LedgerEntry &) {});
}

const Plan &Ledger::plan() const
{
    static const Plan none;
    const Plan *plan = planById(m_account.planId());
    return plan ? *plan : none;
}

Balance Ledger::balance() const
{
    auto balance = m_book.balance();
    if (!balance) {
        qCritical().noquote() << "facet-service:" << balance.error().detail;
        return {};
    }
    return *balance;
}

Outcome<void> Ledger::changePlan(const QString &planId)
{
    const Plan *plan = planById(planId);
    if (!plan)
        return tl::unexpected(problem::notFound());
    if (auto loaded = m_account.load(); !loaded)
        return outcome(loaded);
    if (planId == m_account.planId())
        return outcome(settle());
    // The old plan may be gone from the data, so nothing of it is settled here; its parts end by themselves.
    const QDateTime now = m_clock.now();
    Transaction transaction(m_store);
    const auto running = m_book.runningPeriod(planId, now);
    if (!running)
        return tl::unexpected(problem::internal(running.error()));
    const PlanPeriod period = running->value_or(periodAt(*plan, now, now));
    Result<void> done;
    if (!*running)
        done = grant(*plan, period, now);
    done = done.and_then([&] { return m_account.setPlan(planId, period); }).and_then([&] {
        return transaction.commit();
    });
    if (!done)
        return outcome(done);
    announce();
    return outcome(settle());
}

Outcome<void> Ledger::hold(Credits credits, const LedgerRef &ref)
{
    return take(credits, LedgerKind::Hold, LedgerAccount::Held, ref);
}

Outcome<void> Ledger::chargeConversation(Credits credits, const LedgerRef &ref)
{
    return take(credits, LedgerKind::Conversation, LedgerAccount::Spent, ref);
}

Outcome<void> Ledger::take(Credits credits, LedgerKind kind, LedgerAccount account, const LedgerRef &ref)
{
    if (credits < 0)
        return tl::unexpected(broken("credits below zero asked for"));
    if (auto settled = settle(); !settled)
        return outcome(settled);
    if (credits == 0)
        return {};
    const auto parts = m_book.spendable();
    if (!parts)
        return tl::unexpected(problem::internal(parts.error()));
    QList<LedgerBook::Posting> postings;
    Credits missing = credits;
    for (const LedgerBook::Part &part : *parts) {
        const Credits some = qMin(missing, part.credits);
        if (some == 0)
            break;
        postings.append({ LedgerAccount::Available, part.id, -some });
        postings.append({ account, part.id, some });
        missing -= some;
    }
    if (missing > 0)
        return tl::unexpected(problem::insufficientCredits(credits, credits - missing));
    Transaction transaction(m_store);
    auto done = m_book.write(kind, m_clock.now(), ref, postings).and_then([&](const LedgerEntry &) {
        return transaction.commit();
    });
    if (done)
        announce();
    return outcome(done);
}

Outcome<void> Ledger::capture(Credits credits, const LedgerRef &ref)
{
    if (credits == 0)
        return {};
    const auto held = m_book.heldFor(ref.generationId);
    if (!held)
        return tl::unexpected(problem::internal(held.error()));
    QList<LedgerBook::Posting> postings;
    Credits missing = credits;
    for (const LedgerBook::Part &part : *held) {
        const Credits some = qMin(missing, part.credits);
        if (some == 0)
            break;
        postings.append({ LedgerAccount::Held, part.id, -some });
        postings.append({ LedgerAccount::Spent, part.id, some });
        missing -= some;
    }
    if (missing != 0)
        return tl::unexpected(broken("more captured than was held"));
    Transaction transaction(m_store);
    auto done =
        m_book.write(LedgerKind::Capture, m_clock.now(), ref, postings).and_then([&](const LedgerEntry &) {
            return transaction.commit();
        });
    if (done)
        announce();
    return outcome(done);
}

Outcome<void> Ledger::release(const LedgerRef &ref)
{
    if (auto settled = settle(); !settled)
        return outcome(settled);
    const auto held = m_book.heldFor(ref.generationId);
    if (!held)
        return tl::unexpected(problem::internal(held.error()));
    return giveBack(
        std::numeric_limits<Credits>::max(), *held, LedgerKind::Release, LedgerAccount::Held, ref);
}

Outcome<Credits> Ledger::refund(Credits credits, const LedgerRef &ref)
{
    if (auto settled = settle(); !settled)
        return tl::unexpected(problem::internal(settled.error()));
    const auto spent = m_book.spentFor(ref);
    if (!spent)
        return tl::unexpected(problem::internal(spent.error()));
    Credits total = 0;
    for (const LedgerBook::Part &part : *spent)
        total += part.credits;
    const Credits given = qBound<Credits>(0, credits, total);
    return giveBack(given, *spent, LedgerKind::Refund, LedgerAccount::Spent, ref).map([&] { return given; });
}

Outcome<void> Ledger::giveBack(Credits credits, const QList<LedgerBook::Part> &parts, LedgerKind kind,
    LedgerAccount account, const LedgerRef &ref)
{
    const QDateTime now = m_clock.now();
    Transaction transaction(m_store);
    QList<LedgerBook::Posting> postings;
    std::optional<qint64> fresh;
    Credits left = credits;
    // What lasts longest comes back first: a part of a refund is worth the most to its owner that way.
    for (auto part = parts.crbegin(); part != parts.crend() && left > 0; ++part) {
        const Credits some = qMin(left, part->credits);
        left -= some;
        qint64 target = part->id;
        if (part->expiresAt && *part->expiresAt <= now) {
            if (!fresh) {
                auto added = m_book.addPart(LedgerKind::Release, now, m_account.period().end);
                if (!added)
                    return tl::unexpected(problem::internal(added.error()));
                fresh = *added;
            }
            target = *fresh;
        }
        postings.append({ account, part->id, -some });
        postings.append({ LedgerAccount::Available, target, some });
    }
    if (postings.isEmpty())
        return {};
    auto done = m_book.write(kind, now, ref, postings).and_then([&](const LedgerEntry &) {
        return transaction.commit();
    });
    if (done)
        announce();
    return outcome(done);
}

Outcome<LedgerEntry> Ledger::topUp(Credits credits, const QString &note)
{
    if (credits < 1 || credits > maxTopUp)
        return tl::unexpected(problem::badRequest(QStringLiteral("credits")));
    if (auto settled = settle(); !settled)
        return tl::unexpected(problem::internal(settled.error()));
    const QDateTime now = m_clock.now();
    Transaction transaction(m_store);
    auto entry = m_book.addPart(LedgerKind::TopUp, now, now.addMonths(1)).and_then([&](qint64 part) {
        return m_book.write(LedgerKind::TopUp, now, { {}, {}, note },
            { { LedgerAccount::Granted, part, -credits }, { LedgerAccount::Available, part, credits } });
    });
    if (!entry)
        return outcome(entry);
    if (auto done = transaction.commit(); !done)
        return tl::unexpected(problem::internal(done.error()));
    announce();
    return *entry;
}

Credits Ledger::heldFor(const QString &generationId) const
{
    Credits sum = 0;
    for (const LedgerBook::Part &part : m_book.heldFor(generationId).value_or(QList<LedgerBook::Part>()))
        sum += part.credits;
    return sum;
}

Credits Ledger::spentFor(const QString &generationId) const
{
    Credits sum = 0;
    for (const LedgerBook::Part &part :
        m_book.spentFor({ generationId, {}, {} }).value_or(QList<LedgerBook::Part>()))
        sum += part.credits;
    return sum;
}

Outcome<contract::Page<LedgerEntry>> Ledger::entries(const QString &cursor, int limit) const
{
    const auto before = rowsBelow(cursor);
    if (!before)
        return tl::unexpected(before.error());
    auto rows = m_book.entries(*before, limit + 1);
    if (!rows)
        return tl::unexpected(problem::internal(rows.error()));
    contract::Page<LedgerEntry> page{ std::move(*rows), std::nullopt };
    if (page.items.size() > limit) {
        page.items.removeLast();
        page.nextCursor = page.items.last().id;
    }
    return page;
}

const Plan *Ledger::planById(const QString &id) const
{
    for (const Plan &plan : m_plans) {
        if (plan.id == id)
            return &plan;
    }
    return nullptr;
}

void Ledger::announce()
{
    // From the event loop, and once for many steps: by then the caller's transaction is closed.
    if (m_announced)
        return;
    m_announced = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_announced = false;
            emit changed();
        },
        Qt::QueuedConnection);
}

} // namespace facet::service
