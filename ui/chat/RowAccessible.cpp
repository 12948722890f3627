#include "ui/chat/RowAccessible.h"

#include "ui/chat/RowDocument.h"
#include "ui/chat/RowWords.h"
#include "ui/chat/TranscriptCopy.h"
#include "ui/chat/TranscriptView.h"

#include <QWindow>

#include <algorithm>

namespace facet::ui {

using client::TranscriptItem;

namespace {
constexpr int longestName = 400; ///< characters; all of it is in the text
}

RowAccessible::RowAccessible(TranscriptView &view, int row)
    : m_view(&view)
    , m_row(view.transcript().index(row, 0))
{
}

bool RowAccessible::isValid() const
{
    return m_view && m_row.isValid();
}

QWindow *RowAccessible::window() const
{
    return m_view ? m_view->window()->windowHandle() : nullptr;
}

QAccessibleInterface *RowAccessible::parent() const
{
    return m_view ? QAccessible::queryAccessibleInterface(m_view.data()) : nullptr;
}

int RowAccessible::childCount() const
{
    return isValid() && m_view->cardOf(row()) ? 1 : 0;
}

QAccessibleInterface *RowAccessible::child(int index) const
{
    RowCard *card = isValid() && index == 0 ? m_view->cardOf(row()) : nullptr;
    return card ? QAccessible::queryAccessibleInterface(card) : nullptr;
}

int RowAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    return child && childCount() == 1 && child->object() == m_view->cardOf(row()) ? 0 : -1;
}

QAccessibleInterface *RowAccessible::childAt(int x, int y) const
{
    QAccessibleInterface *card = child(0);
    return card && card->rect().contains(x, y) ? card : nullptr;
}

bool RowAccessible::isResult() const
{
    return isValid() && m_view->transcript().isRead(row())
        && m_view->transcript().kind(row()) == TranscriptItem::Kind::Generation
        && !hasWidgetCard(m_view->transcript().item(row()));
}

QString RowAccessible::words() const
{
    if (!isValid())
        return {};
    if (!m_view->transcript().isRead(row())) {
        m_view->transcript().prepare(row(), row());
        return {};
    }
    const TranscriptItem &item = m_view->transcript().item(row());
    if (hasText(item.kind))
        return m_view->copier().shown(row());
    const QString details = RowWords::details(item);
    return item.text.isEmpty() ? details : item.text + QLatin1Char('\n') + details;
}

QString RowAccessible::name() const
{
    const QString said = words();
    if (said.isEmpty() && !m_view->transcript().isRead(row()))
        return RowWords::tr("Message %L1, being read").arg(row() + 1);
    const QString who = m_view->copier().who(row());
    return RowWords::tr("%1: %2", "who says what").arg(who, said.left(longestName));
}

QString RowAccessible::text(QAccessible::Text kind) const
{
    if (!isValid())
        return {};
    switch (kind) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return hasText(m_view->transcript().kind(row())) ? RowWords::details(m_view->transcript().item(row()))
                                                         : QString();
    case QAccessible::Value:
        return words();
    case QAccessible::Help:
    case QAccessible::Accelerator:
    case QAccessible::DebugDescription:
    case QAccessible::UserText:
        break;
    }
    return {};
}

QRect RowAccessible::rect() const
{
    if (!isValid())
        return {};
    const QRect rect = m_view->sight().rectOf(row());
    return { m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size() };
}

QAccessible::State RowAccessible::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.selectableText = true;
    state.readOnly = true;
    state.multiLine = true;
    state.focused = m_view->hasFocus() && m_view->current() == row();
    state.selected = m_view->selection().inRow(row()).has_value();
    state.busy = !m_view->transcript().isRead(row());
    const QRect rect = m_view->sight().rectOf(row());
    state.offscreen = !m_view->isVisible() || !rect.intersects(m_view->viewport()->rect());
    state.invisible = !m_view->isVisible();
    return state;
}

void *RowAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

