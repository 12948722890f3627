#pragma once

#include "client/composer/Composer.h"

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
    /// Sends the message of a failed turn again, under the same idempotency key when its fate is unknown.
    virtual void retry(const QString &transcriptItemId) = 0;

signals:
    /// The price rose between quote and send (409 price_changed): the message waits in the composer's hands
    /// with the new quote. Nothing was taken.
    void priceChanged(const facet::client::TurnRequest &turn, const facet::Quote &newQuote);
};

} // namespace facet::client
