// The part of StoredConversations that renames, pins, archives and removes.
#include "client/chat/StoredConversationExport.h"
#include "client/chat/StoredConversations.h"
#include "client/net/Then.h"

#include <algorithm>

namespace facet::client {

namespace {
constexpr int maxTitle = 200; // characters
} // namespace

void StoredConversations::showArchived(bool archived)
{
    if (archived == m_archivedShown)
        return;
    m_archivedShown = archived;
    showWhatMatches();
    emit archiveChanged();
}

int StoredConversations::archivedCount() const
{
    return static_cast<int>(std::count_if(
        m_all.begin(), m_all.end(), [](const ConversationSummary &summary) { return summary.archived; }));
}

void StoredConversations::change(const QString &id, const std::function<void(ConversationSummary &)> &how,
    const QFuture<Result<void>> &stored)
{
    how(m_all[id]);
    const ConversationSummary summary = m_all.value(id);
    if (isShown(summary))
        put(decorated(summary));
    else
        takeOut(id);
    then(stored, this, [this, id](const Result<void> &done) {
        if (done)
            return;
        emit storeFailed(done.error());
        refresh(id);
    });
}

void StoredConversations::rename(const QString &conversationId, const QString &title)
{
    const QString wanted = title.simplified().left(maxTitle);
    if (wanted.isEmpty() || !isThere(conversationId) || m_all.value(conversationId).title == wanted)
        return;
    change(
        conversationId, [&](ConversationSummary &summary) { summary.title = wanted; },
        m_store.rename(conversationId, wanted));
    if (conversationId == m_current)
        emit currentChanged();
}

void StoredConversations::setPinned(const QString &conversationId, bool pinned)
{
    if (!isThere(conversationId) || m_all.value(conversationId).pinnedAt.isValid() == pinned)
        return;
    QDateTime since;
    if (pinned) {
        since = QDateTime::currentDateTimeUtc();
        // Two in the same moment, or after the clock was set back: still one after the other.
        for (const ConversationSummary &summary : std::as_const(m_all)) {
            if (summary.isPinned() && summary.pinnedAt >= since)
                since = summary.pinnedAt.addMSecs(1);
        }
    }
    change(
        conversationId, [&](ConversationSummary &summary) { summary.pinnedAt = since; },
        m_store.setPinned(conversationId, since));
}

void StoredConversations::setArchived(const QString &conversationId, bool archived)
{
    if (!isThere(conversationId) || m_all.value(conversationId).archived == archived)
        return;
    change(
        conversationId, [&](ConversationSummary &summary) { summary.archived = archived; },
        m_store.setArchived(conversationId, archived ? QDateTime::currentDateTimeUtc() : QDateTime()));
    if (m_archivedShown && archivedCount() == 0)
        showArchived(false);
    emit archiveChanged();
}

void StoredConversations::remove(const QString &conversationId)
{
    if (!isThere(conversationId))
        return;
    m_openedOnReturn = conversationId == m_current ? conversationId : QString();
    gone(conversationId);
    m_removed.remove(conversationId);
    if (conversationId == m_current)
        openNew();
}

ConversationExport *StoredConversations::exportTo(
    const QString &conversationId, const QString &folder, const ExportDocument &document)
{
    auto *made = new StoredConversationExport(
        *m_database, { conversationId, m_all.value(conversationId).title, document }, folder, this);
    made->start();
    return made;
}

/// It is no longer there to be seen.
void StoredConversations::gone(const QString &id)
{
    const bool wasArchived = m_all.take(id).archived;
    takeOut(id);
    if (!wasArchived)
        return;
    if (m_archivedShown && archivedCount() == 0)
        showArchived(false);
    emit archiveChanged();
}

} // namespace facet::client