// ---- the text -----------------------------------------------------------------------------------------

void RowAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    *startOffset = *endOffset = 0;
    const auto part = isValid() && selectionIndex == 0 ? m_view->selection().inRow(row()) : std::nullopt;
    if (!part)
        return;
    *startOffset = part->from;
    *endOffset = std::min(part->to, characterCount());
}

int RowAccessible::selectionCount() const
{
    return isValid() && m_view->selection().inRow(row()) ? 1 : 0;
}

void RowAccessible::addSelection(int startOffset, int endOffset)
{
    setSelection(0, startOffset, endOffset);
}

void RowAccessible::removeSelection(int)
{
    if (isValid())
        m_view->select({}, {});
}

void RowAccessible::setSelection(int, int startOffset, int endOffset)
{
    if (isValid())
        m_view->select({ row(), startOffset }, { row(), endOffset });
}

int RowAccessible::cursorPosition() const
{
    const TextPlace cursor = isValid() ? m_view->selection().cursor() : TextPlace();
    return cursor.row == row() ? cursor.offset : 0;
}

void RowAccessible::setCursorPosition(int position)
{
    if (!isValid())
        return;
    m_view->select({ row(), position }, { row(), position });
    m_view->sight().show(TextPlace{ row(), position });
}

QString RowAccessible::text(int startOffset, int endOffset) const
{
    return words().mid(startOffset, endOffset - startOffset);
}

int RowAccessible::characterCount() const
{
    return static_cast<int>(words().size());
}

QRect RowAccessible::characterRect(int offset) const
{
    if (!isValid() || state().offscreen)
        return {};
    const QList<QRect> rects = textRects(m_view->rows().at(row()), { offset, offset + 1 });
    if (rects.isEmpty())
        return {};
    const QRect rect = rects.constFirst().translated(0, m_view->sight().topOf(row()));
    return { m_view->viewport()->mapToGlobal(rect.topLeft()), rect.size() };
}

int RowAccessible::offsetAtPoint(const QPoint &point) const
{
    if (!isValid() || state().offscreen)
        return -1;
    const RowHit hit = m_view->hitAt(m_view->viewport()->mapFromGlobal(point));
    return hit.isOnRow && hit.row == row() ? hit.place.offset : -1;
}

void RowAccessible::scrollToSubstring(int startIndex, int)
{
    if (isValid())
        m_view->sight().show(TextPlace{ row(), startIndex });
}

QString RowAccessible::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return {};
}

// ---- what it does -------------------------------------------------------------------------------------

QStringList RowAccessible::actionNames() const
{
    QStringList names{ setFocusAction() };
    if (isResult())
        names.prepend(pressAction());
    return names;
}

void RowAccessible::doAction(const QString &actionName)
{
    if (!isValid())
        return;
    if (actionName == pressAction() && isResult()) {
        m_view->choose(row(), m_view->shownTake(row()));
        return;
    }
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->setCurrent(row(), TranscriptView::Ring::Shown);
    m_view->sight().show(row());
}

QStringList RowAccessible::keyBindingsForAction(const QString &actionName) const
{
    return actionName == pressAction() ? QStringList{ QStringLiteral("Return") } : QStringList();
}

// ---- cards --------------------------------------------------------------------------------------------

CardAccessible::CardAccessible(RowCard *card)
    : QAccessibleWidget(card, QAccessible::Grouping)
{
}

QAccessibleInterface *CardAccessible::parent() const
{
    QWidget *ground = widget()->parentWidget();
    auto *view = ground ? qobject_cast<TranscriptView *>(ground->parentWidget()) : nullptr;
    if (!view)
        return QAccessibleWidget::parent(); // a card within a card
    const int last = view->sight().last();
    for (int row = std::max(0, view->sight().first()); row <= last; ++row) {
        if (view->cardOf(row) == widget())
            return QAccessible::queryAccessibleInterface(view)->child(row);
    }
    return QAccessible::queryAccessibleInterface(view);
}

} // namespace facet::ui
