#pragma once

#include "ui/player/SoundPlugin.h"

#include <QThread>

#include <memory>

class QMediaDevices;

namespace facet::ui {

class SoundThread;

/// Sound by Qt Multimedia's sink, decoded and played in a thread of its own. Without an audio device nothing
/// is opened; when one appears, the next play() is heard.
class QtSound : public SoundOutput {
    Q_OBJECT
public:
    explicit QtSound(const SoundPlugin::Opener &open);
    ~QtSound() override;

    bool hasDevice() const override { return m_hasDevice; }
    void play(const QString &path, qint64 us, double speed) override;
    void stop() override;
    void setVolume(double volume) override;
    void setMuted(bool muted) override;
    std::optional<qint64> heard() const override;

private:
    void lookForDevice();

    std::unique_ptr<QMediaDevices> m_devices;
    bool m_hasDevice = false;
    double m_volume = 1;
    bool m_muted = false;
    QThread m_thread;
    SoundThread *m_worker; ///< lives in m_thread
};

} // namespace facet::ui
