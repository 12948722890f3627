#include "ui/widgets/Fill.h"

#include <QPainter>

namespace facet::ui {

Fill::Fill(Theme &theme, Ground ground, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ground(ground)
    , m_lines(lines)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Fill::update));
}

void Fill::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), m_ground == Ground::Window ? t.window : t.surface);
    if (m_lines & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, t.line);
    if (m_lines & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, t.line);
    if (m_lines & Qt::LeftEdge)
        painter.fillRect(0, 0, 1, height(), t.line);
    if (m_lines & Qt::RightEdge)
        painter.fillRect(width() - 1, 0, 1, height(), t.line);
}

} // namespace facet::ui
