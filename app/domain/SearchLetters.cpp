#include "domain/SearchLetters.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace facet {

namespace {

// Unicode 15, chapter 3.12: how a precomposed syllable is made of its parts.
constexpr char16_t firstSyllable = 0xAC00;
constexpr char16_t lastSyllable = 0xD7A3;
constexpr int vowels = 21;
constexpr int finals = 28;

// The parts as compatibility letters, in the order of the syllables; those that take two keys are two
// letters.
constexpr std::u16string_view initialTable = u"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr std::array<std::u16string_view, vowels> vowelTable{ u"ㅏ", u"ㅐ", u"ㅑ", u"ㅒ", u"ㅓ", u"ㅔ", u"ㅕ",
    u"ㅖ", u"ㅗ", u"ㅗㅏ", u"ㅗㅐ", u"ㅗㅣ", u"ㅛ", u"ㅜ", u"ㅜㅓ", u"ㅜㅔ", u"ㅜㅣ", u"ㅠ", u"ㅡ", u"ㅡㅣ",
    u"ㅣ" };
constexpr std::array<std::u16string_view, finals> finalTable{ u"", u"ㄱ", u"ㄲ", u"ㄱㅅ", u"ㄴ", u"ㄴㅈ",
    u"ㄴㅎ", u"ㄷ", u"ㄹ", u"ㄹㄱ", u"ㄹㅁ", u"ㄹㅂ", u"ㄹㅅ", u"ㄹㅌ", u"ㄹㅍ", u"ㄹㅎ", u"ㅁ", u"ㅂ",
    u"ㅂㅅ", u"ㅅ", u"ㅆ", u"ㅇ", u"ㅈ", u"ㅊ", u"ㅋ", u"ㅌ", u"ㅍ", u"ㅎ" };

struct Pair {
    char16_t letter;
    std::u16string_view parts;
};
constexpr Pair doubles[] = { { u'ㄳ', u"ㄱㅅ" }, { u'ㄵ', u"ㄴㅈ" }, { u'ㄶ', u"ㄴㅎ" }, { u'ㄺ', u"ㄹㄱ" },
    { u'ㄻ', u"ㄹㅁ" }, { u'ㄼ', u"ㄹㅂ" }, { u'ㄽ', u"ㄹㅅ" }, { u'ㄾ', u"ㄹㅌ" }, { u'ㄿ', u"ㄹㅍ" },
    { u'ㅀ', u"ㄹㅎ" }, { u'ㅄ', u"ㅂㅅ" }, { u'ㅘ', u"ㅗㅏ" }, { u'ㅙ', u"ㅗㅐ" }, { u'ㅚ', u"ㅗㅣ" },
    { u'ㅝ', u"ㅜㅓ" }, { u'ㅞ', u"ㅜㅔ" }, { u'ㅟ', u"ㅜㅣ" }, { u'ㅢ', u"ㅡㅣ" } };

bool isSyllable(QChar c)
{
    return c.unicode() >= firstSyllable && c.unicode() <= lastSyllable;
}

bool isConsonant(QChar c)
{
    return c.unicode() >= u'ㄱ' && c.unicode() <= u'ㅎ';
}

void append(QString &to, std::u16string_view letters)
{
    to.append(reinterpret_cast<const QChar *>(letters.data()), static_cast<qsizetype>(letters.size()));
}

void appendSyllable(QString &to, QChar syllable)
{
    const int index = syllable.unicode() - firstSyllable;
    to.append(QChar(initialTable[static_cast<size_t>(index / (vowels * finals))]));
    append(to, vowelTable[static_cast<size_t>(index / finals % vowels)]);
    append(to, finalTable[static_cast<size_t>(index % finals)]);
}

} // namespace

QString searchLetters(QStringView text)
{
    // Names of files and messages from a Mac arrive with Hangul taken apart in another way.
    const QString whole = text.toString().normalized(QString::NormalizationForm_C);
    QString letters;
    letters.reserve(whole.size() * 2);
    for (const QChar c : whole) {
        if (isSyllable(c)) {
            appendSyllable(letters, c);
            continue;
        }
        bool isDouble = false;
        for (const Pair &pair : doubles) {
            if (c == pair.letter) {
                append(letters, pair.parts);
                isDouble = true;
            }
        }
        // "2.3" and "9:16" keep what makes them a number.
        if (!isDouble && (c.isLetterOrNumber() || c == u'.' || c == u':' || c.isSurrogate()))
            letters.append(c.toCaseFolded());
    }
    return letters;
}

QString initialLetters(QStringView text)
{
    QString initials;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_C)) {
        if (isSyllable(c))
            initials.append(
                QChar(initialTable[static_cast<size_t>((c.unicode() - firstSyllable) / (vowels * finals))]));
    }
    return initials;
}

bool isInitials(QStringView text)
{
    return text.size() >= 2 && std::all_of(text.begin(), text.end(), isConsonant);
}

} // namespace facet
