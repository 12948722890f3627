#pragma once

#include "domain/Spending.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QGridLayout;

namespace facet::client {
class SpendingLimits;
}

namespace facet::ui {

class Button;
class Card;
class ElidedLabel;
class Label;
class ProgressLine;

/// The four figures of the spending view: spent, saved by unlimited, returned after failures, monthly budget.
class SpendingCards : public QWidget {
    Q_OBJECT
public:
    SpendingCards(Theme &theme, client::SpendingLimits &limits, QWidget *parent = nullptr);

    /// `rangeName` in "Spent in 30 days".
    void present(const SpendingReport &report, const QString &spentTitle);

signals:
    void budgetRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Figure {
        Card *card;
        ElidedLabel *title;
        Label *value;
        ElidedLabel *note;
    };
    Figure makeFigure(const QString &title, const QString &name);
    void say(const Figure &figure, const QString &value, const QString &note);
    void refreshBudget();
    void arrange(bool wide);

    Theme &m_theme;
    client::SpendingLimits &m_limits;
    QGridLayout *m_grid;
    Figure m_spent;
    Figure m_saved;
    Figure m_returned;
    Figure m_budget;
    ProgressLine *m_bar;
    Button *m_setBudget;
    bool m_wide = false;
};

} // namespace facet::ui
