#include "ui/widgets/ElidedLabel.h"

#include <QPainter>

namespace facet::ui {

ElidedLabel::ElidedLabel(Theme &theme, TextRole role, TextTone tone, const QString &text, QWidget *parent)
    : Label(theme, role, tone, text, parent)
    , m_fullText(text)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (m_fullText == text)
        return;
    m_fullText = text;
    setText(text); // also what assistive technology reads
    updateGeometry();
    elide();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(m_fullText) + 2, fontMetrics().height() };
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { qMin(sizeHint().width(), fontMetrics().averageCharWidth() * 4), fontMetrics().height() };
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(rect(), static_cast<int>(alignment()) | Qt::TextSingleLine,
        fontMetrics().elidedText(m_fullText, m_mode, width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    setToolTip(fontMetrics().horizontalAdvance(m_fullText) > width() ? m_fullText : QString());
    update();
}

} // namespace facet::ui
