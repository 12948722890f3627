#pragma once

#include "client/media/ImageFormats.h"
#include "client/media/ImageIntake.h"

#include <QCoreApplication>

class QImageReader;

namespace facet::client {

/// One picture's way in, on whatever thread it is called. See ImageIntake for the rules and the errors.
class PictureReading {
    Q_DECLARE_TR_FUNCTIONS(facet::client::ImageIntake)
public:
    PictureReading(const QString &folder, const IntakeLimits &limits, const QString &fileName);

    Result<Attachment> fromFile(const QString &path) const;
    Result<Attachment> fromBytes(const QByteArray &bytes) const;
    Result<Attachment> fromPixels(const QImage &image) const;

private:
    Result<void> checkSize(qint64 bytes) const;
    Result<void> checkFormat(ImageFormat format) const;
    Result<void> checkPixels(QSize size) const;
    tl::unexpected<Error> damaged(const QString &detail) const;

    /// Reads the picture small; `full` is filled where the format gives no other way.
    Result<QImage> thumbnailOf(QImageReader &reader, QSize size, QImage *full) const;
    /// The attachment's bytes become the picture as PNG.
    Result<void> convert(Attachment &attachment, const QImage &picture, ImageFormat from) const;
    /// <folder>/ab/abcd….ending, written once.
    Result<QString> keep(const QByteArray &bytes, const QString &sha256, const QString &ending) const;
    Result<void> keepThumbnail(const Attachment &attachment) const;

    QString m_folder;
    IntakeLimits m_limits;
    QString m_name; ///< NFC
};

} // namespace facet::client
