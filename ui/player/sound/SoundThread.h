#pragma once

#include "ui/player/SoundPlugin.h"

#include <QElapsedTimer>
#include <QIODevice>
#include <QMutex>
#include <QTimer>

#include <atomic>

class QAudioSink;

namespace facet::ui {

/// The sound thread's worker: owns the sink and the reader it draws from. Whoever asks counts turns, and a
/// turn that was overtaken is passed over, so that a seek bar that is dragged opens the device once.
class SoundThread : public QIODevice {
    Q_OBJECT
public:
    explicit SoundThread(SoundPlugin::Opener open);
    ~SoundThread() override;

    // From any thread.
    quint64 nextTurn() { return ++m_turn; }
    void cancel() { ++m_turn; }
    void setLoudness(double volume) { m_loudness = static_cast<float>(volume); }
    std::optional<qint64> heard() const;

    // In its own thread.
    void play(quint64 turn, const QString &path, qint64 us, double speed);
    void stop(quint64 turn);

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    void halt();
    void measure();

    SoundPlugin::Opener m_open;
    std::atomic<quint64> m_turn = 0;
    std::atomic<float> m_loudness = 1;
    std::unique_ptr<client::SoundReader> m_reader;
    QString m_path;
    std::unique_ptr<QAudioSink> m_sink;
    QTimer *m_measuring;
    qint64 m_from = 0;
    double m_speed = 1;

    struct Heard {
        quint64 turn = 0;
        qint64 us = 0; ///< of the video
        qint64 at = 0; ///< when that was, by m_time
        double speed = 0; ///< 0: nothing is heard
    };
    QElapsedTimer m_time;
    mutable QMutex m_lock;
    Heard m_heard;
};

} // namespace facet::ui
