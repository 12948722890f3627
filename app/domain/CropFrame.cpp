#include "domain/CropFrame.h"

#include <QList>
#include <QStringView>

#include <algorithm>
#include <cmath>

namespace facet {

CropFrame::CropFrame(const QSize &picture)
    : m_picture(picture.expandedTo(QSize(1, 1)))
    , m_rect(QPointF(0, 0), QSizeF(m_picture))
{
}

QRect CropFrame::pixels() const
{
    const int width = std::clamp(qRound(m_rect.width()), 1, m_picture.width());
    const int height = std::clamp(qRound(m_rect.height()), 1, m_picture.height());
    return { std::clamp(qRound(m_rect.left()), 0, m_picture.width() - width),
        std::clamp(qRound(m_rect.top()), 0, m_picture.height() - height), width, height };
}

QSizeF CropFrame::largest() const
{
    const QSizeF whole(m_picture);
    if (!m_aspect)
        return whole;
    return whole.width() / whole.height() > *m_aspect ? QSizeF(whole.height() * *m_aspect, whole.height())
                                                      : QSizeF(whole.width(), whole.width() / *m_aspect);
}

void CropFrame::keepInside()
{
    const QSizeF most = largest();
    const QSizeF whole(m_picture);
    QSizeF size = m_rect.size();
    if (m_aspect) {
        const double least = std::min(most.width(), std::max(smallest, smallest * *m_aspect));
        const double width = std::clamp(size.width(), std::max(least, most.width() / closest), most.width());
        size = QSizeF(width, width / *m_aspect);
    } else {
        const double leastWidth = std::min(whole.width(), std::max(smallest, whole.width() / closest));
        const double leastHeight = std::min(whole.height(), std::max(smallest, whole.height() / closest));
        size = QSizeF(std::clamp(size.width(), leastWidth, whole.width()),
            std::clamp(size.height(), leastHeight, whole.height()));
    }
    const QPointF middle = m_rect.center();
    m_rect = QRectF(QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), size);
    m_rect.moveLeft(std::clamp(m_rect.left(), 0.0, std::max(0.0, whole.width() - size.width())));
    m_rect.moveTop(std::clamp(m_rect.top(), 0.0, std::max(0.0, whole.height() - size.height())));
}

void CropFrame::setAspect(std::optional<double> aspect)
{
    m_aspect = aspect;
    if (!aspect || *aspect <= 0) {
        m_aspect.reset();
        return;
    }
    // The largest part of this shape that lies within what is kept now: nothing outside comes back by itself.
    const QPointF middle = m_rect.center();
    const QSizeF now = m_rect.size();
    const QSizeF size = now.width() / now.height() > *aspect ? QSizeF(now.height() * *aspect, now.height())
                                                             : QSizeF(now.width(), now.width() / *aspect);
    m_rect = QRectF(QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), size);
    keepInside();
}

void CropFrame::move(const QPointF &by)
{
    m_rect.translate(by);
    keepInside();
}

void CropFrame::zoom(double factor, const QPointF &about)
{
    if (factor <= 0)
        return;
    const QSizeF before = m_rect.size();
    const QPointF place(
        (about.x() - m_rect.left()) / before.width(), (about.y() - m_rect.top()) / before.height());
    m_rect.setSize(before / factor);
    keepInside();
    m_rect.moveTopLeft(
        QPointF(about.x() - place.x() * m_rect.width(), about.y() - place.y() * m_rect.height()));
    keepInside();
}

void CropFrame::grow(const QSizeF &by)
{
    const QPointF middle = m_rect.center();
    QSizeF size = m_rect.size() + by;
    if (m_aspect)
        size.setHeight(size.width() / *m_aspect);
    m_rect = QRectF(QPointF(middle.x() - size.width() / 2, middle.y() - size.height() / 2), size);
    keepInside();
}

void CropFrame::reset()
{
    m_rect = QRectF(QPointF(0, 0), QSizeF(m_picture));
    setAspect(m_aspect);
}

std::optional<double> aspectFromText(QStringView text)
{
    const QList<QStringView> parts = text.split(u':');
    if (parts.size() != 2)
        return {};
    bool isWidth = false;
    bool isHeight = false;
    const double width = parts.at(0).toDouble(&isWidth);
    const double height = parts.at(1).toDouble(&isHeight);
    if (!isWidth || !isHeight || !(width > 0) || !(height > 0) || !std::isfinite(width / height))
        return {};
    return width / height;
}

bool sameShape(const QSize &a, const QSize &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    // What the shape of one would make of the other's width, within a pixel.
    const double height = double(b.width()) * a.height() / a.width();
    const double width = double(b.height()) * a.width() / a.height();
    return std::abs(height - b.height()) <= 1 || std::abs(width - b.width()) <= 1;
}

} // namespace facet
