#pragma once

#include <QString>

#include <vector>

namespace facet::service::draft {

/// One card of an animatic: what it says and when, in frames.
struct TitleBeat {
    QString text;
    int firstFrame = 0;
    int frames = 0;
};

/// Splits a prompt into what happens one after the other: sentences, lines, "then", "그리고"; a single long
/// sentence at its commas. Short neighbours are joined until every card can be read (a second each, at
/// most 12). Longer texts stay longer. The frames of all beats add up to `frames`. `fallback` is said when
/// the prompt is empty.
std::vector<TitleBeat> titleBeats(const QString &prompt, const QString &fallback, int frames);

} // namespace facet::service::draft
