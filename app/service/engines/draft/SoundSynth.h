#pragma once

#include <QString>

#include <array>
#include <vector>

namespace facet::service::draft {

/// A placeholder for sound that can be cut to: quiet chords for music, swelling noise for effects, with
/// the tempo, the mood and the colour that the words give. The same for the same words and seed.
class SoundSynth {
public:
    static constexpr int rate = 48'000; ///< samples a second

    SoundSynth(const QString &prompt, bool music, quint32 seed, int seconds);

    /// The next `count` samples, left and right, -1..1.
    void next(float *left, float *right, int count);

private:
    float music(double seconds, int side) const;
    float effect(int side);
    float envelope(double seconds) const;

    bool m_music;
    bool m_minor;
    double m_beat; ///< seconds
    double m_root; ///< Hz
    double m_length; ///< seconds
    double m_cut; ///< 0..1, how much of the noise's highs stay
    double m_swell; ///< seconds from one swell to the next
    qint64 m_at = 0;
    quint32 m_noise;
    std::array<float, 2> m_low{};
};

} // namespace facet::service::draft
