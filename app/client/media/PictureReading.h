#pragma once

#include "client/media/ImageFormats.h"
#include "client/media/ImageIntake.h"

#include <QCoreApplication>

namespace facet::client {

class EncodedPicture;

/// One picture's way in, on whatever thread it is called. See ImageIntake for the rules and the errors.
class PictureReading {
    Q_DECLARE_TR_FUNCTIONS(facet::client::ImageIntake)
public:
    /// Decoded at one time, over all readings: one of the largest, or many of the usual ones.
    static constexpr int megapixelsAtOnce = 120;

    struct Place {
        QString folder; ///< <profile>/attachments
        IntakeLimits limits;
        std::shared_ptr<QSemaphore> megapixels; ///< shared by all readings
    };
    PictureReading(Place place, const QString &fileName);

    Result<Attachment> fromFile(const QString &path, const PictureWork &work) const;
    Result<Attachment> fromBytes(const QByteArray &bytes, const PictureWork &work) const;
    Result<Attachment> fromPixels(const QImage &image, const PictureWork &work) const;
    /// See ImageIntake::rework().
    Result<Attachment> again(
        const Attachment &attachment, const PictureWork &work, const QImage &pixels) const;

private:
    Result<QByteArray> bytesOf(const QString &path) const;
    Result<void> checkSize(qint64 bytes) const;
    Result<void> checkFormat(ImageFormat format) const;
    Result<void> checkPixels(QSize size, ImageFormat format) const;
    tl::unexpected<Error> damaged(const QString &detail) const;
    tl::unexpected<Error> noRoom(const QString &detail) const;

    /// What is sent of `bytes`, into `attachment`, whose original is known already.
    Result<Attachment> make(Attachment attachment, const QByteArray &bytes, const PictureWork &work) const;
    /// Nothing has to be done: the bytes themselves are sent.
    Result<Attachment> asItIs(Attachment attachment, const EncodedPicture &source, const QImage &small) const;
    Result<Attachment> converted(
        Attachment attachment, EncodedPicture &source, const PictureWork &work) const;
    /// <folder>/ab/abcd….ending, written once.
    Result<QString> keep(const QByteArray &bytes, const QString &sha256, const QString &ending) const;
    Result<void> keepThumbnail(const Attachment &attachment) const;

    Place m_place;
    QString m_name; ///< NFC
};

} // namespace facet::client
