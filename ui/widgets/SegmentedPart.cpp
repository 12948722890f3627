#include "ui/widgets/SegmentedPart.h"

#include "ui/widgets/FocusRing.h"

#include <QPainter>

namespace facet::ui {

SegmentedPart::SegmentedPart(Theme &theme, const QString &text, QWidget *parent)
    : QRadioButton(text, parent)
    , m_theme(theme)
{
    setFocusPolicy(Qt::NoFocus); // until it is the chosen one, see Segmented
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&SegmentedPart::update));
}

QSize SegmentedPart::sizeHint() const
{
    return { QFontMetrics(m_theme.font(TextRole::BodyMedium)).horizontalAdvance(text()) + 24, 30 };
}

void SegmentedPart::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.dark ? t.window : t.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), 6, t);
    painter.setFont(m_theme.font(TextRole::BodyMedium));
    painter.setPen(!isEnabled() ? t.text3 : (isChecked() || underMouse() ? t.text1 : t.text2));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace facet::ui
