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
    /// The part that is played again and again, in milliseconds; `to` < 0: its end is not chosen yet; `from`
    /// < 0: none.
    void setSection(qint64 from, qint64 to);
    qint64 position() const { return m_position; }
    QSize sizeHint() const override { return { 200, 20 }; }

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
    double xOf(qint64 ms) const;

    Theme &m_theme;
    qint64 m_duration = 0; ///< milliseconds
    qint64 m_position = 0; ///< milliseconds
    qint64 m_from = -1; ///< A
    qint64 m_to = -1; ///< B
    bool m_dragging = false;
};

} // namespace facet::ui
