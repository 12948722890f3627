#include "service/engines/draft/FrameFormat.h"

#include "service/engines/draft/Sentences.h"

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

constexpr int longestSide = 3840;
constexpr int shortestSide = 64;

int even(double value)
{
    return std::max(2, static_cast<int>(std::lround(value / 2.0)) * 2);
}

/// The shorter side; 0 when the word is unknown.
int shorterSide(const QString &resolution)
{
    const QString word = resolution.trimmed().toLower();
    if (word == QLatin1String("2k"))
        return 1440;
    if (word == QLatin1String("4k"))
        return 2160;
    if (!word.endsWith(QLatin1Char('p')))
        return 0;
    bool ok = false;
    const int lines = word.chopped(1).toInt(&ok);
    return ok && lines >= shortestSide && lines <= 2160 ? lines : 0;
}

/// width ÷ height; 0 when the word is unknown.
double ratioOf(const QString &aspect)
{
    const QStringList sides = aspect.split(QLatin1Char(':'));
    if (sides.size() != 2)
        return 0;
    const double w = sides[0].toDouble();
    const double h = sides[1].toDouble();
    return w > 0 && h > 0 && w / h <= 8 && h / w <= 8 ? w / h : 0;
}

} // namespace

Result<QSize> frameSize(const Options &options, QSize source, bool korean)
{
    const QString resolution = options.resolution.value_or(QStringLiteral("720p"));
    const int shorter = shorterSide(resolution);
    if (shorter == 0)
        return sentences::optionUnknown(korean, QStringLiteral("resolution"), resolution);

    double ratio = 16.0 / 9.0;
    if (options.aspectRatio) {
        ratio = ratioOf(*options.aspectRatio);
        if (ratio == 0)
            return sentences::optionUnknown(korean, QStringLiteral("aspect_ratio"), *options.aspectRatio);
    } else if (!source.isEmpty()) {
        ratio = std::clamp(double(source.width()) / source.height(), 9.0 / 21.0, 21.0 / 9.0);
    }

    const double longer = std::min<double>(longestSide, shorter * std::max(ratio, 1 / ratio));
    const double across = std::min<double>(shorter, longer / std::max(ratio, 1 / ratio));
    return ratio >= 1 ? QSize(even(longer), even(across)) : QSize(even(across), even(longer));
}

Result<int> frameCount(const Options &options, bool korean)
{
    const int seconds = options.durationS.value_or(5);
    if (seconds < 1 || seconds > 60)
        return sentences::optionUnknown(korean, QStringLiteral("duration_s"), QString::number(seconds));
    return seconds * framesPerSecond;
}

} // namespace facet::service::draft
