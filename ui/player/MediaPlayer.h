#pragma once

#include "ui/preview/Player.h"

#include <QFile>
#include <QMediaPlayer>
#include <QPointer>

#include <memory>

class QAudioOutput;
class QMediaDevices;
class QVideoWidget;

namespace facet::ui {

/// A Player by Qt Multimedia. Without an audio device it plays silently, and takes up sound when a device
/// appears: with an output but no device the library would never start to play.
class MediaPlayer : public Player {
    Q_OBJECT
public:
    explicit MediaPlayer(QWidget &stage);
    ~MediaPlayer() override;

    QWidget *screen() const override;
    void load(const QString &path) override;
    void play() override;
    void pause() override;
    void seek(qint64 ms) override;
    void step(int count, double fps) override;
    void setLoop(bool loop) override { m_loop = loop; }
    void setVolume(double volume) override;
    void setMuted(bool muted) override;
    void setRate(double rate) override;

    bool isPlaying() const override { return m_player.playbackState() == QMediaPlayer::PlayingState; }
    bool hasAudioDevice() const override { return m_output != nullptr; }
    bool loops() const override { return m_loop; }
    bool isMuted() const override { return m_muted; }
    double rate() const override { return m_player.playbackRate(); }
    qint64 position() const override { return m_player.position(); }
    qint64 duration() const override { return m_player.duration(); }

private:
    void attachAudio();

    QPointer<QVideoWidget> m_screen; ///< the stage's child
    QFile m_file; ///< outlives m_player, which reads from it
    QMediaPlayer m_player;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QAudioOutput> m_output;
    double m_volume = 1;
    bool m_muted = false;
    bool m_loop = true;
};

} // namespace facet::ui
