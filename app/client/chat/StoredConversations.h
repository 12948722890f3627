#pragma once

#include "client/chat/Conversations.h"
#include "client/store/ConversationStore.h"
#include "client/store/DraftStore.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace facet::client {

class Generations;
class MessageStore;
class Session;

/// Conversations from disk, with the progress of what runs. Opens what was open at the last end; the new
/// conversation keeps its id until it has its first message, so its draft is found again.
class StoredConversations : public Conversations {
    Q_OBJECT
public:
    StoredConversations(Database *database, MessageStore &messages, Generations &generations,
        const Session &session, QObject *parent = nullptr);

    /// Reads the list, then opens; currentChanged tells when.
    void start();

    const ConversationSummary &summary(int row) const override { return m_rows.at(row); }
    int rowOf(const QString &conversationId) const override;
    QString currentId() const override { return m_current; }
    QString currentTitle() const override;
    void open(const QString &conversationId) override;
    void openNew() override;
    void setFilter(const QString &text) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void listed(const Result<QList<ConversationSummary>> &all);
    void refresh(const QString &id);
    void refreshed(const QString &id, const Result<std::optional<ConversationSummary>> &summary);
    void generationChanged(const QString &key);
    void nameModels();
    void applyFilter();
    bool isShown(const QString &id) const { return !m_matching || m_matching->contains(id); }
    ConversationSummary decorated(ConversationSummary summary) const;
    void put(const ConversationSummary &summary);
    void takeOut(const QString &id);
    int placeFor(const ConversationSummary &summary) const;

    ConversationStore m_store;
    DraftStore m_drafts;
    Generations &m_generations;
    const Session &m_session;
    QHash<QString, ConversationSummary> m_all; ///< as the store says: subtitleModel is the model's id
    QList<ConversationSummary> m_rows; ///< shown, latest first
    QString m_current;
    QString m_new; ///< the id that the next new conversation will have
    QString m_filter;
    std::optional<QSet<QString>> m_matching; ///< empty: no filter
    int m_filterRound = 0;
    QSet<QString> m_stale; ///< whose numbers are to be read again
    QTimer m_refresh;
};

} // namespace facet::client
