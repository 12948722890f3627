#pragma once

#include "domain/Error.h"
#include "ui/widgets/Fill.h"

class QLineEdit;

namespace facet::client {
class Conversations;
class Search;
class Session;
} // namespace facet::client

namespace facet::ui {

class AccountBar;
class Button;
class ConversationList;
class FileChooser;
class FoundList;
class PosterCache;
class SidebarNotes;

/// The left room: menu, new chat, search, conversations by day, account.
class Sidebar : public Fill {
    Q_OBJECT
public:
    Sidebar(Theme &theme, client::Conversations &conversations, client::Session &session,
        PosterCache &posters, FileChooser &files, QWidget *parent = nullptr);

    /// What is searched for is then looked for in all that was said, too.
    void setSearch(Theme &theme, client::Search &search);

    QWidget *menuButton() const;
    AccountBar *accountBar() const { return m_account; }

public slots:
    void focusSearch();

signals:
    void menuRequested();
    void newChatRequested();
    void accountRequested();
    void spendingRequested();
    /// A conversation was opened: an overlaid sidebar can go away.
    void conversationChosen();
    /// A message that was found: its conversation is opened, and it is to be shown there.
    void messageChosen(const QString &conversationId, const QString &itemId);
    void failed(const facet::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void followArchive();

    client::Conversations &m_conversations;
    Button *m_menu;
    Button *m_newChat;
    QLineEdit *m_search;
    ConversationList *m_list;
    FoundList *m_found = nullptr;
    Button *m_archive;
    SidebarNotes *m_notes;
    AccountBar *m_account;
};

} // namespace facet::ui
