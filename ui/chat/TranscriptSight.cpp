#include "ui/chat/TranscriptSight.h"

#include "ui/chat/RowHit.h"

#include <QScrollBar>
#include <QWidget>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int readAhead = 30; ///< rows above and below what is in sight
constexpr int margin = 24; ///< pixels around what is brought into sight
} // namespace

int TranscriptSight::height() const
{
    return m_viewport.height();
}

int TranscriptSight::value() const
{
    return m_bar.value();
}

void TranscriptSight::scrollTo(qint64 value)
{
    m_bar.setValue(static_cast<int>(std::clamp<qint64>(value, 0, m_bar.maximum())));
}

int TranscriptSight::topOf(int row) const
{
    return static_cast<int>(m_layout.top(row) - value());
}

QRect TranscriptSight::rectOf(int row) const
{
    return { 0, topOf(row), m_viewport.width(), m_layout.height(row) };
}

int TranscriptSight::first() const
{
    return rowAt(0);
}

int TranscriptSight::last() const
{
    return rowAt(height() - 1);
}

// ---- what the model tells -----------------------------------------------------------------------------

void TranscriptSight::reset()
{
    m_layout.reset();
    m_layout.setViewport(m_viewport.size());
    m_stickToEnd = true;
}

void TranscriptSight::inserted(int first, int last)
{
    const int top = this->first();
    m_layout.inserted(first, last);
    if (!m_stickToEnd && first <= top) {
        updateRange();
        scrollTo(value() + m_layout.top(last) + m_layout.height(last) - m_layout.top(first));
    }
    const bool isEnd = last + 1 == m_layout.count();
    if (isEnd && m_transcript.kind(last) == client::TranscriptItem::Kind::User)
        m_stickToEnd = true; // what one has just sent is what one wants to see
}

void TranscriptSight::removed(int first, int last)
{
    const bool isAbove = !m_stickToEnd && last < this->first();
    const qint64 gone = m_layout.top(last) + m_layout.height(last) - m_layout.top(first);
    m_layout.removed(first, last);
    if (!isAbove)
        return;
    updateRange();
    scrollTo(value() - gone);
}

void TranscriptSight::resized()
{
    m_layout.setViewport(m_viewport.size());
    updateRange();
}

void TranscriptSight::scrolled()
{
    if (!m_measuring)
        m_stickToEnd = value() >= m_bar.maximum() - 4;
}

// ---- laying out ---------------------------------------------------------------------------------------

void TranscriptSight::updateRange()
{
    m_bar.setPageStep(height());
    m_bar.setRange(0, static_cast<int>(std::max<qint64>(0, m_layout.contentHeight() - height())));
    if (m_stickToEnd)
        m_bar.setValue(m_bar.maximum());
}

void TranscriptSight::measure()
{
    if (m_measuring)
        return;
    m_measuring = true;
    const int count = m_layout.count();
    if (m_stickToEnd) {
        // From the end upwards until the window is full: the end is exact whatever the estimates above are.
        int filled = 0;
        for (int row = count - 1; row >= 0 && filled < height(); --row)
            filled += m_layout.at(row).height;
        updateRange();
    }
    const int top = std::max(first(), 0);
    for (int row = top; row < count && topOf(row) < height(); ++row) {
        const int before = m_layout.height(row);
        const int now = m_layout.at(row).height;
        if (row == top && !m_stickToEnd && now != before && topOf(row) < 0) {
            // The row at the top edge grew or shrank: what is being read below it stays where it is.
            const int shifted = value() + now - before;
            updateRange();
            scrollTo(shifted);
        }
    }
    updateRange();
    m_layout.trim();
    m_measuring = false;
    if (count > 0)
        m_transcript.prepare(top - readAhead, last() + readAhead);
}

// ---- bringing into sight ------------------------------------------------------------------------------

void TranscriptSight::show(const TextPlace &place)
{
    if (place.row < 0 || place.row >= m_layout.count())
        return;
    const QRect caret = caretRect(m_layout.at(place.row), place.offset).translated(0, topOf(place.row));
    if (caret.top() < margin)
        scrollBy(caret.top() - margin);
    else if (caret.bottom() > height() - margin)
        scrollBy(caret.bottom() - height() + margin);
}

void TranscriptSight::show(int row)
{
    const int rowHeight = m_layout.at(row).height;
    updateRange();
    const int top = topOf(row);
    if (top < 0 || rowHeight > height())
        scrollBy(top);
    else if (top + rowHeight > height())
        scrollBy(top + rowHeight - height());
}

void TranscriptSight::centre(int row, const QRect &part)
{
    m_stickToEnd = false;
    // Twice: the heights above are estimates until what is around has been laid out.
    for (int round = 0; round < 2; ++round) {
        updateRange();
        scrollTo(m_layout.top(row) + part.top() - std::max(0, (height() - part.height()) / 2));
        m_stickToEnd = false;
        measure();
    }
}

} // namespace facet::ui
