#pragma once

#include "domain/Error.h"

#include <QtGlobal>

namespace facet::client {

/// Reads one file's sound as 48 kHz stereo floats, on whatever thread calls it, one call at a time.
class SoundReader {
public:
    static constexpr int sampleRate = 48000; ///< samples a second
    static constexpr int channels = 2;

    virtual ~SoundReader() = default;

    /// From here on read() gives the sound from `us` (microseconds from the first frame), at `speed` times
    /// its own speed (0.25..4) and in its own pitch.
    virtual Result<void> start(qint64 us, double speed) = 0;
    /// Fills up to `frames` pairs of samples. Fewer only at the end; 0: it is over.
    virtual qint64 read(float *samples, qint64 frames) = 0;
};

} // namespace facet::client
