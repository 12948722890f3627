#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QSlider;

namespace facet::ui {

class Button;
class Label;
class Player;
class SeekBar;

/// The controls under the picture: seek, frame steps, play, time, loop, speed, volume. Drives one player;
/// keys as in mpv (DESIGN "Keys").
class Transport : public QWidget {
    Q_OBJECT
public:
    explicit Transport(Theme &theme, QWidget *parent = nullptr);

    /// From now on these controls are this player's. Null: nothing to play.
    void drive(Player *player);
    void setFps(double fps) { m_fps = fps; }
    /// True when the key was one of the player's.
    bool handleKey(const QKeyEvent &event);

private:
    void refresh();
    void showTime(qint64 ms);
    void setRate(double rate);

    Theme &m_theme;
    Player *m_player = nullptr;
    double m_fps = 24;
    SeekBar *m_seek;
    Button *m_back;
    Button *m_play;
    Button *m_forward;
    Label *m_time;
    Button *m_loop;
    Button *m_rate;
    Button *m_mute;
    QSlider *m_volume;
};

} // namespace facet::ui
