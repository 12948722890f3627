#include "ui/account/AccountPopover.h"

#include "client/net/Then.h"
#include "client/session/Session.h"
#include "client/session/TopUpWatch.h"
#include "ui/account/CreditWords.h"
#include "ui/account/PlanChange.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QDesktopServices>
#include <QGridLayout>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int popoverWidth = 336;
const QList<Credits> amounts{ 1000, 5000, 10'000 };
} // namespace

AccountPopover::AccountPopover(
    Theme &theme, client::Session &session, client::TopUpWatch &watch, QWidget *parent)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_content(new QWidget)
    , m_session(session)
    , m_watch(watch)
    , m_plan(new Label(theme, TextRole::Small, TextTone::Text2))
    , m_balance(new Label(theme, TextRole::Heading, TextTone::Text1))
    , m_facts(new QWidget)
    , m_amounts(new QWidget)
    , m_answer(new Label(theme, TextRole::Small, TextTone::Text2))
{
    setObjectName(QStringLiteral("accountPopover"));
    m_answer->setObjectName(QStringLiteral("accountAnswer"));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *around = new QVBoxLayout(body());
    around->setContentsMargins(0, 0, 0, 0);
    around->addWidget(scroll);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(6);
    m_plan->setWordWrap(true);
    m_answer->setWordWrap(true);
    layout->addWidget(m_plan);
    layout->addWidget(m_balance);
    layout->addWidget(m_facts);

    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    auto *spending = new Button(theme, Button::Kind::Link, tr("Spending"));
    setName(spending, QStringLiteral("Open spending"));
    auto *plans = new Button(theme, Button::Kind::Link, tr("Compare plans"));
    setName(plans, QStringLiteral("Compare plans"));
    links->addWidget(spending);
    links->addWidget(plans);
    links->addStretch();
    layout->addSpacing(2);
    layout->addLayout(links);
    layout->addSpacing(6);
    layout->addWidget(new Label(theme, TextRole::CaptionStrong, TextTone::Text2, tr("Top up")));
    new FlowLayout(m_amounts, 6);
    layout->addWidget(m_amounts);
    m_answer->hide();
    layout->addWidget(m_answer);
    if (m_session.isBundled()) {
        layout->addSpacing(6);
        layout->addWidget(new Label(theme, TextRole::CaptionStrong, TextTone::Text2, tr("Change plan")));
        m_planChange = new PlanChange(theme, session);
        layout->addWidget(m_planChange);
        connect(m_planChange, &PlanChange::resized, this, &AccountPopover::fit);
        connect(m_planChange, &PlanChange::said, this, &AccountPopover::say);
    }
    scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false); // setWidget() switched it on
    connect(spending, &Button::clicked, this, [this] {
        closePopover();
        emit spendingRequested();
    });
    connect(plans, &Button::clicked, this, [this] {
        closePopover();
        emit plansRequested();
    });
    connect(&m_session, &client::Session::accountChanged, this, &AccountPopover::refresh);
    connect(&m_session, &client::Session::catalogueChanged, this, &AccountPopover::refresh);
    connect(&m_watch, &client::TopUpWatch::arrived, this,
        [this](Credits credits) { say(tr("%1 arrived.").arg(GenerationWords::credits(credits)), false); });
    connect(&m_watch, &client::TopUpWatch::gaveUp, this,
        [this] { say(tr("Nothing has arrived yet. Open this again after you have paid."), false); });
}

void AccountPopover::openFor(QWidget *anchor, Credits suggested)
{
    m_anchor = anchor;
    m_suggested = suggested;
    if (!m_watch.isWatching())
        m_answer->hide();
    if (m_planChange)
        m_planChange->forget();
    m_session.refreshAccount();
    refresh();
    openAt(anchor, Side::Above, wantedSize());
    m_content->layout()->activate();
    if (auto *first = m_amounts->findChild<Button *>())
        first->setFocus(Qt::PopupFocusReason);
}

void AccountPopover::refresh()
{
    const Account &account = m_session.account();
    m_plan->setText(
        tr("%1 · %2", "plan, its credits").arg(account.plan.name, CreditWords::planCredits(account.plan)));
    m_balance->setText(GenerationWords::credits(account.balance.credits));
    refreshFacts();
    showAmounts();
    if (m_planChange)
        m_planChange->refresh();
    if (isOpen())
        fit();
}

void AccountPopover::refreshFacts()
{
    qDeleteAll(m_facts->findChildren<Label *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_facts->layout(); // a grid keeps the rows of what is gone
    auto *grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    const Account &account = m_session.account();
    addFact(tr("Held"),
        account.balance.held > 0
            ? tr("%1 for what is being made").arg(GenerationWords::credits(account.balance.held))
            : tr("Nothing"));
    addFact(tr("Running"),
        tr("%1 of %2 at once")
            .arg(CreditWords::number(account.concurrency.running),
                CreditWords::number(account.concurrency.limit)));
    QString name = tr("Until");
    for (const BalancePart &part : account.balance.parts) {
        const QString end = part.expiresAt ? CreditWords::day(*part.expiresAt) : tr("No end");
        addFact(name, tr("%1: %2", "when they end, credits").arg(end, CreditWords::number(part.credits)));
        name.clear();
    }
    if (account.renewsAt) {
        addFact(tr("Renews"),
            tr("%1: %2", "when they end, credits")
                .arg(CreditWords::moment(*account.renewsAt, account.plan.period),
                    QLatin1Char('+') + CreditWords::number(account.plan.credits)));
    }
}

void AccountPopover::addFact(const QString &name, const QString &value)
{
    auto *grid = static_cast<QGridLayout *>(m_facts->layout());
    const int row = grid->rowCount();
    auto *left = new Label(m_theme, TextRole::Small, TextTone::Text2, name, m_facts);
    auto *right = new Label(m_theme, TextRole::Small, TextTone::Text1, value, m_facts);
    right->setWordWrap(true);
    right->setAccessibleName(name.isEmpty() ? value : name + QLatin1String(": ") + value);
    grid->addWidget(left, row, 0, Qt::AlignTop);
    grid->addWidget(right, row, 1);
    left->show();
    right->show();
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

void AccountPopover::topUp(Credits credits)
{
    client::then(m_session.topUp(credits), this, [this, credits](const Result<QUrl> &answer) {
        if (!answer) {
            say(answer.error().sentence, true);
        } else if (!answer->isEmpty()) {
            QDesktopServices::openUrl(*answer);
            m_watch.start();
            say(tr("The checkout is open in your browser. Your balance follows when it is paid."), false);
        } else {
            say(tr("%1 added.").arg(GenerationWords::credits(credits)), false);
            m_session.refreshAccount();
        }
    });
}

void AccountPopover::say(const QString &sentence, bool bad)
{
    m_answer->setTone(bad ? TextTone::Bad : TextTone::Text1);
    m_answer->setText(sentence);
    m_answer->show();
    fit();
}

void AccountPopover::fit()
{
    if (!isOpen() || !m_anchor)
        return;
    m_content->layout()->invalidate();
    resizePanel(wantedSize());
}

QSize AccountPopover::wantedSize() const
{
    return { popoverWidth, m_content->layout()->heightForWidth(popoverWidth - 2) + 2 };
}

} // namespace facet::ui
