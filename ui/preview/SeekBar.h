#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

/// The line under the picture: where playing is, and a place to take it by mouse or arrow keys.
class SeekBar : public QWidget {
    Q_OBJECT
public:
    explicit SeekBar(Theme &theme, QWidget *parent = nullptr);

    void setDuration(qint64 ms);
    void setPosition(qint64 ms); ///< ignored while it is being dragged
    qint64 position() const { return m_position; }
    QSize sizeHint() const override { return { 200, 24 }; }

signals:
    void sought(qint64 ms);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void seekTo(int x);

    Theme &m_theme;
    qint64 m_duration = 0; ///< milliseconds
    qint64 m_position = 0; ///< milliseconds
    bool m_dragging = false;
};

} // namespace facet::ui
