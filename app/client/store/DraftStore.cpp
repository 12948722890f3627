#include "client/store/DraftStore.h"

#include "client/store/AttachmentRows.h"
#include "client/store/Sql.h"
#include "contract/Codecs.h"

#include <QDateTime>

namespace facet::client {

namespace {

Result<std::optional<StoredDraft>> loadDraft(QSqlDatabase &connection, const QString &conversationId)
{
    auto query = sql(connection,
        QStringLiteral(
            "SELECT text, agent, model_id, options, price_was FROM drafts WHERE conversation_id = ?"),
        { conversationId });
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<StoredDraft>{};
    StoredDraft draft;
    draft.conversationId = conversationId;
    draft.text = query->value(0).toString();
    draft.agent = agentFromWire(query->value(1).toString()).value_or(AgentVersion::V1);
    if (!query->value(2).isNull())
        draft.modelId = query->value(2).toString();
    // Options that cannot be read are the model's defaults: a draft is not worth an error.
    if (const auto json = contract::parseJson(query->value(3).toByteArray()))
        draft.options = contract::fromJson<Options>(*json).value_or(Options{});
    if (!query->value(4).isNull())
        draft.priceWas = query->value(4).toLongLong();
    auto attachments = attachmentsOf(connection, { AttachmentOwner::Kind::Draft, conversationId });
    if (!attachments)
        return tl::unexpected(attachments.error());
    draft.attachments = std::move(*attachments);
    return std::optional(std::move(draft));
}

Result<void> saveDraft(QSqlDatabase &connection, const StoredDraft &draft)
{
    auto done = execSql(connection,
        QStringLiteral("INSERT OR REPLACE INTO drafts "
                       "(conversation_id, text, agent, model_id, options, updated_at, price_was) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        { draft.conversationId, draft.text, wireName(draft.agent),
            draft.modelId ? QVariant(*draft.modelId) : QVariant(),
            QString::fromUtf8(contract::toBytes(contract::toJson(draft.options))),
            toSqlTime(QDateTime::currentDateTimeUtc()),
            draft.priceWas ? QVariant(*draft.priceWas) : QVariant() });
    if (!done)
        return done;
    return putAttachments(
        connection, { AttachmentOwner::Kind::Draft, draft.conversationId }, draft.attachments);
}

} // namespace

StoredDraft withBelow(StoredDraft unsent, const StoredDraft &since)
{
    if (!since.text.isEmpty())
        unsent.text = unsent.text.isEmpty() ? since.text : unsent.text + QLatin1Char('\n') + since.text;
    unsent.attachments += since.attachments;
    return unsent;
}

Result<void> putBackIntoDraft(QSqlDatabase &connection, const StoredDraft &unsent)
{
    auto since = loadDraft(connection, unsent.conversationId);
    if (!since)
        return tl::unexpected(since.error());
    return saveDraft(connection, *since ? withBelow(unsent, **since) : unsent);
}

QFuture<Result<void>> DraftStore::save(const StoredDraft &draft)
{
    return m_database->run([draft](QSqlDatabase &connection) { return saveDraft(connection, draft); });
}

QFuture<Result<std::optional<StoredDraft>>> DraftStore::load(const QString &conversationId)
{
    return m_database->run(
        [conversationId](QSqlDatabase &connection) { return loadDraft(connection, conversationId); });
}

QFuture<Result<std::optional<QString>>> DraftStore::newestWithoutConversation()
{
    return m_database->run([](QSqlDatabase &connection) -> Result<std::optional<QString>> {
        auto query = sql(connection,
            QStringLiteral("SELECT conversation_id FROM drafts WHERE conversation_id NOT IN "
                           "(SELECT id FROM conversations) ORDER BY updated_at DESC LIMIT 1"));
        if (!query)
            return tl::unexpected(query.error());
        if (!query->next())
            return std::optional<QString>{};
        return std::optional(query->value(0).toString());
    });
}

} // namespace facet::client
