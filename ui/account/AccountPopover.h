#pragma once

#include "domain/Account.h"
#include "ui/widgets/Popover.h"

#include <QHash>

class QVBoxLayout;

namespace facet::client {
class Session;
}

namespace facet::ui {

class Button;
class Label;

/// The account in short: plan, balance and when its parts expire, what is held, top up, and (for the bundled
/// service) another plan.
class AccountPopover : public Popover {
    Q_OBJECT
public:
    AccountPopover(Theme &theme, client::Session &session, QWidget *parent = nullptr);

    /// `suggested` credits stand first among the top-ups; 0: none.
    void openFor(QWidget *anchor, Credits suggested = 0);

private:
    void refresh();
    void showAmounts();
    void showPlans();
    void topUp(Credits credits);
    void changePlan(const QString &planId);
    void say(const QString &sentence, bool bad);

    Theme &m_theme;
    client::Session &m_session;
    Label *m_plan;
    Label *m_balance;
    Label *m_parts;
    QWidget *m_amounts;
    QHash<QString, Button *> m_plans; ///< by plan id; only for the bundled service
    QVBoxLayout *m_planRows = nullptr;
    Label *m_answer;
    QWidget *m_anchor = nullptr;
    Credits m_suggested = 0;
    QList<Credits> m_offered; ///< top-ups shown
};

} // namespace facet::ui
