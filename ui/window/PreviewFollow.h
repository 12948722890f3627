#pragma once

#include "client/generation/GenerationRecord.h"

#include <QObject>

namespace facet::client {
class Conversations;
class Generations;
class Transcript;
} // namespace facet::client

namespace facet::ui {

class PaneTabs;
class Rooms;

/// What the preview shows: the result that is chosen, the last one of a conversation that is opened, and one
/// that is finished while its conversation is open.
class PreviewFollow : public QObject {
    Q_OBJECT
public:
    PreviewFollow(client::Transcript &transcript, client::Conversations &conversations,
        client::Generations &generations, Rooms &rooms, PaneTabs &tabs, QObject *parent = nullptr);

    /// Brings the pane into sight with it. Takes count from 0.
    void present(const client::GenerationRecord &record, int take, bool play);

private:
    void onConversation();
    void onFinished(const QString &key);

    client::Transcript &m_transcript;
    client::Conversations &m_conversations;
    client::Generations &m_generations;
    Rooms &m_rooms;
    PaneTabs &m_tabs;
    bool m_conversationSeen = false; ///< the first one was opened
};

} // namespace facet::ui
