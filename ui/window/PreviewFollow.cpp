#include "ui/window/PreviewFollow.h"

#include "client/chat/Conversations.h"
#include "client/chat/Transcript.h"
#include "client/generation/Generations.h"
#include "ui/preview/PreviewPane.h"
#include "ui/window/PaneTabs.h"
#include "ui/window/Rooms.h"

namespace facet::ui {

PreviewFollow::PreviewFollow(client::Transcript &transcript, client::Conversations &conversations,
    client::Generations &generations, Rooms &rooms, PaneTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_transcript(transcript)
    , m_conversations(conversations)
    , m_generations(generations)
    , m_rooms(rooms)
    , m_tabs(tabs)
{
    connect(&transcript, &QAbstractItemModel::modelReset, this, &PreviewFollow::onConversation);
    connect(&generations, &client::Generations::finished, this, &PreviewFollow::onFinished);
}

void PreviewFollow::present(const client::GenerationRecord &record, int take, bool play)
{
    m_rooms.showPane();
    m_tabs.showPreview();
    m_tabs.preview()->present(record, take, play);
}

void PreviewFollow::onConversation()
{
    // The conversation of the last end, opened at the start: a player for its last result would double what
    // the program takes, before anybody asked for it.
    const bool atStart = !m_conversationSeen;
    m_conversationSeen = true;
    if (atStart || !m_rooms.paneVisible())
        return;
    for (int row = m_transcript.rowCount() - 1; row >= 0; --row) {
        const client::TranscriptItem &item = m_transcript.item(row);
        if (item.kind == client::TranscriptItem::Kind::Generation
            && item.generation.state == client::GenerationState::Done) {
            m_tabs.preview()->present(item.generation, 0, false);
            return;
        }
    }
    m_tabs.preview()->clear();
}

void PreviewFollow::onFinished(const QString &key)
{
    const std::optional<client::GenerationRecord> record = m_generations.find(key);
    // A result of the open conversation plays at once, where it does not cover what is being written.
    if (!record || record->conversationId != m_conversations.currentId() || !m_rooms.paneVisible()
        || m_rooms.paneIsOverlay() || m_tabs.preview()->shownKey() == key)
        return;
    m_tabs.showPreview();
    m_tabs.preview()->present(*record, 0, true);
}

} // namespace facet::ui
