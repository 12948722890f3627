#include "ui/player/PlayerSound.h"

#include "client/net/Then.h"
#include "ui/player/SoundLibrary.h"
#include "ui/player/SoundOutput.h"

#include <QtConcurrent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace facet::ui {

namespace {
constexpr qint64 tolerated = 60'000; // microseconds between sound and picture that nobody notices
}

PlayerSound::PlayerSound(Maker make, QObject *parent)
    : QObject(parent)
    , m_make(std::move(make))
{
}

PlayerSound::~PlayerSound() = default;

void PlayerSound::prepare()
{
    if (std::exchange(m_tried, true))
        return;
    if (m_make) {
        take(m_make());
        return;
    }
    // The library takes longer to load than the window may be kept; until then it plays without.
    client::then(QtConcurrent::run(&preloadSound), this, [this](bool) { take(loadSound()); });
}

void PlayerSound::take(std::unique_ptr<SoundOutput> output)
{
    m_output = std::move(output);
    if (m_output) {
        m_output->setVolume(m_volume);
        m_output->setMuted(m_muted);
        connect(m_output.get(), &SoundOutput::deviceChanged, this, &PlayerSound::deviceChanged);
        emit ready();
    }
    emit deviceChanged();
}

void PlayerSound::play(const QString &path, qint64 us, double speed)
{
    if (m_output)
        m_output->play(path, us, speed);
}

void PlayerSound::stop()
{
    if (m_output)
        m_output->stop();
}

void PlayerSound::setVolume(double volume)
{
    m_volume = std::clamp(volume, 0.0, 1.0);
    if (m_output)
        m_output->setVolume(m_volume);
}

void PlayerSound::setMuted(bool muted)
{
    m_muted = muted;
    if (m_output)
        m_output->setMuted(muted);
}

bool PlayerSound::hasDevice() const
{
    return m_output && m_output->hasDevice();
}

std::optional<qint64> PlayerSound::away(qint64 us) const
{
    const std::optional<qint64> heard = m_output ? m_output->heard() : std::nullopt;
    return heard && std::abs(*heard - us) > tolerated ? heard : std::nullopt;
}

} // namespace facet::ui
