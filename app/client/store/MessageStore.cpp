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

QFuture<Result<TranscriptTail>> MessageStore::tail(const QString &conversationId, int most)
{
    return m_database->run([conversationId, most](QSqlDatabase &connection) {
        return transcriptTail(connection, conversationId, most);
    });
}

QFuture<Result<QVector<OutlineRow>>> MessageStore::outline(
    const QString &conversationId, qint64 before, int most)
{
    return m_database->run([conversationId, before, most](QSqlDatabase &connection) {
        return outlineBefore(connection, conversationId, before, most);
    });
}

QFuture<Result<QList<StoredItem>>> MessageStore::between(
    const QString &conversationId, qint64 first, qint64 last)
{
    return m_database->run([conversationId, first, last](QSqlDatabase &connection) {
        return itemsBetween(connection, conversationId, first, last);
    });
}

QFuture<Result<QStringList>> MessageStore::texts(const QString &conversationId, qint64 first, qint64 last)
{
    return m_database->run([conversationId, first, last](QSqlDatabase &connection) {
        return textsBetween(connection, conversationId, first, last);
    });
}

QFuture<Result<FoundPart>> MessageStore::find(
    const QString &conversationId, const QString &text, qint64 before, int most)
{
    return m_database->run([conversationId, text, before, most](QSqlDatabase &connection) {
        return positionsWith(connection, conversationId, text, before, most);
    });
}

QFuture<Result<std::optional<qint64>>> MessageStore::positionOf(
    const QString &conversationId, const QString &generationKey)
{
    return m_database->run([conversationId, generationKey](QSqlDatabase &connection) {
        return generationPosition(connection, conversationId, generationKey);
    });
}

QFuture<Result<MessageStore::Before>> MessageStore::before(
    const QString &conversationId, const QString &messageId, int most)
{
    return m_database->run([conversationId, messageId, most](QSqlDatabase &connection) -> Result<Before> {
        auto said = saidBefore(connection, conversationId, messageId, most);
        if (!said)
            return tl::unexpected(said.error());
        auto questions = openQuestions(connection, conversationId);
        if (!questions)
            return tl::unexpected(questions.error());
        return Before{ std::move(*said), std::move(*questions) };
    });
}

QFuture<Result<QList<StoredItem>>> MessageStore::ofRun(const QString &runId)
{
    return m_database->run([runId](QSqlDatabase &connection) { return itemsOfRun(connection, runId); });
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
