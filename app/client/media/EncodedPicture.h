#pragma once

#include "client/media/ImageFormats.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <tl/expected.hpp>

namespace facet::client {

/// A picture's bytes in memory, decoded as far as is asked for. The decoder is named by the content: no other
/// ever sees the bytes. Errors are technical words, for the details of an error.
class EncodedPicture {
public:
    explicit EncodedPicture(const QByteArray &bytes);
    EncodedPicture(const EncodedPicture &) = delete;
    EncodedPicture &operator=(const EncodedPicture &) = delete;

    const QByteArray &bytes() const { return m_bytes; }
    ImageFormat format() const { return m_format; }
    /// Reads the head; nothing below is known before.
    tl::expected<void, QString> open();

    QSize size() const { return m_size; } ///< pixels, upright
    bool isTurned() const { return m_turned; } ///< the file notes how it was held (EXIF, irot, imir)
    bool isAnimated() const { return m_animated; } ///< more than one picture
    bool isCmyk() const { return m_cmyk; } ///< four printing inks
    bool isLossy() const; ///< by its format: nothing is lost by sending it as a good JPEG

    /// Whether readSmall() is many times sooner than readWhole().
    bool decodesSmall() const;
    /// Upright, at most `side` pixels on the long side, if decodesSmall(); else all of it.
    tl::expected<QImage, QString> readSmall(int side);
    /// Upright, with the file's colour space. A JPEG of more than `maxPixels` comes at a half, a quarter, …
    tl::expected<QImage, QString> readWhole(qint64 maxPixels);

private:
    tl::expected<QImage, QString> readScaled(QSize stored);

    QByteArray m_bytes;
    ImageFormat m_format;
    QSize m_stored; ///< as in the file
    QSize m_size;
    bool m_turned = false;
    bool m_animated = false;
    bool m_cmyk = false;
};

} // namespace facet::client
