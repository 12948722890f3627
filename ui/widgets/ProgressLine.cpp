#include "ui/widgets/ProgressLine.h"

#include <QLinearGradient>
#include <QPainter>

#include <algorithm>

namespace facet::ui {

ProgressLine::ProgressLine(Theme &theme, Fill fill, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_fill(fill)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&ProgressLine::update));
}

void ProgressLine::setValue(std::optional<double> value)
{
    if (value)
        value = std::clamp(*value, 0.0, 1.0);
    if (m_value == value)
        return;
    m_value = value;
    update();
}

void ProgressLine::paint(
    QPainter &painter, const QRectF &rect, const Tokens &tokens, std::optional<double> value, Fill fill)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = rect.height() / 2;
    painter.setBrush(tokens.hover);
    painter.drawRoundedRect(rect, radius, radius);
    if (value && *value > 0) {
        QRectF done = rect;
        done.setWidth(std::max(rect.height(), rect.width() * *value));
        QLinearGradient gradient(rect.topLeft(), done.topRight());
        gradient.setColorAt(0, tokens.accent);
        gradient.setColorAt(1, fill == Fill::Gradient ? tokens.progressEnd : tokens.accent);
        painter.setBrush(gradient);
        painter.drawRoundedRect(done, radius, radius);
    }
    painter.restore();
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_theme.tokens(), m_value, m_fill);
}

} // namespace facet::ui
