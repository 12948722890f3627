#pragma once

#include "client/store/Database.h"
#include "client/store/TranscriptRows.h"

#include <QHash>

namespace facet::client {

/// Rows of transcripts, read from disk, and the place where a change to one is told to whoever shows it.
/// Writing belongs to TurnStore, where a row and the state of its turn go to disk in one step.
class MessageStore : public QObject {
    Q_OBJECT
public:
    explicit MessageStore(Database *database, QObject *parent = nullptr);

    /// What is on disk: all of it, with thumbnails. Rows of turns under way may be further: see live().
    QFuture<Result<QList<StoredItem>>> load(const QString &conversationId);
    /// Parts of it; see TranscriptRows.h.
    QFuture<Result<TranscriptTail>> tail(const QString &conversationId, int most);
    QFuture<Result<QVector<OutlineRow>>> outline(const QString &conversationId, qint64 before, int most);
    QFuture<Result<QList<StoredItem>>> between(const QString &conversationId, qint64 first, qint64 last);
    QFuture<Result<QStringList>> texts(const QString &conversationId, qint64 first, qint64 last);
    QFuture<Result<FoundPart>> find(
        const QString &conversationId, const QString &text, qint64 before, int most);
    /// Where a generation's row is; empty: not in this conversation.
    QFuture<Result<std::optional<qint64>>> positionOf(
        const QString &conversationId, const QString &generationKey);
    /// What an agent is told of the conversation, and the questions that a message leaves unanswered.
    struct Before {
        QList<StoredItem> said;
        QList<StoredItem> openQuestions;
    };
    QFuture<Result<Before>> before(const QString &conversationId, const QString &messageId, int most);
    QFuture<Result<QList<StoredItem>>> ofRun(const QString &runId);
    /// Rows announced and not yet settled.
    QList<StoredItem> live(const QString &conversationId) const;
    bool isLive(const QString &itemId) const { return m_live.contains(itemId); }

    /// A row is new or has changed; it is, or soon will be, on disk.
    void announce(const StoredItem &item);
    void announceRemoved(const QString &conversationId, const QString &itemId);
    /// Everything of this turn is on its way to disk.
    void settle(const QString &runId);
    /// A conversation is new, gone, or its summary has changed.
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
    QHash<QString, StoredItem> m_live; ///< by item id
};

} // namespace facet::client
