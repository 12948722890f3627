#include "ui/spending/SpendingCards.h"

#include "client/spending/SpendingLimits.h"
#include "ui/account/CreditWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int wideFrom = 640; // pixels: four in a row
}

SpendingCards::SpendingCards(Theme &theme, client::SpendingLimits &limits, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_limits(limits)
    , m_grid(new QGridLayout(this))
    , m_spent(makeFigure({}, QStringLiteral("Spent")))
    , m_saved(makeFigure(tr("Saved by unlimited"), QStringLiteral("Saved")))
    , m_returned(makeFigure(tr("Returned after failures"), QStringLiteral("Returned")))
    , m_budget(makeFigure(tr("Monthly budget"), QStringLiteral("Monthly budget")))
    , m_bar(new ProgressLine(theme, ProgressLine::Fill::Accent))
    , m_setBudget(new Button(theme, Button::Kind::Link, tr("Set a budget")))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(12);
    m_saved.value->setTone(TextTone::Good);
    setName(m_setBudget, QStringLiteral("Set budget"));
    auto *rows = static_cast<QVBoxLayout *>(m_budget.card->layout());
    rows->addWidget(m_bar);
    rows->addWidget(m_setBudget, 0, Qt::AlignLeft);
    connect(m_setBudget, &Button::clicked, this, &SpendingCards::budgetRequested);
    connect(&m_limits, &client::SpendingLimits::changed, this, &SpendingCards::refreshBudget);
    arrange(true);
    refreshBudget();
}

SpendingCards::Figure SpendingCards::makeFigure(const QString &title, const QString &name)
{
    Figure figure{ new Card(m_theme, Card::Fill::Raised),
        new ElidedLabel(m_theme, TextRole::Small, TextTone::Text2, title),
        new Label(m_theme, TextRole::Heading, TextTone::Text1),
        new ElidedLabel(m_theme, TextRole::Caption, TextTone::Text2) };
    figure.card->setObjectName(objectNameFor(name) + QLatin1String("Card"));
    figure.value->setObjectName(objectNameFor(name) + QLatin1String("Figure"));
    figure.note->setObjectName(objectNameFor(name) + QLatin1String("Note"));
    auto *rows = new QVBoxLayout(figure.card);
    rows->setContentsMargins(16, 12, 16, 12);
    rows->setSpacing(3);
    rows->addWidget(figure.title);
    rows->addWidget(figure.value);
    rows->addWidget(figure.note);
    figure.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return figure;
}

void SpendingCards::say(const Figure &figure, const QString &value, const QString &note)
{
    figure.value->setText(value);
    figure.note->setFullText(note);
    QString whole = figure.title->fullText() + QLatin1String(": ") + value;
    if (!note.isEmpty())
        whole += QLatin1String(", ") + note;
    figure.value->setAccessibleName(whole);
    figure.card->setAccessibleName(whole);
}

void SpendingCards::present(const SpendingReport &report, const QString &spentTitle)
{
    m_spent.title->setFullText(spentTitle);
    say(m_spent, CreditWords::number(report.spent),
        tr("generations %1 · conversation %2", "credits of each")
            .arg(CreditWords::number(report.generationCredits),
                CreditWords::number(report.conversationCredits)));
    QString saved = tr("%n covered generation(s)", nullptr, report.savedGenerations);
    if (report.savedWithoutPrice > 0)
        saved += QStringLiteral(" · ") + tr("%n without a known price", nullptr, report.savedWithoutPrice);
    say(m_saved, CreditWords::number(report.savedByUnlimited), saved);
    say(m_returned, CreditWords::number(report.returnedAfterFailures),
        tr("%n failed generation(s)", nullptr, report.failures));
}

void SpendingCards::refreshBudget()
{
    const Credits budget = m_limits.limit().monthly;
    const Credits spent = m_limits.spent().thisMonth;
    m_bar->setVisible(budget > 0);
    m_setBudget->setText(budget > 0 ? tr("Change the budget") : tr("Set a budget"));
    m_setBudget->setVisible(budget <= 0);
    if (budget <= 0) {
        m_budget.value->setTone(TextTone::Text1);
        say(m_budget, tr("No budget set"), {});
        m_budget.value->setRole(TextRole::BodyStrong);
        m_budget.note->hide();
        return;
    }
    m_budget.note->show();
    m_budget.value->setRole(TextRole::Heading);
    const int percent = budgetPercent(budget, spent);
    const QString used = tr("%1 %", "of a budget").arg(CreditWords::number(percent));
    QString note =
        tr("%1 of %2", "spent, budget").arg(CreditWords::number(spent), CreditWords::number(budget));
    if (percent >= 100)
        note += QStringLiteral(" · ") + tr("used up");
    else if (percent >= 80)
        note += QStringLiteral(" · ") + tr("nearly used up");
    m_budget.value->setTone(
        percent >= 100 ? TextTone::Bad : (percent >= 80 ? TextTone::Warning : TextTone::Text1));
    m_bar->setValue(qMin(1.0, double(spent) / double(budget)));
    say(m_budget, used, note);
}

void SpendingCards::arrange(bool wide)
{
    m_wide = wide;
    int at = 0;
    for (const Figure *figure : { &m_spent, &m_saved, &m_returned, &m_budget }) {
        m_grid->removeWidget(figure->card);
        m_grid->addWidget(figure->card, wide ? 0 : at / 2, wide ? at : at % 2);
        ++at;
    }
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, wide || column < 2 ? 1 : 0);
}

void SpendingCards::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool wide = width() >= wideFrom; wide != m_wide)
        arrange(wide);
}

} // namespace facet::ui
