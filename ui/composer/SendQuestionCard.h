#pragma once

#include "ui/widgets/Card.h"

class QHBoxLayout;

namespace facet::client {
class SendGate;
struct SendQuestion;
} // namespace facet::client

namespace facet::ui {

class Button;
class Label;

/// Above the composer's box, while something waits for an answer before it is sent: why, and what can be
/// done. Hidden when there is nothing to ask. Escape means "Don't send".
class SendQuestionCard : public Card {
    Q_OBJECT
public:
    SendQuestionCard(Theme &theme, client::SendGate &gate, QWidget *parent = nullptr);

    /// Gives the keyboard to the answer that does no harm: for a budget that is used up, "Don't send".
    void focusDefault();
    /// For tests and assistive technology: everything it says.
    QString spokenText() const;

signals:
    /// "Change budget": the one of this conversation, or the one for everything.
    void budgetRequested(bool ofConversation);
    /// Answered: the keyboard may go back to the message.
    void answered();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void refreshMark();
    void answer(bool send);

    Theme &m_theme;
    client::SendGate &m_gate;
    Label *m_mark;
    Label *m_point;
    Label *m_more;
    Button *m_decline;
    Button *m_budget;
    Button *m_accept;
    bool m_isStop = false;
    bool m_isOfConversation = false; ///< only this conversation's own budget stands in the way
};

} // namespace facet::ui
