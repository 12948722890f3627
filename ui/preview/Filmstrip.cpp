#include "ui/preview/Filmstrip.h"

#include "client/media/VideoFrames.h"
#include "client/net/Then.h"
#include "ui/player/Timecode.h"
#include "ui/widgets/RoundedPicture.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int gap = 2;
constexpr int radius = 4;
constexpr int overhang = 4; ///< of the line, above and below
constexpr int sharpness = 2; ///< pictures are asked for at this many device pixels, whatever the screen's
} // namespace

Filmstrip::Filmstrip(Theme &theme, client::VideoFrames *frames, int count, int height, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_frames(frames)
    , m_count(count)
    , m_height(height)
{
    setObjectName(QStringLiteral("filmstrip"));
    setAccessibleName(QStringLiteral("Filmstrip"));
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Filmstrip::sizeHint() const
{
    return { 200, m_height + 2 * overhang };
}

void Filmstrip::load(const QString &path)
{
    m_path = path;
    m_pictures.clear();
    m_position = 0;
    setHover(-1);
    update();
    if (path.isEmpty() || !m_frames)
        return;
    client::then(m_frames->strip(path, m_count, m_height * sharpness), this,
        [this, path](const Result<QList<QImage>> &strip) {
            // A file that cannot be read says so where it is played.
            if (path != m_path || !strip)
                return;
            m_pictures = *strip;
            update();
        });
}

void Filmstrip::setDuration(qint64 ms)
{
    m_duration = ms;
    update();
}

void Filmstrip::setPosition(qint64 ms)
{
    m_position = ms;
    update();
}

void Filmstrip::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

void Filmstrip::setPlayheadVisible(bool visible)
{
    m_playhead = visible;
}

int Filmstrip::filledWidth() const
{
    return std::max(1, static_cast<int>(width() * m_share));
}

int Filmstrip::xOf(qint64 ms) const
{
    if (m_duration <= 0)
        return 0;
    const double part = std::clamp(static_cast<double>(ms) / static_cast<double>(m_duration), 0.0, 1.0);
    return static_cast<int>(part * (filledWidth() - 1));
}

qint64 Filmstrip::timeAt(int x) const
{
    const double part = std::clamp(static_cast<double>(x) / filledWidth(), 0.0, 1.0);
    return static_cast<qint64>(part * static_cast<double>(m_duration));
}

void Filmstrip::setHover(qint64 ms)
{
    if (std::exchange(m_hover, ms) == ms)
        return;
    update();
    emit hoveredChanged(ms);
}

void Filmstrip::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const double each = static_cast<double>(filledWidth() - gap * (m_count - 1)) / m_count;
    for (int i = 0; i < m_count; ++i) {
        const QRectF cell(i * (each + gap), overhang, each, m_height);
        QPainterPath place;
        place.addRoundedRect(cell, radius, radius);
        painter.fillPath(place, m_theme.tokens().hover);
        if (i < m_pictures.size())
            paintRoundedPicture(painter, cell, m_pictures.at(i), radius);
    }
    if (m_hover >= 0)
        paintTime(painter);
    if (m_playhead && m_duration > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().accent);
        painter.drawRoundedRect(QRectF(xOf(m_position) - 0.5, 0, 2, height()), 1, 1);
    }
}

void Filmstrip::paintTime(QPainter &painter) const
{
    const int x = xOf(m_hover);
    painter.setPen(QPen(m_theme.tokens().onPicture, 1));
    painter.drawLine(QPointF(x + 0.5, overhang), QPointF(x + 0.5, overhang + m_height));
    const QString text = timecode(m_hover);
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    QRect box(QPoint(), painter.fontMetrics().size(Qt::TextSingleLine, text) + QSize(12, 6));
    box.moveCenter({ x, overhang + m_height / 2 });
    box.moveLeft(std::clamp(box.left(), 0, std::max(0, width() - box.width())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().scrim);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.tokens().onPicture);
    painter.drawText(box, Qt::AlignCenter, text);
}

void Filmstrip::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_duration > 0)
        emit sought(timeAt(event->pos().x()));
}

void Filmstrip::mouseMoveEvent(QMouseEvent *event)
{
    if (m_duration <= 0)
        return;
    setHover(timeAt(event->pos().x()));
    if (event->buttons() & Qt::LeftButton)
        emit sought(m_hover);
}

void Filmstrip::leaveEvent(QEvent * /*event*/)
{
    setHover(-1);
}

} // namespace facet::ui
