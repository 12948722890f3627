#pragma once

#include "client/chat/Conversations.h"
#include "client/chat/RemovedConversations.h"
#include "client/store/ConversationStore.h"
#include "client/store/DraftStore.h"

#include <QFuture>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>

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
    void showArchived(bool archived) override;
    bool archivedShown() const override { return m_archivedShown; }
    int archivedCount() const override;
    void rename(const QString &conversationId, const QString &title) override;
    void setPinned(const QString &conversationId, bool pinned) override;
    void setArchived(const QString &conversationId, bool archived) override;
    void remove(const QString &conversationId) override;
    std::optional<RemovedConversation> lastRemoved() const override { return m_removed.last(); }
    void bringBack(const QString &conversationId) override { m_removed.bringBack(conversationId); }
    bool isThere(const QString &conversationId) const override { return m_all.contains(conversationId); }
    ConversationExport *exportTo(
        const QString &conversationId, const QString &folder, const ExportDocument &document) override;
    /// How long a removed one can be brought back.
    void setUndoFor(int ms) { m_removed.setUndoFor(ms); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void listed(const Result<QList<ConversationSummary>> &all);
    void refresh(const QString &id);
    void refreshed(const QString &id, const Result<std::optional<ConversationSummary>> &summary);
    void generationChanged(const QString &key);
    void nameModels();
    void applyFilter();
    void showWhatMatches();
    bool isShown(const ConversationSummary &summary) const;
    /// Changes what is shown at once and `stored` later; back again when that fails.
    void change(const QString &id, const std::function<void(ConversationSummary &)> &how,
        const QFuture<Result<void>> &stored);
    void gone(const QString &id);
    ConversationSummary decorated(ConversationSummary summary) const;
    void put(const ConversationSummary &summary);
    void takeOut(const QString &id);
    int placeFor(const ConversationSummary &summary) const;

    Database *m_database;
    ConversationStore m_store;
    RemovedConversations m_removed;
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
    bool m_archivedShown = false;
    QString m_openedOnReturn; ///< was open when it was removed
    QSet<QString> m_stale; ///< whose numbers are to be read again
    QTimer m_refresh;
};

} // namespace facet::client
