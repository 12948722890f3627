#include "Pictures.h"

#include <QPainter>
#include <QRandomGenerator>

namespace facet::test {

QImage texture(QSize size, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(70, 90, 80));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 500; ++i) {
        const double r = size.height() * (0.01 + 0.05 * random.generateDouble());
        painter.setBrush(
            QColor::fromHsv(random.bounded(360), 60 + random.bounded(60), 50 + random.bounded(110)));
        painter.drawEllipse(
            QPointF(size.width() * random.generateDouble(), size.height() * random.generateDouble()), r, r);
    }
    return image;
}

QImage withDisc(const QImage &background, QPointF middle, double radius)
{
    QImage image = background;
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(250, 245, 220));
    painter.drawEllipse(middle, radius, radius);
    painter.setBrush(QColor(200, 60, 40));
    painter.drawEllipse(middle + QPointF(-radius * 0.3, -radius * 0.2), radius * 0.3, radius * 0.3);
    painter.setBrush(QColor(40, 60, 160));
    painter.drawRect(
        QRectF(middle.x() + radius * 0.1, middle.y() + radius * 0.1, radius * 0.4, radius * 0.4));
    return image;
}

} // namespace facet::test
