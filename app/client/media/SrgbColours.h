#pragma once

#include <QColorSpace>
#include <QImage>

namespace facet::client {

/// Whether a picture of this colour space looks different when it is shown as sRGB. No colour space is sRGB,
/// and so is a PNG's plain gamma of 2.2 (PNG 11.3.3.5: the usual approximation of it).
bool differsFromSrgb(const QColorSpace &space);

/// The picture in sRGB; as it is when nothing has to be done, or when its space cannot be converted.
QImage inSrgb(const QImage &picture);

} // namespace facet::client
