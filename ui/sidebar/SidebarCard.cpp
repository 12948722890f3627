#include "ui/sidebar/SidebarCard.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"
#include "ui/widgets/ProgressLine.h"

#include <QAccessible>
#include <QVBoxLayout>

namespace facet::ui {

SidebarCard::SidebarCard(Theme &theme, const QString &objectName, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_sentence(new Label(theme, TextRole::Body, TextTone::Text1))
    , m_line(new ProgressLine(theme))
    , m_action(new Button(theme, Button::Kind::Secondary))
    , m_close(new Button(theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Dismiss"), tr("Dismiss")))
{
    setObjectName(objectName);
    m_sentence->setWordWrap(true);
    m_action->setExtent(28);
    m_close->setExtent(28);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_sentence);
    layout->addWidget(m_line);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_action);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    layout->addLayout(buttons);
    m_line->hide();
    connect(m_action, &Button::clicked, this, &SidebarCard::acted);
    connect(m_close, &Button::clicked, this, &QWidget::hide);
    hide();
}

void SidebarCard::say(const QString &sentence, const QString &action, const QString &name)
{
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_action->updateGeometry();
    if (!name.isEmpty())
        setName(m_action, name);
    setAccessibleName(sentence);
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void SidebarCard::setProgress(std::optional<double> share)
{
    m_line->setVisible(share.has_value());
    m_line->setValue(share);
}

void SidebarCard::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

QString SidebarCard::sentence() const
{
    return m_sentence->text();
}

} // namespace facet::ui
