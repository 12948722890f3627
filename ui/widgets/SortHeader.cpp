#include "ui/widgets/SortHeader.h"

#include "ui/widgets/FocusRing.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int padding = 8;
constexpr int lineHeight = 16;
constexpr int arrowSize = 12;
} // namespace

SortHeader::SortHeader(Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setHighlightSections(false);
    setFocusPolicy(Qt::TabFocus);
    setMinimumSectionSize(48);
    viewport()->setAutoFillBackground(false);
    connect(&m_theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void SortHeader::setSortable(bool sortable)
{
    m_sortable = sortable;
    setSectionsClickable(sortable);
    setSortIndicatorShown(sortable);
    setFocusPolicy(sortable ? Qt::TabFocus : Qt::NoFocus);
}

QSize SortHeader::sizeHint() const
{
    qsizetype lines = 1;
    for (int i = 0; model() && i < model()->columnCount(); ++i)
        lines = qMax(lines, 1 + model()->headerData(i, Qt::Horizontal, CaptionRole).toStringList().size());
    return { QHeaderView::sizeHint().width(), static_cast<int>(lines) * lineHeight + 12 };
}

void SortHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = m_theme.tokens();
    const auto value = [this, section](
                           int role) { return model()->headerData(section, Qt::Horizontal, role); };
    const bool marked = value(MarkedRole).toBool();
    const bool right = value(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const bool sorted = m_sortable && sortIndicatorSection() == section;
    const QStringList captions = value(CaptionRole).toStringList();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (marked) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accentTint);
        painter->drawRoundedRect(QRectF(rect).adjusted(0, 2, 0, 8), 8, 8);
        painter->fillRect(QRectF(rect).adjusted(0, 12, 0, 0), t.accentTint);
    }
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    const int lines = 1 + static_cast<int>(captions.size());
    QRect line(rect.left() + padding, rect.top() + (rect.height() - lines * lineHeight) / 2,
        rect.width() - 2 * padding, lineHeight);
    const QString name = value(Qt::DisplayRole).toString();
    painter->setFont(m_theme.font(TextRole::CaptionStrong));
    painter->setPen(marked ? t.onTint : (sorted ? t.text1 : t.text2));
    const int side = (sorted ? arrowSize + 3 : 0) + (marked ? arrowSize + 4 : 0);
    const QString shown = painter->fontMetrics().elidedText(name, Qt::ElideRight, line.width() - side);
    int x = right ? line.right() + 1 - side - painter->fontMetrics().horizontalAdvance(shown) : line.left();
    if (marked) {
        paintIcon(*painter, QRectF(x, line.top(), arrowSize, lineHeight), Icon::Check, t.onTint, arrowSize);
        x += arrowSize + 4;
    }
    painter->drawText(
        QRect(x, line.top(), line.right() - x + 1, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, shown);
    if (sorted) {
        const Icon arrow = sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ArrowUp : Icon::ArrowDown;
        x += painter->fontMetrics().horizontalAdvance(shown) + 3;
        paintIcon(*painter, QRectF(x, line.top(), arrowSize, lineHeight), arrow, marked ? t.onTint : t.text1,
            arrowSize);
    }
    painter->setFont(m_theme.font(TextRole::Caption));
    painter->setPen(marked ? t.onTint : t.text2);
    for (const QString &caption : captions) {
        line.translate(0, lineHeight);
        painter->drawText(line, static_cast<int>(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)),
            painter->fontMetrics().elidedText(caption, Qt::ElideRight, line.width()));
    }
    if (hasFocus() && section == m_current)
        paintFocusRing(*painter, QRectF(rect).adjusted(2, 3, -2, -3), 6, t);
    painter->restore();
}

void SortHeader::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCurrent(-1);
    case Qt::Key_Right:
        return moveCurrent(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return sortByCurrent();
    default:
        event->ignore(); // not the base class: it would search for what is typed
    }
}

void SortHeader::focusInEvent(QFocusEvent *event)
{
    QHeaderView::focusInEvent(event);
    moveCurrent(0);
}

void SortHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

void SortHeader::moveCurrent(int step)
{
    if (count() == 0)
        return;
    m_current = qBound(0, m_current + step, count() - 1);
    const int left = sectionViewportPosition(m_current);
    if (left < 0)
        setOffset(sectionPosition(m_current));
    else if (left + sectionSize(m_current) > viewport()->width())
        setOffset(offset() + left + sectionSize(m_current) - viewport()->width());
    setAccessibleDescription(
        model()->headerData(m_current, orientation(), Qt::AccessibleTextRole).toString());
    QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&spoken);
    viewport()->update();
}

void SortHeader::sortByCurrent()
{
    if (!m_sortable)
        return;
    const bool same = sortIndicatorSection() == m_current;
    if (!same)
        setSortIndicator(m_current, Qt::AscendingOrder);
    else if (sortIndicatorOrder() == Qt::AscendingOrder)
        setSortIndicator(m_current, Qt::DescendingOrder);
    else
        setSortIndicator(-1, Qt::AscendingOrder);
}

} // namespace facet::ui
