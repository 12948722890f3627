#pragma once

#include "ui/chat/RowLayout.h"
#include "ui/chat/TranscriptSelection.h"

namespace facet::ui {

/// What of a row is at a point.
struct RowHit {
    int row = -1; ///< the nearest row, also above the first and below the last
    TextPlace place; ///< the nearest between two characters
    bool onText = false;
    int take = -1; ///< of a finished generation
    bool onStage = false; ///< on its large picture
    bool isOnRow = false;
    QString link; ///< in an agent's text

    /// The same thing to choose.
    bool isSameChoice(const RowHit &other) const
    {
        return row == other.row && take == other.take && link == other.link;
    }
};

/// `inside`: relative to the row's top left.
RowHit hitInRow(int row, const RowLayout &layout, const QPoint &inside);

/// Where a place is within its row: a line high, without width.
QRect caretRect(const RowLayout &layout, int offset);
/// The rectangles of these characters, one a line.
QList<QRect> textRects(const RowLayout &layout, const TranscriptSelection::Part &part);
/// Characters of the row's words; 1 for a row without.
int textLength(const RowLayout &layout);

} // namespace facet::ui
