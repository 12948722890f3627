#include "client/sequence/StoredSequence.h"

#include "client/chat/Conversations.h"
#include "client/generation/Generations.h"
#include "client/net/Then.h"
#include "client/store/Database.h"
#include "client/store/GenerationRows.h"
#include "client/store/Sql.h"

namespace facet::client {

namespace {

Result<QList<SequenceClip>> clipsOf(QSqlDatabase &connection, const QString &conversationId)
{
    auto query = sql(connection,
        QStringLiteral(
            "SELECT generation_key, take FROM sequences WHERE conversation_id = ? ORDER BY position"),
        { conversationId });
    if (!query)
        return tl::unexpected(query.error());
    QList<SequenceClip> clips;
    while (query->next()) {
        const auto record = generationByKey(connection, query->value(0).toString());
        if (!record)
            return tl::unexpected(record.error());
        const int take = query->value(1).toInt();
        if (*record && take >= 0 && take < (*record)->assets.size())
            clips.append({ **record, take });
    }
    return clips;
}

Result<void> putClips(
    QSqlDatabase &connection, const QString &conversationId, const QList<SequenceClip> &clips)
{
    auto done = execSql(
        connection, QStringLiteral("DELETE FROM sequences WHERE conversation_id = ?"), { conversationId });
    for (qsizetype i = 0; done && i < clips.size(); ++i) {
        done = execSql(connection,
            QStringLiteral("INSERT INTO sequences (conversation_id, position, generation_key, take) "
                           "VALUES (?, ?, ?, ?)"),
            { conversationId, i, clips.at(i).record.key, clips.at(i).take });
    }
    return done;
}

} // namespace

StoredSequence::StoredSequence(
    Database &database, Conversations &conversations, Generations &generations, QObject *parent)
    : Sequence(parent)
    , m_database(database)
    , m_conversations(conversations)
    , m_generations(generations)
{
    connect(&m_conversations, &Conversations::currentChanged, this, &StoredSequence::openCurrent);
    connect(&m_generations, &Generations::finished, this, [this](const QString &key) {
        if (const std::optional<GenerationRecord> record = m_generations.find(key))
            refresh(*record);
    });
    openCurrent();
}

void StoredSequence::openCurrent()
{
    const QString id = m_conversations.currentId();
    if (id.isEmpty() || id == m_conversation)
        return;
    // What was put together before there was a chat goes with the one that is begun.
    const QList<SequenceClip> begun = m_conversation.isEmpty() ? clips() : QList<SequenceClip>();
    m_conversation = id;
    show(begun);
    then(m_database.run([id](QSqlDatabase &connection) { return clipsOf(connection, id); }), this,
        [this, id](const Result<QList<SequenceClip>> &stored) {
            if (id != m_conversation)
                return;
            if (!stored) {
                emit storeFailed(stored.error());
                return;
            }
            // Also what was added in the few milliseconds until the disk answered: behind what was there.
            const QList<SequenceClip> added = clips();
            show(*stored + added);
            if (!added.isEmpty())
                save();
        });
}

void StoredSequence::save()
{
    if (m_conversation.isEmpty())
        return;
    const auto put = [id = m_conversation, all = clips()](
                         QSqlDatabase &connection) { return putClips(connection, id, all); };
    then(m_database.run(put), this, [this](const Result<void> &saved) {
        if (!saved)
            emit storeFailed(saved.error());
    });
}

} // namespace facet::client
