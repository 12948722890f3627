#pragma once

#include <QObject>

namespace facet::client {

/// Looking for a text in the open conversation: in all of its rows, not only in those that have been read.
/// What is found comes in parts, the end of the conversation first, and follows what goes on in it.
class TranscriptSearch : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual QString text() const = 0;
    /// Empty ends the search. Another conversation does too.
    virtual void setText(const QString &text) = 0;
    /// Every row has been looked at.
    virtual bool isDone() const = 0;

    /// Rows in which it occurs.
    virtual int count() const = 0;
    /// The row of hit `n`, 0 being the first of the conversation; -1 when it is not known yet.
    virtual int row(int n) const = 0;
    /// The first hit at `row` or below; count() when there is none.
    virtual int firstFrom(int row) const = 0;

signals:
    void changed();
};

} // namespace facet::client
