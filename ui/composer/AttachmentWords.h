#pragma once

#include "client/media/Attachment.h"
#include "domain/Model.h"

#include <QCoreApplication>

namespace facet::ui {

/// What is attached, in words.
class AttachmentWords {
    Q_DECLARE_TR_FUNCTIONS(AttachmentWords)
public:
    /// "photo.heic", "4032 × 3024 pixels", "2.1 MB", "0:12", and what was done to it, one a line.
    static QStringList facts(const client::Attachment &attachment);
    /// "Original kept: photo.heic, 3.2 MB"; empty when it is what is sent, or not known.
    static QString originalKept(const client::Attachment &attachment);
    /// "Kept aside: 2 images. Lip Sync takes one." `sent`: what goes to `model`; null: not known.
    static QString keptAside(
        const QList<client::Attachment> &aside, const QList<client::Attachment> &sent, const Model *model);
    /// "0:12", "1:02:03".
    static QString length(qint64 milliseconds);
    /// "PNG", "HEIC", "MP4".
    static QString type(const QString &mime);

private:
    static QString what(const QList<client::Attachment> &aside);
};

} // namespace facet::ui
