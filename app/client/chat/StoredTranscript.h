#pragma once

#include "client/chat/Transcript.h"
#include "client/store/MessageStore.h"

namespace facet::client {

class Conversations;
class Generations;

/// The open conversation from disk, kept current by what MessageStore and Generations tell. Rows come, go
/// and change singly; only opening another conversation resets the model, once its rows are there.
class StoredTranscript : public Transcript {
    Q_OBJECT
public:
    StoredTranscript(MessageStore &messages, Conversations &conversations, Generations &generations,
        QObject *parent = nullptr);

    QString conversationId() const override { return m_shown; }
    const TranscriptItem &item(int row) const override { return m_rows.at(row).item; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void openCurrent();
    void loaded(const QString &conversationId, const Result<QList<StoredItem>> &rows);
    void upsert(const StoredItem &stored);
    void remove(const QString &itemId);
    void generationChanged(const QString &key);
    void withLiveGeneration(StoredItem &stored) const;
    int rowOf(const QString &itemId) const; ///< -1: not there
    int placeFor(qint64 position) const;

    MessageStore &m_messages;
    Conversations &m_conversations;
    Generations &m_generations;
    QString m_wanted; ///< being loaded, or shown
    QString m_shown;
    QList<StoredItem> m_rows; ///< by position
};

} // namespace facet::client
