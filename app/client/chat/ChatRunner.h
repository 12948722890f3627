#pragma once

#include "client/composer/Composer.h"

#include <QFuture>
#include <QObject>

namespace facet::client {

/// Sends a turn and follows its run: uploads, the agent's stream, approvals. What it hears goes to the
/// store, the transcript and Generations. A run outlives the connection and the program.
class ChatRunner : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void send(const TurnRequest &turn) = 0;
    /// Answers an open approval; the run goes on, or ends at no further cost.
    virtual void approve(const QString &interruptId) = 0;
    virtual void stop(const QString &interruptId) = 0;
    /// Closes the question at no cost; changeWanted() brings its message.
    virtual void change(const QString &interruptId) = 0;
    /// Asks the service what the open question takes now, and puts that to the user.
    virtual void renew(const QString &interruptId) = 0;
    /// Sends the message of a failed turn again, under the same idempotency key when its fate is unknown.
    virtual void retry(const QString &transcriptItemId) = 0;

    /// What retry() would order anew, with the quote that is its price lock. Empty: it orders nothing (it
    /// only asks again, under the same key).
    virtual QFuture<std::optional<TurnRequest>> turnToRetry(const QString &transcriptItemId) = 0;

signals:
    /// The message of a question that was closed with change(), to be written anew.
    void changeWanted(const facet::client::TurnRequest &turn);
    /// The price rose between quote and send (409 price_changed): the message is out of the transcript, and
    /// on disk it is back in its draft. Nothing was taken. priceChanged() follows.
    void takenBack(const facet::client::TurnRequest &turn);
    /// What it would take now. `newQuote` has no total when the service could not be asked.
    void priceChanged(const facet::client::TurnRequest &turn, const facet::Quote &newQuote);
    /// Both in one for a message with an id of its own (TurnRequest::messageId): it is in no draft.
    void returned(const facet::client::TurnRequest &turn, const facet::Quote &newQuote);
};

} // namespace facet::client
