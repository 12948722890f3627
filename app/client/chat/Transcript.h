#pragma once

#include "client/generation/GenerationRecord.h"
#include "client/media/Attachment.h"
#include "domain/Quote.h"

#include <QAbstractListModel>
#include <QFuture>

namespace facet::client {

/// The agent asks before it spends (AG-UI interrupt approve_cost).
struct ApprovalRequest {
    /// Changed: the message went back into the composer instead of an answer. A question whose quote is no
    /// longer valid is open still: it wants a new price (ChatRunner::renew).
    enum class State { Open, Approved, Stopped, Changed };
    QString interruptId;
    QString runId;
    Quote quote;
    Credits confirmAbove = 0;
    State state = State::Open;
    /// The service refused the approval because its price is another one now: what had been shown.
    std::optional<Credits> priceWas = {};
};

/// One row of a conversation.
struct TranscriptItem {
    enum class Kind { User, AgentText, Generation, Approval, Problem };

    QString id;
    Kind kind = Kind::User;
    AgentVersion agent = AgentVersion::V1;
    QDateTime at; ///< UTC
    QString text; ///< User; AgentText (Markdown); Approval: the agent's question
    bool streaming = false; ///< AgentText still being written
    /// AgentText: what the agent's conversation took for this turn, on the first one of the turn. From the
    /// service's ledger; empty: not known.
    std::optional<Credits> conversationCharge;
    QList<Attachment> attachments; ///< User: with thumbnails
    GenerationRecord generation; ///< Generation
    ApprovalRequest approval; ///< Approval
    std::optional<Error> error; ///< Problem: the turn failed; the message is still there to send again
};

class TranscriptSearch;

/// Rows of the open conversation, oldest first. Text that streams in changes its own row only. Of a long
/// conversation only a part is held: a row that was not read yet has its place and its kind, and dataChanged()
/// tells when the rest of it is there.
class Transcript : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ItemRole = Qt::UserRole, ///< TranscriptItem
        KindRole,
        IdRole,
    };
    using QAbstractListModel::QAbstractListModel;

    virtual QString conversationId() const = 0;
    /// Of a row that was not read: an item without an id.
    virtual const TranscriptItem &item(int row) const = 0;
    virtual bool isRead(int row) const = 0;
    virtual TranscriptItem::Kind kind(int row) const = 0;
    /// Sees to it that these rows will be read, if they are not: they are in sight, or soon will be. What was
    /// asked for last comes first.
    virtual void prepare(int first, int last) = 0;
    /// The row of a generation, wherever it is; -1 when it is not of this conversation.
    virtual QFuture<int> rowOfGeneration(const QString &generationKey) = 0;
    /// What was said in these rows, as it was written, read or not.
    virtual QFuture<Result<QStringList>> texts(int first, int last) = 0;
    virtual TranscriptSearch &search() = 0;
};

} // namespace facet::client

Q_DECLARE_METATYPE(facet::client::TranscriptItem)
