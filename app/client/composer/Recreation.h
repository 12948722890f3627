#pragma once

#include "client/composer/Composer.h"
#include "client/generation/GenerationRecord.h"
#include "client/tags/ResultTags.h"

#include <QFuture>

namespace facet::client {

/// A request as it was made, to be put into the composer again (HABITS, users' wish 6). Nothing is sent.
struct Recreated {
    struct File {
        InputRole role = InputRole::Reference;
        QString path; ///< of an earlier result, on this computer
    };
    /// Prompt, model, options (the seed that was used among them), agent, and the pictures that came with the
    /// message. No conversation and no quote: what it takes is quoted anew.
    TurnRequest request;
    QList<File> files; ///< earlier results that it worked on: to be attached as well
    /// What it worked on and is gone: by file name where that is known, else empty.
    struct Gone {
        InputRole role = InputRole::Reference;
        QString fileName;
    };
    QList<Gone> gone;
    /// Known from the file alone: what it worked on cannot be known.
    bool fromFileAlone = false;
};

/// Brings requests back: out of the history, or out of what a file says of itself.
class Recreation {
public:
    virtual ~Recreation() = default;
    virtual QFuture<Result<Recreated>> of(const GenerationRecord &record) = 0;
    /// When the generation is in this history, everything as in of(); else what the tags say.
    virtual QFuture<Result<Recreated>> ofTags(const ResultTags &tags) = 0;
};

} // namespace facet::client
