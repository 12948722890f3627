#pragma once

#include <QString>

namespace facet {

/// A text as a search compares it: without case, spaces, hyphens and brackets, and with Hangul taken apart
/// into the letters that are typed. A syllable that is still being written ("시자", "싲" on the way to
/// "시작") is then the beginning of the finished word.
QString searchLetters(QStringView text);

/// The first consonant of every Hangul syllable ("클링" → "ㅋㄹ"), as people abbreviate; empty without
/// Hangul.
QString initialLetters(QStringView text);

/// Nothing but consonants, at least two: such a query means initials.
bool isInitials(QStringView text);

} // namespace facet
