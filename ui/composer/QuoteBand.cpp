#include "ui/composer/QuoteBand.h"

#include "ui/widgets/Button.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace facet::ui {

QuoteBand::QuoteBand(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel)
    , m_notes(new QLabel)
    , m_first(new Button(theme, Button::Kind::Secondary))
    , m_second(new Button(theme, Button::Kind::Quiet))
{
    setObjectName(QStringLiteral("quoteBand"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(40, 7, 12, 7);
    layout->setSpacing(8);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QLabel *label : { m_text, m_notes }) {
        label->setWordWrap(true);
        label->setFont(m_theme.font(TextRole::Small));
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        label->setSizePolicy(policy);
        texts->addWidget(label);
    }
    m_text->setTextFormat(Qt::RichText);
    m_text->setMinimumHeight(20);
    m_notes->setTextFormat(Qt::PlainText);
    layout->addLayout(texts, 1);
    layout->addWidget(m_first);
    layout->addWidget(m_second);
    m_first->setExtent(28);
    m_second->setExtent(28);
    connect(m_first, &Button::clicked, this,
        [this] { emit actionChosen(m_content.actions.value(0).suggestion); });
    connect(m_second, &Button::clicked, this,
        [this] { emit actionChosen(m_content.actions.value(1).suggestion); });
    connect(&m_theme, &Theme::changed, this, &QuoteBand::refreshColours);
    hide();
}

void QuoteBand::present(const BandContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    const QString lead = content.lead.toHtmlEscaped();
    const QString text = content.text.toHtmlEscaped();
    QString html;
    if (!lead.isEmpty())
        html = QLatin1String("<b>") + lead + QLatin1String("</b>");
    if (!text.isEmpty())
        html += (html.isEmpty() ? QString() : QStringLiteral(" · ")) + text;
    m_text->setText(html);
    m_notes->setText(content.notes.join(QLatin1Char('\n')));
    m_notes->setVisible(!content.notes.isEmpty());
    const auto set = [](Button *button, const QList<BandContent::Action> &actions, qsizetype i) {
        button->setVisible(i < actions.size());
        if (i < actions.size()) {
            button->setText(actions[i].text);
            button->setAccessibleName(actions[i].text);
            button->updateGeometry();
        }
    };
    set(m_first, content.actions, 0);
    set(m_second, content.actions, 1);
    setAccessibleName(spokenText());
    refreshColours();
    setVisible(content.tone != BandContent::Tone::None);
}

QString QuoteBand::spokenText() const
{
    QStringList parts;
    for (const QString &part : QStringList{ m_content.lead, m_content.text } + m_content.notes)
        if (!part.isEmpty())
            parts.append(part);
    return parts.join(QStringLiteral(" · "));
}

QColor QuoteBand::ground() const
{
    const Tokens &t = m_theme.tokens();
    switch (m_content.tone) {
    case BandContent::Tone::None:
        return Qt::transparent;
    case BandContent::Tone::Good:
        return t.goodTint;
    case BandContent::Tone::Plain:
        return t.accentTint;
    case BandContent::Tone::Warning:
        return t.warningTint;
    }
    return Qt::transparent;
}

QColor QuoteBand::ink() const
{
    const Tokens &t = m_theme.tokens();
    switch (m_content.tone) {
    case BandContent::Tone::None:
    case BandContent::Tone::Plain:
        return t.onTint;
    case BandContent::Tone::Good:
        return t.onGoodTint;
    case BandContent::Tone::Warning:
        return t.onWarningTint;
    }
    return t.text1;
}

void QuoteBand::refreshColours()
{
    for (QLabel *label : { m_text, m_notes }) {
        QPalette p = label->palette();
        p.setColor(QPalette::WindowText, ink());
        label->setPalette(p);
    }
    update();
}

void QuoteBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, QRectF(14, 0, 16, height()), m_content.icon, ink(), 16);
}

} // namespace facet::ui
