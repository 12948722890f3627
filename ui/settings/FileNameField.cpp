#include "ui/settings/FileNameField.h"

#include "client/generation/NameTemplate.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Label.h"
#include "ui/widgets/Naming.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace facet::ui {

using client::NameTemplate;

namespace {
constexpr int longestPattern = 200; // characters
}

FileNameField::FileNameField(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edit(new QLineEdit)
    , m_example(new Label(theme, TextRole::Small, TextTone::Text2))
{
    setName(m_edit, QStringLiteral("File names"));
    m_edit->setMaxLength(longestPattern);
    m_edit->setPlaceholderText(NameTemplate::standard());
    m_example->setObjectName(QStringLiteral("fileNameExample"));
    m_example->setWordWrap(true);
    auto *tokens = new QWidget;
    auto *flow = new FlowLayout(tokens, 4);
    for (const QString &token : NameTemplate::tokens()) {
        auto *button = new Button(theme, Button::Kind::Secondary, token);
        button->setExtent(26);
        setName(button, QStringLiteral("Insert ") + token.mid(1, token.size() - 2));
        flow->addWidget(button);
        connect(button, &Button::clicked, this, [this, token] { insert(token); });
    }
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addWidget(m_edit);
    box->addWidget(tokens);
    box->addWidget(m_example);
    connect(m_edit, &QLineEdit::textChanged, this, &FileNameField::refresh);
    connect(m_edit, &QLineEdit::textEdited, this, &FileNameField::changed);
    refresh();
}

void FileNameField::setPattern(const QString &pattern)
{
    m_edit->setText(pattern);
}

QString FileNameField::pattern() const
{
    const QString written = m_edit->text().trimmed();
    return written == NameTemplate::standard() ? QString() : written;
}

void FileNameField::insert(const QString &token)
{
    // The first token stands in for the placeholder: what it showed goes on to hold.
    if (m_edit->text().isEmpty())
        m_edit->setText(NameTemplate::standard());
    if (!m_edit->text().isEmpty() && m_edit->cursorPosition() > 0)
        m_edit->insert(QStringLiteral(" "));
    m_edit->insert(token);
    emit changed();
}

void FileNameField::refresh()
{
    const NameTemplate name(m_edit->text());
    NameTemplate::Facts facts;
    facts.prompt = tr("Clouds clear over the harbor at dawn");
    facts.modelName = QStringLiteral("Carat Video (LTX 2.3)");
    facts.seed = 41872;
    facts.agent = AgentVersion::V2;
    facts.generationId = QStringLiteral("gen_7f3a91");
    facts.at = QDateTime::currentDateTimeUtc();
    const QString number = name.tellsTakes() ? QString() : QStringLiteral("-01");
    QString words = tr("For example: %1").arg(name.baseName(facts) + number + QLatin1String(".mp4"));
    const QStringList unknown = name.unknownTokens();
    if (!unknown.isEmpty())
        words +=
            u'\n' + tr("%1 is no token and stays as it is written.").arg(unknown.join(QLatin1String(", ")));
    m_example->setText(words);
}

} // namespace facet::ui
