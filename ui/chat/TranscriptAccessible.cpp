#include "ui/chat/TranscriptAccessible.h"

#include "ui/chat/RowAccessible.h"
#include "ui/chat/TranscriptView.h"

#include <algorithm>
#include <utility>

namespace facet::ui {

namespace {

constexpr qsizetype mostItems = 1000;

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<TranscriptView *>(object))
        return new TranscriptAccessible(view);
    if (auto *card = qobject_cast<RowCard *>(object))
        return new CardAccessible(card);
    return nullptr;
}

} // namespace

TranscriptAccessible::TranscriptAccessible(TranscriptView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

TranscriptAccessible::~TranscriptAccessible()
{
    for (const Known &known : std::as_const(m_known))
        QAccessible::deleteAccessibleInterface(known.id);
}

void TranscriptAccessible::install()
{
    QAccessible::installFactory(make); // one that is there already stays the only one
}

TranscriptView *TranscriptAccessible::view() const
{
    return static_cast<TranscriptView *>(widget());
}

int TranscriptAccessible::rowCount() const
{
    return view()->transcript().rowCount();
}

QList<QWidget *> TranscriptAccessible::others() const
{
    QList<QWidget *> all = view()->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    // What stands on the viewport belongs to the rows.
    all.removeIf(
        [this](const QWidget *w) { return w == view()->viewport() || w->isWindow() || w->isHidden(); });
    return all;
}

int TranscriptAccessible::childCount() const
{
    return rowCount() + static_cast<int>(others().size());
}

QAccessibleInterface *TranscriptAccessible::child(int index) const
{
    const int rows = rowCount();
    if (index < 0)
        return nullptr;
    if (index >= rows) {
        QWidget *other = others().value(index - rows);
        return other ? QAccessible::queryAccessibleInterface(other) : nullptr;
    }
    const auto known = m_known.constFind(index);
    if (known != m_known.constEnd() && known->row.row() == index)
        return QAccessible::accessibleInterface(known->id);
    forgetSome();
    auto *item = new RowAccessible(*view(), index);
    m_known.insert(
        index, { view()->transcript().index(index, 0), QAccessible::registerAccessibleInterface(item) });
    return item;
}

void TranscriptAccessible::forgetSome() const
{
    // Rows came or went: an item stays with its row. What is far from what is in sight goes when there are
    // many.
    const int middle = view()->sight().first();
    const bool isFull = m_known.size() >= mostItems;
    for (auto [row, known] : std::exchange(m_known, {}).asKeyValueRange()) {
        const int now = known.row.row();
        const bool isFar = isFull && std::abs(now - middle) > int(mostItems) / 4;
        if (now < 0 || isFar || m_known.contains(now))
            QAccessible::deleteAccessibleInterface(known.id);
        else
            m_known.insert(now, known);
    }
}

QAccessibleInterface *TranscriptAccessible::childAt(int x, int y) const
{
    QWidget *viewport = view()->viewport();
    const QPoint at = viewport->mapFromGlobal(QPoint(x, y));
    if (!viewport->rect().contains(at))
        return QAccessibleWidget::childAt(x, y);
    const RowHit hit = view()->hitAt(at);
    return hit.isOnRow ? child(hit.row) : nullptr;
}

QAccessibleInterface *TranscriptAccessible::focusChild() const
{
    if (view()->hasFocus() && view()->current() >= 0)
        return child(view()->current());
    return QAccessibleWidget::focusChild();
}

int TranscriptAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (!child)
        return -1;
    if (!child->object()) {
        for (auto known = m_known.constBegin(); known != m_known.constEnd(); ++known) {
            if (QAccessible::accessibleInterface(known->id) == child)
                return known->row.row();
        }
        return -1;
    }
    const auto index = others().indexOf(qobject_cast<QWidget *>(child->object()));
    return index < 0 ? -1 : rowCount() + static_cast<int>(index);
}

void TranscriptAccessible::tellFocus(TranscriptView &view)
{
    if (!QAccessible::isActive() || view.current() < 0)
        return;
    QAccessibleEvent focus(&view, QAccessible::Focus);
    focus.setChild(view.current());
    QAccessible::updateAccessibility(&focus);
}

void TranscriptAccessible::tellSelection(TranscriptView &view)
{
    const TextPlace cursor = view.selection().cursor();
    if (!QAccessible::isActive() || cursor.row < 0)
        return;
    const auto part = view.selection().inRow(cursor.row);
    const int end = textLength(view.rows().at(cursor.row));
    QAccessibleTextSelectionEvent event(
        &view, part ? part->from : cursor.offset, part ? std::min(part->to, end) : cursor.offset);
    event.setChild(cursor.row);
    event.setCursorPosition(cursor.offset);
    QAccessible::updateAccessibility(&event);
}

} // namespace facet::ui
