#pragma once

#include "client/chat/Conversations.h"
#include "client/store/Database.h"

#include <QSet>

namespace facet::client {

/// Conversations on disk, summed up as the sidebar shows them. `progress` is not known here.
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

    /// Small facts about the window's last use.
    QFuture<Result<void>> remember(const QString &name, const QString &value);
    QFuture<Result<QString>> remembered(const QString &name); ///< empty: never said

private:
    Database *m_database;
};

} // namespace facet::client
