#include "ui/window/TokenForm.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace facet::ui {

TokenForm::TokenForm(Theme &theme, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_text(new Label(theme, TextRole::Body, TextTone::Text2))
    , m_problem(new Label(theme, TextRole::Body, TextTone::Bad))
    , m_token(new QLineEdit)
    , m_connect(new Button(theme, Button::Kind::Primary, tr("Connect")))
{
    setObjectName(QStringLiteral("tokenForm"));
    setName(m_token, QStringLiteral("Token"));
    m_connect->setAccessibleName(QStringLiteral("Connect"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(tr("Token"));
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(
        new Label(theme, TextRole::Title, TextTone::Text1, tr("This service asks for a token")));
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    auto *row = new QHBoxLayout;
    row->addWidget(m_token, 1);
    row->addWidget(m_connect);
    layout->addLayout(row);
    connect(m_connect, &Button::clicked, this, &TokenForm::give);
    connect(m_token, &QLineEdit::returnPressed, this, &TokenForm::give);
    connect(m_token, &QLineEdit::textChanged, this,
        [this](const QString &text) { m_connect->setEnabled(!text.trimmed().isEmpty()); });
    m_connect->setEnabled(false);
}

void TokenForm::present(const QString &serviceUrl, const QString &problem)
{
    m_text->setText(
        tr("%1 needs a token from whoever runs it. It is asked for once and kept in your keyring.")
            .arg(serviceUrl));
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void TokenForm::focusToken()
{
    m_token->setFocus(Qt::OtherFocusReason);
}

void TokenForm::give()
{
    const QString token = m_token->text().trimmed();
    if (token.isEmpty())
        return;
    m_token->clear();
    emit tokenGiven(token);
}

} // namespace facet::ui
