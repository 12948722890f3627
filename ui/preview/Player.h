#pragma once

#include <QObject>

class QWidget;

namespace facet::ui {

/// Plays one local file into a widget. The media library comes as a plugin, with the first file and not with
/// the window (PlayerPlugin).
class Player : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What it draws into; hidden at first. Null once the stage around it is gone.
    virtual QWidget *screen() const = 0;
    /// Stops what plays, and shows the first frame of `path`; an empty path shows nothing.
    virtual void load(const QString &path) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    void toggle() { isPlaying() ? pause() : play(); }
    virtual void seek(qint64 ms) = 0;
    /// Pauses on the frame `count` frames on (or back, when negative).
    virtual void step(int count, double fps) = 0;
    virtual void setLoop(bool loop) = 0;
    virtual void setVolume(double volume) = 0; ///< 0..1
    virtual void setMuted(bool muted) = 0;
    virtual void setRate(double rate) = 0;

    virtual bool isPlaying() const = 0;
    virtual bool hasAudioDevice() const = 0;
    virtual bool loops() const = 0;
    virtual bool isMuted() const = 0;
    virtual double rate() const = 0;
    virtual qint64 position() const = 0; ///< milliseconds
    virtual qint64 duration() const = 0; ///< milliseconds

signals:
    void positionChanged(qint64 ms);
    void durationChanged(qint64 ms);
    void playingChanged(bool playing);
    void audioDeviceChanged();
    /// The file cannot be played; `detail` is the library's own word.
    void failed(const QString &detail);
};

} // namespace facet::ui
