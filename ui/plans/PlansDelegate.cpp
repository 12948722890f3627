#include "ui/plans/PlansDelegate.h"

#include "ui/plans/PlansTable.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/FocusRing.h"

#include <QPainter>

namespace facet::ui {

namespace {
constexpr int rowHeight = 31;
constexpr int unlimitedHeight = 48;
constexpr int padding = 8;
} // namespace

PlansDelegate::PlansDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PlansDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    int width = QFontMetrics(m_theme.font(TextRole::BodyMedium)).horizontalAdvance(text);
    if (!index.data(PlansTable::UnlimitedRole).toBool())
        return { width + 2 * padding, rowHeight };
    const QFontMetrics small(m_theme.font(TextRole::Caption));
    width = qMax(Chip::sizeFor(m_theme, text, true).width(),
        small.horizontalAdvance(index.data(PlansTable::MethodsRole).toString()));
    return { width + 2 * padding, unlimitedHeight };
}

void PlansDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    const QRect cell = option.rect;
    const QRect inside = cell.adjusted(padding, 0, -padding, -1);
    const bool own = index.data(PlansTable::OwnPlanRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (own)
        painter->fillRect(cell, t.accentTint);
    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), t.line);
    const QString text = index.data().toString();
    if (index.data(PlansTable::UnlimitedRole).toBool()) {
        const QString methods = index.data(PlansTable::MethodsRole).toString();
        const QSize pill = Chip::sizeFor(m_theme, text, true);
        const int block = pill.height() + (methods.isEmpty() ? 0 : 15);
        const int top = inside.top() + (inside.height() - block) / 2;
        Chip::paint(*painter, QPoint(inside.right() + 1 - pill.width(), top), m_theme, Chip::Tone::Good, text,
            Icon::Infinity_);
        painter->setFont(m_theme.font(TextRole::Caption));
        painter->setPen(own ? t.onTint : t.text2);
        painter->drawText(QRect(inside.left(), top + pill.height(), inside.width(), 15),
            Qt::AlignRight | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(methods, Qt::ElideRight, inside.width()));
    } else {
        painter->setFont(m_theme.font(own ? TextRole::BodyStrong : TextRole::BodyMedium));
        painter->setPen(own ? t.onTint : (index.column() == PlansTable::EachColumn ? t.text2 : t.text1));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width());
        painter->drawText(inside, index.data(Qt::TextAlignmentRole).toInt(), shown);
        if (const QString note = index.data(PlansTable::NoteRole).toString(); !note.isEmpty()) {
            const int x = painter->fontMetrics().horizontalAdvance(shown) + 10;
            painter->setFont(m_theme.font(TextRole::Caption));
            painter->setPen(t.text2);
            painter->drawText(inside.adjusted(x, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                painter->fontMetrics().elidedText(note, Qt::ElideRight, inside.width() - x));
        }
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, QRectF(cell).adjusted(1, 1, -1, -2), 6, t);
    painter->restore();
}

} // namespace facet::ui
