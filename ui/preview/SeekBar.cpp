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
    const double x = xOf(m_position);
    const double middle = height() / 2.0;
    painter.setBrush(tokens.line);
    painter.drawRoundedRect(QRectF(knob / 2.0, middle - 2, room, 4), 2, 2);
    painter.setBrush(tokens.accent);
    const double begin = m_to >= 0 ? xOf(m_from) : knob / 2.0;
    painter.drawRoundedRect(QRectF(begin, middle - 2, std::max(0.0, x - begin), 4), 2, 2);
    if (m_to >= 0) {
        painter.setBrush(tokens.accentTint);
        painter.drawRect(QRectF(x, middle - 2, std::max(0.0, xOf(m_to) - x), 4));
    }
    painter.setBrush(tokens.text1);
    for (const qint64 mark : { m_from, m_to }) {
        if (mark >= 0)
            painter.drawRoundedRect(QRectF(xOf(mark) - 1, middle - 7, 2, 14), 1, 1);
    }
    painter.setBrush(tokens.accent);
    painter.drawEllipse(QPointF(x, middle), knob / 2.0, knob / 2.0);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.text1, 2));
        painter.drawEllipse(QPointF(x, middle), knob / 2.0, knob / 2.0);
    }
}

void SeekBar::setSection(qint64 from, qint64 to)
{
    m_from = from;
    m_to = to;
    update();
}

double SeekBar::xOf(qint64 ms) const
{
    const double part =
        m_duration > 0 ? std::clamp(static_cast<double>(ms) / static_cast<double>(m_duration), 0.0, 1.0) : 0;
    return knob / 2.0 + part * (width() - knob);
}

void SeekBar::seekTo(int x)
{
    const int room = std::max(1, width() - knob);
    const double part = std::clamp((x - knob / 2.0) / room, 0.0, 1.0);
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
