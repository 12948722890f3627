#include "client/store/TurnStore.h"

#include "client/store/AttachmentRows.h"
#include "client/store/Sql.h"
#include "client/store/TurnJson.h"

#include <QDateTime>

namespace facet::client {

namespace {

using State = TurnRecord::State;

QString stateWord(State state)
{
    switch (state) {
    case State::Sending:
        return QStringLiteral("sending");
    case State::Streaming:
        return QStringLiteral("streaming");
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Finished:
        return QStringLiteral("finished");
    case State::Failed:
        return QStringLiteral("failed");
    case State::Lost:
        return QStringLiteral("lost");
    }
    return {};
}

State stateFromWord(const QString &word)
{
    for (const State state :
        { State::Sending, State::Streaming, State::Waiting, State::Finished, State::Failed }) {
        if (stateWord(state) == word)
            return state;
    }
    return State::Lost;
}

Result<void> putConversation(
    QSqlDatabase &connection, const QString &id, const QString &title, const QString &model)
{
    const QVariant now = toSqlTime(QDateTime::currentDateTimeUtc());
    return execSql(connection,
        QStringLiteral(
            "INSERT INTO conversations (id, title, search, last_model, created_at, updated_at) "
            "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET updated_at = excluded.updated_at, "
            "archived_at = NULL, last_model = CASE excluded.last_model WHEN '' THEN last_model ELSE excluded.last_model END"),
        { id, title, foldedForSearch(title), model, now, now });
}

Result<void> putRun(QSqlDatabase &connection, const TurnRecord &record)
{
    return execSql(connection,
        QStringLiteral(
            "INSERT INTO runs (id, conversation_id, message_id, idempotency_key, run_url, state, turn, input, "
            "last_event_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        { record.runId, record.conversationId, record.messageId, record.idempotencyKey, record.runUrl,
            stateWord(record.state), turnToText(record.turn), QString::fromUtf8(record.input),
            QString::fromUtf8(record.lastEventId),
            toSqlTime(record.startedAt.isValid() ? record.startedAt : QDateTime::currentDateTimeUtc()) });
}

const QString columns = QStringLiteral(
    "runs.id, runs.conversation_id, runs.message_id, idempotency_key, run_url, state, turn, input, last_event_id, "
    "created_at");

Result<TurnRecord> readRow(QSqlDatabase &connection, const QSqlQuery &row)
{
    TurnRecord record;
    record.runId = row.value(0).toString();
    record.conversationId = row.value(1).toString();
    record.messageId = row.value(2).toString();
    record.idempotencyKey = row.value(3).toString();
    record.runUrl = row.value(4).toString();
    record.state = stateFromWord(row.value(5).toString());
    record.turn = turnFromText(row.value(6).toString());
    record.input = row.value(7).toString().toUtf8();
    record.lastEventId = row.value(8).toString().toUtf8();
    record.startedAt = fromSqlTime(row.value(9));
    record.turn.conversationId = record.conversationId;
    const auto message = itemById(connection, record.messageId);
    if (!message)
        return tl::unexpected(message.error());
    if (*message) {
        record.turn.text = (*message)->item.text;
        record.turn.attachments = (*message)->item.attachments;
        record.isAnswer = (*message)->item.kind == TranscriptItem::Kind::Approval;
    }
    return record;
}

Result<std::optional<TurnRecord>> turnOfItem(QSqlDatabase &connection, const QString &itemId)
{
    return readFirst(connection,
        sql(connection,
            QStringLiteral(
                "SELECT %1 FROM runs JOIN messages ON messages.run_id = runs.id WHERE messages.id = ?")
                .arg(columns),
            { itemId }),
        readRow);
}

} // namespace

Result<std::optional<TurnRecord>> lastTurnOf(QSqlDatabase &connection, const QString &messageId)
{
    return readFirst(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM runs WHERE message_id = ? ORDER BY created_at DESC LIMIT 1")
                .arg(columns),
            { messageId }),
        readRow);
}

QFuture<Result<void>> TurnStore::begin(
    const TurnRecord &record, const QString &title, const QList<StoredItem> &items)
{
    return m_database->run([record, title, items](QSqlDatabase &connection) -> Result<void> {
        if (auto done = putConversation(connection, record.conversationId, title, record.turn.quote.modelId);
            !done)
            return done;
        for (const StoredItem &item : items) {
            if (auto done = putItem(connection, item); !done)
                return done;
        }
        return putRun(connection, record);
    });
}

QFuture<Result<void>> TurnStore::setInput(const QString &runId, const QByteArray &input)
{
    return m_database->run([runId, input](QSqlDatabase &connection) {
        return execSql(connection, QStringLiteral("UPDATE runs SET input = ? WHERE id = ?"),
            { QString::fromUtf8(input), runId });
    });
}

QFuture<Result<void>> TurnStore::setUploadId(
    const QString &messageId, const QString &attachmentId, const QString &uploadId)
{
    return m_database->run([messageId, attachmentId, uploadId](QSqlDatabase &connection) {
        return putUploadId(connection, messageId, attachmentId, uploadId);
    });
}

QFuture<Result<QHash<QString, QString>>> TurnStore::uploadIds(const QString &messageId)
{
    return m_database->run(
        [messageId](QSqlDatabase &connection) { return uploadIdsOf(connection, messageId); });
}

QFuture<Result<void>> TurnStore::saveProgress(
    const QString &runId, State state, const QByteArray &lastEventId, const QList<StoredItem> &items)
{
    return m_database->run([runId, state, lastEventId, items](QSqlDatabase &connection) -> Result<void> {
        for (const StoredItem &item : items) {
            if (auto done = putItem(connection, item); !done)
                return done;
        }
        return execSql(connection,
            QStringLiteral("UPDATE runs SET state = ?, last_event_id = ? WHERE id = ?"),
            { stateWord(state), QString::fromUtf8(lastEventId), runId });
    });
}

