#pragma once

#include "client/chat/Conversations.h"
#include "ui/theme/Theme.h"

#include <QStyledItemDelegate>

namespace facet::ui {

class PosterCache;

/// Paints one conversation: poster, title, what is in it, the progress of what is under way; above the
/// first one of a day, the day.
class ConversationDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    ConversationDelegate(
        Theme &theme, client::Conversations &conversations, PosterCache &posters, QObject *parent);

    void paint(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// In place of the title.
    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// "Carat Video · 6 videos", "Generating 2".
    static QString subtitle(const client::ConversationSummary &summary);
    static QString title(const client::ConversationSummary &summary);
    /// "Pinned", the day's heading, "Archived": when `row` is the first under it; empty otherwise.
    QString headingAbove(int row) const;

private:
    Theme &m_theme;
    client::Conversations &m_conversations;
    PosterCache &m_posters;
};

} // namespace facet::ui
