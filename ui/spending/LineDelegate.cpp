#include "ui/spending/LineDelegate.h"

#include "ui/spending/LedgerTable.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Label.h"

#include <QPainter>

namespace facet::ui {

LineDelegate::LineDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 80, rowHeight };
}

void LineDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRect cell = option.rect;
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(cell, t.hover);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), t.line);
    const QVariant tone = index.data(LedgerTable::ToneRole);
    painter->setFont(m_theme.font(TextRole::BodyMedium));
    painter->setPen(toneColour(t,
        tone.isValid() ? static_cast<TextTone>(tone.toInt())
                       : (index.column() == 0 ? TextTone::Text1 : TextTone::Text2)));
    const QRect inside = cell.adjusted(8, 0, -8, -1);
    painter->drawText(inside, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, inside.width()));
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, QRectF(cell).adjusted(1, 1, -1, -2), 6, t);
}

} // namespace facet::ui
