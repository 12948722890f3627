#include "client/composer/StoredRecreation.h"

#include "client/store/AttachmentRows.h"
#include "client/store/Database.h"
#include "client/store/GenerationRows.h"
#include "client/store/Sql.h"

#include <QFileInfo>

#include <algorithm>

namespace facet::client {

namespace {

/// The picture of a message that was uploaded under this id; empty: not of this history.
Result<std::optional<Attachment>> uploaded(QSqlDatabase &connection, const QString &uploadId)
{
    auto query = sql(connection,
        QStringLiteral("SELECT owner_id, id FROM attachments WHERE upload_id = ? AND upload_id <> '' "
                       "AND owner_kind = 'message' LIMIT 1"),
        { uploadId });
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<Attachment>{};
    const QString id = query->value(1).toString();
    const auto all =
        attachmentsOf(connection, { AttachmentOwner::Kind::Message, query->value(0).toString() });
    if (!all)
        return tl::unexpected(all.error());
    for (const Attachment &attachment : *all) {
        if (attachment.id == id)
            return std::optional(attachment);
    }
    return std::optional<Attachment>{};
}

/// Where an earlier result lies; empty: not of this history.
Result<QString> resultPath(QSqlDatabase &connection, const QString &assetId)
{
    auto query = sql(connection,
        QStringLiteral("SELECT file_path FROM assets WHERE asset_id = ? AND file_path <> '' LIMIT 1"),
        { assetId });
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? query->value(0).toString() : QString();
}

Recreated withoutInputs(const Generation &generation)
{
    Recreated made;
    made.request.agent = generation.agent;
    made.request.text = generation.prompt;
    if (!generation.modelId.isEmpty())
        made.request.modelId = generation.modelId;
    made.request.options = generation.options;
    if (generation.seed)
        made.request.options.seed = generation.seed;
    return made;
}

Result<Recreated> recreated(QSqlDatabase &connection, const Generation &generation)
{
    Recreated made = withoutInputs(generation);
    for (const InputRef &input : generation.inputs) {
        if (!input.uploadId.isEmpty()) {
            const auto found = uploaded(connection, input.uploadId);
            if (!found)
                return tl::unexpected(found.error());
            if (!*found || (*found)->state != Attachment::State::Ready) {
                made.gone.append({ input.role, *found ? (*found)->fileName : QString() });
                continue;
            }
            Attachment attachment = **found;
            attachment.role = input.role;
            made.request.attachments.append(attachment);
            continue;
        }
        const auto path = resultPath(connection, input.assetId);
        if (!path)
            return tl::unexpected(path.error());
        if (path->isEmpty() || !QFileInfo::exists(*path))
            made.gone.append({ input.role, QFileInfo(*path).fileName() });
        else
            made.files.append({ input.role, *path });
    }
    return made;
}

} // namespace

QFuture<Result<Recreated>> StoredRecreation::of(const GenerationRecord &record)
{
    return m_database->run([generation = record.generation](
                               QSqlDatabase &connection) { return recreated(connection, generation); });
}

QFuture<Result<Recreated>> StoredRecreation::ofTags(const ResultTags &tags)
{
    return m_database->run([tags](QSqlDatabase &connection) -> Result<Recreated> {
        if (!tags.generationId.isEmpty()) {
            auto known =
                sql(connection, QStringLiteral("SELECT key FROM generations WHERE service_id = ? LIMIT 1"),
                    { tags.generationId });
            if (!known)
                return tl::unexpected(known.error());
            if (known->next()) {
                const auto record = generationByKey(connection, known->value(0).toString());
                if (!record)
                    return tl::unexpected(record.error());
                if (*record)
                    return recreated(connection, (*record)->generation);
            }
        }
        Generation generation;
        generation.prompt = tags.prompt;
        generation.modelId = tags.modelId;
        generation.options = tags.options;
        generation.seed = tags.seed;
        generation.agent = tags.agent.value_or(AgentVersion::V1);
        Recreated made = withoutInputs(generation);
        made.fromFileAlone = true;
        return made;
    });
}

} // namespace facet::client
