#pragma once

#include <QPersistentModelIndex>

#include <compare>
#include <limits>
#include <optional>

class QAbstractItemModel;

namespace facet::ui {

/// A place between two characters of the transcript. A row without words of its own has two: before it (0)
/// and behind it (1).
struct TextPlace {
    int row = -1;
    int offset = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): sees the zero that the compiler compares with
    friend auto operator<=>(const TextPlace &, const TextPlace &) = default;
};

/// What is selected, from one place to another across rows. Rows may come and go around it.
class TranscriptSelection {
public:
    /// Characters of one row, from the first to before the last.
    struct Part {
        static constexpr int end = std::numeric_limits<int>::max(); ///< however long the row is
        int from = 0;
        int to = end;
    };

    explicit TranscriptSelection(const QAbstractItemModel &rows)
        : m_rows(rows)
    {
    }

    bool isEmpty() const { return anchor() == cursor(); }
    /// Row -1: there is none.
    TextPlace anchor() const { return { m_anchor.row(), m_anchorOffset }; }
    TextPlace cursor() const { return { m_cursor.row(), m_cursorOffset }; }
    TextPlace first() const { return std::min(anchor(), cursor()); }
    TextPlace last() const { return std::max(anchor(), cursor()); }
    /// What of a row is selected; empty: nothing.
    std::optional<Part> inRow(int row) const;

    void clear();
    void set(const TextPlace &anchor, const TextPlace &cursor);
    void extendTo(const TextPlace &cursor) { set(anchor(), cursor); }

private:
    const QAbstractItemModel &m_rows;
    QPersistentModelIndex m_anchor;
    QPersistentModelIndex m_cursor;
    int m_anchorOffset = 0;
    int m_cursorOffset = 0;
};

} // namespace facet::ui
