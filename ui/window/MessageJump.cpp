#include "ui/window/MessageJump.h"

#include "client/chat/Transcript.h"
#include "client/library/Search.h"
#include "client/net/Then.h"
#include "ui/chat/TranscriptView.h"

namespace facet::ui {

MessageJump::MessageJump(
    client::Search &search, client::Transcript &transcript, TranscriptView &view, QObject *parent)
    : QObject(parent)
    , m_search(search)
    , m_transcript(transcript)
    , m_view(view)
{
    // Queued: after the view, which places its rows on the same signals.
    const auto again = [this](auto signal) {
        connect(&m_transcript, signal, this, &MessageJump::look, Qt::QueuedConnection);
    };
    again(&QAbstractItemModel::modelReset);
    again(&QAbstractItemModel::rowsInserted);
    again(&QAbstractItemModel::dataChanged);
}

void MessageJump::to(const QString &conversationId, const QString &itemId)
{
    m_conversation = conversationId;
    m_item = itemId;
    m_row = -1;
    client::then(m_search.rowOf(itemId), this, [this, itemId](const Result<int> &row) {
        if (itemId != m_item)
            return; // another one is wanted now
        m_row = row.value_or(-1);
        if (m_row < 0)
            m_item.clear(); // it is gone: the conversation itself is what there is to see
        look();
    });
}

void MessageJump::look()
{
    if (m_item.isEmpty() || m_row < 0 || m_transcript.conversationId() != m_conversation
        || m_row >= m_transcript.rowCount())
        return;
    if (!m_transcript.isRead(m_row)) {
        m_transcript.prepare(m_row, m_row);
        return;
    }
    // While only the end of the conversation is known, another row stands there.
    if (m_transcript.item(m_row).id != m_item)
        return;
    m_item.clear();
    m_view.revealRow(m_row, TranscriptView::Focus::Take);
}

} // namespace facet::ui
