#pragma once

#include "domain/Account.h"
#include "ui/widgets/Popover.h"


namespace facet::client {
class Session;
class TopUpWatch;
} // namespace facet::client

namespace facet::ui {

class Button;
class Label;
class PlanChange;

/// The account in short: plan, balance, what is held, when each part ends, when it renews, what runs now; top
/// up, and (for the bundled service) another plan. Leads on to spending and to the comparison of plans.
class AccountPopover : public Popover {
    Q_OBJECT
public:
    AccountPopover(
        Theme &theme, client::Session &session, client::TopUpWatch &watch, QWidget *parent = nullptr);

    /// `suggested` credits stand first among the top-ups; 0: none.
    void openFor(QWidget *anchor, Credits suggested = 0);

signals:
    void spendingRequested();
    void plansRequested();

private:
    void refresh();
    void refreshFacts();
    void addFact(const QString &name, const QString &value);
    void showAmounts();
    void topUp(Credits credits);
    void say(const QString &sentence, bool bad);
    /// Takes the height that the contents ask for now.
    void fit();
    QSize wantedSize() const;

    Theme &m_theme;
    QWidget *m_content; ///< scrolls where the window is too low for all of it
    client::Session &m_session;
    client::TopUpWatch &m_watch;
    Label *m_plan;
    Label *m_balance;
    QWidget *m_facts;
    QWidget *m_amounts;
    PlanChange *m_planChange = nullptr; ///< only for the bundled service
    Label *m_answer;
    QWidget *m_anchor = nullptr;
    Credits m_suggested = 0;
    QList<Credits> m_offered; ///< top-ups shown
};

} // namespace facet::ui
