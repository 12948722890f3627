#include "ui/account/AccountBar.h"

#include "client/session/Session.h"
#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Chip.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace facet::ui {

AccountBar::AccountBar(Theme &theme, client::Session &session, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_session(session)
    , m_plan(new Chip(theme, Chip::Tone::Accent, QString(), Icon::Gem))
    , m_balance(new Label(theme, TextRole::BodyStrong, TextTone::Text1))
    , m_line(new ProgressLine(theme, ProgressLine::Fill::Accent))
    , m_renews(new ElidedLabel(theme, TextRole::Caption, TextTone::Text2))
    , m_spending(new Button(theme, Button::Kind::Caption, tr("Spending ›")))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(QStringLiteral("Account"));
    setObjectName(QStringLiteral("account"));
    setName(m_balance, QStringLiteral("Credits"));
    setName(m_spending, QStringLiteral("Spending"));
    m_spending->setToolTip(tr("What was spent, by day and by model"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 11, 12, 10);
    layout->setSpacing(6);
    auto *top = new QHBoxLayout;
    top->addWidget(m_plan);
    top->addStretch();
    top->addWidget(m_balance);
    layout->addLayout(top);
    layout->addWidget(m_line);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_renews, 1);
    bottom->addWidget(m_spending);
    layout->addLayout(bottom);
    for (QWidget *child : findChildren<QWidget *>()) {
        if (child != m_spending)
            child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    connect(m_spending, &Button::clicked, this, &AccountBar::spendingRequested);
    connect(&m_session, &client::Session::accountChanged, this, &AccountBar::refresh);
    connect(&m_session, &client::Session::stateChanged, this, &AccountBar::refresh);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&AccountBar::update));
    refresh();
}

QSize AccountBar::sizeHint() const
{
    return layout()->sizeHint();
}

void AccountBar::refresh()
{
    setHidden(m_session.isChatOnly());
    const Account &account = m_session.account();
    const bool known = !account.id.isEmpty() || !account.plan.id.isEmpty();
    m_plan->setVisible(known);
    m_plan->setText(account.plan.name);
    m_balance->setText(known ? GenerationWords::credits(account.balance.credits) : QStringLiteral("—"));
    m_balance->setAccessibleDescription(m_balance->text());
    std::optional<double> left;
    if (known && account.plan.credits > 0)
        left = double(account.balance.credits) / double(account.plan.credits);
    m_line->setValue(left);
    m_renews->setFullText(
        known && account.renewsAt ? CreditWords::renews(*account.renewsAt, account.plan.period) : QString());
    setToolTip(tr("Plan, balance and top-up"));
}

void AccountBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, t.line);
    if (underMouse()) {
        painter.setOpacity(0.5);
        painter.fillRect(rect().adjusted(0, 1, 0, 0), t.hover);
        painter.setOpacity(1);
    }
    if (hasFocus())
        paintFocusRing(painter, rect().adjusted(4, 5, -4, -4), Theme::controlRadius, t);
}

void AccountBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace facet::ui
