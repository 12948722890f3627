#include "ui/window/Notice.h"

#include "ui/widgets/Button.h"
#include "ui/widgets/Label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace facet::ui {

Notice::Notice(Theme &theme, QWidget *parent)
    : Card(theme, Fill::Raised, Theme::cardRadius, parent)
    , m_theme(theme)
    , m_sentence(new Label(theme, TextRole::Body, TextTone::Text1))
    , m_action(new Button(theme, Button::Kind::Secondary))
    , m_more(new Button(theme, Button::Kind::Quiet, tr("Details")))
    , m_close(new Button(theme, Button::Kind::Quiet, Icon::Close, QStringLiteral("Dismiss"), tr("Dismiss")))
    , m_detailBox(new QWidget)
    , m_details(new QPlainTextEdit)
{
    setObjectName(QStringLiteral("notice"));
    m_sentence->setObjectName(QStringLiteral("noticeText"));
    m_sentence->setWordWrap(true);
    m_action->setExtent(28);
    m_more->setExtent(28);
    m_more->setAccessibleName(QStringLiteral("Details"));
    m_close->setExtent(28);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(40, 8, 8, 8);
    layout->setSpacing(6);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(m_more);
    row->addWidget(m_close);
    layout->addLayout(row);

    m_details->setReadOnly(true);
    m_details->setProperty("framed", true);
    m_details->setAccessibleName(QStringLiteral("Error details"));
    m_details->setFixedHeight(96);
    m_details->setTabChangesFocus(true);
    m_details->setFont(m_theme.font(TextRole::Caption));
    auto *copy = new Button(theme, Button::Kind::Secondary, tr("Copy"));
    copy->setAccessibleName(QStringLiteral("Copy details"));
    copy->setExtent(28);
    copy->setGlyph(Icon::Copy);
    auto *details = new QVBoxLayout(m_detailBox);
    details->setContentsMargins(0, 0, 4, 4);
    details->addWidget(m_details);
    details->addWidget(copy, 0, Qt::AlignLeft);
    m_detailBox->hide();
    layout->addWidget(m_detailBox);

    m_action->hide();
    m_more->hide();
    m_close->hide();
    connect(m_action, &Button::clicked, this, &Notice::acted);
    connect(m_more, &Button::clicked, this, [this] { m_detailBox->setVisible(m_detailBox->isHidden()); });
    connect(copy, &Button::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_details->toPlainText()); });
    connect(m_close, &Button::clicked, this, &Notice::dismissed);
}

QString Notice::detailsOf(const Error &error)
{
    QStringList lines{ error.sentence };
    if (!error.detail.isEmpty())
        lines.append(error.detail);
    if (!error.code.isEmpty())
        lines.append(QStringLiteral("code: ") + error.code);
    if (!error.requestId.isEmpty())
        lines.append(QStringLiteral("request id: ") + error.requestId);
    return lines.join(QLatin1Char('\n'));
}

void Notice::present(Tone tone, const QString &sentence)
{
    m_tone = tone;
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    switch (tone) {
    case Tone::Plain:
        setFill(Fill::Raised);
        m_sentence->setTone(TextTone::Text1);
        break;
    case Tone::Warning:
        setFill(Fill::WarningTint);
        m_sentence->setTone(TextTone::OnWarningTint);
        break;
    case Tone::Bad:
        setFill(Fill::BadTint);
        m_sentence->setTone(TextTone::OnBadTint);
        break;
    }
    setDetails({});
}

void Notice::present(const Error &error)
{
    present(Tone::Bad, error.sentence);
    setDetails(detailsOf(error));
}

void Notice::setAction(const QString &text, const QString &name)
{
    m_action->setText(text);
    m_action->setAccessibleName(name.isEmpty() ? text : name);
    m_action->setVisible(!text.isEmpty());
    m_action->updateGeometry();
}

void Notice::setDismissible(bool dismissible)
{
    m_close->setVisible(dismissible);
}

QString Notice::sentence() const
{
    return m_sentence->text();
}

void Notice::setDetails(const QString &details)
{
    m_details->setPlainText(details);
    m_more->setVisible(!details.isEmpty());
    if (details.isEmpty())
        m_detailBox->hide();
}

void Notice::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const QRectF place(14, 8, 16, 28);
    switch (m_tone) {
    case Tone::Plain:
        paintIcon(painter, place, Icon::Info, t.text2, 16);
        break;
    case Tone::Warning:
        paintIcon(painter, place, Icon::Warning, t.onWarningTint, 16);
        break;
    case Tone::Bad:
        paintIcon(painter, place, Icon::Alert, t.onBadTint, 16);
        break;
    }
}

} // namespace facet::ui
