#pragma once

#include <QImage>
#include <QRectF>

class QPainter;

namespace facet::ui {

/// The picture filling `rect` (cropped around its middle), with rounded corners, sharp at every scale.
void paintRoundedPicture(QPainter &painter, const QRectF &rect, const QImage &picture, qreal radius);

} // namespace facet::ui
