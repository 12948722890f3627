#include "client/chat/StoredSearch.h"

#include "client/chat/TextMatch.h"
#include "client/chat/TranscriptSlots.h"
#include "client/net/Then.h"

#include <algorithm>

namespace facet::client {

namespace {
constexpr int rowsAtOnce = 10'000;
}

StoredSearch::StoredSearch(MessageStore &messages, const TranscriptSlots &rows, QObject *parent)
    : TranscriptSearch(parent)
    , m_messages(messages)
    , m_rows(rows)
{
}

void StoredSearch::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_hits.clear();
    ++m_round;
    m_done = m_text.isEmpty() || m_conversationId.isEmpty();
    if (!m_done) {
        // What is being written now is not on disk yet.
        const QList<StoredItem> live = m_messages.live(m_conversationId);
        for (const StoredItem &row : live)
            look(row);
        readOn(std::numeric_limits<qint64>::max());
    }
    emit changed();
}

void StoredSearch::setConversation(const QString &conversationId)
{
    m_conversationId = conversationId;
    setText({});
}

void StoredSearch::readOn(qint64 before)
{
    then(m_messages.find(m_conversationId, m_text, before, rowsAtOnce), this,
        [this, round = m_round](const Result<FoundPart> &part) {
            if (round != m_round)
                return;
            if (!part) {
                m_messages.announceFailure(part.error());
                m_done = true;
                emit changed();
                return;
            }
            took(*part);
        });
}

void StoredSearch::took(const FoundPart &part)
{
    for (const qint64 position : part.positions) {
        const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), position);
        if (at == m_hits.end() || *at != position)
            m_hits.insert(at, position);
    }
    m_done = !part.next;
    if (part.next)
        readOn(*part.next);
    emit changed();
}

int StoredSearch::row(int n) const
{
    return n < 0 || n >= count() ? -1 : m_rows.rowAt(m_hits.at(n));
}

int StoredSearch::firstFrom(int row) const
{
    if (row >= m_rows.count())
        return count();
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), m_rows.position(std::max(row, 0)));
    return static_cast<int>(at - m_hits.begin());
}

void StoredSearch::look(const StoredItem &row)
{
    if (m_text.isEmpty())
        return;
    const bool isHit = TextMatch(m_text).isIn(row.item);
    const auto at = std::lower_bound(m_hits.begin(), m_hits.end(), row.position);
    const bool wasHit = at != m_hits.end() && *at == row.position;
    if (isHit == wasHit)
        return;
    if (isHit)
        m_hits.insert(at, row.position);
    else
        m_hits.erase(at);
    emit changed();
}

void StoredSearch::forget(qint64 position)
{
    if (m_hits.removeOne(position))
        emit changed();
}

void StoredSearch::placesKnown()
{
    if (!m_hits.isEmpty())
        emit changed();
}

} // namespace facet::client
