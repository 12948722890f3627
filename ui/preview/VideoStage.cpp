#include "ui/preview/VideoStage.h"

#include "ui/widgets/Checkerboard.h"
#include "ui/widgets/PosterCache.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace facet::ui {

namespace {

constexpr int tallest = 480; ///< pixels; a vertical video leaves room for its facts
constexpr double zoomStep = 1.25; ///< a key, or a notch of the wheel
constexpr double eyeSeesPixels = 2; ///< from this scale on, pixels are shown as the squares they are
constexpr int captionAt = 10;
constexpr QSize captionPadding(6, 3);

} // namespace

VideoStage::VideoStage(Theme &theme, PosterCache &posters, Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_posters(posters)
    , m_shape(shape)
{
    setObjectName(QStringLiteral("stage"));
    setAccessibleName(QStringLiteral("Picture"));
    QSizePolicy policy(
        QSizePolicy::Expanding, shape == Shape::Fill ? QSizePolicy::Expanding : QSizePolicy::Preferred);
    policy.setHeightForWidth(shape == Shape::AsThePicture);
    setSizePolicy(policy);
    connect(&m_posters, &PosterCache::ready, this, [this](const QString &path) {
        if (path == m_posterPath)
            update();
    });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VideoStage::present(const QString &posterPath, const QSize &pixels)
{
    m_posterPath = posterPath;
    m_pixels = pixels;
    m_picture = {};
    m_zoom.fit();
    m_zoom.setPicture(m_pixels.isEmpty() ? QSize(16, 9) : m_pixels);
    updateGeometry();
    apply();
    update();
}

void VideoStage::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void VideoStage::setCaption(const QString &caption)
{
    m_caption = caption;
    update();
}

void VideoStage::zoomIn()
{
    zoomBy(zoomStep, QRectF(rect()).center());
}

void VideoStage::zoomOut()
{
    zoomBy(1 / zoomStep, QRectF(rect()).center());
}

void VideoStage::fit()
{
    m_zoom.fit();
    apply();
}

void VideoStage::actualSize()
{
    m_zoom.actual();
    apply();
}

void VideoStage::zoomBy(double factor, const QPointF &place)
{
    m_zoom.zoom(factor, place);
    apply();
}

void VideoStage::apply()
{
    setCursor(m_zoom.canPan() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    if (const QSize box = m_zoom.box(); box != m_box) {
        m_box = box;
        emit boxChanged(box);
    }
    update();
    emit zoomChanged();
}

int VideoStage::heightForWidth(int width) const
{
    if (m_pixels.isEmpty())
        return width * 9 / 16;
    return std::min(tallest, std::max(80, width * m_pixels.height() / m_pixels.width()));
}

bool VideoStage::event(QEvent *event)
{
    // Moved to a screen with other pixels.
    if (event->type() == QEvent::ScreenChangeInternal || event->type() == QEvent::Show) {
        m_zoom.setView(size(), devicePixelRatioF());
        apply();
    }
    return QWidget::event(event);
}

void VideoStage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_zoom.setView(size(), devicePixelRatioF());
    apply();
}

void VideoStage::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath clip;
    clip.addRoundedRect(rect(), Theme::cardRadius, Theme::cardRadius);
    painter.fillPath(clip, m_theme.tokens().hover);
    painter.setClipPath(clip);
    const QRectF target = m_zoom.target();
    if (!m_picture.isNull()) {
        if (m_picture.hasAlphaChannel())
            paintCheckerboard(painter, target & QRectF(rect()), m_theme);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, m_zoom.scale() < eyeSeesPixels);
        painter.drawImage(target, m_picture);
    } else {
        const QRect whole = target.toAlignedRect();
        const QPixmap poster = m_posters.cover(m_posterPath, whole.size() * devicePixelRatioF());
        if (!poster.isNull())
            painter.drawPixmap(whole, poster);
    }
    if (!m_caption.isEmpty())
        paintCaption(painter);
}

void VideoStage::paintCaption(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    const QSize text = painter.fontMetrics().size(Qt::TextSingleLine, m_caption);
    const QRect box(QPoint(captionAt, captionAt), text + 2 * captionPadding);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().scrim);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.tokens().onPicture);
    painter.drawText(box, Qt::AlignCenter, m_caption);
}

void VideoStage::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_moved = false;
    m_pressedAt = m_last = event->pos();
}

void VideoStage::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed)
        return;
    if (!m_moved && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_moved = true;
    if (m_zoom.canPan()) {
        setCursor(Qt::ClosedHandCursor);
        m_zoom.pan(event->pos() - m_last);
        m_last = event->pos();
        update();
        return;
    }
    m_pressed = false;
    emit dragged();
}

void VideoStage::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    if (m_moved)
        setCursor(m_zoom.canPan() ? Qt::OpenHandCursor : Qt::ArrowCursor);
    else if (rect().contains(event->pos()))
        emit clicked();
}

void VideoStage::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit doubleClicked();
}

void VideoStage::wheelEvent(QWheelEvent *event)
{
    // Alone it scrolls what is around.
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QWidget::wheelEvent(event);
        return;
    }
    zoomBy(std::pow(zoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

} // namespace facet::ui
