#include "ui/account/AccountPopover.h"

#include "client/session/Session.h"
#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"

#include <QDesktopServices>
#include <QLocale>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int popoverWidth = 320;
const QList<Credits> amounts{ 1000, 5000, 10'000 };
} // namespace

AccountPopover::AccountPopover(Theme &theme, client::Session &session, QWidget *parent)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_session(session)
    , m_plan(new Label(theme, TextRole::Title, TextTone::Text1))
    , m_balance(new Label(theme, TextRole::Body, TextTone::Text1))
    , m_parts(new Label(theme, TextRole::Caption, TextTone::Text2))
    , m_amounts(new QWidget)
    , m_answer(new Label(theme, TextRole::Small, TextTone::Text2))
{
    setObjectName(QStringLiteral("accountPopover"));
    auto *layout = new QVBoxLayout(body());
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(6);
    for (Label *label : { m_plan, m_balance, m_parts, m_answer })
        label->setWordWrap(true);
    layout->addWidget(m_plan);
    layout->addWidget(m_balance);
    layout->addWidget(m_parts);
    layout->addSpacing(6);
    layout->addWidget(new Label(theme, TextRole::CaptionStrong, TextTone::Text2, tr("Top up")));
    new FlowLayout(m_amounts, 6);
    layout->addWidget(m_amounts);
    m_answer->hide();
    layout->addWidget(m_answer);
    if (m_session.isBundled()) {
        layout->addSpacing(6);
        layout->addWidget(new Label(theme, TextRole::CaptionStrong, TextTone::Text2, tr("Change plan")));
        auto *plans = new QWidget;
        m_planRows = new QVBoxLayout(plans);
        m_planRows->setContentsMargins(0, 0, 0, 0);
        m_planRows->setSpacing(4);
        layout->addWidget(plans);
    }
    connect(&m_session, &client::Session::accountChanged, this, &AccountPopover::refresh);
    connect(&m_session, &client::Session::catalogueChanged, this, &AccountPopover::refresh);
}

void AccountPopover::openFor(QWidget *anchor, Credits suggested)
{
    m_anchor = anchor;
    m_suggested = suggested;
    m_answer->hide();
    refresh();
    const int height = body()->layout()->heightForWidth(popoverWidth);
    openAt(anchor, Side::Above, QSize(popoverWidth, height + 2));
    body()->layout()->activate();
    if (auto *first = m_amounts->findChild<Button *>())
        first->setFocus(Qt::PopupFocusReason);
}

void AccountPopover::refresh()
{
    const Account &account = m_session.account();
    m_plan->setText(account.plan.name);
    const Balance &balance = account.balance;
    m_balance->setText(balance.held > 0
            ? tr("%1, and %2 held for what is being made")
                  .arg(GenerationWords::credits(balance.credits), CreditWords::number(balance.held))
            : GenerationWords::credits(balance.credits));
    QStringList parts;
    for (const BalancePart &part : balance.parts) {
        if (part.expiresAt)
            parts.append(
                tr("%1 until %2")
                    .arg(CreditWords::number(part.credits),
                        QLocale().toString(part.expiresAt->toLocalTime().date(), QLocale::ShortFormat)));
    }
    m_parts->setText(parts.join(QStringLiteral(" · ")));
    m_parts->setVisible(!parts.isEmpty());

    showAmounts();
    showPlans();
}

void AccountPopover::showAmounts()
{
    QList<Credits> offered = amounts;
    if (m_suggested > 0 && !offered.contains(m_suggested))
        offered.prepend(m_suggested);
    if (offered == m_offered)
        return;
    m_offered = offered;
    qDeleteAll(m_amounts->findChildren<Button *>());
    for (const Credits amount : offered) {
        auto *button =
            new Button(m_theme, Button::Kind::Secondary, QLatin1Char('+') + CreditWords::number(amount));
        button->setAccessibleName(QStringLiteral("Top up %1").arg(amount));
        m_amounts->layout()->addWidget(button);
        connect(button, &Button::clicked, this, [this, amount] { topUp(amount); });
    }
}

void AccountPopover::showPlans()
{
    if (!m_planRows)
        return;
    const QString own = m_session.account().plan.id;
    for (const Plan &plan : m_session.plans()) {
        // One button a plan for good: the one that is pressed must outlive the change it makes.
        Button *&button = m_plans[plan.id];
        if (!button) {
            button = new Button(m_theme, Button::Kind::Secondary);
            button->setAccessibleName(QStringLiteral("Plan %1").arg(plan.name));
            m_planRows->addWidget(button);
            connect(button, &Button::clicked, this, [this, id = plan.id] { changePlan(id); });
        }
        button->setText(QStringLiteral("%1 · %2").arg(plan.name, CreditWords::planCredits(plan)));
        button->setKind(plan.id == own ? Button::Kind::Tint : Button::Kind::Secondary);
        button->setEnabled(plan.id != own);
    }
}

void AccountPopover::topUp(Credits credits)
{
    m_session.topUp(credits).then(this, [this, credits](const Result<QUrl> &answer) {
        if (!answer) {
            say(answer.error().sentence, true);
        } else if (!answer->isEmpty()) {
            QDesktopServices::openUrl(*answer);
            say(tr("The checkout is open in your browser. Your balance follows when it is paid."), false);
        } else {
            say(tr("%1 added.").arg(GenerationWords::credits(credits)), false);
            m_session.refreshAccount();
        }
    });
}

void AccountPopover::changePlan(const QString &planId)
{
    m_session.changePlan(planId).then(this, [this](const Result<void> &answer) {
        if (answer)
            say(tr("Your plan is changed."), false);
        else
            say(answer.error().sentence, true);
    });
}

void AccountPopover::say(const QString &sentence, bool bad)
{
    m_answer->setTone(bad ? TextTone::Bad : TextTone::Text1);
    m_answer->setText(sentence);
    m_answer->show();
    if (isOpen() && m_anchor)
        openAt(
            m_anchor, Side::Above, QSize(popoverWidth, body()->layout()->heightForWidth(popoverWidth) + 2));
}

} // namespace facet::ui
