#pragma once

#include <QList>
#include <QRect>
#include <QString>

namespace facet::ui {

/// Where the tiles of a grid stand: as many in a line as fit, under headings. Arithmetic only: tens of
/// thousands of tiles cost nothing. Coordinates are of the whole content, pixels.
class TileGeometry {
public:
    struct Section {
        QString heading; ///< empty: none
        int first = 0; ///< row
        int count = 0;
    };

    static constexpr int gap = 12;
    static constexpr int headingHeight = 32;

    /// `sections` follow one another without a gap.
    void arrange(int width, int margin, const QList<Section> &sections);

    int height() const { return m_height; }
    int columns() const { return m_columns; }
    QSize tileSize() const { return m_tile; }
    int rows() const;
    QRect rect(int row) const;
    int rowAt(const QPoint &point) const; ///< -1: between them
    /// The row nearest to the one `lines` lines further down (up, when negative).
    int rowBelow(int row, int lines) const;
    /// All rows that touch the area, in order.
    QList<int> rowsIn(const QRect &area) const;

    const QList<Section> &sections() const { return m_sections; }
    QRect headingRect(int section) const;

private:
    int sectionOf(int row) const;
    int linesOf(int section) const;

    QList<Section> m_sections;
    QList<int> m_tops; ///< of each section, heading included
    QSize m_tile;
    int m_columns = 1;
    int m_margin = 0;
    int m_width = 0;
    int m_height = 0;
};

} // namespace facet::ui
