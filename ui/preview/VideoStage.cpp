#include "ui/preview/VideoStage.h"

#include "ui/widgets/PosterCache.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace facet::ui {

namespace {
constexpr int tallest = 480; ///< pixels; a vertical video leaves room for its facts
}

VideoStage::VideoStage(Theme &theme, PosterCache &posters, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_posters(posters)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&m_posters, &PosterCache::ready, this, [this](const QString &path) {
        if (path == m_posterPath)
            update();
    });
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void VideoStage::setScreen(QWidget *screen)
{
    m_screen = screen;
    m_screen->setGeometry(pictureRect());
    m_screen->installEventFilter(this);
}

void VideoStage::setScreenVisible(bool visible)
{
    if (m_screen)
        m_screen->setVisible(visible);
    update();
}

void VideoStage::present(const QString &posterPath, const QSize &pixels)
{
    m_posterPath = posterPath;
    m_pixels = pixels;
    updateGeometry();
    if (m_screen)
        m_screen->setGeometry(pictureRect());
    update();
}

int VideoStage::heightForWidth(int width) const
{
    if (m_pixels.isEmpty())
        return width * 9 / 16;
    return std::min(tallest, std::max(80, width * m_pixels.height() / m_pixels.width()));
}

QRect VideoStage::pictureRect() const
{
    const QSize shape = m_pixels.isEmpty() ? QSize(16, 9) : m_pixels;
    QRect rect(QPoint(), shape.scaled(size(), Qt::KeepAspectRatio));
    rect.moveCenter(this->rect().center());
    return rect;
}

void VideoStage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_screen)
        m_screen->setGeometry(pictureRect());
}

void VideoStage::paintEvent(QPaintEvent * /*event*/)
{
    if (m_screen && m_screen->isVisible())
        return; // nothing of the poster's round corners behind a square video
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath clip;
    clip.addRoundedRect(rect(), Theme::cardRadius, Theme::cardRadius);
    painter.fillPath(clip, m_theme.tokens().hover);
    painter.setClipPath(clip);
    const QRect picture = pictureRect();
    const QPixmap poster = m_posters.cover(m_posterPath, picture.size() * devicePixelRatioF());
    if (!poster.isNull())
        painter.drawPixmap(picture, poster);
}

void VideoStage::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        emit clicked();
}

bool VideoStage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_screen && event->type() == QEvent::MouseButtonRelease) {
        emit clicked();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace facet::ui
