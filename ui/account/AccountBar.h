#pragma once

#include "ui/theme/Theme.h"

#include <QPushButton>

namespace facet::client {
class Session;
}

namespace facet::ui {

class Button;
class Chip;
class ElidedLabel;
class Label;
class ProgressLine;

/// The account at the bottom of the sidebar: plan, balance, how much of the period's credits is left, when
/// they renew. A click opens the account; "Spending ›" is a button of its own.
class AccountBar : public QPushButton {
    Q_OBJECT
public:
    AccountBar(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void spendingRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();

    Theme &m_theme;
    client::Session &m_session;
    Chip *m_plan;
    Label *m_balance;
    ProgressLine *m_line;
    ElidedLabel *m_renews;
    Button *m_spending;
};

} // namespace facet::ui
