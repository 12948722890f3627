#pragma once

#include "ui/chat/RowHit.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>
#include <QPoint>

#include <utility>

class QMouseEvent;

namespace facet::ui {

class TranscriptView;

/// The mouse over the transcript: what it is over, choosing, and selecting text: by dragging (a double click
/// takes words, a third one paragraphs), with Shift from where it began, scrolling along at the edges.
class TranscriptMouse : public QObject {
    Q_OBJECT
public:
    explicit TranscriptMouse(TranscriptView &view);

    /// An event of the viewport. False: it is not the mouse's.
    bool handle(const QEvent &event);
    /// The mouse is over nothing any more.
    void leave();

    const RowHit &hovered() const { return m_hovered; }
    /// How far along the picture that it is over, 0..1.
    qreal along() const { return m_along; }

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    enum class Unit { Character, Word, Paragraph };
    using Span = std::pair<TextPlace, TextPlace>;

    void press(const QMouseEvent &event);
    void doublePress(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void begin(Unit unit, const RowHit &hit);
    void extend(const QPoint &position);
    Span around(const TextPlace &place) const;
    void hover(const QPoint &position);
    int beyondEdge(int y) const; ///< pixels above (negative) or below what is in sight

    TranscriptView &m_view;
    RowHit m_hovered;
    RowHit m_pressed;
    qreal m_along = 0;
    bool m_down = false;
    bool m_dragging = false;
    Unit m_unit = Unit::Character;
    Span m_begun; ///< what was pressed upon, in whole units
    QPoint m_pressedAt;
    QPoint m_lastAt;
    QElapsedTimer m_sinceDouble;
    QBasicTimer m_scroll;
};

} // namespace facet::ui
