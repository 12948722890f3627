#include "domain/AliasIndex.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace facet {

namespace {

enum class Script { Separator, Letter, Digit, Hangul };

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

Script scriptAt(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (isDigit(c))
        return Script::Digit;
    // The point of "2.3" belongs to the number, so that "Seedance 2" is not found in "Seedance 2.0".
    if (c == u'.' && i > 0 && isDigit(text[i - 1]) && i + 1 < text.size() && isDigit(text[i + 1]))
        return Script::Digit;
    if (c.script() == QChar::Script_Hangul)
        return Script::Hangul;
    return c.isLetter() ? Script::Letter : Script::Separator;
}

/// A text without its separators, and where each character of it came from.
struct Squashed {
    QString text;
    std::vector<qsizetype> origin;
    std::vector<bool> startsWord; ///< one more than characters: the end counts as a start
    std::vector<bool> joined; ///< nothing but spaces, hyphens and brackets stands before it
};

Squashed squash(QStringView text)
{
    Squashed result;
    result.text.reserve(text.size());
    result.origin.reserve(static_cast<size_t>(text.size()));
    Script previous = Script::Separator;
    bool joined = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Script script = scriptAt(text, i);
        if (script != Script::Separator) {
            result.text += text[i].toCaseFolded();
            result.origin.push_back(i);
            result.startsWord.push_back(script != previous);
            result.joined.push_back(joined);
            joined = true;
        } else if (!QStringView(u" -_()[]\u00a0\u2011").contains(text[i])) {
            joined = false; // a name does not go on in the next sentence
        }
        previous = script;
    }
    result.startsWord.push_back(true);
    return result;
}

char32_t headOf(QStringView squashed)
{
    const char32_t first = squashed[0].unicode();
    return squashed.size() > 1 ? (first << 16) | squashed[1].unicode() : first << 16;
}

/// Whether what follows a Hangul name inside the same word only inflects it.
bool isParticle(QStringView rest)
{
    static const QRegularExpression particle(QStringLiteral(
        "^(?:(?:으로|로|은|는|이|가|을|를|의|에서|에|와|과|이랑|랑|도|만|한테|보다)(?:는|도|만|요)?|(?:모델|버전|사용|이용|써서|해|하|시켜|좀).*)$"));
    return particle.match(rest.toString()).hasMatch();
}

/// "Kling 3 takes": the number counts, it is no part of the name.
bool countsSomething(QStringView after)
{
    static const QRegularExpression counted(
        QStringLiteral(
            "^[\\s-]*(?:seconds?|secs?|takes|versions|videos|clips|variations|images|pictures)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    return counted.match(after.left(24).toString()).hasMatch();
}

} // namespace

AliasIndex::AliasIndex(const QList<QStringList> &namesByModel)
{
    for (qsizetype model = 0; model < namesByModel.size(); ++model) {
        for (const QString &name : namesByModel[model]) {
            const QString squashed = squash(name.normalized(QString::NormalizationForm_C)).text;
            if (squashed.size() >= 2)
                m_byHead[headOf(squashed)].append({ squashed, static_cast<int>(model) });
        }
    }
    for (QList<Entry> &entries : m_byHead) {
        std::stable_sort(entries.begin(), entries.end(),
            [](const Entry &a, const Entry &b) { return a.squashed.size() > b.squashed.size(); });
    }
}

QList<AliasHit> AliasIndex::find(QStringView text) const
{
    QList<AliasHit> hits;
    if (m_byHead.isEmpty())
        return hits;
    const Squashed squashed = squash(text);
    const QStringView all = squashed.text;
    const auto startsWord = [&](qsizetype i) { return squashed.startsWord[static_cast<size_t>(i)]; };
    const auto origin = [&](qsizetype i) { return squashed.origin[static_cast<size_t>(i)]; };
    const auto isJoined = [&](qsizetype from, qsizetype to) {
        return std::all_of(
            squashed.joined.begin() + from, squashed.joined.begin() + to, [](bool j) { return j; });
    };
    for (qsizetype i = 0; i + 1 < all.size();) {
        qsizetype next = i + 1;
        const auto entries = startsWord(i) ? m_byHead.constFind(headOf(all.mid(i))) : m_byHead.constEnd();
        if (entries != m_byHead.constEnd()) {
            for (const Entry &entry : *entries) {
                if (!all.mid(i).startsWith(entry.squashed))
                    continue;
                const qsizetype end = i + entry.squashed.size();
                if (!isJoined(i + 1, end))
                    continue;
                const qsizetype last = origin(end - 1);
                if (!startsWord(end)) {
                    qsizetype wordEnd = end;
                    while (wordEnd < all.size() && !startsWord(wordEnd))
                        ++wordEnd;
                    if (all[end - 1].script() != QChar::Script_Hangul
                        || !isParticle(all.mid(end, wordEnd - end)))
                        continue;
                }
                if (isDigit(all[end - 1]) && countsSomething(text.mid(last + 1)))
                    continue;
                hits.append({ entry.model, origin(i), last + 1 - origin(i) });
                next = end;
                break;
            }
        }
        i = next;
    }
    return hits;
}

} // namespace facet
