#pragma once

#include "client/media/Attachment.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace facet::client {

/// What the service takes (GET /v1/service, the catalogue's image limits).
struct IntakeLimits {
    qint64 maxBytes = 64LL * 1024 * 1024; ///< bytes a file
    qint64 maxPixels = 100'000'000; ///< pixels a picture
};

/// Takes pictures in, off the window's thread, a few at a time: what they are is told by their content, the
/// original bytes are kept under the profile by their sha256, dimensions are checked before anything is
/// decoded, and pictures are shown upright by their EXIF orientation. PNG, JPEG and WebP are sent as they
/// are; GIF, BMP and TIFF as PNG, with a notice.
///
/// Each answer is an Attachment that is Ready, with neither id nor role; or an Error (File: missing, empty,
/// cut, damaged; Unsupported: a format or a size that is not taken) whose sentence names the file, the limit
/// and what to do.
class ImageIntake : public QObject {
    Q_OBJECT
public:
    /// `folder`: <profile>/attachments; made when needed.
    explicit ImageIntake(const QString &folder, QObject *parent = nullptr);
    /// What has not begun is dropped; what is being read is waited for.
    ~ImageIntake() override;

    void setLimits(const IntakeLimits &limits) { m_limits = limits; }

    QFuture<Result<Attachment>> readFile(const QString &path);
    /// `fileName`: what to call it.
    QFuture<Result<Attachment>> readBytes(const QByteArray &bytes, const QString &fileName);
    /// Pixels without a file (a paste), kept as PNG.
    QFuture<Result<Attachment>> readPixels(const QImage &image, const QString &fileName);

private:
    QFuture<Result<Attachment>> inBackground(std::function<Result<Attachment>()> work);

    QString m_folder;
    IntakeLimits m_limits;
    QThreadPool m_pool;
};

} // namespace facet::client
