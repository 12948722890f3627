#pragma once

#include "client/media/FrameFeed.h"
#include "ui/player/PlayClock.h"
#include "ui/player/PlayerSound.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <optional>

namespace facet::ui {

/// Plays one local file: a video, a sound, or a picture that stands still.
///
/// Every picture it shows is a numbered frame out of client::FrameFeed, while it plays as well as after a
/// step or a seek, and the clock here decides which; Qt's own player (6.4) seeks to a nearby time and cannot
/// say which frame it shows, so steps with it skip or repeat. One way to a picture, therefore, and no second
/// one laid over it. The sound follows the same clock, on its own (SoundOutput), and there need be none.
class Player : public QObject {
    Q_OBJECT
public:
    static constexpr double slowest = 0.25;
    static constexpr double fastest = 4;

    /// From A to B, in microseconds: from the beginning of frame A to the end of frame B.
    struct Section {
        qint64 from = 0;
        std::optional<qint64> to; ///< empty: B is not chosen yet
        friend bool operator==(const Section &, const Section &) = default;
    };
    /// `sound` as in PlayerSound.
    explicit Player(PlayerSound::Maker sound = {}, QObject *parent = nullptr);
    ~Player() override;

    /// Stops what plays, and shows the first frame of `path`; an empty path shows nothing.
    void load(const QString &path);
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    void seek(qint64 ms); ///< to the frame that is shown then
    /// Pauses on exactly that frame (from 0; held to the first and the last).
    void seekFrame(qint64 index);
    /// Pauses on the frame `count` frames on (or back, when negative).
    void step(int count);
    /// As with a jog wheel: +1 forwards, -1 backwards, the same again twice as fast; 0 stands still.
    void shuttle(int direction);
    void setLoop(bool loop);
    void setSection(const std::optional<Section> &section);
    /// The next of the three: A is here, B is here, no section.
    void markSection();
    void setVolume(double volume); ///< 0..1
    void setMuted(bool muted);
    void setRate(double rate); ///< held to slowest..fastest
    /// One more or less on the ladder of speeds.
    void changeRate(int steps);
    /// Pictures are made to fit this, in device pixels; empty: full size.
    void setBox(const QSize &devicePixels) { m_feed.setBox(devicePixels); }

    bool isPlaying() const { return m_playing; }
    bool isLoaded() const { return m_feed.isOpen(); }
    bool hasAudioDevice() const { return m_sound->hasDevice(); }
    bool loops() const { return m_loop; }
    bool isMuted() const { return m_sound->isMuted(); }
    double volume() const { return m_sound->volume(); }
    double rate() const { return m_rate; }
    /// The speed it goes at, negative: backwards.
    double speed() const;
    std::optional<Section> section() const { return m_section; }
    qint64 position() const; ///< milliseconds; of a frame that stands, its beginning
    qint64 duration() const { return m_feed.info().durationMs(); } ///< milliseconds
    const client::VideoInfo &info() const { return m_feed.info(); }
    QString path() const { return m_path; }
    const QImage &picture() const { return m_picture; }
    /// The frame that picture() is, from 0; -1: none.
    qint64 frame() const { return m_shown; }

signals:
    void loaded();
    void pictureChanged(); ///< picture() and frame()
    void positionChanged(qint64 ms);
    void durationChanged(qint64 ms);
    void playingChanged(bool playing);
    void settingsChanged(); ///< speed, loop, section, muted
    void audioDeviceChanged();
    void ended(); ///< it came to its end and stays there
    void failed(const facet::Error &error);

private:
    void onOpened();
    void tick();
    void jump(qint64 us);
    void show(qint64 us, client::FrameFeed::Ahead ahead);
    void stopAt(qint64 us);
    void schedule(qint64 us);
    void followSound(qint64 now);
    void restartSound();
    void applySpeed();
    void pauseAt(qint64 index, client::FrameFeed::Ahead ahead);
    std::pair<qint64, qint64> range() const;
    qint64 now() const { return m_time.nsecsElapsed() / 1000; }
    qint64 endOf(qint64 index) const;

    client::FrameFeed m_feed;
    PlayerSound *m_sound;
    QElapsedTimer m_time;
    QTimer m_tick;
    PlayClock m_clock;
    QString m_path;
    QImage m_picture;
    qint64 m_shown = -1;
    qint64 m_wanted = -1;
    qint64 m_said = -1; ///< milliseconds
    std::optional<Section> m_section;
    double m_rate = 1;
    int m_shuttle = 0; ///< ±1, ±2, ±4; 0: none
    bool m_playing = false;
    bool m_playWanted = false; ///< as soon as the file is open
    bool m_atEnd = false;
    bool m_loop = true;
};

} // namespace facet::ui
