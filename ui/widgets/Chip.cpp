#include "ui/widgets/Chip.h"

#include <QPainter>

namespace facet::ui {

namespace {

constexpr int chipHeight = 20;
constexpr int iconSize = 12;

QColor fillOf(const Tokens &t, Chip::Tone tone)
{
    switch (tone) {
    case Chip::Tone::Neutral:
        return t.hover;
    case Chip::Tone::Accent:
        return t.accentTint;
    case Chip::Tone::Good:
        return t.goodTint;
    case Chip::Tone::Warning:
        return t.warningTint;
    case Chip::Tone::Bad:
        return t.badTint;
    }
    return t.hover;
}

QColor inkOf(const Tokens &t, Chip::Tone tone)
{
    switch (tone) {
    case Chip::Tone::Neutral:
        return t.text2;
    case Chip::Tone::Accent:
        return t.onTint;
    case Chip::Tone::Good:
        return t.onGoodTint;
    case Chip::Tone::Warning:
        return t.onWarningTint;
    case Chip::Tone::Bad:
        return t.onBadTint;
    }
    return t.text2;
}

} // namespace

Chip::Chip(Theme &theme, Tone tone, const QString &text, std::optional<Icon> icon, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tone(tone)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Chip::update));
}

void Chip::setText(const QString &text)
{
    if (accessibleName() == m_text)
        setAccessibleName(text);
    m_text = text;
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setIcon(std::optional<Icon> icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return sizeFor(m_theme, m_text, m_icon.has_value());
}

QSize Chip::sizeFor(const Theme &theme, const QString &text, bool withIcon)
{
    const int textWidth = QFontMetrics(theme.font(TextRole::CaptionStrong)).horizontalAdvance(text);
    return { textWidth + 16 + (withIcon ? iconSize + 4 : 0), chipHeight };
}

void Chip::paint(QPainter &painter, const QPoint &at, const Theme &theme, Tone tone, const QString &text,
    std::optional<Icon> icon)
{
    const Tokens &t = theme.tokens();
    const QRectF rect(at, sizeFor(theme, text, icon.has_value()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fillOf(t, tone));
    painter.drawRoundedRect(rect, chipHeight / 2.0, chipHeight / 2.0);
    qreal left = rect.left() + 8;
    if (icon) {
        paintIcon(painter, QRectF(left, rect.top(), iconSize, chipHeight), *icon, inkOf(t, tone), iconSize);
        left += iconSize + 4;
    }
    painter.setPen(inkOf(t, tone));
    painter.setFont(theme.font(TextRole::CaptionStrong));
    painter.drawText(QRectF(left, rect.top(), rect.right() - left, chipHeight),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, text);
    painter.restore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, QPoint(0, (height() - chipHeight) / 2), m_theme, m_tone, m_text, m_icon);
}

} // namespace facet::ui
