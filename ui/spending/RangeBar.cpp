#include "ui/spending/RangeBar.h"

#include "ui/spending/SpendingWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/Popover.h"
#include "ui/widgets/Segmented.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLocale>

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
        m_popover = new Popover(m_theme, this);
        m_popover->setObjectName(QStringLiteral("datesPopover"));
        auto *grid = new QGridLayout(m_popover->body());
        grid->setContentsMargins(14, 12, 14, 12);
        grid->setSpacing(8);
        const auto add = [&](const QString &text, const QString &name, int row) {
            auto *edit = new QDateEdit(QDate::currentDate());
            setName(edit, name);
            edit->setCalendarPopup(true);
            edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
            edit->setMaximumDate(QDate::currentDate());
            auto *label = new Label(m_theme, TextRole::Body, TextTone::Text2, text);
            label->setBuddy(edit);
            grid->addWidget(label, row, 0);
            grid->addWidget(edit, row, 1);
            return edit;
        };
        m_from = add(tr("From"), QStringLiteral("From date"), 0);
        m_to = add(tr("To"), QStringLiteral("To date"), 1);
        m_from->setDate(QDate::currentDate().addDays(-29));
        auto *show = new Button(m_theme, Button::Kind::Primary, tr("Show"));
        setName(show, QStringLiteral("Show dates"));
        grid->addWidget(show, 2, 1, Qt::AlignRight);
        connect(show, &Button::clicked, this, [this] {
            m_part = Dates;
            // The wrong way round is still what was meant.
            m_dates = { qMin(m_from->date(), m_to->date()), qMax(m_from->date(), m_to->date()) };
            m_popover->closePopover();
            emit changed();
        });
        // Left without choosing: what is shown is what is marked.
        connect(m_popover, &Popover::closed, this, [this] { m_parts->setCurrentIndex(m_part); });
    }
    m_to->setMaximumDate(QDate::currentDate());
    m_popover->openAt(m_parts, Popover::Side::Below);
    m_from->setFocus(Qt::TabFocusReason);
}

} // namespace facet::ui
