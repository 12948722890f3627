#pragma once

#include "client/composer/Composer.h"
#include "client/store/Database.h"
#include "client/store/DraftStore.h"
#include "client/store/MessageRows.h"

#include <QHash>

namespace facet::client {

/// A turn that was sent, or is about to be: what it takes to send it again under the same key, and to follow
/// it again after a restart.
struct TurnRecord {
    enum class State {
        Sending, ///< stored; the service may or may not have heard of it
        Streaming, ///< the service has it
        Waiting, ///< ended with an open approval
        Finished,
        Failed, ///< the service said no, or the run ended with an error: a retry is a new turn
        Lost, ///< its fate is unknown: a retry goes under the same key
    };

    QString runId; ///< chosen here (AG-UI RunAgentInput.runId)
    QString conversationId; ///< also the AG-UI thread
    QString messageId; ///< the User item; of an answer: the item of the question
    bool isAnswer = false; ///< "go on" to a question, not a message; follows from the item
    QString idempotencyKey; ///< also client_ref
    QString runUrl;
    State state = State::Sending;
    TurnRequest turn; ///< what was asked; text and attachments come from the message
    QByteArray input; ///< the RunAgentInput as it goes over the wire; empty until every upload is done
    QDateTime startedAt; ///< UTC; no two turns of a conversation have the same
    QByteArray lastEventId; ///< what the transcript on disk includes
};

/// The turn that a message was sent with last; empty: it was not sent, or came back. On the thread of the
/// database.
Result<std::optional<TurnRecord>> lastTurnOf(QSqlDatabase &connection, const QString &messageId);

/// Turns on disk. Each step is written before the network hears of it (ARCHITECTURE "Ways of working").
class TurnStore {
public:
    explicit TurnStore(Database *database)
        : m_database(database)
    {
    }

    /// In one transaction: the conversation (made with `title` when it is new), the rows, the turn.
    QFuture<Result<void>> begin(
        const TurnRecord &record, const QString &title, const QList<StoredItem> &items);
    /// The body, complete; written before it is sent.
    QFuture<Result<void>> setInput(const QString &runId, const QByteArray &input);
    QFuture<Result<void>> setUploadId(
        const QString &messageId, const QString &attachmentId, const QString &uploadId);
    QFuture<Result<QHash<QString, QString>>> uploadIds(const QString &messageId);
    /// In one transaction, so that a replay from `lastEventId` neither repeats nor misses anything.
    QFuture<Result<void>> saveProgress(const QString &runId, TurnRecord::State state,
        const QByteArray &lastEventId, const QList<StoredItem> &items);
    /// Sending, Streaming and Lost, oldest first.
    QFuture<Result<QList<TurnRecord>>> unfinished();
    /// The turn that made the item; empty: none.
    QFuture<Result<std::optional<TurnRecord>>> ofItem(const QString &itemId);
    /// What to send when the item is tried again: its turn, as ofItem(), or, when that has ended and the item
    /// is the card of a generation that failed, the turn to begin anew. Of the answer to a question that is
    /// the turn that asked.
    struct Again {
        TurnRecord turn;
        bool generationFailed = false; ///< the turn itself did not
    };
    QFuture<Result<std::optional<Again>>> toRetry(const QString &itemId);
    /// Runs of this agent that began with a message and whose conversation charge is not known; newest first.
    QFuture<Result<QStringList>> withoutCharge(AgentVersion agent, int limit);
    /// Keeps the charge with the first answer of the run, which is returned; empty: it has none.
    QFuture<Result<std::optional<StoredItem>>> setConversationCharge(const QString &runId, Credits credits);
    struct Question {
        TurnRecord asked; ///< the turn that ended with it
        StoredItem item;
    };
    /// Empty: there is no such question.
    QFuture<Result<std::optional<Question>>> question(const QString &itemId);
    /// Takes the turn and its rows away again, `messageId` too (empty: the message stays), and the
    /// conversation when nothing else is in it. `unsent` goes into its draft in the same step, so that
    /// whatever happens next the message is in one of the two places.
    QFuture<Result<void>> retract(
        const QString &runId, const QString &messageId, const std::optional<StoredDraft> &unsent = {});
    QFuture<Result<void>> removeItem(const QString &itemId);

private:
    Database *m_database;
};

} // namespace facet::client
