#pragma once

#include "client/store/Database.h"
#include "client/store/MessageRows.h"

namespace facet::client {

/// Rows of transcripts, read from disk, and the place where a change to one is told to whoever shows it.
/// Writing belongs to TurnStore, where a row and the state of its turn go to disk in one step.
class MessageStore : public QObject {
    Q_OBJECT
public:
    explicit MessageStore(Database *database, QObject *parent = nullptr)
        : QObject(parent)
        , m_database(database)
    {
    }

    QFuture<Result<QList<StoredItem>>> load(const QString &conversationId);

    /// Tells that a row is new or has changed; it is (or will be) on disk by TurnStore.
    void announce(const StoredItem &item) { emit itemChanged(item); }
    void announceRemoved(const QString &conversationId, const QString &itemId)
    {
        emit itemRemoved(conversationId, itemId);
    }
    /// A conversation is new, or its summary has changed.
    void announceConversation(const QString &conversationId) { emit conversationChanged(conversationId); }
    void announceFailure(const Error &error) { emit failed(error); }

signals:
    void itemChanged(const facet::client::StoredItem &item);
    void itemRemoved(const QString &conversationId, const QString &itemId);
    void conversationChanged(const QString &conversationId);
    /// The disk refused: what is shown may not be there after a restart.
    void failed(const facet::Error &error);

private:
    Database *m_database;
};

} // namespace facet::client
