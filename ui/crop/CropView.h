#pragma once

#include "domain/CropFrame.h"
#include "ui/theme/Theme.h"

#include <QImage>
#include <QWidget>

namespace facet::ui {

/// One frame in the crop editor: the part that is kept lies bright in the middle, the rest of the picture
/// dark around it. Drag or arrow keys move it, wheel or + and − zoom, the corners (or Alt with the arrows)
/// change the shape where it is free, 0 starts anew.
class CropView : public QWidget {
    Q_OBJECT
public:
    CropView(Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// `picture` may be smaller than `size`, which is the real one, in pixels.
    void setPicture(const QImage &picture, const QSize &size);
    bool hasPicture() const { return !m_picture.isNull(); }
    const CropFrame &frame() const { return m_frame; }
    void setAspect(std::optional<double> aspect);
    void reset();

    /// What lies over the kept part, for comparing: the other frame's kept part. 0..1; null: nothing.
    void setOnionSkin(const QImage &other, double opacity);
    /// The kept part as it is shown, for the other one's onion skin.
    QImage kept() const;

    QSize sizeHint() const override { return { 440, 330 }; }
    QSize minimumSizeHint() const override { return { 180, 150 }; }

signals:
    void frameChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QRectF window() const; ///< where the kept part is drawn
    double scale() const; ///< screen pixels for a pixel of the picture
    QPointF toPicture(const QPointF &at) const;
    bool isOnCorner(const QPointF &at) const;
    void changed();
    void tell();

    Theme &m_theme;
    QString m_name;
    QImage m_picture;
    CropFrame m_frame;
    QImage m_onion;
    double m_onionOpacity = 0;
    enum class Drag { None, Move, Shape };
    Drag m_drag = Drag::None;
    QPointF m_last;
};

} // namespace facet::ui
