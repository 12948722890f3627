#pragma once

#include "client/generation/Queue.h"
#include "ui/theme/Theme.h"

#include <QHash>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace facet::client {
class Conversations;
class Session;
} // namespace facet::client

namespace facet::ui {

class Button;
class CancelAllCard;
class Label;
class QueueRow;

/// Every generation under way and every one that waits, of all conversations: each with its Cancel, all with
/// one, and what waits in an order that can be changed where the service keeps one.
class QueueView : public QWidget {
    Q_OBJECT
public:
    QueueView(Theme &theme, client::Generations &generations, client::Session &session,
        client::Conversations &conversations, QWidget *parent = nullptr);

signals:
    /// Its conversation is wanted.
    void conversationRequested(const QString &conversationId);
    void failed(const facet::Error &error);

private:
    void refresh();
    QueueRow *rowFor(const QString &key);
    void place(QVBoxLayout *layout, const QList<client::GenerationRecord> &records, bool waits);
    void keepTabOrder();
    void move(const QString &key, int steps);
    void step(const QString &key, int steps);
    void drag(const QString &key, int y);
    void drop(const QString &key, bool taken);
    QList<QueueRow *> rows() const; ///< as they stand
    void answerCancelAll(bool cancel);

    Theme &m_theme;
    client::Generations &m_generations;
    client::Session &m_session;
    client::Conversations &m_conversations;
    client::Queue m_queue;
    CancelAllCard *m_question;
    Button *m_cancelAll;
    Label *m_underWay;
    Label *m_waiting;
    QScrollArea *m_area;
    QVBoxLayout *m_underWayRows;
    QVBoxLayout *m_waitingRows;
    Label *m_empty;
    QHash<QString, QueueRow *> m_shown; ///< by key
    QString m_dragged; ///< key; the rows stay where they are meanwhile
};

} // namespace facet::ui
