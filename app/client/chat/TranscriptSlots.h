#pragma once

#include "client/store/TranscriptRows.h"

#include <QHash>

#include <limits>
#include <memory>
#include <vector>

namespace facet::client {

/// The rows of a conversation in their order: for every one where it is and of what kind, and the item for
/// those that have been read. 24 bytes for a row that was not.
class TranscriptSlots {
public:
    using Kind = TranscriptItem::Kind;

    /// `unknown` rows about which nothing is known yet stand before these.
    void reset(int unknown, const QList<StoredItem> &rows);

    int count() const { return static_cast<int>(m_slots.size()); }
    /// Rows from here on have a position; those before have none yet.
    int firstKnown() const { return m_firstKnown; }
    int readCount() const { return static_cast<int>(m_positions.size()); }
    qint64 position(int row) const { return at(row).position; }
    Kind kind(int row) const { return at(row).kind; }
    /// Null: not read.
    const StoredItem *item(int row) const { return at(row).item.get(); }
    /// Of a row that is read; -1: none.
    int rowOf(const QString &itemId) const;
    /// The row at exactly this position, one that is not read before others; -1: none.
    int rowAt(qint64 position) const;
    /// Where a row with this position belongs, behind those that have it too.
    int placeFor(qint64 position) const;
    /// Every row that is read, in no order.
    QList<int> readRows() const;

    /// What the row before firstKnown() is.
    void learn(const OutlineRow &row);
    void insert(int row, const StoredItem &item);
    /// The same for a row that is not read.
    void insert(int row, const OutlineRow &outline);
    void remove(int row);
    void put(int row, const StoredItem &item);
    /// Keeps the place and the kind only.
    void forget(int row);

private:
    struct Slot {
        qint64 position = std::numeric_limits<qint64>::min();
        std::unique_ptr<StoredItem> item;
        Kind kind = Kind::AgentText;
    };
    const Slot &at(int row) const { return m_slots[static_cast<size_t>(row)]; }

    std::vector<Slot> m_slots; ///< by position; the unknown ones first
    QHash<QString, qint64> m_positions; ///< of the rows that are read, by item id
    int m_firstKnown = 0;
};

} // namespace facet::client
