#pragma once

#include "client/generation/Queue.h"

#include <QCoreApplication>

namespace facet::ui {

/// What the queue says, in the user's language.
class QueueWords {
    Q_DECLARE_TR_FUNCTIONS(facet::ui::QueueWords)
public:
    static QString underWay(qsizetype count); ///< "Under way · 2"
    static QString waiting(qsizetype count); ///< "Waiting · 3"
    /// "Cancel all 5?"
    static QString cancelAllQuestion(const client::Queue::CancelAll &all);
    /// "You get 165 credits back."
    static QString cancelAllMeans(const client::Queue::CancelAll &all);
};

} // namespace facet::ui
