#include "ui/chat/TranscriptMouse.h"

#include "ui/chat/TranscriptCopy.h"
#include "ui/chat/TranscriptView.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int scrollEveryMs = 16;
constexpr int fastestScroll = 60; ///< pixels at a time
} // namespace

TranscriptMouse::TranscriptMouse(TranscriptView &view)
    : QObject(&view)
    , m_view(view)
{
}

bool TranscriptMouse::handle(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        press(static_cast<const QMouseEvent &>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        doublePress(static_cast<const QMouseEvent &>(event));
        return true;
    case QEvent::MouseMove:
        move(static_cast<const QMouseEvent &>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(static_cast<const QMouseEvent &>(event));
        return true;
    case QEvent::Leave:
        leave();
        return false;
    default: // Qt's other events
        return false;
    }
}

void TranscriptMouse::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const RowHit hit = m_view.hitAt(event.pos());
    if (hit.row < 0)
        return;
    m_pressedAt = event.pos();
    const bool isThird = m_sinceDouble.isValid()
        && m_sinceDouble.elapsed() < QApplication::doubleClickInterval()
        && (event.pos() - m_lastAt).manhattanLength() < QApplication::startDragDistance();
    m_lastAt = event.pos();
    m_sinceDouble.invalidate();
    if (isThird && hit.onText) {
        begin(Unit::Paragraph, hit);
        return;
    }
    const TextPlace anchor = m_view.selection().anchor();
    if (event.modifiers().testFlag(Qt::ShiftModifier) && anchor.row >= 0) {
        m_down = m_dragging = true;
        m_unit = Unit::Character;
        m_begun = { anchor, anchor };
        m_pressed = {};
        extend(event.pos());
        return;
    }
    begin(Unit::Character, hit);
    m_pressed = hit;
    m_view.setCurrent(hit.row, TranscriptView::Ring::Hidden);
}

void TranscriptMouse::doublePress(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return;
    const RowHit hit = m_view.hitAt(event.pos());
    if (!hit.onText || !hit.link.isEmpty())
        return;
    m_lastAt = event.pos();
    begin(Unit::Word, hit);
    m_sinceDouble.start();
}

void TranscriptMouse::begin(Unit unit, const RowHit &hit)
{
    m_down = true;
    m_unit = unit;
    m_pressed = {};
    m_begun = around(hit.place);
    m_dragging = unit != Unit::Character;
    m_view.select(m_begun.first, m_begun.second);
}

TranscriptMouse::Span TranscriptMouse::around(const TextPlace &place) const
{
    const RowLayout &layout = m_view.rows().at(place.row);
    if (!layout.document || m_unit == Unit::Character)
        return { place, place };
    QTextCursor cursor(layout.document.get());
    cursor.setPosition(std::min(place.offset, textLength(layout)));
    if (m_unit == Unit::Word) {
        cursor.select(QTextCursor::WordUnderCursor);
        return { { place.row, cursor.selectionStart() }, { place.row, cursor.selectionEnd() } };
    }
    const QTextBlock block = cursor.block();
    return { { place.row, block.position() }, { place.row, block.position() + block.length() - 1 } };
}

void TranscriptMouse::extend(const QPoint &position)
{
    const Span to = around(m_view.hitAt(position).place);
    if (to.first.row < 0)
        return;
    if (to.first < m_begun.first)
        m_view.select(m_begun.second, to.first);
    else
        m_view.select(m_begun.first, std::max(m_begun.second, to.second));
}

int TranscriptMouse::beyondEdge(int y) const
{
    const int height = m_view.sight().height();
    return y < 0 ? y : std::max(0, y - height + 1);
}

void TranscriptMouse::move(const QMouseEvent &event)
{
    if (!m_down || !event.buttons().testFlag(Qt::LeftButton)) {
        hover(event.pos());
        return;
    }
    m_lastAt = event.pos();
    if (!m_dragging && (event.pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    extend(event.pos());
    if (beyondEdge(event.pos().y()) == 0)
        m_scroll.stop();
    else if (!m_scroll.isActive())
        m_scroll.start(scrollEveryMs, this);
}

void TranscriptMouse::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scroll.timerId())
        return;
    // The further away, the faster.
    const int beyond = beyondEdge(m_lastAt.y());
    const int step = beyond < 0 ? beyond / 4 - 1 : beyond / 4 + 1;
    m_view.sight().scrollBy(std::clamp(step, -fastestScroll, fastestScroll));
    extend(m_lastAt);
}

void TranscriptMouse::release(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || !m_down)
        return;
    m_scroll.stop();
    m_down = false;
    const bool wasDrag = std::exchange(m_dragging, false);
    const RowHit pressed = std::exchange(m_pressed, {});
    if (wasDrag) {
        m_view.copier().offer(m_view.selection());
        return;
    }
    const RowHit hit = m_view.hitAt(event.pos());
    if (!hit.isSameChoice(pressed))
        return;
    if (!hit.link.isEmpty())
        m_view.followLink(hit.link);
    else if (hit.take >= 0)
        m_view.choose(hit.row, hit.take);
}

void TranscriptMouse::hover(const QPoint &position)
{
    m_hovered = m_view.hitAt(position);
    m_along = 0;
    if (m_hovered.onStage) {
        const QRect stage = m_view.rows().at(m_hovered.row).stage;
        m_along = std::clamp(qreal(position.x() - stage.left()) / std::max(1, stage.width()), 0.0, 1.0);
    }
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (m_hovered.take >= 0 || !m_hovered.link.isEmpty())
        shape = Qt::PointingHandCursor;
    else if (m_hovered.onText)
        shape = Qt::IBeamCursor;
    m_view.viewport()->setCursor(shape);
    m_view.viewport()->update();
}

void TranscriptMouse::leave()
{
    if (m_hovered.row < 0)
        return;
    m_hovered = {};
    m_view.viewport()->update();
}

} // namespace facet::ui
