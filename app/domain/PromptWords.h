#pragma once

#include "domain/Model.h"
#include "domain/PromptStep.h"

namespace facet {

/// What the words of a message ask for, English and Korean (PRODUCT rule 5; "10 seconds, vertical, two
/// takes", "세로로 10초짜리 두 개"). Nothing here is checked against a model yet.
struct PromptWords {
    std::optional<QString> modelId; ///< named by one of the catalogue's aliases; the last one named wins
    std::optional<ModelKind> kind; ///< "make an image of…", "음악 만들어줘": which kind of work, when said
    std::optional<int> durationS; ///< seconds
    std::optional<int> count;
    std::optional<QString> aspectRatio; ///< "9:16" for vertical, 세로
    std::optional<QString> resolution; ///< "720p", "1080p", "4K"
    std::optional<bool> audio; ///< "with sound", "no audio", "소리 없이"
    bool editsElementInVideo = false; ///< PRODUCT rule 3: not supported at all
    bool asksForGeneration = true; ///< false for a greeting or a question: only talk, nothing is made
    QList<PromptStep> steps; ///< of a message that asks for several generations; empty: for one

    friend bool operator==(const PromptWords &, const PromptWords &) = default;
};

/// Reads `prompt`. `catalogue` gives the names of models. `hasVideoToEdit`: the conversation or the
/// message holds a finished video, so "remove the hat" means editing it.
PromptWords readPromptWords(QStringView prompt, const Catalogue &catalogue, bool hasVideoToEdit = false);

} // namespace facet
