#include "ui/widgets/Button.h"

#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"

#include <QKeyEvent>
#include <QPainter>

namespace facet::ui {

namespace {
constexpr int gap = 8; // between icon, text, trailing text, badge
constexpr int tailSize = 14;
constexpr int badgeHeight = 16;
} // namespace

struct Button::Look {
    QColor fill, line, text;
};

Button::Button(Theme &theme, Kind kind, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_theme(theme)
    , m_kind(kind)
{
    setUp();
}

Button::Button(
    Theme &theme, Kind kind, Icon icon, const QString &name, const QString &toolTip, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_glyph(icon)
{
    setUp();
    setName(this, name);
    setToolTip(toolTip);
}

void Button::setUp()
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setCheckable(m_kind == Kind::Tab);
    setAutoDefault(false);
    if (m_kind == Kind::OnPicture) {
        m_extent = 20;
        m_glyphSize = 12;
    }
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Button::update));
}

void Button::setGlyph(std::optional<Icon> icon)
{
    m_glyph = icon;
    updateGeometry();
    update();
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setTrailing(const QString &text)
{
    if (m_trailing == text)
        return;
    m_trailing = text;
    updateGeometry();
    update();
}

void Button::setBadge(const QString &text)
{
    if (m_badge == text)
        return;
    m_badge = text;
    updateGeometry();
    update();
}

void Button::setTail(std::optional<Icon> icon)
{
    m_tail = icon;
    updateGeometry();
    update();
}

void Button::setGlyphSize(int pixels)
{
    m_glyphSize = pixels;
    update();
}

void Button::setExtent(int pixels)
{
    m_extent = pixels;
    updateGeometry();
}

int Button::padding() const
{
    return isPlainText() ? 0 : 10;
}

QFont Button::textFont() const
{
    return m_theme.font(m_kind == Kind::Caption ? TextRole::Caption : TextRole::BodyMedium);
}

int Button::contentWidth(const QString &label) const
{
    int width = 0;
    const auto add = [&width](int part) { width += (width > 0 ? gap : 0) + part; };
    if (m_glyph)
        add(m_glyphSize);
    if (!label.isEmpty())
        add(QFontMetrics(textFont()).horizontalAdvance(label));
    if (!m_trailing.isEmpty())
        add(QFontMetrics(m_theme.font(TextRole::BodyStrong)).horizontalAdvance(m_trailing));
    if (!m_badge.isEmpty())
        add(qMax(badgeHeight,
            QFontMetrics(m_theme.font(TextRole::CaptionStrong)).horizontalAdvance(m_badge) + 10));
    if (m_tail)
        add(tailSize);
    return width;
}

QSize Button::sizeHint() const
{
    if (isIconOnly() && !m_tail && m_badge.isEmpty())
        return { m_extent, m_extent };
    return { contentWidth(text()) + 2 * padding(), isPlainText() ? 20 : m_extent };
}

QSize Button::minimumSizeHint() const
{
    if (sizePolicy().horizontalPolicy() == QSizePolicy::Minimum)
        return sizeHint();
    // May shrink: keeps a few letters of its text.
    const QString some = text().left(4);
    return { qMin(sizeHint().width(), contentWidth(some) + 2 * padding()), sizeHint().height() };
}

Button::Look Button::look() const
{
    const Tokens &t = m_theme.tokens();
    const bool over = isEnabled() && (underMouse() || isDown());
    const QColor none = Qt::transparent;
    const QColor dim = t.text3;
    switch (m_kind) {
    case Kind::Primary: {
        QColor fill = over ? t.accentFillHover : t.accentFill;
        QColor text = t.onAccent;
        if (!isEnabled()) {
            fill.setAlphaF(0.45F);
            text.setAlphaF(0.6F);
        }
        return { fill, none, text };
    }
    case Kind::Secondary:
        return { over ? t.hover : t.raised, t.line, isEnabled() ? t.text1 : dim };
    case Kind::Quiet:
        return { over ? t.hover : none, none,
            !isEnabled()      ? dim
                : isChecked() ? t.accent
                : over        ? t.text1
                              : t.text2 };
    case Kind::Tint:
        return { t.accentTint, over ? t.accent : t.accentTint, isEnabled() ? t.onTint : dim };
    case Kind::Tab:
        return { isChecked() ? t.hover : none, none,
            isChecked() || over ? t.text1 : (isEnabled() ? t.text2 : dim) };
    case Kind::Danger:
        return { over ? t.badTint : none, none, over ? t.onBadTint : (isEnabled() ? t.bad : dim) };
    case Kind::Link:
        return { none, none, isEnabled() ? t.onTint : dim };
    case Kind::Caption:
        return { none, none, !isEnabled() ? dim : (over ? t.text1 : t.text2) };
    case Kind::OnPicture:
        return { over ? t.accentFill : t.scrim, none, t.onPicture };
    }
    return { none, none, t.text1 };
}

void Button::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    const Look l = look();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = m_kind == Kind::OnPicture ? height() / 2.0 : Theme::controlRadius;
    if (l.fill.alpha() > 0 || l.line.alpha() > 0) {
        painter.setPen(l.line.alpha() > 0 ? QPen(l.line, 1) : QPen(Qt::NoPen));
        painter.setBrush(l.fill);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    if (m_ring)
        paintFocusRing(painter, rect(), radius, t);

    if (isIconOnly() && !m_tail && m_badge.isEmpty()) {
        paintIcon(painter, rect(), *m_glyph, l.text, m_glyphSize);
        return;
    }

    const QFont letters = textFont();
    const int around = contentWidth(QString()) + (contentWidth(QString()) > 0 ? gap : 0);
    const QString label = QFontMetrics(letters).elidedText(
        text(), Qt::ElideRight, qMax(0, width() - 2 * padding() - around) + 1);
    int x = (width() - contentWidth(label)) / 2;
    if (isPlainText())
        x = 0;
    const auto place = [&x, this](int w) {
        const QRect r(x, 0, w, height());
        x += w + gap;
        return r;
    };
    if (m_glyph)
        paintIcon(painter, place(m_glyphSize), *m_glyph, l.text, m_glyphSize);
    painter.setPen(l.text);
    if (!label.isEmpty()) {
        QFont font = letters;
        font.setUnderline(isPlainText() && underMouse());
        painter.setFont(font);
        painter.drawText(place(QFontMetrics(letters).horizontalAdvance(label)),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, label);
    }
    if (!m_trailing.isEmpty()) {
        const QFont font = m_theme.font(TextRole::BodyStrong);
        painter.setFont(font);
        painter.drawText(place(QFontMetrics(font).horizontalAdvance(m_trailing)),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextDontClip, m_trailing);
    }
    if (!m_badge.isEmpty()) {
        const QFont font = m_theme.font(TextRole::CaptionStrong);
        const QRect slot = place(qMax(badgeHeight, QFontMetrics(font).horizontalAdvance(m_badge) + 10));
        const QRectF pill(slot.x(), (height() - badgeHeight) / 2.0, slot.width(), badgeHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentTint);
        painter.drawRoundedRect(pill, badgeHeight / 2.0, badgeHeight / 2.0);
        painter.setPen(t.onTint);
        painter.setFont(font);
        painter.drawText(pill, Qt::AlignCenter, m_badge);
    }
    if (m_tail)
        paintIcon(painter, place(tailSize), *m_tail, l.text, tailSize);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        // An Enter that is held down brought the button here, it may be: that is not yet a word on it.
        if (!event->isAutoRepeat())
            click();
        return;
    }
    QPushButton::keyPressEvent(event);
}

void Button::focusInEvent(QFocusEvent *event)
{
    m_ring = event->reason() != Qt::MouseFocusReason && event->reason() != Qt::PopupFocusReason;
    QPushButton::focusInEvent(event);
    update();
}

void Button::focusOutEvent(QFocusEvent *event)
{
    m_ring = false;
    QPushButton::focusOutEvent(event);
    update();
}

void Button::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void Button::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace facet::ui
