#pragma once

#include <QObject>

class QKeyEvent;

namespace facet::ui {

class Player;

/// The player's keys, as in mpv (DESIGN "Keys"): Space, `,` `.` frame, `[` `]` speed, Backspace 1×, `l` A–B
/// loop, `L` loop, `s` grab frame, `f` full screen, `m` mute, J K L shuttle; Home and End, the arrows by a
/// second; `+` `-` zoom, 0 fit, 1 every pixel.
///
/// The small l is asked for twice: it is A–B, and the shuttle's forwards. It is the shuttle's while a hand is
/// on the shuttle: after J or K, until any other of these keys.
class PlayerKeys : public QObject {
    Q_OBJECT
public:
    enum class Zoom { In, Out, Fit, Actual };

    using QObject::QObject;

    /// True when the key was one of them. A null player leaves those of the picture alone.
    bool handle(const QKeyEvent &event, Player *player);

signals:
    void grabRequested();
    void fullScreenRequested();
    void zoomRequested(facet::ui::PlayerKeys::Zoom zoom);

private:
    bool handlePlaying(const QKeyEvent &event, Player &player, bool shift);
    bool handlePicture(const QKeyEvent &event);

    bool m_onShuttle = false;
};

} // namespace facet::ui
