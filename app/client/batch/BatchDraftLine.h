#pragma once

#include "client/composer/Composer.h"

namespace facet::client {

/// One line as it was written: a line of the message, or a record of a CSV file. What is empty comes from
/// the message's own choices.
struct BatchWish {
    int number = 0; ///< of the line in the message or the file, from 1
    QString prompt;
    QString model; ///< id, name or alias
    QString seconds;
    QString resolution;
    QString start; ///< a picture's path; a relative one is beside the file
    QString end;
};

/// Why a line cannot be sent as it is.
struct BatchProblem {
    enum class Kind {
        NoPrompt, ///< nothing is asked for
        UnknownModel,
        BadSeconds, ///< not a length that the model has
        TooLong, ///< longer than the model's longest
        UnknownResolution,
        MissingFile,
        UnreadableFile, ///< see error
        SeveralSteps, ///< asks for several generations, which the agent asks about: not for a queue
        NothingToMake, ///< only talk
        CannotBeSent, ///< see the quote: an input is missing, the model is not available, …
    };
    Kind kind = Kind::NoPrompt;
    QString written; ///< what the line says
    InputRole role = InputRole::Other; ///< of a file
    /// What fix() would put in its place: a model's id ("automatic"), seconds, a resolution; empty: the
    /// default.
    std::optional<QString> fix = {};
    std::optional<Error> error = {};
};

/// A line with everything that is known of it.
struct BatchDraftLine {
    BatchWish wish;
    bool included = true; ///< false: somebody took it out
    bool checked = false; ///< false: not looked at yet, or its pictures are being read
    TurnRequest turn; ///< what would be sent; its quote by the rules of app/domain
    std::optional<BatchProblem> problem;

    bool isSent() const { return included && checked && !problem; }
};

/// What the whole batch comes to: the lines that would be sent.
struct BatchTotal {
    int lines = 0;
    int covered = 0; ///< of them, by a benefit
    int problems = 0; ///< included, but not to be sent
    int leftOut = 0; ///< taken out by hand
    int unchecked = 0;
    std::optional<Credits> credits = 0; ///< empty: one of them is not known
};

} // namespace facet::client
