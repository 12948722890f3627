#include "client/store/AttachmentRows.h"

#include "client/store/AttachmentJson.h"
#include "client/store/Sql.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

namespace facet::client {

namespace {

QString ownerWord(AttachmentOwner::Kind kind)
{
    switch (kind) {
    case AttachmentOwner::Kind::Draft:
        return QStringLiteral("draft");
    case AttachmentOwner::Kind::Message:
        return QStringLiteral("message");
    case AttachmentOwner::Kind::BatchLine:
        return QStringLiteral("batch");
    }
    return {};
}

} // namespace

Result<void> putAttachments(
    QSqlDatabase &connection, const AttachmentOwner &owner, const QList<Attachment> &attachments)
{
    const QString kind = ownerWord(owner.kind);
    if (auto done = execSql(connection,
            QStringLiteral("DELETE FROM attachments WHERE owner_kind = ? AND owner_id = ?"),
            { kind, owner.id });
        !done)
        return done;
    int position = 0;
    for (const Attachment &a : attachments) {
        if (a.state != Attachment::State::Ready && a.state != Attachment::State::Working)
            continue;
        auto done = execSql(connection,
            QStringLiteral(
                "INSERT INTO attachments (id, owner_kind, owner_id, position, role, file_name, path, mime, "
                "sha256, width, height, bytes, notices, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?)"),
            { a.id, kind, owner.id, position++, wireName(a.role), a.fileName, a.path, a.mime, a.sha256,
                a.size.width(), a.size.height(), a.bytes, a.notices.join(QLatin1Char('\n')),
                attachmentFactsToText(a) });
        if (!done)
            return done;
    }
    return {};
}

Result<QList<Attachment>> attachmentsOf(
    QSqlDatabase &connection, const AttachmentOwner &owner, Thumbnails thumbnails)
{
    auto query = sql(connection,
        QStringLiteral("SELECT id, role, file_name, path, mime, sha256, width, height, bytes, notices, facts "
                       "FROM attachments WHERE owner_kind = ? AND owner_id = ? ORDER BY position"),
        { ownerWord(owner.kind), owner.id });
    if (!query)
        return tl::unexpected(query.error());
    QList<Attachment> all;
    while (query->next()) {
        Attachment a;
        a.id = query->value(0).toString();
        a.role = inputRoleFromWire(query->value(1).toString());
        a.state = Attachment::State::Ready;
        a.fileName = query->value(2).toString();
        a.path = query->value(3).toString();
        a.mime = query->value(4).toString();
        a.sha256 = query->value(5).toString();
        a.size = QSize(query->value(6).toInt(), query->value(7).toInt());
        a.bytes = query->value(8).toLongLong();
        const QString notices = query->value(9).toString();
        if (!notices.isEmpty())
            a.notices = notices.split(QLatin1Char('\n'));
        readAttachmentFacts(query->value(10).toString(), a);
        if (thumbnails == Thumbnails::Read)
            a.thumbnail = QImage(thumbnailPathFor(a.path));
        if (!QFileInfo::exists(a.path)) {
            a.state = Attachment::State::Failed;
            a.error = Error{ ErrorKind::File,
                QCoreApplication::translate("facet::client::ImageIntake",
                    "“%1” is no longer in Facet's folder. Attach the picture again.")
                    .arg(a.fileName),
                a.path, {}, {}, {} };
        }
        all.append(a);
    }
    return all;
}

Result<void> putUploadId(
    QSqlDatabase &connection, const QString &messageId, const QString &attachmentId, const QString &uploadId)
{
    return execSql(connection,
        QStringLiteral(
            "UPDATE attachments SET upload_id = ? WHERE owner_kind = 'message' AND owner_id = ? AND id = ?"),
        { uploadId, messageId, attachmentId });
}

Result<QHash<QString, QString>> uploadIdsOf(QSqlDatabase &connection, const QString &messageId)
{
    auto query = sql(connection,
        QStringLiteral("SELECT id, upload_id FROM attachments WHERE owner_kind = 'message' AND owner_id = ? "
                       "AND upload_id <> ''"),
        { messageId });
    if (!query)
        return tl::unexpected(query.error());
    QHash<QString, QString> ids;
    while (query->next())
        ids.insert(query->value(0).toString(), query->value(1).toString());
    return ids;
}

} // namespace facet::client
