#include "client/store/MessageRows.h"

#include "client/store/AttachmentRows.h"
#include "client/store/ErrorJson.h"
#include "client/store/GenerationRows.h"
#include "client/store/Sql.h"
#include "contract/Codecs.h"

namespace facet::client {

using Kind = TranscriptItem::Kind;

QString kindWord(Kind kind)
{
    switch (kind) {
    case Kind::User:
        return QStringLiteral("user");
    case Kind::AgentText:
        return QStringLiteral("agent");
    case Kind::Generation:
        return QStringLiteral("generation");
    case Kind::Approval:
        return QStringLiteral("approval");
    case Kind::Problem:
        return QStringLiteral("problem");
    }
    return {};
}

std::optional<Kind> kindFromWord(const QString &word)
{
    for (const Kind kind : { Kind::User, Kind::AgentText, Kind::Generation, Kind::Approval, Kind::Problem }) {
        if (kindWord(kind) == word)
            return kind;
    }
    return {};
}

namespace {

QString stateWord(ApprovalRequest::State state)
{
    switch (state) {
    case ApprovalRequest::State::Open:
        return QStringLiteral("open");
    case ApprovalRequest::State::Approved:
        return QStringLiteral("approved");
    case ApprovalRequest::State::Stopped:
        return QStringLiteral("stopped");
    case ApprovalRequest::State::Changed:
        return QStringLiteral("changed");
    }
    return {};
}

QString approvalToText(const ApprovalRequest &approval)
{
    contract::Json json{ { "interrupt_id", approval.interruptId.toStdString() },
        { "run_id", approval.runId.toStdString() }, { "quote", contract::toJson(approval.quote) },
        { "confirm_above", approval.confirmAbove }, { "state", stateWord(approval.state).toStdString() } };
    if (approval.priceWas)
        json["price_was"] = *approval.priceWas;
    return QString::fromUtf8(contract::toBytes(json));
}

ApprovalRequest approvalFromText(const QString &text)
{
    ApprovalRequest approval;
    const auto json = contract::parseJson(text.toUtf8());
    if (!json || !json->is_object())
        return approval;
    const auto word = [&json](const char *name) {
        const auto at = json->find(name);
        return at != json->end() && at->is_string() ? QString::fromStdString(at->get<std::string>())
                                                    : QString();
    };
    approval.interruptId = word("interrupt_id");
    approval.runId = word("run_id");
    if (const auto at = json->find("quote"); at != json->end())
        approval.quote = contract::fromJson<Quote>(*at).value_or(Quote{});
    if (const auto at = json->find("confirm_above"); at != json->end() && at->is_number_integer())
        approval.confirmAbove = at->get<Credits>();
    if (const auto at = json->find("price_was"); at != json->end() && at->is_number_integer())
        approval.priceWas = at->get<Credits>();
    using State = ApprovalRequest::State;
    for (const auto state : { State::Open, State::Approved, State::Stopped, State::Changed }) {
        if (stateWord(state) == word("state"))
            approval.state = state;
    }
    return approval;
}

QString detailOf(const TranscriptItem &item)
{
    switch (item.kind) {
    case Kind::User:
    case Kind::Generation:
        return {};
    case Kind::AgentText:
        return item.conversationCharge ? QString::number(*item.conversationCharge) : QString();
    case Kind::Approval:
        return approvalToText(item.approval);
    case Kind::Problem:
        return errorToText(item.error);
    }
    return {};
}

Result<std::optional<StoredItem>> readRow(
    QSqlDatabase &connection, const QSqlQuery &row, Thumbnails thumbnails)
{
    StoredItem stored;
    TranscriptItem &item = stored.item;
    item.id = row.value(0).toString();
    stored.conversationId = row.value(1).toString();
    const auto kind = kindFromWord(row.value(2).toString());
    if (!kind)
        return std::optional<StoredItem>{};
    item.kind = *kind;
    item.agent = agentFromWire(row.value(3).toString()).value_or(AgentVersion::V1);
    item.at = fromSqlTime(row.value(4));
    item.text = row.value(5).toString();
    stored.runId = row.value(6).toString();
    item.generation.key = row.value(7).toString();
    item.generation.conversationId = stored.conversationId;
    stored.position = row.value(9).toLongLong();
    const QString detail = row.value(8).toString();
    switch (*kind) {
    case Kind::User: {
        auto attachments = attachmentsOf(connection, { AttachmentOwner::Kind::Message, item.id }, thumbnails);
        if (!attachments)
            return tl::unexpected(attachments.error());
        item.attachments = std::move(*attachments);
        break;
    }
    case Kind::Approval:
        item.approval = approvalFromText(detail);
        break;
    case Kind::Problem:
        item.error = errorFromText(detail);
        break;
    case Kind::Generation: {
        auto record = generationByKey(connection, item.generation.key);
        if (!record)
            return tl::unexpected(record.error());
        if (*record)
            item.generation = std::move(**record);
        break;
    }
    case Kind::AgentText: {
        bool isNumber = false;
        const Credits charged = detail.toLongLong(&isNumber);
        if (isNumber)
            item.conversationCharge = charged;
        break;
    }
    }
    return std::optional(std::move(stored));
}

} // namespace

QString foldedForSearch(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C).toCaseFolded();
}

