#include "ui/chat/PictureLabel.h"

#include <QFontMetrics>
#include <QPainter>

namespace facet::ui {

void paintPictureLabel(
    QPainter &painter, const Theme &theme, const QPoint &corner, Qt::Alignment side, const QString &text)
{
    const QFont font = theme.font(TextRole::CaptionStrong);
    const QFontMetrics fm(font);
    QRect rect(0, 0, fm.horizontalAdvance(text) + 10, fm.height() + 4);
    if (side == Qt::AlignRight)
        rect.moveBottomRight(corner);
    else
        rect.moveBottomLeft(corner);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().scrim);
    painter.drawRoundedRect(rect, 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setFont(font);
    painter.setPen(theme.tokens().onPicture);
    painter.drawText(rect, Qt::AlignCenter, text);
}

} // namespace facet::ui
