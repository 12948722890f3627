#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::ui {

class PosterCache;

/// Where the picture is: the poster until there is a frame, then the video itself. As wide as the pane, as
/// high as the picture asks for, within bounds.
class VideoStage : public QWidget {
    Q_OBJECT
public:
    VideoStage(Theme &theme, PosterCache &posters, QWidget *parent = nullptr);

    /// `pixels`: the picture's size; the stage takes its shape.
    void present(const QString &posterPath, const QSize &pixels);
    /// The widget that a player draws into, a child of this one.
    void setScreen(QWidget *screen);
    void setScreenVisible(bool visible);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return { 400, heightForWidth(400) }; }

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QRect pictureRect() const;

    Theme &m_theme;
    PosterCache &m_posters;
    QWidget *m_screen = nullptr;
    QString m_posterPath;
    QSize m_pixels;
};

} // namespace facet::ui
