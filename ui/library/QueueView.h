#pragma once

#include "client/generation/Generations.h"
#include "ui/theme/Theme.h"

#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace facet::client {
class Session;
}

namespace facet::ui {

class Label;
class QueueRow;

/// Every generation under way, of all conversations, each with its Cancel.
class QueueView : public QScrollArea {
    Q_OBJECT
public:
    QueueView(
        Theme &theme, client::Generations &generations, client::Session &session, QWidget *parent = nullptr);

signals:
    /// Its conversation is wanted.
    void conversationRequested(const QString &conversationId);

private:
    void refresh();

    Theme &m_theme;
    client::Generations &m_generations;
    client::Session &m_session;
    QVBoxLayout *m_rows;
    Label *m_empty;
    QHash<QString, QueueRow *> m_shown; ///< by key
};

} // namespace facet::ui
