#pragma once

#include "domain/Error.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>

namespace facet::client {

/// A message that has every word that was looked for.
struct SearchHit {
    enum class Who { User, Agent, Other };

    /// Where a word stands in `snippet`, in UTF-16 units.
    struct Mark {
        int start = 0;
        int length = 0;
        friend bool operator==(const Mark &, const Mark &) = default;
    };

    QString conversationId;
    QString conversationTitle;
    QString itemId; ///< TranscriptItem::id
    Who who = Who::User;
    QDateTime at; ///< UTC
    QString snippet; ///< some text around the first word, in one line; "…" where it was cut
    QList<Mark> marks; ///< in order, not overlapping
};

struct SearchAnswer {
    QList<SearchHit> hits; ///< newest first
    bool more = false; ///< there are older ones
};

/// Full-text search over the messages of all conversations, on the database's thread: parts of words, Korean
/// syllables and single letters too, whatever the case and however Hangul is composed. Words in double
/// quotes belong together; nothing else that is typed has a meaning of its own (SearchTerms).
class Search : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// At most `most`; `conversationId` empty: in all conversations. ErrorKind::File.
    virtual QFuture<Result<SearchAnswer>> messages(
        const QString &text, const QString &conversationId = {}, int most = 100) = 0;
    /// Which row of its conversation (Transcript) it is; -1: it is gone.
    virtual QFuture<Result<int>> rowOf(const QString &itemId) = 0;
    /// False while messages of an older profile are still being put into the index, newest first.
    virtual bool isComplete() const = 0;

signals:
    void completed();
};

} // namespace facet::client
