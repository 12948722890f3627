#include "service/engines/draft/TitleBeats.h"

#include "service/engines/draft/FrameFormat.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace facet::service::draft {

namespace {

constexpr int mostCards = 12;
constexpr qsizetype longSentence = 70;
constexpr qsizetype longestCard = 220;

QStringList splitAt(const QString &text, const QString &pattern)
{
    QStringList parts;
    for (const QString &part : text.split(
             QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption), Qt::SkipEmptyParts)) {
        const QString words = part.simplified();
        if (!words.isEmpty())
            parts.append(words);
    }
    return parts;
}

QStringList partsOf(const QString &prompt)
{
    static const QString sentences = QStringLiteral(
        R"((?<=[.!?。！？…])\s+|\n|;\s*|\s*(?:→|->)\s*|,?\s+(?:and\s+)?then\s+|\s*(?:그리고|그다음에?|이어서)\s+)");
    QStringList parts = splitAt(prompt, sentences);
    if (parts.size() == 1 && parts.first().size() > longSentence)
        return splitAt(parts.first(), QStringLiteral(R"((?<=[,、，])\s*)"));
    return parts;
}

/// Joins the two neighbours that are shortest together.
void joinShortest(QStringList &parts)
{
    qsizetype at = 0;
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        if (parts[i].size() + parts[i + 1].size() < parts[at].size() + parts[at + 1].size())
            at = i;
    }
    parts[at] += QLatin1Char(' ') + parts[at + 1];
    parts.removeAt(at + 1);
}

} // namespace

std::vector<TitleBeat> titleBeats(const QString &prompt, const QString &fallback, int frames)
{
    // Beyond this nobody could read it in a minute.
    QStringList parts = partsOf(prompt.left(4000).normalized(QString::NormalizationForm_C));
    if (parts.isEmpty())
        parts.append(fallback);
    const int most = std::clamp(frames / framesPerSecond, 1, mostCards);
    while (parts.size() > most)
        joinShortest(parts);

    double all = 0;
    const auto weight = [](const QString &text) { return double(std::min(text.size(), longestCard)) + 16; };
    for (QString &part : parts) {
        if (part.size() > longestCard)
            part = part.left(longestCard - 1).trimmed() + QChar(0x2026);
        all += weight(part);
    }
    std::vector<TitleBeat> beats;
    double before = 0;
    for (const QString &part : parts) {
        const int first = static_cast<int>(std::lround(before / all * frames));
        before += weight(part);
        beats.push_back({ part, first, static_cast<int>(std::lround(before / all * frames)) - first });
    }
    return beats;
}

} // namespace facet::service::draft
