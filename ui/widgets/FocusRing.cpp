#include "ui/widgets/FocusRing.h"

#include <QPainter>

namespace facet::ui {

void paintFocusRing(QPainter &painter, const QRectF &rect, qreal radius, const Tokens &tokens)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.onTint, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    painter.restore();
}

} // namespace facet::ui
