#pragma once

#include "ui/player/PlayerKeys.h"

namespace facet::ui {

class Player;
class Transport;
class VideoStage;

/// Ties one stage and its controls to a player: in the pane, and again over the whole screen.
class PictureScreen : public QObject {
    Q_OBJECT
public:
    PictureScreen(VideoStage &stage, Transport &transport, QObject *parent = nullptr);

    /// Null: nothing. Pictures come in the size that this screen shows while it is the active one.
    void show(Player *player);
    void setActive(bool active);
    /// True when the key was one of the player's.
    bool handleKey(const QKeyEvent &event);

signals:
    void grabRequested();
    void fullScreenRequested();

private:
    void zoom(PlayerKeys::Zoom zoom);

    VideoStage &m_stage;
    Transport &m_transport;
    PlayerKeys *m_keys;
    Player *m_player = nullptr;
    bool m_active = true;
};

} // namespace facet::ui
