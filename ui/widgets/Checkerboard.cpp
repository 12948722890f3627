#include "ui/widgets/Checkerboard.h"

#include "ui/theme/Theme.h"

#include <QPainter>

namespace facet::ui {

namespace {
constexpr int square = 8; // pixels
}

void paintCheckerboard(QPainter &painter, const QRectF &rect, const Theme &theme)
{
    QPixmap tile(2 * square, 2 * square);
    tile.fill(theme.tokens().hover);
    QPainter squares(&tile);
    squares.fillRect(0, 0, square, square, theme.tokens().line);
    squares.fillRect(square, square, square, square, theme.tokens().line);
    squares.end();
    painter.save();
    painter.setBrushOrigin(rect.topLeft());
    painter.fillRect(rect, QBrush(tile));
    painter.restore();
}

} // namespace facet::ui
