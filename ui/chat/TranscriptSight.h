#pragma once

#include "ui/chat/TranscriptLayout.h"
#include "ui/chat/TranscriptSelection.h"

class QScrollBar;
class QWidget;

namespace facet::ui {

/// What part of the conversation is in sight, and what stays there while rows come, go and change: the end,
/// while that is in sight; else the row at the top edge.
class TranscriptSight {
public:
    TranscriptSight(
        client::Transcript &transcript, TranscriptLayout &layout, QScrollBar &bar, QWidget &viewport)
        : m_transcript(transcript)
        , m_layout(layout)
        , m_bar(bar)
        , m_viewport(viewport)
    {
    }

    /// What the model tells, for the layout too.
    void reset();
    void inserted(int first, int last);
    void removed(int first, int last);
    /// The viewport has another size.
    void resized();
    /// Somebody moved the scroll bar.
    void scrolled();

    /// Lays out what is in sight, and has the rows around it read.
    void measure();
    void toEnd() { m_stickToEnd = true; }
    void scrollBy(int pixels) { scrollTo(value() + pixels); }

    int height() const;
    /// In viewport pixels.
    int topOf(int row) const;
    QRect rectOf(int row) const;
    /// The first and the last row of which anything is to be seen; -1 in an empty conversation.
    int first() const;
    int last() const;
    /// The row at a height in the viewport, or the nearest one; -1 in an empty conversation.
    int rowAt(int y) const { return m_layout.rowAt(value() + y); }

    /// As little movement as will do.
    void show(const TextPlace &place);
    void show(int row);
    /// The middle of a row's `part`, relative to the row, to the middle.
    void centre(int row, const QRect &part);

private:
    int value() const;
    void scrollTo(qint64 value);
    void updateRange();

    client::Transcript &m_transcript;
    TranscriptLayout &m_layout;
    QScrollBar &m_bar;
    QWidget &m_viewport;
    bool m_stickToEnd = true;
    bool m_measuring = false;
};

} // namespace facet::ui
