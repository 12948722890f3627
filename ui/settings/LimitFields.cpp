#include "ui/settings/LimitFields.h"

#include "ui/account/CreditWords.h"
#include "ui/chat/GenerationWords.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int mostCredits = 1'000'000;
constexpr int fieldWidth = 200;
} // namespace

LimitFields::LimitFields(Theme &theme, bool forOneChat, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_none(forOneChat ? tr("as in settings") : tr("none"))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(6);
    m_askAbove = addField(tr("Ask before sending takes more than"), QStringLiteral("Ask above"),
        tr("You see the cost once more and confirm. The agent asks before it spends more than this, too."));
    rows->addSpacing(10);
    m_daily = addField(tr("Daily budget"), QStringLiteral("Daily budget"), {});
    rows->addSpacing(10);
    m_monthly = addField(tr("Monthly budget"), QStringLiteral("Monthly budget"), {});
    rows->addSpacing(4);
    auto *rule = new Label(theme, TextRole::Small, TextTone::Text2,
        tr("You are told at 80 %. At 100 % sending stops, until you let one message through."));
    rule->setWordWrap(true);
    rows->addWidget(rule);
    refreshHints();
}

QSpinBox *LimitFields::addField(const QString &title, const QString &name, const QString &hint)
{
    auto *rows = static_cast<QVBoxLayout *>(layout());
    auto *field = new QSpinBox;
    setName(field, name);
    field->setRange(0, mostCredits);
    field->setSingleStep(50);
    field->setGroupSeparatorShown(true);
    field->setSuffix(QLatin1Char(' ') + tr("credits", "after a number, in settings"));
    field->setSpecialValueText(m_none);
    field->setFixedWidth(fieldWidth);
    // A half-typed number is not a limit yet.
    field->setKeyboardTracking(false);
    auto *heading = new Label(m_theme, TextRole::BodyStrong, TextTone::Text1, title);
    heading->setBuddy(field);
    auto *note = new Label(m_theme, TextRole::Small, TextTone::Text2, hint);
    note->setWordWrap(true);
    note->setVisible(!hint.isEmpty());
    m_hints.append(note);
    rows->addWidget(heading);
    rows->addWidget(field);
    rows->addWidget(note);
    connect(field, &QSpinBox::valueChanged, this, [this] {
        refreshHints();
        emit changed();
    });
    return field;
}

SpendingLimit LimitFields::limit() const
{
    return { m_askAbove->value(), m_daily->value(), m_monthly->value() };
}

void LimitFields::setLimit(const SpendingLimit &limit)
{
    const auto set = [](QSpinBox *field, Credits credits) {
        const QSignalBlocker quiet(field);
        field->setValue(static_cast<int>(qBound(Credits(0), credits, Credits(mostCredits))));
    };
    set(m_askAbove, limit.askAbove);
    set(m_daily, limit.daily);
    set(m_monthly, limit.monthly);
    refreshHints();
}

void LimitFields::setSpent(const SpentSoFar &spent)
{
    m_spent = spent;
    refreshHints();
}

void LimitFields::focusMonthly()
{
    m_monthly->setFocus(Qt::OtherFocusReason);
    m_monthly->selectAll();
}

QString LimitFields::used(Credits spent, Credits budget) const
{
    if (budget <= 0)
        return tr("%1 so far").arg(GenerationWords::credits(spent));
    return tr("%1 so far: %2 %")
        .arg(GenerationWords::credits(spent), CreditWords::number(budgetPercent(budget, spent)));
}

void LimitFields::refreshHints()
{
    if (m_hints.size() < 3)
        return; // still being made
    m_hints[1]->setText(used(m_spent.today, m_daily->value()));
    m_hints[2]->setText(used(m_spent.thisMonth, m_monthly->value()));
    for (const int row : { 1, 2 })
        m_hints[row]->show();
}

} // namespace facet::ui
