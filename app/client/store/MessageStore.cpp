#include "client/store/MessageStore.h"

namespace facet::client {

MessageStore::MessageStore(Database *database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
}

QFuture<Result<QList<StoredItem>>> MessageStore::load(const QString &conversationId)
{
    return m_database->run(
        [conversationId](QSqlDatabase &connection) { return itemsOf(connection, conversationId); });
}

QList<StoredItem> MessageStore::live(const QString &conversationId) const
{
    QList<StoredItem> items;
    for (const StoredItem &item : m_live) {
        if (item.conversationId == conversationId)
            items.append(item);
    }
    return items;
}

void MessageStore::announce(const StoredItem &item)
{
    m_live.insert(item.item.id, item);
    emit itemChanged(item);
}

void MessageStore::announceRemoved(const QString &conversationId, const QString &itemId)
{
    m_live.remove(itemId);
    emit itemRemoved(conversationId, itemId);
}

void MessageStore::settle(const QString &runId)
{
    m_live.removeIf([&runId](const auto &at) { return at.value().runId == runId; });
}

} // namespace facet::client
