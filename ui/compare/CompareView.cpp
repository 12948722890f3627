#include "ui/compare/CompareView.h"

#include "ui/compare/ComparePlayer.h"
#include "ui/widgets/Checkerboard.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace facet::ui {

using Side = ComparePlayer::Side;

namespace {

constexpr int gap = 16; // between the two, DESIGN compare-dark.png
constexpr int flickerMs = 500; // slower than the three a second that can hurt (WCAG 2.3.1)
constexpr int lineWidth = 2;
constexpr int handle = 28;
constexpr double widestShape = 0.35; // height for a width of 1
constexpr double tallestShape = 0.8;

} // namespace

CompareView::CompareView(Theme &theme, ComparePlayer &player, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_player(player)
{
    setObjectName(QStringLiteral("comparison"));
    setAccessibleName(QStringLiteral("Comparison"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMinimumSize(240, 120);
    m_flicker.setInterval(flickerMs);
    connect(&m_flicker, &QTimer::timeout, this, &CompareView::swap);
    connect(&m_player, &ComparePlayer::pictureChanged, this, qOverload<>(&QWidget::update));
    connect(&m_player, &ComparePlayer::loaded, this, [this] {
        updateGeometry();
        setBox();
        update();
    });
    connect(&m_theme, &Theme::changed, this, [this] {
        refreshFlicker();
        update();
    });
}

void CompareView::setMode(Mode mode)
{
    m_mode = mode;
    m_showsB = false;
    setCursor(mode == Mode::Wipe ? Qt::SplitHCursor : Qt::ArrowCursor);
    refreshFlicker();
    updateGeometry();
    setBox();
    update();
}

void CompareView::setWipe(double part)
{
    m_wipe = std::clamp(part, 0.0, 1.0);
    update();
    emit wipeChanged(m_wipe);
}

void CompareView::swap()
{
    m_showsB = !m_showsB;
    update();
}

void CompareView::refreshFlicker()
{
    // Without motion it changes by the key and the mouse alone.
    if (m_mode == Mode::Flicker && isVisible() && m_theme.motionMs() > 0)
        m_flicker.start();
    else
        m_flicker.stop();
}

double CompareView::shape() const
{
    const auto of = [this](Side side) {
        const QSize size = m_player.info(side).size;
        return size.isEmpty() ? 9.0 / 16 : static_cast<double>(size.height()) / size.width();
    };
    const double wanted = m_mode == Mode::SideBySide ? std::max(of(Side::A), of(Side::B)) : of(Side::A);
    return std::clamp(wanted, widestShape, tallestShape);
}

int CompareView::heightForWidth(int width) const
{
    const int each = m_mode == Mode::SideBySide ? (width - gap) / 2 : width;
    return static_cast<int>(each * shape());
}

QRect CompareView::placeOfA() const
{
    if (m_mode != Mode::SideBySide)
        return onePlace();
    const int half = (width() - gap) / 2;
    return { 0, 0, half, std::min(height(), static_cast<int>(half * shape())) };
}

QRect CompareView::placeOfB() const
{
    if (m_mode != Mode::SideBySide)
        return onePlace();
    return placeOfA().translated(width() - placeOfA().width(), 0);
}

QRect CompareView::onePlace() const
{
    const QSize size = m_player.info(Side::A).size.isEmpty() ? QSize(16, 9) : m_player.info(Side::A).size;
    QRect place(QPoint(), size.scaled(this->size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    place.moveTop(0);
    return place;
}

void CompareView::setBox()
{
    m_player.setBox(placeOfA().size() * devicePixelRatioF());
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setBox();
}

void CompareView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    switch (m_mode) {
    case Mode::SideBySide:
        paintSideBySide(painter);
        return;
    case Mode::Wipe:
        paintWipe(painter);
        return;
    case Mode::Difference:
        paintDifference(painter);
        return;
    case Mode::Flicker:
        paintFlicker(painter);
        return;
    }
}

void CompareView::paintPicture(QPainter &painter, const QRect &place, const QImage &picture) const
{
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(place, Theme::cardRadius, Theme::cardRadius);
    painter.fillPath(clip, m_theme.tokens().hover);
    painter.setClipPath(clip, Qt::IntersectClip);
    if (!picture.isNull()) {
        QRect target(QPoint(), picture.size().scaled(place.size(), Qt::KeepAspectRatio));
        target.moveCenter(place.center());
        if (picture.hasAlphaChannel())
            paintCheckerboard(painter, target, m_theme);
        painter.drawImage(target, picture);
    }
    painter.restore();
}

void CompareView::paintSideBySide(QPainter &painter) const
{
    paintPicture(painter, placeOfA(), m_player.picture(Side::A));
    paintPicture(painter, placeOfB(), m_player.picture(Side::B));
    paintLetter(painter, placeOfA(), false);
    paintLetter(painter, placeOfB(), true);
}

void CompareView::paintWipe(QPainter &painter) const
{
    const QRect place = onePlace();
    const int x = place.left() + static_cast<int>(m_wipe * place.width());
    paintPicture(painter, place, m_player.picture(Side::A));
    painter.save();
    painter.setClipRect(QRect(x, place.top(), place.right() - x + 1, place.height()));
    paintPicture(painter, place, m_player.picture(Side::B));
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().accent);
    painter.drawRect(QRect(x - lineWidth / 2, place.top(), lineWidth, place.height()));
    painter.drawEllipse(QPoint(x, place.center().y()), handle / 2, handle / 2);
    paintIcon(painter, QRectF(x - handle / 2.0, place.center().y() - handle / 2.0, handle, handle),
        Icon::Swap, m_theme.tokens().onAccent, 16);
    paintLetter(painter, place, false);
    paintLetter(painter, place, true, true);
}

void CompareView::paintDifference(QPainter &painter) const
{
    const QRect place = onePlace();
    const QImage &a = m_player.picture(Side::A);
    const QImage &b = m_player.picture(Side::B);
    if (a.isNull() || b.isNull()) {
        paintPicture(painter, place, a);
        return;
    }
    // In the pixels of A as it came, so that equal pictures are exactly black.
    QImage difference = a.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    {
        QPainter over(&difference);
        over.setRenderHint(QPainter::SmoothPixmapTransform);
        over.setCompositionMode(QPainter::CompositionMode_Difference);
        over.drawImage(difference.rect(), b);
    }
    paintPicture(painter, place, difference.convertToFormat(QImage::Format_RGB32));
}

void CompareView::paintFlicker(QPainter &painter) const
{
    const QRect place = onePlace();
    paintPicture(painter, place, m_player.picture(m_showsB ? Side::B : Side::A));
    paintLetter(painter, place, m_showsB);
}

void CompareView::paintLetter(QPainter &painter, const QRect &place, bool ofB, bool atRight) const
{
    QRect box(place.topLeft() + QPoint(10, 10), QSize(18, 18));
    if (atRight)
        box.moveRight(place.right() - 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().scrim);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.tokens().onPicture);
    painter.setFont(m_theme.font(TextRole::CaptionStrong));
    painter.drawText(box, Qt::AlignCenter, ofB ? QStringLiteral("B") : QStringLiteral("A"));
}

void CompareView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (m_mode == Mode::Wipe)
        mouseMoveEvent(event);
    else if (m_mode == Mode::Flicker)
        swap();
    else
        m_player.toggle();
}

void CompareView::mouseMoveEvent(QMouseEvent *event)
{
    const QRect place = onePlace();
    if (m_mode == Mode::Wipe && (event->buttons() & Qt::LeftButton) && place.width() > 0)
        setWipe(static_cast<double>(event->pos().x() - place.left()) / place.width());
}

void CompareView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    refreshFlicker();
}

void CompareView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshFlicker();
}

} // namespace facet::ui
