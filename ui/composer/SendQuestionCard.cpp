#include "ui/composer/SendQuestionCard.h"

#include "client/composer/SendGate.h"
#include "ui/composer/SendWords.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int markSize = 16; // pixels
}

SendQuestionCard::SendQuestionCard(Theme &theme, client::SendGate &gate, QWidget *parent)
    : Card(theme, Card::Fill::Raised, Theme::cardRadius, parent)
    , m_theme(theme)
    , m_gate(gate)
    , m_mark(new Label(theme, TextRole::BodyStrong, TextTone::Warning, {}, this))
    , m_point(new Label(theme, TextRole::BodyMedium, TextTone::Text1, {}, this))
    , m_more(new Label(theme, TextRole::Body, TextTone::Text2, {}, this))
    , m_decline(new Button(theme, Button::Kind::Quiet, {}, this))
    , m_budget(new Button(theme, Button::Kind::Secondary, tr("Change budget"), this))
    , m_accept(new Button(theme, Button::Kind::Primary, {}, this))
{
    setObjectName(QStringLiteral("sendQuestion"));
    setName(m_decline, QStringLiteral("Do not send"));
    setName(m_budget, QStringLiteral("Change budget"));
    setName(m_accept, QStringLiteral("Confirm sending"));
    m_mark->setFixedWidth(markSize);
    for (Label *label : { m_point, m_more }) {
        label->setWordWrap(true);
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
    }
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_point);
    texts->addWidget(m_more);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_mark, 0, Qt::AlignTop);
    top->addLayout(texts, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_decline);
    buttons->addWidget(m_budget);
    buttons->addWidget(m_accept);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(14, 12, 12, 12);
    box->setSpacing(10);
    box->addLayout(top);
    box->addLayout(buttons);

    connect(m_decline, &Button::clicked, this, [this] { answer(false); });
    connect(m_accept, &Button::clicked, this, [this] { answer(true); });
    connect(m_budget, &Button::clicked, this, [this] { emit budgetRequested(m_isOfConversation); });
    connect(&m_gate, &client::SendGate::questionChanged, this, &SendQuestionCard::refresh);
    connect(&m_theme, &Theme::changed, this, &SendQuestionCard::refreshMark);
    refreshMark();
    refresh();
}

void SendQuestionCard::refreshMark()
{
    m_mark->setPixmap(iconPixmap(Icon::Alert, m_theme.tokens().warning, markSize, devicePixelRatioF()));
}

void SendQuestionCard::refresh()
{
    const client::SendQuestion *question = m_gate.question();
    if (!question) {
        const bool hadKeyboard = isAncestorOf(focusWidget());
        hide();
        if (hadKeyboard)
            emit answered();
        return;
    }
    QStringList sentences = SendWords::sentences(*question);
    const QString before = spokenText();
    m_isStop = question->isStop();
    m_isOfConversation = std::none_of(question->reasons.begin(), question->reasons.end(),
        [](const AskReason &r) { return r.kind != AskReason::Kind::AskAbove && !r.ofConversation; });
    m_point->setText(sentences.takeFirst());
    m_more->setText(sentences.join(QLatin1Char('\n')));
    m_more->setVisible(!sentences.isEmpty());
    const auto set = [](Button *button, const QString &text) {
        button->setText(text);
        button->setAccessibleDescription(text);
        button->updateGeometry();
    };
    set(m_accept, SendWords::accept(*question));
    set(m_decline, SendWords::decline(*question));
    m_budget->setVisible(m_isStop);
    m_accept->setEnabled(m_gate.canAccept());
    setAccessibleName(spokenText());
    const bool isNew = isHidden() || before != spokenText();
    show();
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

QString SendQuestionCard::spokenText() const
{
    return m_more->text().isEmpty() ? m_point->text() : m_point->text() + QLatin1Char('\n') + m_more->text();
}

void SendQuestionCard::focusDefault()
{
    const bool mayConfirm = !m_isStop && m_accept->isEnabled();
    (mayConfirm ? m_accept : m_decline)->setFocus(Qt::OtherFocusReason);
}

void SendQuestionCard::answer(bool send)
{
    if (send)
        m_gate.accept();
    else
        m_gate.decline();
    if (!m_gate.question())
        emit answered();
}

void SendQuestionCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        answer(false);
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace facet::ui
