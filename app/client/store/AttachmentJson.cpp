#include "client/store/AttachmentJson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace facet::client {

namespace {

QJsonObject toJson(const OriginalFile &original)
{
    return { { QStringLiteral("path"), original.path }, { QStringLiteral("mime"), original.mime },
        { QStringLiteral("bytes"), original.bytes }, { QStringLiteral("width"), original.size.width() },
        { QStringLiteral("height"), original.size.height() } };
}

OriginalFile originalFrom(const QJsonObject &json)
{
    OriginalFile original;
    original.path = json.value(QStringLiteral("path")).toString();
    original.mime = json.value(QStringLiteral("mime")).toString();
    original.bytes = json.value(QStringLiteral("bytes")).toInteger();
    original.size =
        QSize(json.value(QStringLiteral("width")).toInt(-1), json.value(QStringLiteral("height")).toInt(-1));
    return original;
}

QJsonObject toJson(const PictureWork &work)
{
    return { { QStringLiteral("edited_path"), work.editedPath },
        { QStringLiteral("edited_notice"), work.editedNotice },
        { QStringLiteral("background"), work.background }, { QStringLiteral("keep_size"), work.keepSize },
        { QStringLiteral("max_pixels"), work.maxPixels }, { QStringLiteral("max_bytes"), work.maxBytes } };
}

PictureWork workFrom(const QJsonObject &json)
{
    PictureWork work;
    work.editedPath = json.value(QStringLiteral("edited_path")).toString();
    work.editedNotice = json.value(QStringLiteral("edited_notice")).toString();
    work.background = json.value(QStringLiteral("background")).toString();
    work.keepSize = json.value(QStringLiteral("keep_size")).toBool();
    work.maxPixels = json.value(QStringLiteral("max_pixels")).toInteger();
    work.maxBytes = json.value(QStringLiteral("max_bytes")).toInteger();
    return work;
}

} // namespace

QString attachmentFactsToText(const Attachment &attachment)
{
    QJsonObject object{ { QStringLiteral("original"), toJson(attachment.original) },
        { QStringLiteral("work"), toJson(attachment.work) },
        { QStringLiteral("transparent"), attachment.transparent },
        { QStringLiteral("resized"), attachment.resized }, { QStringLiteral("aside"), attachment.aside },
        { QStringLiteral("duration_ms"), attachment.durationMs } };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void readAttachmentFacts(const QString &text, Attachment &attachment)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.isEmpty())
        return;
    attachment.original = originalFrom(object.value(QStringLiteral("original")).toObject());
    attachment.work = workFrom(object.value(QStringLiteral("work")).toObject());
    attachment.transparent = object.value(QStringLiteral("transparent")).toBool();
    attachment.resized = object.value(QStringLiteral("resized")).toBool();
    attachment.aside = object.value(QStringLiteral("aside")).toBool();
    attachment.durationMs = object.value(QStringLiteral("duration_ms")).toInteger();
}

} // namespace facet::client
