#pragma once

#include <QtGlobal>

#include <vector>

namespace facet::ui {

/// Heights of the transcript's rows, in pixels, with sums in O(log n): a conversation of 100,000 rows scrolls
/// without anybody walking over all of them. Rows that were never measured count with an estimate.
class RowHeights {
public:
    static constexpr int estimate = 96;

    int count() const { return static_cast<int>(m_heights.size()); }
    qint64 total() const { return sumBefore(count()); }
    int height(int row) const { return m_heights[static_cast<size_t>(row)]; }
    bool isMeasured(int row) const { return m_measured[static_cast<size_t>(row)]; }

    void reset(int count);
    void insert(int row, int count);
    void remove(int row, int count);
    void set(int row, int height);
    /// The next look at it measures it again; its old height stands until then.
    void forget(int row) { m_measured[static_cast<size_t>(row)] = false; }
    void forgetAll() { m_measured.assign(m_measured.size(), false); }

    /// Where `row` begins.
    qint64 sumBefore(int row) const;
    /// The row at `y`; the last one for a y beyond the end, -1 when there is none.
    int rowAt(qint64 y) const;

private:
    void rebuild();

    std::vector<int> m_heights;
    std::vector<bool> m_measured;
    std::vector<qint64> m_tree; ///< Fenwick tree over m_heights, 1-based
};

} // namespace facet::ui