QFuture<Result<QList<TurnRecord>>> TurnStore::unfinished()
{
    return m_database->run([](QSqlDatabase &connection) -> Result<QList<TurnRecord>> {
        return readAll(connection,
            sql(connection,
                QStringLiteral(
                    "SELECT %1 FROM runs WHERE state IN ('sending', 'streaming', 'lost') ORDER BY created_at")
                    .arg(columns)),
            readRow);
    });
}

QFuture<Result<std::optional<TurnRecord>>> TurnStore::ofItem(const QString &itemId)
{
    return m_database->run([itemId](QSqlDatabase &connection) { return turnOfItem(connection, itemId); });
}

QFuture<Result<std::optional<TurnStore::Again>>> TurnStore::toRetry(const QString &itemId)
{
    return m_database->run([itemId](QSqlDatabase &connection) -> Result<std::optional<Again>> {
        auto turn = turnOfItem(connection, itemId);
        if (!turn)
            return tl::unexpected(turn.error());
        if (!*turn)
            return std::optional<Again>{};
        const auto item = itemById(connection, itemId);
        if (!item)
            return tl::unexpected(item.error());
        Again again{ std::move(**turn), false };
        const bool isCard = *item && (*item)->item.kind == TranscriptItem::Kind::Generation;
        again.generationFailed = isCard && again.turn.state == State::Finished
            && (*item)->item.generation.state == GenerationState::Failed;
        if (again.generationFailed && again.turn.isAnswer) {
            auto asked = turnOfItem(connection, again.turn.messageId);
            if (!asked)
                return tl::unexpected(asked.error());
            if (*asked)
                again.turn = std::move(**asked);
        }
        return std::optional(std::move(again));
    });
}

QFuture<Result<QStringList>> TurnStore::withoutCharge(AgentVersion agent, int limit)
{
    return m_database->run([agent, limit](QSqlDatabase &connection) -> Result<QStringList> {
        auto query = sql(connection,
            QStringLiteral(
                "SELECT runs.id FROM runs JOIN messages said ON said.run_id = runs.id AND said.kind = 'agent' "
                "JOIN messages asked ON asked.id = runs.message_id AND asked.kind = 'user' "
                "WHERE said.agent = ? GROUP BY runs.id HAVING MAX(said.detail) = '' "
                "ORDER BY runs.created_at DESC LIMIT ?"),
            { wireName(agent), limit });
        if (!query)
            return tl::unexpected(query.error());
        QStringList ids;
        while (query->next())
            ids.append(query->value(0).toString());
        return ids;
    });
}

QFuture<Result<std::optional<StoredItem>>> TurnStore::setConversationCharge(
    const QString &runId, Credits credits)
{
    return m_database->run([runId, credits](QSqlDatabase &connection) -> Result<std::optional<StoredItem>> {
        auto query = sql(connection,
            QStringLiteral(
                "SELECT id FROM messages WHERE run_id = ? AND kind = 'agent' ORDER BY position LIMIT 1"),
            { runId });
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            return std::optional<StoredItem>{};
        auto item = itemById(connection, query->value(0).toString());
        if (!item || !*item)
            return item;
        (*item)->item.conversationCharge = credits;
        if (auto done = putItem(connection, **item); !done)
            return tl::unexpected(done.error());
        return item;
    });
}

QFuture<Result<std::optional<TurnStore::Question>>> TurnStore::question(const QString &itemId)
{
    return m_database->run([itemId](QSqlDatabase &connection) -> Result<std::optional<Question>> {
        auto item = itemById(connection, itemId);
        if (!item)
            return tl::unexpected(item.error());
        auto asked = turnOfItem(connection, itemId);
        if (!asked)
            return tl::unexpected(asked.error());
        if (!*item || !*asked || (*item)->item.kind != TranscriptItem::Kind::Approval)
            return std::optional<Question>{};
        return std::optional(Question{ std::move(**asked), std::move(**item) });
    });
}

QFuture<Result<void>> TurnStore::retract(
    const QString &runId, const QString &messageId, const std::optional<StoredDraft> &unsent)
{
    return m_database->run([runId, messageId, unsent](QSqlDatabase &connection) -> Result<void> {
        auto query =
            sql(connection, QStringLiteral("SELECT conversation_id FROM runs WHERE id = ?"), { runId });
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            return {};
        const QString conversation = query->value(0).toString();
        auto items = sql(connection, QStringLiteral("SELECT id FROM messages WHERE run_id = ?"), { runId });
        if (!items)
            return tl::unexpected(items.error());
        QStringList ids;
        if (!messageId.isEmpty())
            ids.append(messageId);
        while (items->next())
            ids.append(items->value(0).toString());
        for (const QString &id : ids) {
            if (auto done = facet::client::removeItem(connection, id); !done)
                return done;
        }
        if (auto done = execSql(connection, QStringLiteral("DELETE FROM runs WHERE id = ?"), { runId });
            !done)
            return done;
        if (unsent) {
            if (auto done = putBackIntoDraft(connection, *unsent); !done)
                return done;
        }
        return execSql(connection,
            QStringLiteral("DELETE FROM conversations WHERE id = ? AND NOT EXISTS "
                           "(SELECT 1 FROM messages WHERE conversation_id = conversations.id)"),
            { conversation });
    });
}

QFuture<Result<void>> TurnStore::removeItem(const QString &itemId)
{
    return m_database->run(
        [itemId](QSqlDatabase &connection) { return facet::client::removeItem(connection, itemId); });
}

} // namespace facet::client
