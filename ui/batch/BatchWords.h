#pragma once

#include "client/batch/BatchDraftLine.h"
#include "client/batch/BatchQueue.h"
#include "client/session/Session.h"

#include <QCoreApplication>

namespace facet::ui {

/// A batch in words: its lines, what is wrong with one, what all of them take, why the queue stands still.
class BatchWords {
    Q_DECLARE_TR_FUNCTIONS(BatchWords)
public:
    static QString problem(const client::BatchDraftLine &line, const client::Session &session);
    /// What the button says that mends it: "Use 15 s"; empty: nothing here can.
    static QString fix(const client::BatchProblem &problem, const client::Session &session);
    static QString frames(const QList<client::Attachment> &attachments); ///< "start, end"; "—" without any
    static QString cost(const Quote &quote); ///< "33", "0 · covered", "—"
    static QString state(const client::BatchLine &line);

    /// "12 requests · 396 credits"
    static QString total(const client::BatchTotal &total);
    /// What is covered, what is skipped and what is left of the balance: whole sentences.
    static QStringList details(const client::BatchTotal &total, Credits balance);
    static QString send(const client::BatchTotal &total); ///< "Send 12 for 396 credits"

    static QString progress(const client::BatchQueue::Count &count);
    static QStringList question(const client::BatchQuestion &question);
    static QString resume(const client::BatchQuestion &question);
};

} // namespace facet::ui
