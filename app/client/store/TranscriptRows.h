#pragma once

#include "client/store/MessageRows.h"

namespace facet::client {

/// Parts of a conversation that may have a hundred thousand rows. All of it on the thread of the database;
/// attachments come without their thumbnails.

/// How long a conversation is, and how it ends.
struct TranscriptTail {
    int count = 0; ///< of all rows
    QList<StoredItem> rows; ///< the last ones, by position
};
Result<TranscriptTail> transcriptTail(QSqlDatabase &connection, const QString &conversationId, int most);

/// A row, as far as it is known before it is read.
struct OutlineRow {
    qint64 position = 0;
    TranscriptItem::Kind kind = TranscriptItem::Kind::User;
};
/// At most `most` rows before a position, the last of them first.
Result<QVector<OutlineRow>> outlineBefore(
    QSqlDatabase &connection, const QString &conversationId, qint64 position, int most);

/// The rows from one position to another, both included.
Result<QList<StoredItem>> itemsBetween(
    QSqlDatabase &connection, const QString &conversationId, qint64 first, qint64 last);
/// Only what was said in them (messages, answers, questions), as it was written.
Result<QStringList> textsBetween(
    QSqlDatabase &connection, const QString &conversationId, qint64 first, qint64 last);

/// Empty: it has no row in this conversation.
Result<std::optional<qint64>> generationPosition(
    QSqlDatabase &connection, const QString &conversationId, const QString &generationKey);

Result<QList<StoredItem>> itemsOfRun(QSqlDatabase &connection, const QString &runId);
/// The last `most` messages and answers with a text before a message.
Result<QList<StoredItem>> saidBefore(
    QSqlDatabase &connection, const QString &conversationId, const QString &messageId, int most);
/// Questions that nobody has answered.
Result<QList<StoredItem>> openQuestions(QSqlDatabase &connection, const QString &conversationId);

/// Where a text occurs (TextMatch.h) in at most `most` rows before a position, the last of them first.
struct FoundPart {
    QVector<qint64> positions;
    std::optional<qint64> next; ///< go on before this one; empty: that was all
};
Result<FoundPart> positionsWith(
    QSqlDatabase &connection, const QString &conversationId, const QString &text, qint64 before, int most);

} // namespace facet::client
