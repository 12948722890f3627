#pragma once

#include "client/media/Attachment.h"
#include "client/media/ImageFormats.h"

#include <tl/expected.hpp>

namespace facet::client {

/// A picture as it is sent: its background filled, within its limits, encoded.
struct PictureOutput {
    QImage picture;
    QByteArray bytes;
    ImageFormat format = ImageFormat::Png;
    bool resized = false; ///< it has fewer pixels than what it was made of
    bool squeezed = false; ///< a lossy format, only because of the limit in bytes
};

/// Whether any pixel can be seen through.
bool isTransparent(const QImage &picture);

/// Applies `work` to a picture that is upright and sRGB: background, pixels, bytes. `lossy`: what it comes
/// from had lost detail already, so that JPEG of high quality is as good as PNG. The error is a technical
/// word: no memory, or nothing small enough.
tl::expected<PictureOutput, QString> makeOutput(QImage picture, const PictureWork &work, bool lossy);

/// PNG, at an effort of which a large picture takes a second instead of five. Empty: it could not be written.
QByteArray asPng(const QImage &picture);

} // namespace facet::client
