#include "ui/player/MediaPlayer.h"

#include <QAudioDevice>
#include <QAudioOutput>
#include <QMediaDevices>
#include <QVideoWidget>

#include <algorithm>
#include <cmath>

namespace facet::ui {

MediaPlayer::MediaPlayer(QWidget &stage)
    : m_screen(new QVideoWidget(&stage))
    , m_devices(std::make_unique<QMediaDevices>())
{
    m_screen->setAspectRatioMode(Qt::KeepAspectRatio);
    m_screen->hide();
    m_player.setVideoOutput(m_screen.data());
    attachAudio();
    connect(m_devices.get(), &QMediaDevices::audioOutputsChanged, this, &MediaPlayer::attachAudio);
    connect(&m_player, &QMediaPlayer::positionChanged, this, &Player::positionChanged);
    connect(&m_player, &QMediaPlayer::durationChanged, this, &Player::durationChanged);
    connect(&m_player, &QMediaPlayer::playbackStateChanged, this, [this](QMediaPlayer::PlaybackState state) {
        emit playingChanged(state == QMediaPlayer::PlayingState);
    });
    connect(&m_player, &QMediaPlayer::errorOccurred, this,
        [this](QMediaPlayer::Error, const QString &text) { emit failed(text); });
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia && m_loop) {
            m_player.setPosition(0);
            m_player.play();
        }
    });
}

MediaPlayer::~MediaPlayer()
{
    // A player that outlives what it draws into, or that is destroyed while it reads, has crashed others.
    m_player.stop();
    m_player.setSource({});
    m_player.setVideoOutput(nullptr);
    m_player.setAudioOutput(nullptr);
}

QWidget *MediaPlayer::screen() const
{
    return m_screen;
}

void MediaPlayer::attachAudio()
{
    const bool wanted = !QMediaDevices::defaultAudioOutput().isNull();
    if (wanted == (m_output != nullptr))
        return;
    if (wanted) {
        m_output = std::make_unique<QAudioOutput>();
        m_output->setVolume(static_cast<float>(m_volume));
        m_output->setMuted(m_muted);
        m_player.setAudioOutput(m_output.get());
    } else {
        m_player.setAudioOutput(nullptr);
        m_output.reset();
    }
    emit audioDeviceChanged();
}

void MediaPlayer::load(const QString &path)
{
    m_player.stop();
    m_player.setSource({});
    m_file.close();
    if (path.isEmpty())
        return;
    // By device, not by address: the library hands a percent-encoded address to FFmpeg as if it were a path,
    // and a file with a Hangul name then never starts to play.
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly)) {
        emit failed(m_file.errorString());
        return;
    }
    m_player.setSourceDevice(&m_file);
    m_player.pause(); // decodes and shows the first frame
}

void MediaPlayer::play()
{
    if (m_player.mediaStatus() == QMediaPlayer::EndOfMedia)
        m_player.setPosition(0);
    m_player.play();
}

void MediaPlayer::pause()
{
    m_player.pause();
}

void MediaPlayer::seek(qint64 ms)
{
    if (m_player.playbackState() == QMediaPlayer::StoppedState)
        m_player.pause();
    m_player.setPosition(std::clamp<qint64>(ms, 0, std::max<qint64>(0, duration())));
}

void MediaPlayer::step(int count, double fps)
{
    if (fps <= 0)
        return;
    m_player.pause();
    const double frame = std::floor(static_cast<double>(position()) * fps / 1000.0 + 0.01) + count;
    // The middle of a frame's time, so that rounding to milliseconds never lands on its neighbour.
    seek(static_cast<qint64>(std::lround((std::max(0.0, frame) + 0.5) * 1000.0 / fps)));
}

void MediaPlayer::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_output)
        m_output->setVolume(static_cast<float>(m_volume));
}

void MediaPlayer::setMuted(bool muted)
{
    m_muted = muted;
    if (m_output)
        m_output->setMuted(muted);
}

void MediaPlayer::setRate(double rate)
{
    m_player.setPlaybackRate(std::clamp(rate, 0.25, 4.0));
}

} // namespace facet::ui
