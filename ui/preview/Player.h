#pragma once

#include <QFile>
#include <QMediaPlayer>
#include <QObject>

#include <memory>

class QAudioOutput;
class QMediaDevices;
class QVideoWidget;

namespace facet::ui {

/// Plays one local file into a video widget. The media library is loaded with the first file, not with the
/// window. Without an audio device it plays silently, and takes up sound when a device appears: with an
/// output but no device the library would never start to play.
class Player : public QObject {
    Q_OBJECT
public:
    explicit Player(QVideoWidget &screen, QObject *parent = nullptr);
    ~Player() override;

    /// Stops what plays, and shows the first frame of `path`; an empty path shows nothing.
    void load(const QString &path);
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    void seek(qint64 ms);
    /// Pauses on the frame `count` frames on (or back, when negative).
    void step(int count, double fps);
    void setLoop(bool loop) { m_loop = loop; }
    void setVolume(double volume); ///< 0..1
    void setMuted(bool muted);
    void setRate(double rate);

    bool isPlaying() const { return m_player.playbackState() == QMediaPlayer::PlayingState; }
    bool hasAudioDevice() const { return m_output != nullptr; }
    bool loops() const { return m_loop; }
    bool isMuted() const { return m_muted; }
    double volume() const { return m_volume; }
    double rate() const { return m_player.playbackRate(); }
    qint64 position() const { return m_player.position(); } ///< milliseconds
    qint64 duration() const { return m_player.duration(); } ///< milliseconds

signals:
    void positionChanged(qint64 ms);
    void durationChanged(qint64 ms);
    void playingChanged(bool playing);
    void audioDeviceChanged();
    /// The file cannot be played; `detail` is the library's own word.
    void failed(const QString &detail);

private:
    void attachAudio();

    QFile m_file; ///< outlives m_player, which reads from it
    QMediaPlayer m_player;
    std::unique_ptr<QMediaDevices> m_devices;
    std::unique_ptr<QAudioOutput> m_output;
    double m_volume = 1;
    bool m_muted = false;
    bool m_loop = true;
};

} // namespace facet::ui
