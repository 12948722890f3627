#include "ui/spending/RangeBar.h"

#include "ui/spending/SpendingWords.h"
#include "ui/widgets/DatesPopover.h"
#include "ui/widgets/Segmented.h"

#include <QHBoxLayout>

namespace facet::ui {

RangeBar::RangeBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_parts(new Segmented(theme))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_parts);
    m_parts->addPart(tr("7 days"), QStringLiteral("Last 7 days"));
    m_parts->addPart(tr("30 days"), QStringLiteral("Last 30 days"));
    m_parts->addPart(tr("Month"), QStringLiteral("This month"));
    m_parts->addPart(tr("All"), QStringLiteral("All days"));
    m_parts->addPart(tr("Dates…"), QStringLiteral("Chosen dates"));
    m_parts->setCurrentIndex(Days30);
    connect(m_parts, &Segmented::chosen, this, &RangeBar::onChosen);
}

SpendingRange RangeBar::range() const
{
    const QDate today = QDate::currentDate();
    switch (m_part) {
    case Week:
        return { today.addDays(-6), today };
    case Days30:
        return { today.addDays(-29), today };
    case Month:
        return { QDate(today.year(), today.month(), 1), today };
    case Dates:
        return m_dates;
    case All:
        break;
    }
    return {};
}

QString RangeBar::spentTitle() const
{
    switch (m_part) {
    case Week:
        return tr("Spent in 7 days");
    case Days30:
        return tr("Spent in 30 days");
    case Month:
        return tr("Spent this month");
    case Dates:
        return tr("Spent %1 to %2")
            .arg(SpendingWords::day(m_dates.from, QDate::currentDate()),
                SpendingWords::day(m_dates.to, QDate::currentDate()));
    case All:
        break;
    }
    return tr("Spent in all");
}

void RangeBar::onChosen(int part)
{
    if (part == Dates)
        return openDates();
    if (m_popover)
        m_popover->closePopover();
    m_part = static_cast<Part>(part);
    emit changed();
}

void RangeBar::openDates()
{
    if (!m_popover) {
        m_popover = new DatesPopover(m_theme, this);
        connect(m_popover, &DatesPopover::chosen, this, [this](const QDate &from, const QDate &to) {
            m_part = Dates;
            m_dates = { from, to };
            emit changed();
        });
        // Left without choosing: what is shown is what is marked.
        connect(m_popover, &Popover::closed, this, [this] { m_parts->setCurrentIndex(m_part); });
    }
    m_popover->ask(m_parts);
}

} // namespace facet::ui
