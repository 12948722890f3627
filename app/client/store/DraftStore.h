#pragma once

#include "client/media/Attachment.h"
#include "client/store/Database.h"
#include "domain/Options.h"

namespace facet::client {

/// What is in the composer of one conversation and was not sent.
struct StoredDraft {
    QString conversationId;
    QString text;
    AgentVersion agent = AgentVersion::V1;
    std::optional<QString> modelId; ///< ✨; empty: Automatic
    Options options;
    QList<Attachment> attachments;
};

/// Drafts on disk, one for each conversation, attachments included (HABITS, users' wish 7).
class DraftStore {
public:
    explicit DraftStore(Database *database)
        : m_database(database)
    {
    }

    QFuture<Result<void>> save(const StoredDraft &draft);
    /// Empty: there is none.
    QFuture<Result<std::optional<StoredDraft>>> load(const QString &conversationId);
    /// The draft last worked on in a conversation that has no message yet; empty: none.
    QFuture<Result<std::optional<QString>>> newestWithoutConversation();

private:
    Database *m_database;
};

} // namespace facet::client
