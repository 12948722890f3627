#pragma once

#include "client/chat/ConversationExport.h"
#include "client/net/Strand.h"
#include "client/store/Database.h"

#include <QTimer>

#include <memory>

namespace facet::client {

class ExportFolder;

/// Reads a part of the conversation at a time, so that the profile's file is free in between, and writes it
/// on a thread of its own. Deletes itself when it has ended.
class StoredConversationExport : public ConversationExport {
    Q_OBJECT
public:
    struct What {
        QString conversationId;
        QString title; ///< the folder's name is made of it
        ExportDocument document;
    };
    StoredConversationExport(Database &database, What what, const QString &folder, QObject *parent);
    ~StoredConversationExport() override;

    void start();
    void cancel() override;

private:
    void next();
    void end(const Result<QString> &folder);
    static Result<void> write(
        ExportFolder &folder, const ExportDocument &document, const QList<TranscriptItem> &items);

    Database &m_database;
    What m_what;
    Strand m_strand; ///< the disk may be slow
    std::shared_ptr<ExportFolder> m_folder; ///< touched on the strand only
    QStringList m_left; ///< ids of rows
    qint64 m_bytes = 0; ///< of all files
    QTimer m_look;
};

} // namespace facet::client
