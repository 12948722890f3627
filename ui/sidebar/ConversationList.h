#pragma once

#include <QListView>

namespace facet::client {
class Conversations;
}

namespace facet::ui {

class ConversationDelegate;
class PosterCache;
class Theme;

/// The conversations of the sidebar: Enter or a click opens one, F2 renames it in its place, Delete removes
/// it, Ctrl+Z brings the last one back; its context menu has all of that, pinning, the archive and the
/// export.
class ConversationList : public QListView {
    Q_OBJECT
public:
    ConversationList(
        Theme &theme, client::Conversations &conversations, PosterCache &posters, QWidget *parent = nullptr);

    /// The keyboard goes to the first one. False: there is none.
    bool focusFirst();

signals:
    /// A conversation was opened.
    void chosen();
    void exportRequested(const QString &conversationId);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void followCurrent();
    void openMenu(const QModelIndex &index, const QPoint &at);
    void remove(const QModelIndex &index);

    Theme &m_theme;
    client::Conversations &m_conversations;
};

} // namespace facet::ui
