#pragma once

#include <QImage>

namespace facet::test {

/// Pictures for tests of what takes them in, made on the spot: every format, orientations, colours, and files
/// that are cut or lie. Each function fails the test program when this computer cannot write its format.

/// Left half red, right half blue: tells which way is up.
QImage twoColours(QSize size, QImage::Format format = QImage::Format_RGB32);
/// A red disc on nothing.
QImage disc(QSize size);
/// By Qt's writer of `format` ("png", "jpeg", "webp", "bmp", "tiff").
QByteArray encoded(const QImage &image, const char *format, int quality = 95);
/// The JPEG with an APP1 segment whose only entry is Orientation (Exif 2.32, tag 0x0112).
QByteArray withOrientation(const QByteArray &jpeg, int orientation);
/// A WebP of one picture after the other (RFC 9649, 2.7.1).
QByteArray animatedWebp(const QList<QImage> &pictures);
/// A GIF of two pictures of one pixel: white, then black.
QByteArray animatedGif();
/// 16 × 8 pixels of red in four channels, as a print shop would send it.
QByteArray cmykJpeg();

/// By libheif. `orientation`: 1..8 as in Exif, written as the file's own turns (irot, imir).
QByteArray heic(const QImage &image, int orientation = 1);
QByteArray avif(const QImage &image);

/// A PNG that says that it is of this size and holds nothing.
QByteArray pngHeader(quint32 width, quint32 height);
/// A JPEG whose frame header says that it is of this size.
QByteArray jpegClaiming(quint16 width, quint16 height);

} // namespace facet::test
