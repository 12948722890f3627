#pragma once

#include <QObject>

#include <optional>

namespace facet::ui {

/// What makes a file's sound heard. It never keeps the picture waiting: without an audio device, or for a
/// file without sound, it stays silent and says nothing of where it is.
class SoundOutput : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual bool hasDevice() const = 0;
    /// From `us` (microseconds of the video) on, at `speed` (0.25..4) in its own pitch, instead of what
    /// played.
    virtual void play(const QString &path, qint64 us, double speed) = 0;
    virtual void stop() = 0;
    virtual void setVolume(double volume) = 0; ///< 0..1
    virtual void setMuted(bool muted) = 0;
    /// The moment of the video that is heard now, in microseconds; empty while nothing is.
    virtual std::optional<qint64> heard() const = 0;

signals:
    /// hasDevice() may be another now.
    void deviceChanged();
};

} // namespace facet::ui
