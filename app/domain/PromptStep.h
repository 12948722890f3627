#pragma once

#include "domain/Enums.h"

#include <QList>
#include <QString>

#include <optional>

namespace facet {

/// One of several generations that a message asks for.
struct PromptStep {
    std::optional<ModelKind> kind; ///< Tool: make it larger. Empty: not said, the agent's default
    QString text; ///< the words that are about it
    QString prompt; ///< what its model is told: these words, and what the step before it was about
    std::optional<int> takesFrom; ///< index of the step whose result it works on; empty: the attachments

    // What its own words ask for, as in PromptWords.
    std::optional<QString> modelId;
    std::optional<int> count; ///< "two with Kling and one with Veo"
    std::optional<int> durationS;
    std::optional<QString> aspectRatio;
    std::optional<QString> resolution;
    std::optional<bool> audio;

    friend bool operator==(const PromptStep &, const PromptStep &) = default;
};

} // namespace facet