QString searchedTextOf(const QString &text)
{
    // Where lines break is no part of what was said; NUL would end the text for SQLite.
    return foldedForSearch(text).remove(QChar::Null).simplified();
}

Result<void> putItem(QSqlDatabase &connection, const StoredItem &stored)
{
    const TranscriptItem &item = stored.item;
    const QString search = searchedTextOf(item.text);
    auto done = execSql(connection,
        QStringLiteral(
            "INSERT INTO messages (id, conversation_id, kind, agent, at, text, run_id, generation_key, "
            "detail, search, searchable, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, text = excluded.text, "
            "search = excluded.search, searchable = excluded.searchable, "
            "run_id = excluded.run_id, generation_key = excluded.generation_key, "
            "detail = excluded.detail, position = excluded.position"),
        { item.id, stored.conversationId, kindWord(item.kind), wireName(item.agent), toSqlTime(item.at),
            item.text, stored.runId, item.generation.key, detailOf(item), search, search.isEmpty() ? 0 : 1,
            stored.position });
    if (!done)
        return done;
    if (item.kind != Kind::User)
        return {};
    return putAttachments(connection, { AttachmentOwner::Kind::Message, item.id }, item.attachments);
}

Result<void> removeItem(QSqlDatabase &connection, const QString &itemId)
{
    if (auto done = putAttachments(connection, { AttachmentOwner::Kind::Message, itemId }, {}); !done)
        return done;
    return execSql(connection, QStringLiteral("DELETE FROM messages WHERE id = ?"), { itemId });
}

QString itemColumns()
{
    return QStringLiteral(
        "id, conversation_id, kind, agent, at, text, run_id, generation_key, detail, position");
}

Result<QList<StoredItem>> readItems(QSqlDatabase &connection, Result<QSqlQuery> query, Thumbnails thumbnails)
{
    if (!query)
        return tl::unexpected(query.error());
    QList<StoredItem> all;
    while (query->next()) {
        auto row = readRow(connection, *query, thumbnails);
        if (!row)
            return tl::unexpected(row.error());
        if (*row)
            all.append(std::move(**row));
    }
    return all;
}

Result<QList<StoredItem>> itemsOf(QSqlDatabase &connection, const QString &conversationId)
{
    return readItems(connection,
        sql(connection,
            QStringLiteral("SELECT %1 FROM messages WHERE conversation_id = ? ORDER BY position, seq")
                .arg(itemColumns()),
            { conversationId }));
}

Result<std::optional<StoredItem>> itemById(QSqlDatabase &connection, const QString &itemId)
{
    auto query = sql(
        connection, QStringLiteral("SELECT %1 FROM messages WHERE id = ?").arg(itemColumns()), { itemId });
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<StoredItem>{};
    return readRow(connection, *query, Thumbnails::Read);
}

} // namespace facet::client
