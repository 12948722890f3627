#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QSlider;

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

class Button;
class Filmstrip;
class Label;
class Player;
class SeekBar;

/// The controls under the picture: filmstrip, seek bar, steps, play, time and frame, A–B, loop, speed, sound,
/// size, compare, full screen. Drives one player; its keys are PlayerKeys'.
class Transport : public QWidget {
    Q_OBJECT
public:
    enum class Place { Pane, FullScreen };

    Transport(Theme &theme, client::VideoFrames *frames, Place place, QWidget *parent = nullptr);

    /// From now on these controls are this player's. Null: nothing to play.
    void drive(Player *player);
    /// The picture's size on screen: fitted, or so many parts of a hundred.
    void showZoom(bool fitted, double scale);
    void setCompareVisible(bool visible);
    /// A picture: nothing to play, only to look at.
    void setStill(bool still);

signals:
    void fullScreenRequested();
    void compareRequested();
    void fitRequested();
    void actualSizeRequested();

private:
    QLayout *makeControls();
    QLayout *makeFacts();
    void connectControls();
    void onLoaded();
    void refresh();
    void refreshSection();
    void showTime();

    Theme &m_theme;
    Player *m_player = nullptr;
    Filmstrip *m_strip;
    SeekBar *m_seek;
    Button *m_back;
    Button *m_play;
    Button *m_forward;
    Label *m_time;
    Label *m_frame;
    Button *m_section;
    Button *m_loop;
    Button *m_rate;
    Button *m_mute;
    QSlider *m_volume;
    Button *m_zoom;
    Button *m_compare;
    Button *m_full;
    bool m_fitted = true;
    bool m_still = false;
};

} // namespace facet::ui
