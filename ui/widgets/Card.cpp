#include "ui/widgets/Card.h"

#include <QPainter>

namespace facet::ui {

namespace {

QColor colourOf(const Tokens &t, Card::Fill fill)
{
    switch (fill) {
    case Card::Fill::Raised:
        return t.raised;
    case Card::Fill::Surface:
        return t.surface;
    case Card::Fill::GoodTint:
        return t.goodTint;
    case Card::Fill::WarningTint:
        return t.warningTint;
    case Card::Fill::BadTint:
        return t.badTint;
    case Card::Fill::AccentTint:
        return t.accentTint;
    }
    return t.raised;
}

} // namespace

Card::Card(Theme &theme, Fill fill, int radius, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_fill(fill)
    , m_radius(radius)
{
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Card::update));
}

void Card::setFill(Fill fill)
{
    m_fill = fill;
    update();
}

void Card::setLined(bool lined)
{
    m_lined = lined;
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_lined ? QPen(t.line, 1) : QPen(Qt::NoPen));
    painter.setBrush(colourOf(t, m_fill));
    const qreal inset = m_lined ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_radius, m_radius);
}

} // namespace facet::ui
