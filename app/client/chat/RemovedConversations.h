#pragma once

#include "client/chat/Conversations.h"
#include "client/store/ConversationStore.h"

#include <QTimer>

namespace facet::client {

class Generations;

/// Conversations that were deleted: for a while each can be brought back, then its rows are taken away. All
/// that is remembered of a deletion is on disk before anybody relies on it, so a restart changes nothing.
class RemovedConversations : public QObject {
    Q_OBJECT
public:
    RemovedConversations(ConversationStore &store, Generations &generations, QObject *parent = nullptr);

    /// Takes up what an earlier start left.
    void start();
    /// How long one can be brought back.
    void setUndoFor(int ms) { m_undoMs = ms; }

    void remove(const QString &id);
    /// `broughtBack` tells when it is there again.
    void bringBack(const QString &id);
    std::optional<RemovedConversation> last() const;
    bool has(const QString &id) const;

signals:
    void changed();
    void broughtBack(const QString &id);
    /// It could not be deleted, or not brought back: it is as it was.
    void failed(const QString &id, const facet::Error &error);

private:
    void readAgain();
    void lapse();
    void purge();

    ConversationStore &m_store;
    QList<DeletedConversation> m_removed; ///< that can be brought back, first deleted first
    QTimer m_lapse;
    QTimer m_purgeLater;
    int m_undoMs = 60'000;
    bool m_purging = false;
};

} // namespace facet::client
