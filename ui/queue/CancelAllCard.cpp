#include "ui/queue/CancelAllCard.h"

#include "ui/queue/QueueWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace facet::ui {

CancelAllCard::CancelAllCard(Theme &theme, QWidget *parent)
    : Card(theme, Fill::WarningTint, Theme::cardRadius, parent)
    , m_question(new Label(theme, TextRole::BodyStrong, TextTone::OnWarningTint))
    , m_means(new Label(theme, TextRole::Body, TextTone::OnWarningTint))
    , m_keep(new Button(theme, Button::Kind::Secondary, tr("Keep all")))
    , m_cancel(new Button(theme, Button::Kind::Danger, tr("Cancel all")))
{
    setObjectName(QStringLiteral("cancelAllQuestion"));
    setName(m_keep, QStringLiteral("Keep all"));
    setName(m_cancel, QStringLiteral("Confirm cancel all"));
    m_question->setWordWrap(true);
    m_means->setWordWrap(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(14, 12, 12, 12);
    box->setSpacing(4);
    box->addWidget(m_question);
    box->addWidget(m_means);
    box->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_cancel);
    box->addLayout(buttons);
    connect(m_keep, &Button::clicked, this, [this] { emit answered(false); });
    connect(m_cancel, &Button::clicked, this, [this] { emit answered(true); });
    hide();
}

void CancelAllCard::present(const client::Queue::CancelAll &all)
{
    m_question->setText(QueueWords::cancelAllQuestion(all));
    m_means->setText(QueueWords::cancelAllMeans(all));
    setAccessibleName(m_question->text() + QLatin1Char('\n') + m_means->text());
}

void CancelAllCard::ask()
{
    show();
    m_keep->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CancelAllCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit answered(false);
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace facet::ui
