#include "ui/player/sound/SoundThread.h"

#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

#include <algorithm>

namespace facet::ui {

using client::SoundReader;

namespace {

constexpr qint64 bytesEach = sizeof(float) * SoundReader::channels;
constexpr int bufferMs = 200; // enough to play on while every core renders; heard() allows for it
constexpr int measureMs = 50;
constexpr qint64 settledUs = 150'000; // a device needs that long until its own clock is to be trusted
constexpr qint64 someBytes = 64 * 1024;

} // namespace

SoundThread::SoundThread(SoundPlugin::Opener open)
    : m_open(std::move(open))
    , m_measuring(new QTimer(this))
{
    m_time.start();
    m_measuring->setInterval(measureMs);
    connect(m_measuring, &QTimer::timeout, this, &SoundThread::measure);
}

SoundThread::~SoundThread()
{
    halt();
}

void SoundThread::halt()
{
    m_measuring->stop();
    if (m_sink)
        m_sink->stop(); // before what it draws from is gone
    m_sink.reset();
    if (isOpen())
        QIODevice::close();
    const QMutexLocker lock(&m_lock);
    m_heard = {};
}

void SoundThread::play(quint64 turn, const QString &path, qint64 us, double speed)
{
    if (turn != m_turn)
        return;
    halt();
    if (path != m_path || !m_reader) {
        m_reader = m_open(path);
        m_path = path;
    }
    if (!m_reader || !m_reader->start(us, speed))
        return;
    QAudioFormat format;
    format.setSampleRate(SoundReader::sampleRate);
    format.setChannelCount(SoundReader::channels);
    format.setSampleFormat(QAudioFormat::Float);
    m_sink = std::make_unique<QAudioSink>(QMediaDevices::defaultAudioOutput(), format);
    m_sink->setBufferSize(bytesEach * SoundReader::sampleRate * bufferMs / 1000);
    m_from = us;
    m_speed = speed;
    QIODevice::open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    m_sink->start(this);
    m_measuring->start();
}

void SoundThread::stop(quint64 turn)
{
    if (turn == m_turn)
        halt();
}

qint64 SoundThread::bytesAvailable() const
{
    return someBytes + QIODevice::bytesAvailable();
}

qint64 SoundThread::readData(char *data, qint64 size)
{
    if (!m_reader)
        return 0;
    auto *samples = reinterpret_cast<float *>(data);
    const qint64 got = m_reader->read(samples, size / bytesEach);
    // Here rather than in the sink: not every device has a volume of its own.
    const float loudness = m_loudness;
    if (loudness < 1)
        std::transform(samples, samples + got * SoundReader::channels, samples,
            [loudness](float sample) { return sample * loudness; });
    return got * bytesEach;
}

qint64 SoundThread::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

void SoundThread::measure()
{
    if (!m_sink || m_sink->state() != QAudio::ActiveState) {
        const QMutexLocker lock(&m_lock);
        m_heard = {};
        return;
    }
    const qint64 waiting =
        (m_sink->bufferSize() - m_sink->bytesFree()) / bytesEach * 1'000'000 / SoundReader::sampleRate;
    const qint64 played = m_sink->processedUSecs() - std::max<qint64>(0, waiting);
    if (played < settledUs)
        return;
    const QMutexLocker lock(&m_lock);
    m_heard = { m_turn, m_from + static_cast<qint64>(static_cast<double>(played) * m_speed),
        m_time.nsecsElapsed() / 1000, m_speed };
}

std::optional<qint64> SoundThread::heard() const
{
    const QMutexLocker lock(&m_lock);
    if (m_heard.speed <= 0 || m_heard.turn != m_turn)
        return std::nullopt;
    const qint64 since = m_time.nsecsElapsed() / 1000 - m_heard.at;
    return m_heard.us + static_cast<qint64>(static_cast<double>(since) * m_heard.speed);
}

} // namespace facet::ui
