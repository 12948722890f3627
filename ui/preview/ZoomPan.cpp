#include "ui/preview/ZoomPan.h"

#include <algorithm>
#include <cmath>

namespace facet::ui {

void ZoomPan::setPicture(const QSize &pixels)
{
    m_pixels = pixels;
    hold();
}

void ZoomPan::setView(const QSizeF &size, double devicePixelRatio)
{
    m_view = size;
    m_ratio = devicePixelRatio;
    hold();
}

double ZoomPan::fitScale() const
{
    if (m_pixels.isEmpty() || m_view.isEmpty())
        return 1;
    return std::min(m_view.width() / m_pixels.width(), m_view.height() / m_pixels.height()) * m_ratio;
}

double ZoomPan::scale() const
{
    return m_scale.value_or(fitScale());
}

void ZoomPan::fit()
{
    m_scale.reset();
    m_centre = { 0.5, 0.5 };
}

void ZoomPan::actual()
{
    m_scale = 1;
    hold();
}

void ZoomPan::zoom(double factor, const QPointF &place)
{
    const QRectF before = target();
    if (before.isEmpty())
        return;
    const double least = std::min(1.0, fitScale());
    const double wanted = std::clamp(scale() * factor, least, std::max(largest, fitScale()));
    // Through the fitted size it stops there.
    if ((scale() - fitScale()) * (wanted - fitScale()) < 0 || std::abs(wanted - fitScale()) < 1e-6) {
        fit();
        return;
    }
    const QPointF part((place.x() - before.x()) / before.width(), (place.y() - before.y()) / before.height());
    m_scale = wanted;
    const QSizeF size = QSizeF(m_pixels) * (wanted / m_ratio);
    m_centre = { part.x() + (m_view.width() / 2 - place.x()) / size.width(),
        part.y() + (m_view.height() / 2 - place.y()) / size.height() };
    hold();
}

void ZoomPan::pan(const QPointF &by)
{
    const QRectF now = target();
    if (now.isEmpty())
        return;
    m_centre -= QPointF(by.x() / now.width(), by.y() / now.height());
    hold();
}

void ZoomPan::hold()
{
    if (m_pixels.isEmpty() || m_view.isEmpty())
        return;
    const QSizeF size = QSizeF(m_pixels) * (scale() / m_ratio);
    const auto held = [](double centre, double picture, double view) {
        if (picture <= view)
            return 0.5;
        const double edge = view / picture / 2;
        return std::clamp(centre, edge, 1 - edge);
    };
    m_centre = { held(m_centre.x(), size.width(), m_view.width()),
        held(m_centre.y(), size.height(), m_view.height()) };
}

bool ZoomPan::canPan() const
{
    const QRectF now = target();
    return now.width() > m_view.width() + 0.5 || now.height() > m_view.height() + 0.5;
}

QRectF ZoomPan::target() const
{
    if (m_pixels.isEmpty())
        return {};
    const QSizeF size = QSizeF(m_pixels) * (scale() / m_ratio);
    return { QPointF(m_view.width() / 2 - m_centre.x() * size.width(),
                 m_view.height() / 2 - m_centre.y() * size.height()),
        size };
}

QSize ZoomPan::box() const
{
    const double now = scale();
    if (now >= 1 || m_pixels.isEmpty())
        return {};
    return QSizeF(m_pixels.width() * now, m_pixels.height() * now).toSize().expandedTo(QSize(1, 1));
}

} // namespace facet::ui
