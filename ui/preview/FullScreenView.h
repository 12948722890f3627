#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

class PictureScreen;
class Player;
class PosterCache;
class Transport;
class VideoStage;

/// The same player over the whole screen, with the same keys; F, Escape or a double click leads back.
class FullScreenView : public QWidget {
    Q_OBJECT
public:
    FullScreenView(
        Theme &theme, PosterCache &posters, client::VideoFrames *frames, QWidget *parent = nullptr);

    /// `still`: a picture, which has nothing to play.
    void open(Player &player, const QString &posterPath, const QSize &pixels, bool still);

signals:
    void closed();
    void grabRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    VideoStage *m_stage;
    Transport *m_transport;
    PictureScreen *m_screen;
};

} // namespace facet::ui
