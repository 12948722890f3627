#include "ui/chat/TranscriptSelection.h"

#include <QAbstractItemModel>

namespace facet::ui {

void TranscriptSelection::clear()
{
    set({}, {});
}

void TranscriptSelection::set(const TextPlace &anchor, const TextPlace &cursor)
{
    const bool isWhole = anchor.row >= 0 && cursor.row >= 0;
    m_anchor = isWhole ? m_rows.index(anchor.row, 0) : QModelIndex();
    m_cursor = isWhole ? m_rows.index(cursor.row, 0) : QModelIndex();
    m_anchorOffset = isWhole ? anchor.offset : 0;
    m_cursorOffset = isWhole ? cursor.offset : 0;
}

std::optional<TranscriptSelection::Part> TranscriptSelection::inRow(int row) const
{
    const TextPlace from = first();
    const TextPlace to = last();
    if (from == to || from.row < 0 || row < from.row || row > to.row)
        return {};
    const Part part{ row == from.row ? from.offset : 0, row == to.row ? to.offset : Part::end };
    return part.from < part.to ? std::optional(part) : std::nullopt;
}

} // namespace facet::ui
