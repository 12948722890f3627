#pragma once

#include "client/media/Attachment.h"

#include <QFuture>
#include <QObject>
#include <QSemaphore>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace facet::client {

/// What comes in at all. What a model takes is less, and pictures are made to fit it (PictureWork).
struct IntakeLimits {
    qint64 maxBytes = 256LL * 1024 * 1024; ///< bytes of a picture's file
    qint64 maxPixels = 100'000'000; ///< pixels of a picture in memory; a JPEG may have four times as many
    qint64 maxMediaBytes =
        64LL * 1024 * 1024; ///< bytes of a video or sound: the service's limit of an upload
    qint64 longestMediaMs = 600'000; ///< of a video or sound: what the bundled service takes
};

/// Takes files in, off the window's thread, a few at a time: what they are is told by their content, the
/// original bytes are kept under the profile by their sha256, dimensions are checked before anything is
/// decoded, and the pixels that are in memory at one time are bounded.
///
/// Pictures (PNG, JPEG, WebP, HEIC, AVIF, GIF, BMP, TIFF): what is sent is a PNG, JPEG or WebP that is
/// upright, in sRGB, one picture, within `work`'s limits; the original itself where it is all that already.
/// Every difference is in `notices`. Videos (MP4, MOV, WebM) and sounds (M4A, WAV, MP3, Ogg) are sent as they
/// are, with their size and length read; their role is set.
///
/// Each answer is an Attachment that is Ready, with no id; or an Error (File: missing, empty, cut, damaged;
/// Unsupported: a format or a size that is not taken) whose sentence names the file, the limit and what to
/// do.
class ImageIntake : public QObject {
    Q_OBJECT
public:
    /// `folder`: <profile>/attachments; made when needed.
    explicit ImageIntake(const QString &folder, QObject *parent = nullptr);
    /// What has not begun is dropped; what is being read is waited for.
    ~ImageIntake() override;

    void setLimits(const IntakeLimits &limits) { m_limits = limits; }
    const IntakeLimits &limits() const { return m_limits; }

    QFuture<Result<Attachment>> readFile(const QString &path, const PictureWork &work = {});
    /// A picture in memory. `fileName`: what to call it.
    QFuture<Result<Attachment>> readBytes(
        const QByteArray &bytes, const QString &fileName, const PictureWork &work = {});
    /// Pixels without a file (a paste), kept as PNG.
    QFuture<Result<Attachment>> readPixels(
        const QImage &image, const QString &fileName, const PictureWork &work = {});
    /// A picture that was taken in, made anew from its original. `pixels`, when there are any, take the
    /// original's place first and are kept as work.editedPath.
    QFuture<Result<Attachment>> rework(
        const Attachment &attachment, const PictureWork &work, const QImage &pixels = {});

private:
    QFuture<Result<Attachment>> inBackground(std::function<Result<Attachment>()> work);

    QString m_folder;
    IntakeLimits m_limits;
    std::shared_ptr<QSemaphore> m_megapixels; ///< that may be in memory at one time
    QThreadPool m_pool;
};

} // namespace facet::client
