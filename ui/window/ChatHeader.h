#pragma once

#include "ui/widgets/Fill.h"

#include <QTimer>

namespace facet::client {
class Composer;
class Conversations;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;
class Chip;
class ElidedLabel;
class Segmented;

/// Above the conversation: its title, which agent answers, and whether this is the sandbox. When a room is
/// not beside the chat, the button that brings it.
class ChatHeader : public Fill {
    Q_OBJECT
public:
    ChatHeader(Theme &theme, client::Session &session, client::Composer &composer,
        client::Conversations &conversations, QWidget *parent = nullptr);

    void setSidebarButtonVisible(bool visible);
    void setPaneButtonVisible(bool visible);
    void setQueueBadge(const QString &text);

signals:
    void sidebarRequested();
    void paneRequested();
    /// "Limits for this chat…"
    void limitsRequested();

private:
    void refresh();
    void openMenu();
    void refreshHints();

    client::Session &m_session;
    client::Composer &m_composer;
    client::Conversations &m_conversations;
    Button *m_sidebar;
    ElidedLabel *m_title;
    Segmented *m_agent;
    Chip *m_sandbox;
    Button *m_menu;
    Button *m_pane;
    QTimer m_hints; ///< what an agent would take is worked out when typing rests
};

} // namespace facet::ui
