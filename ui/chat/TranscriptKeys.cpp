#include "ui/chat/TranscriptKeys.h"

#include "ui/chat/TranscriptCopy.h"
#include "ui/chat/TranscriptView.h"

#include <QKeyEvent>

#include <algorithm>

namespace facet::ui {

bool TranscriptKeys::press(const QKeyEvent &event)
{
    if (m_view.rows().count() == 0)
        return false;
    if (event.matches(QKeySequence::Copy)) {
        m_view.copier().copy(m_view.selection());
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        m_view.select(begin(), end());
        return true;
    }
    if (event.key() == Qt::Key_Escape && !m_view.selection().isEmpty()) {
        m_view.select({}, {});
        return true;
    }
    return event.modifiers().testFlag(Qt::ShiftModifier) ? moveSelection(event) : moveKeyboard(event);
}

TextPlace TranscriptKeys::begin() const
{
    return { 0, 0 };
}

TextPlace TranscriptKeys::end() const
{
    const int last = m_view.rows().count() - 1;
    return { last, textLength(m_view.rows().at(last)) };
}

TextPlace TranscriptKeys::moved(TextPlace from, QTextCursor::MoveOperation operation, bool forward) const
{
    const RowLayout &layout = m_view.rows().at(from.row);
    if (layout.document) {
        QTextCursor cursor(layout.document.get());
        cursor.setPosition(std::min(from.offset, textLength(layout)));
        if (cursor.movePosition(operation) && cursor.position() != from.offset)
            return { from.row, cursor.position() };
    } else if ((from.offset == 0) == forward) {
        return { from.row, forward ? 1 : 0 };
    }
    if (operation == QTextCursor::StartOfLine || operation == QTextCursor::EndOfLine)
        return from;
    if (forward)
        return from.row + 1 < m_view.rows().count() ? TextPlace{ from.row + 1, 0 } : end();
    return from.row > 0 ? TextPlace{ from.row - 1, textLength(m_view.rows().at(from.row - 1)) } : begin();
}

bool TranscriptKeys::moveSelection(const QKeyEvent &event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    TextPlace anchor = m_view.selection().anchor();
    TextPlace cursor = m_view.selection().cursor();
    if (anchor.row < 0) {
        const int row = m_view.current() >= 0 ? m_view.current() : std::max(0, m_view.sight().first());
        anchor = cursor = { row, 0 };
    }
    using Move = QTextCursor::MoveOperation;
    switch (event.key()) {
    case Qt::Key_Left:
        cursor = moved(cursor, control ? Move::WordLeft : Move::Left, false);
        break;
    case Qt::Key_Right:
        cursor = moved(cursor, control ? Move::WordRight : Move::Right, true);
        break;
    case Qt::Key_Up:
        cursor = moved(cursor, Move::Up, false);
        break;
    case Qt::Key_Down:
        cursor = moved(cursor, Move::Down, true);
        break;
    case Qt::Key_Home:
        cursor = control ? begin() : moved(cursor, Move::StartOfLine, false);
        break;
    case Qt::Key_End:
        cursor = control ? end() : moved(cursor, Move::EndOfLine, true);
        break;
    default:
        return false;
    }
    m_view.select(anchor, cursor);
    m_view.sight().show(cursor);
    m_view.copier().offer(m_view.selection());
    return true;
}

bool TranscriptKeys::moveKeyboard(const QKeyEvent &event)
{
    const int row = m_view.current();
    const int take = m_view.shownTake(row);
    switch (event.key()) {
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Home:
        goTo(0);
        return true;
    case Qt::Key_End:
        m_view.scrollToEnd();
        m_view.setCurrent(m_view.rows().count() - 1, TranscriptView::Ring::Shown);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (take < 0)
            return false;
        m_view.showTake(row, event.key() == Qt::Key_Left ? take - 1 : take + 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (take >= 0)
            m_view.choose(row, take);
        return true;
    default:
        return false;
    }
}

void TranscriptKeys::goTo(int row)
{
    m_view.setCurrent(row, TranscriptView::Ring::Shown);
    m_view.sight().show(row);
}

void TranscriptKeys::step(int by)
{
    const int row = m_view.current();
    const int count = m_view.rows().count();
    if (row < 0) {
        goTo(by > 0 ? std::max(0, m_view.sight().first()) : m_view.sight().last());
        return;
    }
    // Of a message that is taller than the window all is read before the next one.
    const QRect rect = m_view.sight().rectOf(row);
    const int height = m_view.sight().height();
    const bool hasMore =
        by > 0 ? rect.bottom() > height && rect.top() < height : rect.top() < 0 && rect.bottom() > 0;
    if (hasMore && rect.height() > height) {
        m_view.sight().scrollBy(by * height / 2);
        return;
    }
    goTo(std::clamp(row + by, 0, count - 1));
}

} // namespace facet::ui
