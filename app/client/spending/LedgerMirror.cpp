#include "client/spending/LedgerMirror.h"

#include "client/api/AccountApi.h"
#include "client/api/GenerationApi.h"
#include "client/api/LedgerApi.h"
#include "client/net/Then.h"
#include "client/store/GenerationFactRows.h"
#include "domain/Quote.h"

#include <QSet>

namespace facet::client {

namespace {

constexpr int rowsAtATime = 200; // the most a service gives (openapi.yaml, limit)
constexpr int generationsAtATime = 100;
constexpr int singlesAtATime = 40;
// Rows that come in while the two are compared make it begin again; in the end the next change does.
constexpr int mostRounds = 4;

} // namespace

struct LedgerMirror::Walk {
    int number = 0;
    qint64 book = 0;
    int round = 0; ///< of comparing
    QString cursor; ///< of the page asked for last
    QString factsUntil;
    QString newestGeneration;
    int open = 0; ///< singles under way
    bool factsChanged = false;
    QSet<QString> seen; ///< not ended, and just told of
};

LedgerMirror::LedgerMirror(Needs needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(needs.afterMs);
    connect(&m_soon, &QTimer::timeout, this, &LedgerMirror::walk);
}

void LedgerMirror::start()
{
    connect(&m_needs.session, &Session::accountChanged, this, &LedgerMirror::follow);
    connect(&m_needs.session, &Session::stateChanged, this, &LedgerMirror::follow);
    follow();
}

void LedgerMirror::follow()
{
    const Session &session = m_needs.session;
    if (session.account().id.isEmpty())
        return;
    const QString service = session.isBundled() ? QStringLiteral("bundled") : session.serviceUrl();
    const QString account = session.account().id;
    const QString identity = service + u'\n' + account;
    if (identity == m_identity) {
        if (session.state() == Session::State::Ready && m_book != 0 && !m_soon.isActive())
            m_soon.start();
        return;
    }
    m_identity = identity;
    m_walk.reset();
    using Opening = std::pair<qint64, LedgerChecks>;
    const auto opening =
        m_needs.database.run([service, account](QSqlDatabase &connection) -> Result<Opening> {
            const auto book = openBook(connection, service, account);
            if (!book)
                return tl::unexpected(book.error());
            return loadChecks(connection, *book).map([&book](const LedgerChecks &checks) {
                return Opening(*book, checks);
            });
        });
    then(opening, this, [this, identity](const Result<Opening> &answer) {
        if (identity != m_identity)
            return;
        if (!answer) {
            m_identity.clear(); // tried again with the next change
            fail(answer.error());
            return;
        }
        opened(identity, answer->first, answer->second);
    });
}

void LedgerMirror::opened(const QString &identity, qint64 book, const LedgerChecks &checks)
{
    m_identity = identity;
    m_book = book;
    // What was found out earlier is shown, with its time, until the service was asked again.
    m_check = checks.last;
    if (m_check.state == LedgerCheck::State::Agrees)
        m_check.state = LedgerCheck::State::NotYet;
    m_difference = checks.difference;
    m_sum.reset();
    m_error.reset();
    emit bookChanged();
    emit checkChanged();
    follow();
}

void LedgerMirror::refresh()
{
    if (m_walk)
        m_again = true;
    else
        walk();
}

void LedgerMirror::walk()
{
    if (m_book == 0 || m_needs.session.state() != Session::State::Ready)
        return;
    if (m_walk) {
        m_again = true;
        return;
    }
    m_walk = std::make_shared<Walk>();
    m_walk->number = ++m_walks;
    m_walk->book = m_book;
    emit checkChanged();
    fetchRows(m_walk, {});
}

template <typename T, typename Next>
void LedgerMirror::after(const WalkPtr &walk, QFuture<Result<T>> answer, Next next)
{
    then(answer, this, [this, walk, next](const Result<T> &got) {
        if (walk != m_walk)
            return;
        if (!got)
            fail(got.error());
        else if constexpr (std::is_void_v<T>)
            next();
        else
            next(*got);
    });
}

// ---- rows ---------------------------------------------------------------------------------------------

void LedgerMirror::fetchRows(const WalkPtr &walk, const QString &cursor)
{
    walk->cursor = cursor;
    using Rows = contract::Page<LedgerEntry>;
    after(walk, LedgerApi(m_needs.http).list(cursor, rowsAtATime), [this, walk](const Rows &page) {
        const auto staged =
            m_needs.database.run([book = walk->book, items = page.items, first = walk->cursor.isEmpty()](
                                     QSqlDatabase &connection) -> Result<std::optional<qint64>> {
                if (first) {
                    if (auto cleared = clearIncoming(connection); !cleared)
                        return tl::unexpected(cleared.error());
                }
                return stageRows(connection, book, items);
            });
        after(walk, staged, [this, walk, page](const std::optional<qint64> &met) {
            if (met || !page.nextCursor) {
                adopt(walk, met);
            } else if (page.items.isEmpty() || *page.nextCursor == walk->cursor) {
                fail({ ErrorKind::Protocol,
                    tr("The service's list of credits has no end. Try again, or tell its operator."),
                    QStringLiteral("/v1/ledger cursor ") + walk->cursor, {}, {}, {} });
            } else {
                fetchRows(walk, *page.nextCursor);
            }
        });
    });
}

void LedgerMirror::adopt(const WalkPtr &walk, std::optional<qint64> met)
{
    using Taken = std::pair<bool, QString>;
    const auto taken =
        m_needs.database.run([book = walk->book, met](QSqlDatabase &connection) -> Result<Taken> {
            const auto changed = adoptRows(connection, book, met);
            if (!changed)
                return tl::unexpected(changed.error());
            return factsUntil(connection, book).map([&changed](const QString &until) {
                return Taken(*changed, until);
            });
        });
    after(walk, taken, [this, walk](const Taken &done) {
        walk->factsUntil = done.second;
        walk->newestGeneration.clear();
        if (done.first) {
            m_sum.reset();
            emit rowsChanged();
        }
        fetchGenerations(walk, {});
    });
}

// ---- what they are about ------------------------------------------------------------------------------

void LedgerMirror::fetchGenerations(const WalkPtr &walk, const QString &cursor)
{
    walk->cursor = cursor;
    after(walk, GenerationApi(m_needs.http).list(cursor, generationsAtATime),
        [this, walk](const contract::Page<Generation> &page) { takeGenerations(walk, page); });
}

void LedgerMirror::takeGenerations(const WalkPtr &walk, const contract::Page<Generation> &page)
{
    if (walk->newestGeneration.isEmpty() && !page.items.isEmpty())
        walk->newestGeneration = page.items.first().id;
    QList<GenerationFacts> facts;
    bool met = false;
    for (const Generation &generation : page.items) {
        facts.append({ generation, listCredits(generation) });
        if (!generation.isFinal())
            walk->seen.insert(generation.id);
        if (generation.id == walk->factsUntil) {
            met = true;
            break;
        }
    }
    const bool last = met || !page.nextCursor || page.items.isEmpty() || *page.nextCursor == walk->cursor;
    const auto kept = m_needs.database.run([book = walk->book, facts, last, newest = walk->newestGeneration](
                                               QSqlDatabase &connection) -> Result<bool> {
        auto changed = putFacts(connection, book, facts);
        if (changed && last && !newest.isEmpty()) {
            if (auto done = setFactsUntil(connection, book, newest); !done)
                return tl::unexpected(done.error());
        }
        return changed;
    });
    after(walk, kept, [this, walk, last, next = page.nextCursor](bool changed) {
        walk->factsChanged = walk->factsChanged || changed;
        if (last)
            fetchMissing(walk);
        else
            fetchGenerations(walk, *next);
    });
}

void LedgerMirror::fetchMissing(const WalkPtr &walk)
{
    after(walk, m_needs.database.run([book = walk->book](QSqlDatabase &connection) {
        return factsWanted(connection, book, singlesAtATime);
    }),
        [this, walk](QStringList ids) {
            ids.removeIf([&walk](const QString &id) { return walk->seen.contains(id); });
            walk->open = static_cast<int>(ids.size());
            for (const QString &id : ids)
                fetchOne(walk, id);
            if (ids.isEmpty())
                compare(walk);
        });
}

void LedgerMirror::fetchOne(const WalkPtr &walk, const QString &generationId)
{
    then(GenerationApi(m_needs.http).get(generationId), this,
        [this, walk, generationId](const Result<Generation> &answer) {
            if (walk == m_walk)
                takeGeneration(walk, generationId, answer);
        });
}

void LedgerMirror::takeGeneration(
    const WalkPtr &walk, const QString &generationId, const Result<Generation> &answer)
{
    const bool gone = !answer && answer.error().code == QLatin1String("not_found");
    if (!answer && !gone) {
        fail(answer.error());
        return;
    }
    const GenerationFacts facts = gone ? GenerationFacts{} : GenerationFacts{ *answer, listCredits(*answer) };
    after(walk,
        m_needs.database.run(
            [book = walk->book, generationId, gone, facts](QSqlDatabase &connection) -> Result<bool> {
                if (gone)
                    return putGone(connection, book, generationId).map([] { return false; });
                return putFacts(connection, book, { facts });
            }),
        [this, walk](bool changed) {
            walk->factsChanged = walk->factsChanged || changed;
            if (--walk->open == 0)
                compare(walk);
        });
}

std::optional<Credits> LedgerMirror::listCredits(const Generation &generation) const
{
    const Model *model = generation.covered ? m_needs.session.catalogue().find(generation.modelId) : nullptr;
    if (!model)
        return std::nullopt;
    return generationPrice(*model, resolveOptions(*model, generation.options));
}

// ---- to the credit ------------------------------------------------------------------------------------

void LedgerMirror::compare(const WalkPtr &walk)
{
    if (std::exchange(walk->factsChanged, false))
        emit rowsChanged();
    const auto with = [this, walk](const LedgerCheck &sum) {
        m_sum = sum;
        const Credits known = m_needs.session.account().balance.credits;
        if (sum.sumOfRows == known && sum.brokenRows == 0)
            settle(walk, sum, known);
        else
            compareWithService(walk, sum);
    };
    if (m_sum) {
        with(LedgerCheck(*m_sum));
        return;
    }
    after(walk, m_needs.database.run([book = walk->book](QSqlDatabase &connection) {
        return sumUp(connection, book);
    }),
        with);
}

void LedgerMirror::compareWithService(const WalkPtr &walk, const LedgerCheck &sum)
{
    // The balance is compared with the rows of the same moment: the newest row must still be the one here.
    after(walk, AccountApi(m_needs.http).get(), [this, walk, sum](const Account &account) {
        after(walk, LedgerApi(m_needs.http).list({}, 1),
            [this, walk, sum, balance = account.balance.credits](const contract::Page<LedgerEntry> &head) {
                const QString there = head.items.isEmpty() ? QString() : head.items.first().id;
                after(walk, m_needs.database.run([book = walk->book](QSqlDatabase &connection) {
                    return newestRow(connection, book);
                }),
                    [this, walk, sum, balance, there](const QString &here) {
                        if (here == there)
                            settle(walk, sum, balance);
                        else if (++walk->round < mostRounds)
                            fetchRows(walk, {});
                        else
                            finish(walk);
                    });
            });
    });
}

void LedgerMirror::settle(const WalkPtr &walk, LedgerCheck check, Credits balance)
{
    check.balance = balance;
    check.at = QDateTime::currentDateTimeUtc();
    check.state = check.difference() == 0 && check.brokenRows == 0 ? LedgerCheck::State::Agrees
                                                                   : LedgerCheck::State::Differs;
    LedgerCheck before = std::exchange(m_check, check);
    if (check.state == LedgerCheck::State::Differs)
        m_difference = check;
    before.at = check.at;
    if (before == check) { // only the time is another: not worth a write
        finish(walk);
        return;
    }
    after(walk, m_needs.database.run([book = walk->book, check](QSqlDatabase &connection) {
        return saveCheck(connection, book, check);
    }),
        [this, walk] { finish(walk); });
}

void LedgerMirror::finish(const WalkPtr &walk)
{
    m_walk.reset();
    m_error.reset();
    emit checkChanged();
    emit walked(walk->number);
    if (std::exchange(m_again, false))
        m_soon.start();
}

void LedgerMirror::fail(const Error &error)
{
    m_walk.reset();
    m_error = error;
    if (m_check.state == LedgerCheck::State::NotYet)
        m_check.state = LedgerCheck::State::Failed;
    emit checkChanged();
    if (std::exchange(m_again, false))
        m_soon.start();
}

} // namespace facet::client
