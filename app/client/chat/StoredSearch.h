#pragma once

#include "client/chat/TranscriptSearch.h"
#include "client/store/MessageStore.h"

namespace facet::client {

class TranscriptSlots;

/// TranscriptSearch over the database, some thousand rows at a time, so that nothing else waits long for it.
class StoredSearch : public TranscriptSearch {
    Q_OBJECT
public:
    /// `rows` are those of the conversation that is shown, and outlive this.
    StoredSearch(MessageStore &messages, const TranscriptSlots &rows, QObject *parent = nullptr);

    QString text() const override { return m_text; }
    void setText(const QString &text) override;
    bool isDone() const override { return m_done; }
    int count() const override { return static_cast<int>(m_hits.size()); }
    int row(int n) const override;
    int firstFrom(int row) const override;

    /// Another conversation is shown: what was looked for in the old one is over.
    void setConversation(const QString &conversationId);
    /// A row is new, or has changed.
    void look(const StoredItem &row);
    void forget(qint64 position);
    /// Rows are known by their place now that were not before.
    void placesKnown();

private:
    void readOn(qint64 before);
    void took(const FoundPart &part);

    MessageStore &m_messages;
    const TranscriptSlots &m_rows;
    QString m_conversationId;
    QString m_text;
    QList<qint64> m_hits; ///< positions, ascending
    int m_round = 0;
    bool m_done = true;
};

} // namespace facet::client
