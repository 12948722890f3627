#include "client/chat/TranscriptSlots.h"

#include <algorithm>

namespace facet::client {

void TranscriptSlots::reset(int unknown, const QList<StoredItem> &rows)
{
    m_slots.clear();
    m_positions.clear();
    m_firstKnown = unknown;
    m_slots.resize(static_cast<size_t>(unknown));
    for (const StoredItem &row : rows)
        insert(count(), row);
}

int TranscriptSlots::rowAt(qint64 position) const
{
    const auto first = std::lower_bound(m_slots.begin(), m_slots.end(), position,
        [](const Slot &slot, qint64 wanted) { return slot.position < wanted; });
    int found = -1;
    for (auto at = first; at != m_slots.end() && at->position == position; ++at) {
        if (!at->item)
            return static_cast<int>(at - m_slots.begin());
        if (found < 0)
            found = static_cast<int>(at - m_slots.begin());
    }
    return found;
}

int TranscriptSlots::rowOf(const QString &itemId) const
{
    const auto known = m_positions.constFind(itemId);
    if (known == m_positions.constEnd())
        return -1;
    auto at = std::lower_bound(m_slots.begin(), m_slots.end(), *known,
        [](const Slot &slot, qint64 wanted) { return slot.position < wanted; });
    while (at != m_slots.end() && (!at->item || at->item->item.id != itemId))
        ++at;
    return at == m_slots.end() ? -1 : static_cast<int>(at - m_slots.begin());
}

int TranscriptSlots::placeFor(qint64 position) const
{
    const auto after = std::upper_bound(m_slots.begin(), m_slots.end(), position,
        [](qint64 wanted, const Slot &slot) { return wanted < slot.position; });
    return static_cast<int>(after - m_slots.begin());
}

QList<int> TranscriptSlots::readRows() const
{
    QList<int> rows;
    rows.reserve(m_positions.size());
    for (auto at = m_positions.keyBegin(); at != m_positions.keyEnd(); ++at)
        rows.append(rowOf(*at));
    return rows;
}

void TranscriptSlots::learn(const OutlineRow &row)
{
    Slot &slot = m_slots[static_cast<size_t>(--m_firstKnown)];
    slot.position = row.position;
    slot.kind = row.kind;
}

void TranscriptSlots::insert(int row, const StoredItem &item)
{
    insert(row, OutlineRow{ item.position, item.item.kind });
    put(row, item);
}

void TranscriptSlots::insert(int row, const OutlineRow &outline)
{
    m_slots.insert(m_slots.begin() + row, Slot{ outline.position, nullptr, outline.kind });
}

void TranscriptSlots::remove(int row)
{
    forget(row);
    m_slots.erase(m_slots.begin() + row);
    if (row < m_firstKnown)
        --m_firstKnown;
}

void TranscriptSlots::put(int row, const StoredItem &item)
{
    forget(row); // it may be another one
    Slot &slot = m_slots[static_cast<size_t>(row)];
    slot.kind = item.item.kind;
    slot.item = std::make_unique<StoredItem>(item);
    m_positions.insert(item.item.id, slot.position);
}

void TranscriptSlots::forget(int row)
{
    Slot &slot = m_slots[static_cast<size_t>(row)];
    if (!slot.item)
        return;
    m_positions.remove(slot.item->item.id);
    slot.item.reset();
}

} // namespace facet::client
