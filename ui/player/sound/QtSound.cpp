#include "ui/player/sound/QtSound.h"

#include "ui/player/sound/SoundThread.h"

#include <QAudioDevice>
#include <QMediaDevices>

namespace facet::ui {

QtSound::QtSound(const SoundPlugin::Opener &open)
    : m_devices(std::make_unique<QMediaDevices>())
    , m_worker(new SoundThread(open))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("facet-sound"));
    m_thread.start(QThread::HighPriority);
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &QtSound::lookForDevice);
    m_hasDevice = !QMediaDevices::defaultAudioOutput().isNull();
}

QtSound::~QtSound()
{
    m_worker->cancel();
    m_thread.quit();
    m_thread.wait();
}

void QtSound::lookForDevice()
{
    const bool there = !QMediaDevices::defaultAudioOutput().isNull();
    if (there == m_hasDevice)
        return;
    m_hasDevice = there;
    if (!there)
        stop();
    emit deviceChanged();
}

void QtSound::play(const QString &path, qint64 us, double speed)
{
    if (!m_hasDevice)
        return;
    const quint64 turn = m_worker->nextTurn();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, turn, path, us, speed] { worker->play(turn, path, us, speed); });
}

void QtSound::stop()
{
    const quint64 turn = m_worker->nextTurn();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, turn] { worker->stop(turn); });
}

void QtSound::setVolume(double volume)
{
    m_volume = volume;
    m_worker->setLoudness(m_muted ? 0 : m_volume);
}

void QtSound::setMuted(bool muted)
{
    m_muted = muted;
    m_worker->setLoudness(m_muted ? 0 : m_volume);
}

std::optional<qint64> QtSound::heard() const
{
    return m_worker->heard();
}

} // namespace facet::ui
