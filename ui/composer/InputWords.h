#pragma once

#include "domain/InputFit.h"

#include <QCoreApplication>

namespace facet::ui {

/// What does not fit about the attached files, in words.
class InputWords {
    Q_DECLARE_TR_FUNCTIONS(InputWords)
public:
    /// "Takes no start or end frame": for a row of ✨.
    static QString problem(InputProblem problem, const Model &model);
    /// "Remove the frames, or choose another model.": what to do about it.
    static QString remedy(InputProblem problem, const Model &model);
};

} // namespace facet::ui
