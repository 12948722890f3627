#pragma once

#include "domain/PromptWords.h"

#include <QRegularExpression>

/// Inside of readPromptWords. Every function takes the message in NFC and lower case, with the names of
/// models blanked out, so that the "2.0" of a name is no number.
namespace facet::detail {

/// Compiled and studied once; the messages are searched at every keystroke.
QRegularExpression pattern(const char *utf8);

std::optional<int> durationIn(const QString &text);
std::optional<int> countIn(const QString &text);
std::optional<QString> aspectRatioIn(const QString &text);
std::optional<QString> resolutionIn(const QString &text);
std::optional<bool> audioIn(const QString &text);
std::optional<ModelKind> kindIn(const QString &text);
bool editsElementInVideo(const QString &text, bool hasVideoToEdit);
bool asksForGeneration(const QString &text);

} // namespace facet::detail
