#pragma once

#include "client/chat/StoredSearch.h"
#include "client/chat/Transcript.h"
#include "client/chat/TranscriptSlots.h"
#include "client/store/MessageStore.h"

namespace facet::client {

class Conversations;
class Generations;

/// The open conversation from disk, kept current by what MessageStore and Generations tell. Rows come, go
/// and change singly; only opening another conversation resets the model, once its end is there. After the
/// end come the places of all other rows, and then the rows that somebody looks at, each time from the
/// database's thread; what was looked at long ago is let go of again.
class StoredTranscript : public Transcript {
    Q_OBJECT
public:
    StoredTranscript(MessageStore &messages, Conversations &conversations, Generations &generations,
        QObject *parent = nullptr);

    QString conversationId() const override { return m_shown; }
    const TranscriptItem &item(int row) const override;
    bool isRead(int row) const override { return m_rows.item(row) != nullptr; }
    TranscriptItem::Kind kind(int row) const override { return m_rows.kind(row); }
    void prepare(int first, int last) override;
    QFuture<int> rowOfGeneration(const QString &generationKey) override;
    QFuture<Result<QStringList>> texts(int first, int last) override;
    TranscriptSearch &search() override { return m_search; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    /// Rows that are held; a bench looks whether they stay few.
    int readCount() const { return m_rows.readCount(); }

private:
    struct Range {
        int first = 0;
        int last = -1;
    };
    void openCurrent();
    void opened(const QString &conversationId, const Result<TranscriptTail> &tail);
    /// The places of the rows before those that are known, until all are.
    void readOutline();
    void tookOutline(const QVector<OutlineRow> &rows, bool isLastPart);
    void outlineIsComplete();
    void read();
    void tookRows(qint64 first, qint64 last, const QList<StoredItem> &rows);
    void letGo();
    void upsert(const StoredItem &stored);
    void insertRow(const StoredItem &row);
    void removeRow(int at);
    void remove(const QString &itemId);
    void generationChanged(const QString &key);
    void withLiveGeneration(StoredItem &stored) const;

    MessageStore &m_messages;
    Conversations &m_conversations;
    Generations &m_generations;
    QString m_wanted; ///< being opened, or shown
    QString m_shown;
    TranscriptSlots m_rows;
    StoredSearch m_search;
    Range m_asked; ///< by prepare(), and not read yet
    Range m_lookedAt; ///< by prepare(), last
    bool m_reading = false;
    QList<StoredItem> m_early; ///< came before the places of the rows around them were known
    QList<std::shared_ptr<QPromise<void>>> m_waiting; ///< for all places to be known
};

} // namespace facet::client
