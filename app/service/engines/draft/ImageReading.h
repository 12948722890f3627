#pragma once

#include "domain/Error.h"
#include "service/engines/draft/StopFlag.h"

#include <QColor>
#include <QImage>
#include <QSize>

namespace facet::service::draft {

/// A decoded picture and its true size.
struct ReadPicture {
    QImage image; ///< Format_RGB32, upright by EXIF, sRGB, transparency flattened
                  ///< (Format_ARGB32_Premultiplied when `background` was transparent and it is)
    QSize fullSize; ///< upright, before any reduction
};

/// Largest picture that is read (issue 2: 100 megapixels).
inline constexpr qint64 largestPicture = 100'000'000;

/// Upright size without decoding; empty when the file does not say.
QSize pictureSize(const QString &path);

/// Reads `path`, reduced while decoding to what covers `enough`. Transparent parts show `background`.
/// Errors: File when it is missing, Unsupported when it is damaged, empty or too large, Cancelled.
Result<ReadPicture> readPicture(
    const QString &path, QSize enough, const QColor &background, const StopFlag &stop, bool korean);

} // namespace facet::service::draft
