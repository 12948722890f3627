#pragma once

#include "ui/chat/RowCard.h"

#include <QElapsedTimer>
#include <QTimer>

#include <vector>

class QVBoxLayout;

namespace facet::ui {

class Button;
class Chip;
class Label;

/// The agent asks before it spends: each step it would make, what that takes at most, Stop, Change and
/// Approve. A quote that is no longer valid asks for a new price instead of an approval.
///
/// An answer counts only when the card has been in sight for a moment: a click or an Enter that was meant for
/// what stood there before approves nothing.
class ApprovalCard : public RowCard {
    Q_OBJECT
public:
    ApprovalCard(const CardContext &context, QWidget *parent);
    ~ApprovalCard() override;
    void present(const client::TranscriptItem &item) override;

    /// Has been in sight long enough to be answered.
    bool isArmed() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row;

    Row &row(size_t index);
    void presentLines(const Quote &quote);
    void presentAnswer(const client::ApprovalRequest &request);
    QString answerText(client::ApprovalRequest::State state) const;

    QString m_interruptId;
    client::TranscriptItem m_item;
    QVBoxLayout *m_lines;
    std::vector<Row> m_rows;
    Label *m_total;
    Label *m_after;
    Button *m_stop;
    Button *m_change;
    Button *m_approve;
    Button *m_renew;
    Label *m_answer;
    QElapsedTimer m_inSight;
    QTimer m_expiry;
};

} // namespace facet::ui
