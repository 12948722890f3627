#pragma once

#include "client/batch/BatchDraftLine.h"
#include "client/batch/BatchQueue.h"
#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class Label;

/// The one card of a batch: what all of its lines take together, what is covered, what is skipped, whether it
/// goes past a limit; and the two answers. Later the same place says how far the queue is, and asks when it
/// stands still.
class BatchSummary : public Card {
    Q_OBJECT
public:
    explicit BatchSummary(Theme &theme, QWidget *parent = nullptr);

    /// `reasons`: limits that it goes over, see client::SpendingLimits.
    void presentDraft(const client::BatchTotal &total, Credits balance, const QList<AskReason> &reasons);
    void presentQueue(const client::BatchQueue &queue);
    /// Gives the keyboard to the answer that does no harm.
    void focusDefault();
    /// For tests and assistive technology: everything it says.
    QString spokenText() const;

signals:
    void accepted(); ///< "Send …", or "Go on"
    void declined(); ///< "Don't send"
    void pauseRequested();
    void cancelRestRequested();
    void clearRequested();
    void topUpRequested(facet::Credits credits); ///< what is missing

private:
    void say(const QString &title, const QStringList &sentences, bool warning);

    Label *m_title;
    Label *m_text;
    Button *m_decline;
    Button *m_pause;
    Button *m_cancelRest;
    Button *m_topUp;
    Button *m_accept;
    bool m_isQueue = false;
    bool m_isStop = false; ///< a budget stands in the way: more than a habit goes past it
    Credits m_missing = 0;
};

} // namespace facet::ui
