#pragma once

#include "client/batch/BatchLine.h"

#include <QFuture>
#include <QObject>

namespace facet::client {

/// Requests that were accepted together and are sent one after another, as many at once as the plan lets run.
/// Each is a message of its conversation like any other: with its own idempotency key and price lock, so a
/// restart repeats and loses nothing. It stands still with a question() when credits, a price or a budget
/// want a person's word.
class BatchQueue : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct Count {
        int all = 0;
        int waiting = 0;
        int underWay = 0; ///< Sent and Running
        int done = 0; ///< Done and Answered
        int failed = 0;
        int cancelled = 0;
    };

    virtual const QList<BatchLine> &lines() const = 0;
    virtual std::optional<BatchQuestion> question() const = 0;
    /// The question can be answered with resume() now: what is left can be paid.
    virtual bool canResume() const = 0;

    /// At the end of the queue, once they are on disk. `overBudget`: the person was told that it goes past a
    /// budget, and said yes. Lines that are final go off the list first. Errors: File.
    virtual QFuture<Result<void>> add(const QList<TurnRequest> &turns, bool overBudget) = 0;
    virtual void pause() = 0;
    /// Goes on at what question() says: new prices are the locks from here on, a budget is passed.
    virtual void resume() = 0;
    /// Everything that was not sent. What runs can be cancelled on its card.
    virtual void cancelRest() = 0;
    /// Takes the list away, when everything on it is final.
    virtual void clear() = 0;

    Count count() const;

signals:
    void changed(); ///< the lines, or the question
    void lineChanged(int row);
    void failed(const facet::Error &error); ///< the disk refused
};

} // namespace facet::client
