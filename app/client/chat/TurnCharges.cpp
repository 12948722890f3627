#include "client/chat/TurnCharges.h"

#include "client/chat/TurnRun.h"
#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/store/MessageStore.h"

#include <algorithm>
#include <utility>

namespace facet::client {

namespace {
constexpr int pageSize = 100;
constexpr int maxPages = 3; ///< a turn's charge is taken as it begins, so it is among the newest rows
constexpr int newestTurns = 50;
} // namespace

TurnCharges::TurnCharges(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_ledger(needs.http)
    , m_turns(&needs.database)
{
}

bool TurnCharges::isCharged(const TurnRecord &record) const
{
    // The answer to a question belongs to the turn that asked it.
    const QList<AgentInfo> &agents = m_needs.session.agents();
    return !record.isAnswer && std::any_of(agents.begin(), agents.end(), [&record](const AgentInfo &agent) {
        return agent.version == record.turn.agent && agent.conversationCredits > 0;
    });
}

void TurnCharges::follow(TurnRun *run)
{
    const QString id = run->record().runId;
    m_runs.insert(id, run);
    connect(run, &TurnRun::accepted, this, [this, run, id] {
        if (isCharged(run->record()))
            lookUp({ id });
    });
    connect(run, &TurnRun::done, this, [this, run, id] {
        m_runs.remove(id);
        const TurnRecord::State state = run->record().state;
        const bool heard = state == TurnRecord::State::Finished || state == TurnRecord::State::Waiting;
        if (heard && isCharged(run->record()) && !run->scribe().knowsConversationCharge())
            lookUp({ id });
    });
}

void TurnCharges::lookUpMissing()
{
    for (const AgentInfo &agent : m_needs.session.agents()) {
        if (agent.conversationCredits <= 0)
            continue;
        then(m_turns.withoutCharge(agent.version, newestTurns), this,
            [this](const Result<QStringList> &runs) { lookUp(runs.value_or(QStringList{})); });
    }
}

void TurnCharges::lookUp(const QStringList &runIds)
{
    for (const QString &id : runIds)
        m_next.insert(id);
    if (m_reading || m_next.isEmpty())
        return;
    m_reading = true;
    m_wanted = std::exchange(m_next, {});
    readPage({}, maxPages);
}

void TurnCharges::readPage(const QString &cursor, int pagesLeft)
{
    then(m_ledger.list(cursor, pageSize), this,
        [this, pagesLeft](const Result<contract::Page<LedgerEntry>> &page) {
            if (page) {
                for (const LedgerEntry &entry : page->items) {
                    if (entry.kind == LedgerKind::Conversation && entry.runId
                        && m_wanted.contains(*entry.runId))
                        m_found[*entry.runId] -= entry.credits;
                }
                if (page->nextCursor && pagesLeft > 1 && m_found.size() < m_wanted.size())
                    return readPage(*page->nextCursor, pagesLeft - 1);
            }
            m_reading = false;
            const QHash<QString, Credits> found = std::exchange(m_found, {});
            for (auto it = found.begin(); it != found.end(); ++it)
                learnt(it.key(), it.value());
            lookUp({}); // what was asked for meanwhile
        });
}

void TurnCharges::learnt(const QString &runId, Credits credits)
{
    if (TurnRun *run = m_runs.value(runId)) {
        run->scribe().setConversationCharge(credits);
        return;
    }
    then(m_turns.setConversationCharge(runId, credits), this,
        [this](const Result<std::optional<StoredItem>> &item) {
            if (!item || !*item)
                return;
            m_needs.messages.announce(**item);
            m_needs.messages.settle((*item)->runId);
        });
}

} // namespace facet::client
