#pragma once

#include "ui/chat/RowCard.h"

class QGridLayout;

namespace facet::ui {

class Button;
class Chip;
class Label;

/// The agent asks before it spends: what it would make, what that takes at most, Stop and Approve.
class ApprovalCard : public RowCard {
    Q_OBJECT
public:
    ApprovalCard(const CardContext &context, QWidget *parent);
    void present(const client::TranscriptItem &item) override;

private:
    QString planLine(const Quote &quote) const;

    QString m_interruptId;
    Label *m_plan;
    Label *m_planCredits;
    Chip *m_planFree;
    QWidget *m_talkRow;
    Label *m_talkCredits;
    Label *m_total;
    Label *m_after;
    Button *m_stop;
    Button *m_approve;
    Label *m_answer;
};

} // namespace facet::ui
