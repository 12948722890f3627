#pragma once

#include "ui/theme/Theme.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

/// The whole clip at a glance: small frames beside each other, a line where it is, and under the mouse the
/// time that a click leads to.
class Filmstrip : public QWidget {
    Q_OBJECT
public:
    /// `frames` may be null: then it stays empty. `count` pictures, `height` pixels high.
    Filmstrip(Theme &theme, client::VideoFrames *frames, int count, int height, QWidget *parent = nullptr);

    /// Asks for the frames of `path`; an empty one clears it.
    void load(const QString &path);
    void setDuration(qint64 ms);
    void setPosition(qint64 ms);
    /// What part of its width is a clip that is shorter than the ruler above it, 0..1.
    void setShare(double share);
    /// Without the line: somebody draws one over several strips.
    void setPlayheadVisible(bool visible);
    /// Where `ms` is, in pixels from the left.
    int xOf(qint64 ms) const;
    bool isFilled() const { return !m_pictures.isEmpty(); }
    /// The time under the mouse in milliseconds; -1: it is elsewhere.
    qint64 hovered() const { return m_hover; }

    QSize sizeHint() const override;

signals:
    void sought(qint64 ms);
    void hoveredChanged(qint64 ms);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    qint64 timeAt(int x) const;
    int filledWidth() const;
    void setHover(qint64 ms);
    void paintTime(QPainter &painter) const;

    Theme &m_theme;
    QPointer<client::VideoFrames> m_frames;
    int m_count;
    int m_height;
    QString m_path;
    QList<QImage> m_pictures;
    qint64 m_duration = 0; ///< milliseconds
    qint64 m_position = 0;
    qint64 m_hover = -1;
    double m_share = 1;
    bool m_playhead = true;
};

} // namespace facet::ui
