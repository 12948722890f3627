#include "ui/preview/SeekBar.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int knob = 12; ///< pixels across
constexpr int smallStep = 1000; ///< milliseconds, arrow keys
} // namespace

SeekBar::SeekBar(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("seek"));
    setAccessibleName(QStringLiteral("Seek"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SeekBar::setDuration(qint64 ms)
{
    m_duration = ms;
    update();
}

void SeekBar::setPosition(qint64 ms)
{
    if (m_dragging || ms == m_position)
        return;
    m_position = ms;
    update();
}

void SeekBar::paintEvent(QPaintEvent * /*event*/)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int room = width() - knob;
    const double part = m_duration > 0
        ? std::clamp(static_cast<double>(m_position) / static_cast<double>(m_duration), 0.0, 1.0)
        : 0;
    const double x = knob / 2.0 + part * room;
    const double middle = height() / 2.0;
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(QRectF(knob / 2.0, middle - 2, room, 4), 2, 2);
    painter.setBrush(tokens.accent);
    painter.drawRoundedRect(QRectF(knob / 2.0, middle - 2, x - knob / 2.0, 4), 2, 2);
    painter.drawEllipse(QPointF(x, middle), knob / 2.0, knob / 2.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.text1, 2));
        painter.drawEllipse(QPointF(x, middle), knob / 2.0, knob / 2.0);
    }
}

void SeekBar::seekTo(int x)
{
    const int room = std::max(1, width() - knob);
    const double part = std::clamp(static_cast<double>(x - knob / 2) / room, 0.0, 1.0);
    m_position = static_cast<qint64>(part * static_cast<double>(m_duration));
    update();
    emit sought(m_position);
}

void SeekBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    seekTo(event->pos().x());
}

void SeekBar::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragging)
        seekTo(event->pos().x());
}

void SeekBar::mouseReleaseEvent(QMouseEvent * /*event*/)
{
    m_dragging = false;
}

void SeekBar::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -smallStep
        : event->key() == Qt::Key_Right           ? smallStep
                                                  : 0;
    if (step == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_position = std::clamp<qint64>(m_position + step, 0, m_duration);
    update();
    emit sought(m_position);
}

} // namespace facet::ui
