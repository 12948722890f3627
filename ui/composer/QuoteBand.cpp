#include "ui/composer/QuoteBand.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Naming.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int leftMargin = 40; // the icon stands there
constexpr int rightMargin = 12;
constexpr int spacing = 8;
constexpr double buttonsShare = 0.56; // of the width, before they go below the text
} // namespace

QuoteBand::QuoteBand(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel)
    , m_notes(new QLabel)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_buttons(new QWidget)
    , m_first(new Button(theme, Button::Kind::Secondary))
    , m_second(new Button(theme, Button::Kind::Quiet))
    , m_more(new Button(theme, Button::Kind::Quiet))
    , m_undo(new Button(theme, Button::Kind::Quiet, tr("Undo")))
{
    setObjectName(QStringLiteral("quoteBand"));
    m_layout->setContentsMargins(leftMargin, 7, rightMargin, 7);
    m_layout->setSpacing(spacing);
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
    m_layout->addLayout(texts, 1);
    m_layout->addWidget(m_buttons);
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    for (Button *button : { m_first, m_second, m_more, m_undo }) {
        button->setExtent(28);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_more->setChevron(true);
    setName(m_more, QStringLiteral("More ways to pay less"));
    m_more->setToolTip(tr("More ways to pay less"));
    setName(m_undo, QStringLiteral("Undo"));
    connect(m_first, &Button::clicked, this,
        [this] { emit actionChosen(m_content.actions.value(0).suggestion); });
    connect(m_second, &Button::clicked, this,
        [this] { emit actionChosen(m_content.actions.value(1).suggestion); });
    connect(m_more, &Button::clicked, this, &QuoteBand::openMore);
    connect(m_undo, &Button::clicked, this, &QuoteBand::undoRequested);
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
    showButtons();
    setAccessibleName(spokenText());
    refreshColours();
    setVisible(content.tone != BandContent::Tone::None);
}

void QuoteBand::showButtons()
{
    const auto set = [this](Button *button, qsizetype i) {
        button->setVisible(i < m_content.actions.size());
        if (i < m_content.actions.size()) {
            button->setText(m_content.actions[i].text);
            button->setAccessibleName(m_content.actions[i].text);
            button->updateGeometry();
        }
    };
    set(m_first, 0);
    set(m_second, 1);
    m_more->setText(m_content.actions.isEmpty() ? tr("Pay less") : tr("More"));
    m_more->setVisible(!m_content.more.isEmpty());
    m_more->updateGeometry();
    m_undo->setVisible(!m_content.undone.isEmpty());
    m_undo->setToolTip(m_content.undone);
    m_undo->setAccessibleDescription(m_content.undone);
    const bool any = !m_content.actions.isEmpty() || !m_content.more.isEmpty() || !m_content.undone.isEmpty();
    m_buttons->setVisible(any);
    arrange();
}

void QuoteBand::openMore()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("payLessMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const BandContent::Action &one : std::as_const(m_content.more))
        menu->addAction(
            one.text, this, [this, suggestion = one.suggestion] { emit actionChosen(suggestion); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    if (!menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().constFirst());
}

void QuoteBand::arrange()
{
    int wanted = 0;
    for (const Button *button : { m_first, m_second, m_more, m_undo }) {
        if (!button->isHidden())
            wanted += button->sizeHint().width() + spacing;
    }
    const int room = width() - leftMargin - rightMargin;
    const auto direction = wanted > room * buttonsShare ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction != m_layout->direction())
        m_layout->setDirection(direction);
}

void QuoteBand::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
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
    const int bottom = m_notes->isHidden() ? m_text->geometry().bottom() : m_notes->geometry().bottom();
    const QRectF beside(14, m_text->y(), 16, bottom - m_text->y() + 1);
    paintIcon(painter, beside, m_content.icon, ink(), 16);
}

} // namespace facet::ui
