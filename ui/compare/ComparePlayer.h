#pragma once

#include "client/media/FrameFeed.h"
#include "ui/player/PlayClock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>

namespace facet::ui {

/// Two files in step: one clock for both, and of each exactly the frame that it shows at that time. A is the
/// master: steps go by its frames, whatever the other's rate is, and by B's where A is over already. It lasts
/// as long as the longer one; the shorter holds its last frame. Without sound: two at once say nothing.
class ComparePlayer : public QObject {
    Q_OBJECT
public:
    enum class Side { A, B };

    explicit ComparePlayer(QObject *parent = nullptr);

    /// Stops, and shows both first frames; empty paths close both.
    void load(const QString &a, const QString &b);
    void play();
    void pause();
    void toggle() { isPlaying() ? pause() : play(); }
    void seek(qint64 ms);
    void step(int count);
    void toFirst();
    void toLast();
    void setLoop(bool loop);
    void setRate(double rate);
    void setBox(const QSize &devicePixels);

    bool isPlaying() const { return m_playing; }
    bool isLoaded() const;
    bool loops() const { return m_loop; }
    double rate() const { return m_clock.speed(); }
    qint64 position() const { return m_at / 1000; } ///< milliseconds
    qint64 duration() const { return end() / 1000; } ///< milliseconds, of the longer
    const client::VideoInfo &info(Side side) const { return feed(side).info(); }
    const QImage &picture(Side side) const { return half(side).picture; }
    qint64 frame(Side side) const { return half(side).shown; } ///< from 0; -1: none
    /// It is over, and its last frame stands while the other goes on.
    bool isHeld(Side side) const;

signals:
    void loaded(); ///< both
    void pictureChanged();
    void positionChanged(qint64 ms);
    void playingChanged(bool playing);
    void settingsChanged();
    void failed(facet::ui::ComparePlayer::Side side, const facet::Error &error);

private:
    struct Half {
        client::FrameFeed feed;
        QImage picture;
        qint64 shown = -1;
        qint64 wanted = -1;
    };
    const Half &half(Side side) const { return m_halves.at(side == Side::A ? 0 : 1); }
    const client::FrameFeed &feed(Side side) const { return half(side).feed; }
    void connectHalf(Side side);
    void tick();
    void show(qint64 us, client::FrameFeed::Ahead ahead);
    void standAt(qint64 us, client::FrameFeed::Ahead ahead);
    qint64 end() const; ///< microseconds
    qint64 now() const { return m_time.nsecsElapsed() / 1000; }
    /// Whose frames count at `us`.
    Side masterAt(qint64 us) const;
    qint64 frameBegin(qint64 us) const;
    qint64 nextStep(qint64 us) const;
    qint64 stepBefore(qint64 us) const;

    std::array<Half, 2> m_halves;
    QElapsedTimer m_time;
    QTimer m_tick;
    PlayClock m_clock;
    qint64 m_at = 0; ///< microseconds
    bool m_playing = false;
    bool m_loop = true;
};

} // namespace facet::ui
