#include "ui/chat/RowHeights.h"

#include <algorithm>
#include <bit>

namespace facet::ui {

void RowHeights::reset(int count)
{
    m_heights.assign(static_cast<size_t>(count), estimate);
    m_measured.assign(static_cast<size_t>(count), false);
    rebuild();
}

void RowHeights::insert(int row, int count)
{
    const bool atEnd = row == this->count();
    m_heights.insert(m_heights.begin() + row, static_cast<size_t>(count), estimate);
    m_measured.insert(m_measured.begin() + row, static_cast<size_t>(count), false);
    if (!atEnd || count > 1) {
        rebuild();
        return;
    }
    // Appending one row, the usual case while a conversation goes on, needs no pass over all the others.
    const size_t index = m_heights.size();
    const size_t lowest = index & (~index + 1);
    m_tree.push_back(estimate);
    for (size_t step = 1; step < lowest; step <<= 1)
        m_tree[index] += m_tree[index - step];
}

void RowHeights::remove(int row, int count)
{
    m_heights.erase(m_heights.begin() + row, m_heights.begin() + row + count);
    m_measured.erase(m_measured.begin() + row, m_measured.begin() + row + count);
    rebuild();
}

void RowHeights::set(int row, int height)
{
    const auto index = static_cast<size_t>(row);
    const int delta = height - m_heights[index];
    m_heights[index] = height;
    m_measured[index] = true;
    if (delta == 0)
        return;
    for (size_t i = index + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += delta;
}

qint64 RowHeights::sumBefore(int row) const
{
    qint64 sum = 0;
    for (auto i = static_cast<size_t>(row); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

int RowHeights::rowAt(qint64 y) const
{
    if (m_heights.empty())
        return -1;
    size_t position = 0;
    qint64 rest = std::max<qint64>(y, 0);
    for (size_t step = std::bit_floor(m_heights.size()); step > 0; step >>= 1) {
        const size_t next = position + step;
        if (next < m_tree.size() && m_tree[next] <= rest) {
            position = next;
            rest -= m_tree[next];
        }
    }
    return static_cast<int>(std::min(position, m_heights.size() - 1));
}

void RowHeights::rebuild()
{
    m_tree.assign(m_heights.size() + 1, 0);
    for (size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        const size_t parent = i + (i & (~i + 1));
        if (parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

} // namespace facet::ui
