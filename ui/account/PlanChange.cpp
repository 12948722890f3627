#include "ui/account/PlanChange.h"

#include "client/net/Then.h"
#include "client/session/Session.h"
#include "ui/account/CreditWords.h"
#include "ui/account/PlanWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QVBoxLayout>

#include <algorithm>

namespace facet::ui {

namespace {

const Plan *planById(const QList<Plan> &plans, const QString &id)
{
    const auto found =
        std::find_if(plans.begin(), plans.end(), [&id](const Plan &plan) { return plan.id == id; });
    return found == plans.end() ? nullptr : &*found;
}

} // namespace

PlanChange::PlanChange(Theme &theme, client::Session &session, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_session(session)
    , m_rows(new QVBoxLayout(this))
    , m_box(new Card(theme, Card::Fill::Raised, Theme::controlRadius))
    , m_changes(new Label(theme, TextRole::Small, TextTone::Text1))
    , m_change(new Button(theme, Button::Kind::Primary))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_changes->setWordWrap(true);
    m_changes->setObjectName(QStringLiteral("planChanges"));
    setName(m_change, QStringLiteral("Change plan"));
    m_change->setExtent(28);
    auto *keep = new Button(theme, Button::Kind::Quiet, tr("Keep my plan"));
    setName(keep, QStringLiteral("Keep plan"));
    keep->setExtent(28);
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(10, 8, 10, 8);
    box->setSpacing(8);
    box->addWidget(m_changes);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_change);
    buttons->addWidget(keep);
    buttons->addStretch();
    box->addLayout(buttons);
    m_box->hide();
    m_rows->addWidget(m_box);
    connect(m_change, &Button::clicked, this, &PlanChange::change);
    connect(keep, &Button::clicked, this, &PlanChange::forget);
}

void PlanChange::refresh()
{
    const QString own = m_session.account().plan.id;
    int row = 0;
    for (const Plan &plan : m_session.plans()) {
        Button *&button = m_buttons[plan.id];
        if (!button) {
            button = new Button(m_theme, Button::Kind::Secondary);
            button->setExtent(30);
            button->setAccessibleName(QStringLiteral("Plan %1").arg(plan.name));
            m_rows->insertWidget(row, button);
            connect(button, &Button::clicked, this, [this, id = plan.id] { propose(id); });
        }
        button->setText(tr("%1 · %2", "plan, its credits").arg(plan.name, CreditWords::planCredits(plan)));
        button->setKind(plan.id == own ? Button::Kind::Tint : Button::Kind::Secondary);
        button->setGlyph(plan.id == own ? std::optional(Icon::Check) : std::nullopt);
        button->setEnabled(plan.id != own);
        ++row;
    }
    if (m_proposed == own)
        forget();
}

void PlanChange::forget()
{
    m_proposed.clear();
    if (m_box->isHidden())
        return;
    m_box->hide();
    emit resized();
}

void PlanChange::propose(const QString &planId)
{
    const Plan *to = planById(m_session.plans(), planId);
    if (!to)
        return;
    // What the account says of its own plan is what holds now; the list of plans tells what it offers.
    const Plan *listed = planById(m_session.plans(), m_session.account().plan.id);
    QStringList lines =
        PlanWords::changes(listed ? *listed : m_session.account().plan, *to, m_session.catalogue());
    lines.append(tr("The credits you have stay until they end."));
    m_proposed = planId;
    m_changes->setText(lines.join(QLatin1Char('\n')));
    m_change->setText(tr("Change to %1").arg(to->name));
    m_change->updateGeometry();
    m_rows->removeWidget(m_box);
    m_rows->insertWidget(m_rows->indexOf(m_buttons.value(planId)) + 1, m_box);
    m_box->show();
    emit resized();
    m_change->setFocus(Qt::TabFocusReason);
}

void PlanChange::change()
{
    const QString planId = m_proposed;
    client::then(m_session.changePlan(planId), this, [this](const Result<void> &answer) {
        forget();
        if (answer)
            emit said(tr("Your plan is changed."), false);
        else
            emit said(answer.error().sentence, true);
    });
}

} // namespace facet::ui
