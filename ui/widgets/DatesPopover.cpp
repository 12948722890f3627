#include "ui/widgets/DatesPopover.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QDateEdit>
#include <QGridLayout>
#include <QLocale>

namespace facet::ui {

DatesPopover::DatesPopover(Theme &theme, QWidget *parent)
    : Popover(theme, parent)
    , m_from(nullptr)
    , m_to(nullptr)
{
    setObjectName(QStringLiteral("datesPopover"));
    auto *grid = new QGridLayout(body());
    grid->setContentsMargins(14, 12, 14, 12);
    grid->setSpacing(8);
    const auto add = [&](const QString &text, const QString &name, int row) {
        auto *edit = new QDateEdit(QDate::currentDate());
        setName(edit, name);
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
        auto *label = new Label(theme, TextRole::Body, TextTone::Text2, text);
        label->setBuddy(edit);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        return edit;
    };
    m_from = add(tr("From"), QStringLiteral("From date"), 0);
    m_to = add(tr("To"), QStringLiteral("To date"), 1);
    m_from->setDate(QDate::currentDate().addDays(-29));
    auto *show = new Button(theme, Button::Kind::Primary, tr("Show"));
    setName(show, QStringLiteral("Show dates"));
    grid->addWidget(show, 2, 1, Qt::AlignRight);
    connect(show, &Button::clicked, this, [this] {
        emit chosen(qMin(m_from->date(), m_to->date()), qMax(m_from->date(), m_to->date()));
        closePopover();
    });
}

void DatesPopover::ask(QWidget *anchor)
{
    m_from->setMaximumDate(QDate::currentDate());
    m_to->setMaximumDate(QDate::currentDate());
    openAt(anchor, Popover::Side::Below);
    m_from->setFocus(Qt::TabFocusReason);
}

} // namespace facet::ui
