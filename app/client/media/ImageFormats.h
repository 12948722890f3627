#pragma once

#include <QByteArray>
#include <QString>

namespace facet::client {

/// A picture format, told by a file's first bytes and never by its name.
enum class ImageFormat { Png, Jpeg, WebP, Gif, Bmp, Tiff, Heic, Avif, Unknown };

ImageFormat imageFormatOf(const QByteArray &bytes);

/// "image/png", …; empty for Unknown.
QString mimeOf(ImageFormat format);
/// Ending for a file of it, without the dot: "png", "jpg", …
QString endingOf(ImageFormat format);
/// Qt's name of the reader; empty for those that are not read.
QByteArray readerOf(ImageFormat format);
/// What the service takes as it is: PNG, JPEG, WebP. The rest that can be read is converted to PNG.
bool isSentAsItIs(ImageFormat format);

/// Whether the file's end is there, for the formats whose readers would show a cut file with a grey rest:
/// JPEG (EOI after the scan, ITU-T T.81 B.1.1.3), BMP (rows × height), GIF (trailer). True for the others.
bool hasItsEnd(const QByteArray &bytes, ImageFormat format);

} // namespace facet::client
