#pragma once

#include "domain/PromptWords.h"

#include <QRegularExpression>

/// Inside of PromptReader. Every function takes the message in NFC and lower case, with the names of
/// models blanked out, so that the "2.0" of a name is no number.
namespace facet::detail {

/// Compiled and studied once; the messages are searched at every keystroke.
QRegularExpression pattern(const char *utf8);

/// Whether any of the options below can be said in `text` at all: one look for the words that they all start
/// from. False for most sentences of a pasted script.
bool maySayOptions(const QString &text);
struct SaidLength {
    int seconds = 0;
    bool plainly = false; ///< "10 seconds long", "10초짜리": corrects what was said before
};
std::optional<SaidLength> durationIn(const QString &text);
std::optional<int> countIn(const QString &text);
std::optional<QString> aspectRatioIn(const QString &text);
std::optional<QString> resolutionIn(const QString &text);
std::optional<bool> audioIn(const QString &text);
std::optional<ModelKind> kindIn(const QString &text);
bool editsElementInVideo(const QString &text, bool hasVideoToEdit);
bool asksForGeneration(const QString &text);

} // namespace facet::detail
