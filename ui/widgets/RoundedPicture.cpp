#include "ui/widgets/RoundedPicture.h"

#include <QPainter>
#include <QPainterPath>

namespace facet::ui {

void paintRoundedPicture(QPainter &painter, const QRectF &rect, const QImage &picture, qreal radius)
{
    if (picture.isNull() || rect.isEmpty())
        return;
    const QSizeF whole = picture.size();
    const QSizeF shown = rect.size().scaled(whole, Qt::KeepAspectRatio);
    const QRectF source(
        QPointF((whole.width() - shown.width()) / 2, (whole.height() - shown.height()) / 2), shown);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    // A clip path would have hard edges: fill the path with the scaled picture instead.
    const qreal ratio = painter.device()->devicePixelRatioF();
    QImage scaled =
        picture.copy(source.toAlignedRect())
            .scaled((rect.size() * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    QBrush brush(scaled);
    brush.setTransform(QTransform::fromTranslate(rect.x(), rect.y()));
    painter.fillPath(path, brush);
    painter.restore();
}

} // namespace facet::ui
