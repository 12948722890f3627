#pragma once

#include "domain/Error.h"
#include "ui/theme/Theme.h"

#include <QPointer>
#include <QWidget>

namespace facet::client {
class ConversationExport;
class Conversations;
struct RemovedConversation;
class Session;
} // namespace facet::client

namespace facet::ui {

class FileChooser;
class SidebarCard;

/// At the foot of the sidebar: the way back for a conversation that was deleted, and how far an export is.
class SidebarNotes : public QWidget {
    Q_OBJECT
public:
    SidebarNotes(Theme &theme, client::Conversations &conversations, client::Session &session,
        FileChooser &files, QWidget *parent = nullptr);

    /// Asks where to, then writes the conversation there.
    void exportConversation(const QString &conversationId);

private:
    void followRemoved();
    static QString removedSentence(const client::RemovedConversation &removed);
    void begin(const QString &conversationId, const QString &folder);
    void exportEnded(const Result<QString> &folder);
    void exportAction();

    client::Conversations &m_conversations;
    client::Session &m_session;
    FileChooser &m_files;
    SidebarCard *m_removed;
    SidebarCard *m_export;
    QString m_shownRemoved; ///< id; dismissed or not, it is said once
    QPointer<client::ConversationExport> m_exporting;
    QString m_title; ///< of what is being exported
    QString m_exported; ///< the folder, when it is whole
};

} // namespace facet::ui
