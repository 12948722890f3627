#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

#include <optional>

namespace facet::ui {

/// Where a picture is painted in a view: fitted, or at a scale around the place that is looked at. Scales are
/// device pixels of the screen for one pixel of the picture; places are the view's own coordinates.
class ZoomPan {
public:
    static constexpr double largest = 16;

    /// Another picture or view keeps a chosen scale; `fit` forgets it.
    void setPicture(const QSize &pixels);
    void setView(const QSizeF &size, double devicePixelRatio);

    void fit();
    /// One pixel for one pixel, around the view's middle.
    void actual();
    /// `factor` > 1: nearer. What is at `place` stays there.
    void zoom(double factor, const QPointF &place);
    void pan(const QPointF &by);

    bool isFitted() const { return !m_scale; }
    double scale() const;
    /// There is more of it than the view shows.
    bool canPan() const;
    /// The whole picture's place, which may reach beyond the view.
    QRectF target() const;
    /// What a picture has to fit to be sharp there, in device pixels; empty: full size.
    QSize box() const;

private:
    double fitScale() const;
    void hold(); ///< the picture stays in the view

    QSize m_pixels;
    QSizeF m_view;
    double m_ratio = 1;
    std::optional<double> m_scale; ///< empty: fitted
    QPointF m_centre{ 0.5, 0.5 }; ///< what is in the view's middle, as a part of the picture
};

} // namespace facet::ui
