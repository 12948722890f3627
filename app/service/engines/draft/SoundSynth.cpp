#include "service/engines/draft/SoundSynth.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace facet::service::draft {

namespace {

bool says(const QString &prompt, const char16_t *pattern)
{
    return QRegularExpression(QString::fromUtf16(pattern), QRegularExpression::CaseInsensitiveOption)
        .match(prompt)
        .hasMatch();
}

double tone(double hertz, double seconds)
{
    return std::sin(2 * std::numbers::pi * hertz * seconds);
}

} // namespace

SoundSynth::SoundSynth(const QString &prompt, bool music, quint32 seed, int seconds)
    : m_music(music)
    , m_minor(says(prompt, uR"(sad|dark|night|minor|melanchol|tense|슬픈|어두운|밤|긴장|쓸쓸)"))
    , m_length(seconds)
    , m_noise(seed * 2654435761U + 1)
{
    const bool fast = says(prompt, uR"(fast|upbeat|energetic|action|dance|빠른|빠르게|신나는|경쾌)");
    const bool slow = says(prompt, uR"(slow|calm|ambient|gentle|quiet|느린|잔잔|조용|차분)");
    m_beat = 60.0 / (fast ? 124 : slow ? 66 : 92);
    m_root = 110 * std::pow(2.0, double(seed % 7) / 12);
    const bool dull = says(prompt, uR"(rumble|thunder|deep|engine|wave|sea|ocean|천둥|파도|바다|엔진|낮은)");
    const bool bright = says(prompt, uR"(rain|hiss|sizzle|steam|fire|crackl|비|불|지글|빗)");
    m_cut = bright ? 0.6 : dull ? 0.03 : 0.15;
    m_swell = fast ? 0.6 : slow ? 4 : 2.2;
}

void SoundSynth::next(float *left, float *right, int count)
{
    for (int i = 0; i < count; ++i, ++m_at) {
        const double seconds = double(m_at) / rate;
        const float loud = envelope(seconds);
        left[i] = loud * (m_music ? music(seconds, 0) : effect(0));
        right[i] = loud * (m_music ? music(seconds, 1) : effect(1));
    }
}

float SoundSynth::music(double seconds, int side) const
{
    // I – vi – IV – V, or i – VI – III – VII, two bars each.
    static constexpr std::array major{ 0, 9, 5, 7 };
    static constexpr std::array minor{ 0, 8, 3, 10 };
    const double bar = 4 * m_beat;
    const auto chord = static_cast<size_t>(seconds / (2 * bar)) % 4;
    const int root = m_minor ? minor[chord] : major[chord];
    const bool sad = m_minor ? chord == 0 : chord == 1;
    const double within = std::fmod(seconds, 2 * bar);
    const double swell = std::min({ 1.0, within / 0.25, (2 * bar - within) / 0.25 });
    const double wide = side == 0 ? 0.9985 : 1.0015;
    double sum = 0;
    for (const int step : { 0, sad ? 3 : 4, 7, 12 }) {
        const double hertz = m_root * 2 * std::pow(2.0, (root + step) / 12.0) * wide;
        sum += 0.1 * (tone(hertz, seconds) + 0.3 * tone(2 * hertz, seconds) + 0.1 * tone(3 * hertz, seconds));
    }
    const double sinceBeat = std::fmod(seconds, m_beat);
    const double bass =
        0.22 * std::exp(-sinceBeat * 5) * tone(m_root / 2 * std::pow(2.0, root / 12.0), seconds);
    return static_cast<float>(0.6 * swell * sum + bass);
}

float SoundSynth::effect(int side)
{
    m_noise = m_noise * 1664525U + 1013904223U;
    const float white = static_cast<float>(m_noise >> 8) / static_cast<float>(1U << 23) - 1;
    float &low = m_low[static_cast<size_t>(side)];
    low += static_cast<float>(m_cut) * (white - low);
    const double phase = double(m_at) / rate / m_swell + 0.15 * side;
    const double swell = 0.55 + 0.45 * std::sin(2 * std::numbers::pi * phase);
    // What the filter takes away is given back in loudness.
    return low * static_cast<float>(swell * 0.35 / std::sqrt(m_cut));
}

float SoundSynth::envelope(double seconds) const
{
    return static_cast<float>(std::clamp(std::min(seconds / 0.2, (m_length - seconds) / 0.8), 0.0, 1.0));
}

} // namespace facet::service::draft
