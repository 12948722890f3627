#include "ui/chat/TranscriptLayout.h"

#include <algorithm>

namespace facet::ui {

using client::TranscriptItem;

namespace {
constexpr qsizetype mostLayouts = 200;
}

void TranscriptLayout::reset()
{
    m_heights.reset(m_transcript.rowCount());
    m_rows.clear();
}

void TranscriptLayout::inserted(int first, int last)
{
    m_heights.insert(first, last - first + 1);
    // The rows above stay as they are, but for the one that may belong together with the new one now.
    m_rows.removeIf([first](const auto &at) { return at.key() >= first - 1; });
    if (first > 0)
        m_heights.forget(first - 1);
}

void TranscriptLayout::removed(int first, int last)
{
    m_heights.remove(first, last - first + 1);
    m_rows.removeIf([first](const auto &at) { return at.key() >= first - 1; });
    if (first > 0)
        m_heights.forget(first - 1);
}

void TranscriptLayout::changed(int row)
{
    if (row < 0 || row >= count())
        return;
    m_heights.forget(row);
    m_rows.remove(row);
}

void TranscriptLayout::setViewport(const QSize &size)
{
    if (size.width() != m_viewport.width()) {
        m_rows.clear();
        m_heights.forgetAll();
    }
    m_viewport = size;
}

RowSetting TranscriptLayout::settingOf(int row) const
{
    const auto isAgents = [this](int r) {
        return r >= 0 && r < m_transcript.rowCount() && m_transcript.kind(r) != TranscriptItem::Kind::User;
    };
    const TranscriptItem &item = m_transcript.item(row);
    const bool isGeneration = item.kind == TranscriptItem::Kind::Generation;
    return { .opensTurn = !isAgents(row - 1) && isAgents(row),
        .continues = isAgents(row) && isAgents(row + 1),
        .shownTake = isGeneration ? m_takes.value(item.generation.key) : 0 };
}

const RowLayout &TranscriptLayout::at(int row)
{
    const auto found = m_rows.constFind(row);
    if (found != m_rows.constEnd())
        return *found;
    if (!m_transcript.isRead(row)) {
        // Its height is not known yet, so the estimate stands.
        return *m_rows.insert(
            row, layOutUnread(m_transcript.kind(row), m_viewport.width(), m_heights.height(row)));
    }
    const RowLayout layout = layOutRow(m_transcript.item(row), settingOf(row), m_viewport.width(), m_theme,
        [this, row](int width) { return m_cardHeight(row, width); });
    m_heights.set(row, layout.height);
    return *m_rows.insert(row, layout);
}

qint64 TranscriptLayout::lift() const
{
    return std::max<qint64>(0, m_viewport.height() - contentHeight());
}

qint64 TranscriptLayout::top(int row) const
{
    return m_heights.sumBefore(row) + topMargin + lift();
}

int TranscriptLayout::rowAt(qint64 y) const
{
    return m_heights.rowAt(y - topMargin - lift());
}

void TranscriptLayout::trim()
{
    if (m_rows.size() > mostLayouts)
        m_rows.clear();
}

} // namespace facet::ui
