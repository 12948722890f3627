#pragma once

#include "client/media/SoundReader.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

namespace facet::client {

/// The sound of several clips as one: each begins with its pictures and ends with them, to the sample; a clip
/// without sound is silent.
class JoinedSound : public SoundReader {
public:
    using Open = std::function<std::unique_ptr<SoundReader>(const QString &path)>;

    /// `startsUs`: when each clip begins, and at last when the whole ends; one more than there are paths.
    JoinedSound(const QStringList &paths, const QList<qint64> &startsUs, Open open);

    Result<void> start(qint64 us, double speed) override;
    qint64 read(float *samples, qint64 frames) override;

private:
    void open(int clip, qint64 us);
    qint64 samplesUntil(qint64 us) const; ///< of the whole, at this speed

    QStringList m_paths;
    QList<qint64> m_startsUs;
    Open m_open;
    std::unique_ptr<SoundReader> m_reader; ///< null: silence
    int m_clip = 0;
    qint64 m_at = 0; ///< sample of the whole, at this speed, that is read next
    double m_speed = 1;
};

} // namespace facet::client
