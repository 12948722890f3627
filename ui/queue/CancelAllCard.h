#pragma once

#include "client/generation/Queue.h"
#include "ui/widgets/Card.h"

namespace facet::ui {

class Button;
class Label;

/// Asks once, in its place, before everything is cancelled: how many, and how many credits come back.
class CancelAllCard : public Card {
    Q_OBJECT
public:
    explicit CancelAllCard(Theme &theme, QWidget *parent = nullptr);

    void present(const client::Queue::CancelAll &all);
    /// Shows it, with the keyboard on the answer that changes nothing.
    void ask();

signals:
    void answered(bool cancel);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_question;
    Label *m_means;
    Button *m_keep;
    Button *m_cancel;
};

} // namespace facet::ui
