#pragma once

#include "service/engines/draft/Nv12Picture.h"

#include <QImage>

#include <optional>

namespace facet::service::draft {

/// Chooses a video's poster among its frames as they go by: the first one with something on it, else the
/// last one seen.
class Poster {
public:
    static constexpr int widest = 960; ///< pixels (Engine.h)

    void offer(const Nv12Picture &frame, bool last);
    /// Null before offer() took one.
    const QImage &image() const { return m_image; }

private:
    QImage m_image;
};

/// `image` at most Poster::widest wide, as JPEG. False when it could not be written.
bool writePoster(const QImage &image, const QString &path);

} // namespace facet::service::draft
