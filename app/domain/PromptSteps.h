#pragma once

#include "domain/PromptStep.h"

namespace facet {
class Catalogue;
}

namespace facet::detail {

/// The steps of a message that asks for several generations, one after another ("draw a fox, animate it, then
/// bring it to 4K") or side by side ("one take with Kling 3.0 and one with Veo 3.1"); English and Korean.
/// Empty for everything else, above all for descriptions with commas in them: a step must say what is done
/// with the result of the one before it, or name its model and how many.
///
/// `prompt` in NFC, as written. The names that it holds are found with `catalogue`.
QList<PromptStep> stepsIn(const QString &prompt, const Catalogue &catalogue);

} // namespace facet::detail
