#pragma once

#include "client/media/Attachment.h"
#include "client/store/Database.h"
#include "domain/Credits.h"
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
    std::optional<Credits> priceWas = {}; ///< it came back from the service at this price: Composer::priceWas
};

/// Puts a message that came back unsent into the draft of its conversation, above what is there. On the
/// thread of the database, so that it can share a transaction with taking the message out of the transcript.
Result<void> putBackIntoDraft(QSqlDatabase &connection, const StoredDraft &unsent);

/// `unsent`, with what was written since below it.
StoredDraft withBelow(StoredDraft unsent, const StoredDraft &since);

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
