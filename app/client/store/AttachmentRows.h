#pragma once

#include "client/media/Attachment.h"
#include "client/media/ThumbnailPath.h"

#include <QSqlDatabase>

namespace facet::client {

/// Who holds attachments: the draft of a conversation, a message, or a line of a batch that is not sent yet.
struct AttachmentOwner {
    enum class Kind { Draft, Message, BatchLine };
    Kind kind = Kind::Draft;
    QString id; ///< the conversation's, the message's; of a line: the message's that it will be
};

/// Puts `attachments` in place of what the owner had. Those that are still being read are not kept: their
/// bytes are not under the profile. One that is being made anew is kept as it was. On the thread of the
/// database.
Result<void> putAttachments(
    QSqlDatabase &connection, const AttachmentOwner &owner, const QList<Attachment> &attachments);

/// Whether the thumbnails come along: one takes half a megabyte, and a row that is only painted has them from
/// thumbnailPathFor() when it is in sight.
enum class Thumbnails { Read, Leave };

/// In their order. One whose file is gone comes back Failed with a sentence.
Result<QList<Attachment>> attachmentsOf(
    QSqlDatabase &connection, const AttachmentOwner &owner, Thumbnails thumbnails = Thumbnails::Read);

/// The service's id of an uploaded attachment, so that a retry does not send the bytes again.
Result<void> putUploadId(
    QSqlDatabase &connection, const QString &messageId, const QString &attachmentId, const QString &uploadId);

/// The attachments of a message that were uploaded: attachment id → upload id.
Result<QHash<QString, QString>> uploadIdsOf(QSqlDatabase &connection, const QString &messageId);

} // namespace facet::client
