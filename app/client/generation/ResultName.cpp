#include "client/generation/ResultName.h"

#include <QHash>

namespace facet::client {

namespace {
constexpr int maxBytes = 80;
constexpr int maxWords = 8;
} // namespace

QString resultBaseName(const QString &prompt)
{
    QStringList words;
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    for (const char32_t c : prompt.normalized(QString::NormalizationForm_C).toLower().toUcs4()) {
        if (QChar::isLetterOrNumber(c) || (QChar::isMark(c) && !word.isEmpty()))
            word += QString::fromUcs4(&c, 1);
        else if (c != U'\'' && c != U'\u2019') // "don't" is one word
            endWord();
        if (words.size() >= maxWords)
            break;
    }
    endWord();

    QString name;
    for (const QString &one : std::as_const(words).mid(0, maxWords)) {
        const QString longer = name.isEmpty() ? one : name + u'-' + one;
        if (longer.toUtf8().size() > maxBytes)
            break;
        name = longer;
    }
    if (name.isEmpty() && !words.isEmpty()) {
        // One endless word: as much of it as fits, cut between characters.
        for (const char32_t c : words.constFirst().toUcs4()) {
            const QString longer = name + QString::fromUcs4(&c, 1);
            if (longer.toUtf8().size() > maxBytes)
                break;
            name = longer;
        }
    }
    return name.isEmpty() ? QStringLiteral("facet") : name;
}

QString suffixFor(const QString &mime)
{
    static const QHash<QString, QString> known{
        { QStringLiteral("video/mp4"), QStringLiteral("mp4") },
        { QStringLiteral("video/webm"), QStringLiteral("webm") },
        { QStringLiteral("video/quicktime"), QStringLiteral("mov") },
        { QStringLiteral("image/png"), QStringLiteral("png") },
        { QStringLiteral("image/jpeg"), QStringLiteral("jpg") },
        { QStringLiteral("image/webp"), QStringLiteral("webp") },
        { QStringLiteral("image/avif"), QStringLiteral("avif") },
        { QStringLiteral("audio/wav"), QStringLiteral("wav") },
        { QStringLiteral("audio/x-wav"), QStringLiteral("wav") },
        { QStringLiteral("audio/mpeg"), QStringLiteral("mp3") },
        { QStringLiteral("audio/mp4"), QStringLiteral("m4a") },
        { QStringLiteral("audio/flac"), QStringLiteral("flac") },
        { QStringLiteral("audio/ogg"), QStringLiteral("ogg") },
    };
    return known.value(mime.section(u';', 0, 0).trimmed().toLower(), QStringLiteral("bin"));
}

} // namespace facet::client
