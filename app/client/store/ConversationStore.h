#pragma once

#include "client/chat/Conversations.h"
#include "client/store/Database.h"

#include <QSet>

namespace facet::client {

/// One that was deleted and whose rows are still there.
struct DeletedConversation {
    QString id;
    QString title;
    QDateTime at; ///< UTC
    int files = 0; ///< results of it that are on disk, and stay there
    int underWay = 0; ///< generations that go on to their end
};

/// Conversations on disk, summed up as the sidebar shows them. `progress` is not known here. Those that were
/// deleted are left out everywhere but in deleted().
class ConversationStore {
public:
    explicit ConversationStore(Database *database)
        : m_database(database)
    {
    }

    /// Latest first.
    QFuture<Result<QList<ConversationSummary>>> all();
    QFuture<Result<std::optional<ConversationSummary>>> one(const QString &id);
    /// Ids of those whose title or messages have every word of `text` (SearchTerms), whatever the case and
    /// however Hangul is composed.
    QFuture<Result<QSet<QString>>> containing(const QString &text);

    QFuture<Result<void>> rename(const QString &id, const QString &title);
    /// Each since when (UTC); an empty time: no longer.
    QFuture<Result<void>> setPinned(const QString &id, const QDateTime &since);
    QFuture<Result<void>> setArchived(const QString &id, const QDateTime &since);
    QFuture<Result<void>> setDeleted(const QString &id, const QDateTime &since);
    /// The one deleted first comes first.
    QFuture<Result<QList<DeletedConversation>>> deleted();
    /// Takes a part of what was deleted until `before` away for good, unless something of it is under way.
    /// True: there may be more. Its results' files, and what the library knows of them, stay.
    QFuture<Result<bool>> purgeSome(const QDateTime &before);

    /// Small facts about the window's last use.
    QFuture<Result<void>> remember(const QString &name, const QString &value);
    QFuture<Result<QString>> remembered(const QString &name); ///< empty: never said

private:
    QFuture<Result<void>> setTime(const QString &column, const QString &id, const QDateTime &at);

    Database *m_database;
};

} // namespace facet::client
