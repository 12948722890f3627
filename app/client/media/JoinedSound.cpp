#include "client/media/JoinedSound.h"

#include <algorithm>
#include <cmath>

namespace facet::client {

JoinedSound::JoinedSound(const QStringList &paths, const QList<qint64> &startsUs, Open open)
    : m_paths(paths)
    , m_startsUs(startsUs)
    , m_open(std::move(open))
{
}

qint64 JoinedSound::samplesUntil(qint64 us) const
{
    return std::llround(static_cast<double>(us) * sampleRate / 1e6 / m_speed);
}

void JoinedSound::open(int clip, qint64 us)
{
    m_clip = clip;
    m_reader = clip < m_paths.size() ? m_open(m_paths.at(clip)) : nullptr;
    if (m_reader && !m_reader->start(us, m_speed))
        m_reader.reset();
}

Result<void> JoinedSound::start(qint64 us, double speed)
{
    m_speed = speed;
    us = std::clamp<qint64>(us, 0, m_startsUs.constLast());
    m_at = samplesUntil(us);
    int clip = 0;
    while (clip + 1 < m_paths.size() && m_startsUs.at(clip + 1) <= us)
        ++clip;
    open(clip, us - m_startsUs.at(clip));
    return {};
}

qint64 JoinedSound::read(float *samples, qint64 frames)
{
    qint64 done = 0;
    while (done < frames && m_clip < m_paths.size()) {
        const qint64 end = samplesUntil(m_startsUs.at(m_clip + 1));
        const qint64 count = std::min(frames - done, end - m_at);
        if (count <= 0) {
            open(m_clip + 1, 0);
            continue;
        }
        float *to = samples + done * channels;
        const qint64 read = m_reader ? std::max<qint64>(0, m_reader->read(to, count)) : 0;
        // Silence to the end of its pictures.
        std::fill(to + read * channels, to + count * channels, 0.0F);
        if (read < count)
            m_reader.reset();
        done += count;
        m_at += count;
    }
    return done;
}

} // namespace facet::client
