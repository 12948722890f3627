#include "client/chat/StoredConversationExport.h"

#include "client/chat/ExportFolder.h"
#include "client/net/Then.h"
#include "client/store/MessageRows.h"
#include "client/store/Sql.h"

#include <QFileInfo>

namespace facet::client {

namespace {

constexpr qsizetype rowsAtATime = 50;
constexpr int lookMs = 100; // between two words on how far it is

struct Contents {
    QStringList rows; ///< ids, in their order
    QStringList files;
};

Result<QStringList> texts(QSqlDatabase &connection, const QString &statement, const QVariantList &values)
{
    auto query = sql(connection, statement, values);
    if (!query)
        return tl::unexpected(query.error());
    QStringList all;
    while (query->next())
        all.append(query->value(0).toString());
    return all;
}

Result<Contents> contentsOf(QSqlDatabase &connection, const QString &id)
{
    auto rows = texts(connection,
        QStringLiteral("SELECT id FROM messages WHERE conversation_id = ? ORDER BY position, seq"), { id });
    if (!rows)
        return tl::unexpected(rows.error());
    auto files = texts(connection,
        QStringLiteral(
            "SELECT a.file_path FROM messages m JOIN assets a ON a.generation_key = m.generation_key "
            "WHERE m.conversation_id = ? AND m.generation_key <> '' AND a.file_path <> '' "
            "UNION SELECT t.path FROM messages m JOIN attachments t ON t.owner_kind = 'message' "
            "AND t.owner_id = m.id WHERE m.conversation_id = ?"),
        { id, id });
    if (!files)
        return tl::unexpected(files.error());
    return Contents{ std::move(*rows), std::move(*files) };
}

Result<QList<TranscriptItem>> itemsById(QSqlDatabase &connection, const QStringList &ids)
{
    QList<TranscriptItem> items;
    for (const QString &id : ids) {
        auto row = itemById(connection, id);
        if (!row)
            return tl::unexpected(row.error());
        if (*row)
            items.append(std::move((*row)->item));
    }
    return items;
}

} // namespace

StoredConversationExport::StoredConversationExport(
    Database &database, What what, const QString &folder, QObject *parent)
    : ConversationExport(parent)
    , m_database(database)
    , m_what(std::move(what))
    , m_folder(std::make_shared<ExportFolder>(folder, m_what.title))
{
    m_look.setInterval(lookMs);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (m_bytes > 0)
            emit progressed(static_cast<double>(m_folder->copied) / static_cast<double>(m_bytes));
    });
}

StoredConversationExport::~StoredConversationExport()
{
    cancel();
}

void StoredConversationExport::start()
{
    m_look.start();
    then(m_database.run(
             [id = m_what.conversationId](QSqlDatabase &connection) { return contentsOf(connection, id); }),
        this, [this](const Result<Contents> &contents) {
            if (!contents)
                return end(tl::unexpected(contents.error()));
            m_left = contents->rows;
            then(m_strand.run([folder = m_folder, files = contents->files,
                                  head = m_what.document.head]() -> Result<qint64> {
                qint64 bytes = 0;
                for (const QString &file : files)
                    bytes += QFileInfo(file).size();
                return folder->open(QStringLiteral("conversation.md"))
                    .and_then([&] { return folder->write(head); })
                    .map([&] { return bytes; });
            }),
                this, [this](const Result<qint64> &bytes) {
                    if (!bytes)
                        return end(tl::unexpected(bytes.error()));
                    m_bytes = *bytes;
                    next();
                });
        });
}

void StoredConversationExport::next()
{
    if (m_left.isEmpty()) {
        then(m_strand.run([folder = m_folder] { return folder->finish(); }), this,
            [this](const Result<QString> &folder) { end(folder); });
        return;
    }
    const QStringList part = m_left.mid(0, rowsAtATime);
    m_left.remove(0, part.size());
    then(m_database.run([part](QSqlDatabase &connection) { return itemsById(connection, part); }), this,
        [this](const Result<QList<TranscriptItem>> &items) {
            if (!items)
                return end(tl::unexpected(items.error()));
            then(m_strand.run(
                     [folder = m_folder, document = m_what.document, items = *items]() -> Result<void> {
                         return write(*folder, document, items);
                     }),
                this, [this](const Result<void> &written) {
                    if (written)
                        next();
                    else
                        end(tl::unexpected(written.error()));
                });
        });
}

Result<void> StoredConversationExport::write(
    ExportFolder &folder, const ExportDocument &document, const QList<TranscriptItem> &items)
{
    for (const TranscriptItem &item : items) {
        QHash<QString, QString> links;
        const auto add = [&](const QString &id, const QString &path, const QString &name,
                             const QString &where) -> Result<void> {
            return folder.add(path, name, where).map([&](const QString &link) {
                if (!link.isEmpty())
                    links.insert(id, link);
            });
        };
        Result<void> done;
        for (const Attachment &a : item.attachments) {
            if (done)
                done = add(a.id, a.path, a.fileName, QStringLiteral("attachments"));
        }
        for (const LocalAsset &asset : item.generation.assets) {
            if (done)
                done = add(asset.assetId, asset.filePath, QFileInfo(asset.filePath).fileName(),
                    QStringLiteral("media"));
        }
        if (done)
            done = folder.write(document.row(item, links));
        if (!done)
            return done;
    }
    return {};
}

void StoredConversationExport::cancel()
{
    if (m_folder) // it has not ended yet
        m_folder->cancelled = true;
}

void StoredConversationExport::end(const Result<QString> &folder)
{
    m_look.stop();
    // What was written goes away on the strand, before anybody is told.
    then(m_strand.run([gone = std::exchange(m_folder, nullptr)]() mutable {
        gone.reset();
        return true;
    }),
        this, [this, folder](bool) {
            emit ended(folder);
            deleteLater();
        });
}

} // namespace facet::client
