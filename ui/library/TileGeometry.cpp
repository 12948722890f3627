#include "ui/library/TileGeometry.h"

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int narrowest = 190; // pixels of a tile
constexpr double shape = 219.0 / 150.0; // of a tile, DESIGN library-dark.png
constexpr int sectionGap = 0;
} // namespace

void TileGeometry::arrange(int width, int margin, const QList<Section> &sections)
{
    m_sections = sections;
    m_margin = margin;
    m_width = width;
    const int room = std::max(width - 2 * margin, narrowest);
    m_columns = std::max(1, (room + gap) / (narrowest + gap));
    const int wide = (room - gap * (m_columns - 1)) / m_columns;
    m_tile = QSize(wide, qRound(wide / shape));
    m_tops.clear();
    int y = margin / 2;
    for (int i = 0; i < m_sections.size(); ++i) {
        m_tops.append(y);
        y += (m_sections.at(i).heading.isEmpty() ? 0 : headingHeight) + linesOf(i) * (m_tile.height() + gap)
            + sectionGap;
    }
    m_height = m_sections.isEmpty() ? 0 : y - sectionGap + margin - gap;
}

int TileGeometry::linesOf(int section) const
{
    return (m_sections.at(section).count + m_columns - 1) / m_columns;
}

int TileGeometry::rows() const
{
    return m_sections.isEmpty() ? 0 : m_sections.last().first + m_sections.last().count;
}

int TileGeometry::sectionOf(int row) const
{
    const auto after = std::upper_bound(m_sections.cbegin(), m_sections.cend(), row,
        [](int wanted, const Section &section) { return wanted < section.first; });
    return static_cast<int>(after - m_sections.cbegin()) - 1;
}

QRect TileGeometry::headingRect(int section) const
{
    const bool has = !m_sections.at(section).heading.isEmpty();
    return { m_margin, m_tops.at(section), m_width - 2 * m_margin, has ? headingHeight : 0 };
}

QRect TileGeometry::rect(int row) const
{
    if (row < 0 || row >= rows())
        return {};
    const int section = sectionOf(row);
    const int inside = row - m_sections.at(section).first;
    const int top = headingRect(section).y() + headingRect(section).height();
    return { m_margin + (inside % m_columns) * (m_tile.width() + gap),
        top + (inside / m_columns) * (m_tile.height() + gap), m_tile.width(), m_tile.height() };
}

int TileGeometry::rowAt(const QPoint &point) const
{
    const QList<int> rows = rowsIn(QRect(point, QSize(1, 1)));
    return rows.isEmpty() ? -1 : rows.constFirst();
}

int TileGeometry::rowBelow(int row, int lines) const
{
    if (row < 0)
        return -1;
    int current = row;
    for (int step = 0; step < std::abs(lines); ++step) {
        const int section = sectionOf(current);
        const Section &own = m_sections.at(section);
        const int column = (current - own.first) % m_columns;
        const int line = (current - own.first) / m_columns;
        if (lines > 0 && line + 1 < linesOf(section)) {
            current = std::min(current + m_columns, own.first + own.count - 1);
        } else if (lines > 0 && section + 1 < m_sections.size()) {
            const Section &next = m_sections.at(section + 1);
            current = next.first + std::min(column, next.count - 1);
        } else if (lines < 0 && line > 0) {
            current -= m_columns;
        } else if (lines < 0 && section > 0) {
            const Section &before = m_sections.at(section - 1);
            const int lastLine = (linesOf(section - 1) - 1) * m_columns;
            current = before.first + std::min(lastLine + column, before.count - 1);
        } else {
            break;
        }
    }
    return current;
}

QList<int> TileGeometry::rowsIn(const QRect &area) const
{
    QList<int> rows;
    if (m_sections.isEmpty() || area.isEmpty())
        return rows;
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend(), area.top());
    const int pitch = m_tile.height() + gap;
    for (int i = std::max(0, static_cast<int>(after - m_tops.cbegin()) - 1); i < m_sections.size(); ++i) {
        if (m_tops.at(i) > area.bottom())
            break;
        const Section &section = m_sections.at(i);
        const int top = headingRect(i).y() + headingRect(i).height();
        const int firstLine = std::max(0, (area.top() - top) / pitch);
        const int lastLine = std::min(linesOf(i) - 1, (area.bottom() - top) / pitch);
        if (area.bottom() < top)
            continue;
        for (int line = firstLine; line <= lastLine; ++line) {
            for (int column = 0; column < m_columns; ++column) {
                const int inside = line * m_columns + column;
                if (inside >= section.count)
                    break;
                if (rect(section.first + inside).intersects(area))
                    rows.append(section.first + inside);
            }
        }
    }
    return rows;
}

} // namespace facet::ui
