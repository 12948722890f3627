#pragma once

#include "client/store/SearchTerms.h"
#include "domain/Error.h"

#include <QDateTime>
#include <QSet>
#include <QSqlDatabase>

namespace facet::client {

/// Looking through messages with the full-text index (message_words). On the thread of the database.
///
/// The index holds every three letters in a row. A term of three or more is a phrase of it; of one or two,
/// the triples that begin with it, or where those are too many, the text itself, newest first.

/// A message that has every term.
struct FoundMessage {
    qint64 seq = 0;
    QString conversationId;
    QString conversationTitle;
    QString itemId;
    QString kind; ///< as stored: "user", "agent", "approval", "problem"
    QDateTime at; ///< UTC
    QString text;
};

/// Newest first, at most `most`; `conversationId` empty: in all conversations.
Result<QList<FoundMessage>> messagesWith(
    QSqlDatabase &connection, const SearchTerms &terms, const QString &conversationId, int most);
/// Conversations whose title or messages have every term.
Result<QSet<QString>> conversationsWith(QSqlDatabase &connection, const SearchTerms &terms);

/// Puts the next older messages that are not in the index yet into it. Answers how many were looked at; 0:
/// there are no more.
Result<int> indexOlderMessages(QSqlDatabase &connection, int most);

} // namespace facet::client
