#include "client/store/MessageStore.h"

namespace facet::client {

QFuture<Result<QList<StoredItem>>> MessageStore::load(const QString &conversationId)
{
    return m_database->run(
        [conversationId](QSqlDatabase &connection) { return itemsOf(connection, conversationId); });
}

} // namespace facet::client
