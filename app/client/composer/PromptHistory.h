#pragma once

#include "domain/Error.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>

namespace facet::client {

/// Something that was asked, in any conversation and of either agent.
struct PastPrompt {
    QString text;
    QDateTime at; ///< UTC; when it was asked last
};

/// What was asked so far, newest first, each text once. Read a page at a time and never on the window's
/// thread, so a hundred thousand prompts cost no more than a few.
class PromptHistory : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int pageSize = 50; ///< prompts of one answer, at most

    /// The page after `last`; without it the first. Empty: there is none further back.
    virtual QFuture<Result<QList<PastPrompt>>> before(const std::optional<PastPrompt> &last) = 0;
    /// The newest that contain every word of `words`, also inside of words, upper and lower case alike;
    /// Hangul by whole syllables. Without words: as before({}).
    virtual QFuture<Result<QList<PastPrompt>>> find(const QString &words) = 0;
};

} // namespace facet::client
