#pragma once

#include "domain/Error.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QListView;

namespace facet::client {
class Conversations;
class Search;
} // namespace facet::client

namespace facet::ui {

class FoundMessages;
class Label;

/// Messages of all conversations that have what is searched for, each with the line where it was found.
class FoundList : public QWidget {
    Q_OBJECT
public:
    FoundList(Theme &theme, client::Search &search, client::Conversations &conversations,
        QWidget *parent = nullptr);

    /// Empty: it is out of sight.
    void look(const QString &text);

signals:
    void chosen(const QString &conversationId, const QString &itemId);
    void failed(const facet::Error &error);

private:
    void refresh();
    void choose(const QModelIndex &index);

    FoundMessages *m_found;
    Label *m_heading;
    QListView *m_list;
};

} // namespace facet::ui
