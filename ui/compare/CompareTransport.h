#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace facet::client {
class VideoFrames;
}

namespace facet::ui {

class Button;
class ComparePlayer;
class Filmstrip;
class Label;

/// The one transport of both: two filmstrips under each other, steps, play, time and both frames, loop,
/// speed.
class CompareTransport : public QWidget {
    Q_OBJECT
public:
    CompareTransport(
        Theme &theme, ComparePlayer &player, client::VideoFrames *frames, QWidget *parent = nullptr);

    void load(const QString &a, const QString &b);

private:
    void onLoaded();
    void refresh();
    void showTime();

    ComparePlayer &m_player;
    Filmstrip *m_stripA;
    Filmstrip *m_stripB;
    Button *m_back;
    Button *m_play;
    Button *m_forward;
    Label *m_time;
    Button *m_loop;
    Button *m_rate;
    QString m_pathA;
    QString m_pathB;
};

} // namespace facet::ui
