#pragma once

#include <QRect>
#include <QRectF>
#include <QSize>
#include <QSizeF>

#include <optional>

namespace facet {

/// The part of a picture that is kept, in pixels of the picture. It never leaves the picture and never gets
/// smaller than `smallest` on a side; with an aspect it keeps that, without one each side goes its own way.
class CropFrame {
public:
    static constexpr double smallest = 32; ///< pixels; less where the picture is smaller
    static constexpr double closest = 16; ///< times, beyond which zoom() does not go

    CropFrame() = default;
    explicit CropFrame(const QSize &picture); ///< the whole of it

    QSize picture() const { return m_picture; }
    QRectF rect() const { return m_rect; }
    QRect pixels() const; ///< whole pixels, inside the picture, at least one
    bool isWhole() const { return pixels() == QRect(QPoint(0, 0), m_picture); }
    std::optional<double> aspect() const { return m_aspect; } ///< width by height
    double shape() const { return m_rect.width() / m_rect.height(); } ///< of what is kept now

    /// The largest part of that shape around the same middle; empty: as it is, and free from now on.
    void setAspect(std::optional<double> aspect);
    /// By pixels of the picture, as far as there is picture.
    void move(const QPointF &by);
    /// More than 1: closer. Around `about`, which stays where it is on screen.
    void zoom(double factor, const QPointF &about);
    /// Makes it wider and higher by pixels, around its middle; with an aspect the width decides.
    void grow(const QSizeF &by);
    void reset(); ///< the largest part that the aspect allows, in the middle

private:
    QSizeF largest() const;
    void keepInside();

    QSize m_picture;
    QRectF m_rect;
    std::optional<double> m_aspect;
};

/// "16:9" → 1.777…; empty for anything else.
std::optional<double> aspectFromText(QStringView text);

/// Whether two sizes have the same shape, as far as whole pixels can tell.
bool sameShape(const QSize &a, const QSize &b);

} // namespace facet
