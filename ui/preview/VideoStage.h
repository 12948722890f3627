#pragma once

#include "ui/preview/ZoomPan.h"
#include "ui/theme/Theme.h"

#include <QImage>
#include <QWidget>

namespace facet::ui {

class PosterCache;

/// Where the picture is: the poster until there is a frame, then each frame as it comes, over a checkerboard
/// where it is transparent. Fitted, or zoomed: wheel with Ctrl, zoom keys, and moved with the mouse. As wide
/// as its place, and as high as the picture asks for within bounds, unless it is told to fill it.
class VideoStage : public QWidget {
    Q_OBJECT
public:
    enum class Shape { AsThePicture, Fill };

    VideoStage(Theme &theme, PosterCache &posters, Shape shape, QWidget *parent = nullptr);

    /// `pixels`: the picture's size; the stage takes its shape. The zoom goes back to fitted.
    void present(const QString &posterPath, const QSize &pixels);
    /// Null: the poster again.
    void setPicture(const QImage &picture);
    /// A line on the picture's corner: "1280×720 · 24 fps".
    void setCaption(const QString &caption);
    void zoomIn();
    void zoomOut();
    void fit();
    void actualSize();
    const ZoomPan &zoomPan() const { return m_zoom; }
    QImage picture() const { return m_picture; }

    bool hasHeightForWidth() const override { return m_shape == Shape::AsThePicture; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return { 400, heightForWidth(400) }; }

signals:
    void clicked();
    void doubleClicked();
    /// Pictures should come in this size (device pixels; empty: full size).
    void boxChanged(const QSize &box);
    void zoomChanged();
    /// The mouse was dragged off a picture that has nothing to pan.
    void dragged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void apply();
    void zoomBy(double factor, const QPointF &place);
    void paintCaption(QPainter &painter) const;

    Theme &m_theme;
    PosterCache &m_posters;
    Shape m_shape;
    ZoomPan m_zoom;
    QString m_posterPath;
    QString m_caption;
    QSize m_pixels;
    QSize m_box;
    QImage m_picture;
    QPoint m_pressedAt;
    QPoint m_last;
    bool m_pressed = false;
    bool m_moved = false;
};

} // namespace facet::ui
