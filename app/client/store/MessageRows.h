#pragma once

#include "client/chat/Transcript.h"
#include "client/store/AttachmentRows.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace facet::client {

/// A row of a transcript as it is kept, with the run it belongs to.
struct StoredItem {
    QString conversationId;
    QString runId; ///< of the turn that made it; for a User item, the turn that it started
    qint64 position = 0; ///< order within the conversation
    TranscriptItem item;
};

/// Adds the row at its position, or changes the one that has its id. A User item's
/// attachments are kept with it. On the thread of the database.
Result<void> putItem(QSqlDatabase &connection, const StoredItem &stored);

/// Takes a row away, with its attachments.
Result<void> removeItem(QSqlDatabase &connection, const QString &itemId);

/// By position. A Generation item comes with its record as it is on disk.
Result<QList<StoredItem>> itemsOf(QSqlDatabase &connection, const QString &conversationId);
Result<std::optional<StoredItem>> itemById(QSqlDatabase &connection, const QString &itemId);

/// Rows of `SELECT itemColumns() FROM messages …`, in the order in which they come.
QString itemColumns();
Result<QList<StoredItem>> readItems(
    QSqlDatabase &connection, Result<QSqlQuery> query, Thumbnails thumbnails = Thumbnails::Read);

/// A kind as the database names it. Empty: a kind of a newer Facet.
QString kindWord(TranscriptItem::Kind kind);
std::optional<TranscriptItem::Kind> kindFromWord(const QString &word);

/// Text as the filter compares it: NFC, case folded.
QString foldedForSearch(const QString &text);
/// The same for the full-text index (SearchRows.h): in one line, single spaces.
QString searchedTextOf(const QString &text);

} // namespace facet::client
