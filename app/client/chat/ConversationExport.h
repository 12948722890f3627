#pragma once

#include "client/chat/Transcript.h"

#include <functional>

namespace facet::client {

/// How a conversation is written down. Called away from the window's thread.
struct ExportDocument {
    QString head;
    /// One row. `files` are links, relative to the document, to the row's files by the ids of its attachments
    /// and assets; what is not among them is not on this disk any more.
    std::function<QString(const TranscriptItem &item, const QHash<QString, QString> &files)> row;
};

/// A conversation on its way into a folder of its own: conversation.md, and copies of its files in
/// attachments/ and media/. The folder has its name only once it is whole; until then, and when it is
/// cancelled or fails, nothing is left of it.
class ConversationExport : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// `ended` follows, with ErrorKind::Cancelled.
    virtual void cancel() = 0;

signals:
    void progressed(double share); ///< 0..1, by bytes
    /// Exactly once: the folder. Errors: File (the disk is full, or may not be written), Cancelled.
    void ended(const facet::Result<QString> &folder);
};

} // namespace facet::client
