#include "ui/crop/CropView.h"

#include "ui/widgets/FocusRing.h"
#include "ui/widgets/Naming.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>

#include <cmath>

namespace facet::ui {

namespace {

constexpr double margin = 28; // screen pixels around the kept part, where the rest shows
constexpr double corner = 14; // of a corner's handle
constexpr double keyStep = 0.01; // of the kept width, for one press of an arrow
constexpr double zoomStep = 1.05;

} // namespace

CropView::CropView(Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(name)
{
    setName(this, name);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&CropView::update));
}

void CropView::setPicture(const QImage &picture, const QSize &size)
{
    m_picture = picture;
    m_frame = CropFrame(size);
    changed();
}

void CropView::setAspect(std::optional<double> aspect)
{
    m_frame.setAspect(aspect);
    changed();
}

void CropView::reset()
{
    m_frame.reset();
    changed();
}

void CropView::changed()
{
    tell();
    update();
    emit frameChanged();
}

void CropView::tell()
{
    const QRect kept = m_frame.pixels();
    const QLocale locale;
    setAccessibleDescription(tr("%1 × %2 pixels from %3, %4")
                                 .arg(locale.toString(kept.width()), locale.toString(kept.height()),
                                     locale.toString(kept.x()), locale.toString(kept.y())));
}

void CropView::setOnionSkin(const QImage &other, double opacity)
{
    m_onion = other;
    m_onionOpacity = opacity;
    update();
}

QImage CropView::kept() const
{
    if (m_picture.isNull())
        return {};
    const double shown = double(m_picture.width()) / m_frame.picture().width();
    const QRectF rect = m_frame.rect();
    return m_picture.copy(QRectF(rect.topLeft() * shown, rect.size() * shown).toAlignedRect());
}

QRectF CropView::window() const
{
    const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
    const QSizeF size = m_frame.rect().size().scaled(room.size(), Qt::KeepAspectRatio);
    return { room.center() - QPointF(size.width() / 2, size.height() / 2), size };
}

double CropView::scale() const
{
    return window().width() / m_frame.rect().width();
}

QPointF CropView::toPicture(const QPointF &at) const
{
    return m_frame.rect().topLeft() + (at - window().topLeft()) / scale();
}

bool CropView::isOnCorner(const QPointF &at) const
{
    if (m_frame.aspect())
        return false;
    const QRectF kept = window();
    for (const QPointF &point : { kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight() }) {
        if (std::abs(at.x() - point.x()) <= corner && std::abs(at.y() - point.y()) <= corner)
            return true;
    }
    return false;
}

void CropView::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), t.window);
    if (m_picture.isNull()) {
        painter.setPen(t.text2);
        painter.setFont(m_theme.font(TextRole::Body));
        painter.drawText(rect(), Qt::AlignCenter, tr("Reading…"));
        return;
    }
    const QRectF kept = window();
    const double by = scale();
    const QRectF whole(kept.topLeft() - m_frame.rect().topLeft() * by, QSizeF(m_frame.picture()) * by);
    painter.drawImage(whole, m_picture);
    if (m_onionOpacity > 0 && !m_onion.isNull()) {
        painter.setOpacity(m_onionOpacity);
        painter.drawImage(kept, m_onion);
        painter.setOpacity(1);
    }
    QPainterPath outside;
    outside.addRect(rect());
    outside.addRect(kept);
    painter.fillPath(outside, t.scrim);
    painter.setPen(QPen(t.onPicture, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(kept);
    QColor thirds = t.onPicture;
    thirds.setAlphaF(0.35F);
    painter.setPen(QPen(thirds, 1));
    for (const double part : { 1.0 / 3, 2.0 / 3 }) {
        const double x = kept.left() + kept.width() * part;
        const double y = kept.top() + kept.height() * part;
        painter.drawLine(QPointF(x, kept.top()), QPointF(x, kept.bottom()));
        painter.drawLine(QPointF(kept.left(), y), QPointF(kept.right(), y));
    }
    if (!m_frame.aspect()) {
        painter.setPen(QPen(t.onPicture, 3));
        for (const QPointF &point :
            { kept.topLeft(), kept.topRight(), kept.bottomLeft(), kept.bottomRight() }) {
            const double x = point.x() < kept.center().x() ? corner : -corner;
            const double y = point.y() < kept.center().y() ? corner : -corner;
            painter.drawLine(point, point + QPointF(x, 0));
            painter.drawLine(point, point + QPointF(0, y));
        }
    }
    if (hasFocus())
        paintFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), Theme::controlRadius, t);
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    if (m_picture.isNull())
        return QWidget::keyPressEvent(event);
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const double step = m_frame.rect().width() * keyStep * (modifiers & Qt::ShiftModifier ? 10 : 1);
    QPointF by;
    switch (event->key()) {
    case Qt::Key_Left:
        by = QPointF(-step, 0);
        break;
    case Qt::Key_Right:
        by = QPointF(step, 0);
        break;
    case Qt::Key_Up:
        by = QPointF(0, -step);
        break;
    case Qt::Key_Down:
        by = QPointF(0, step);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_frame.zoom(zoomStep, m_frame.rect().center());
        return changed();
    case Qt::Key_Minus:
        m_frame.zoom(1 / zoomStep, m_frame.rect().center());
        return changed();
    case Qt::Key_0:
        return reset();
    default: // every other key is the dialog's
        return QWidget::keyPressEvent(event);
    }
    if (modifiers & Qt::AltModifier)
        m_frame.grow(QSizeF(by.x() * 2, by.y() * -2)); // Up: higher
    else
        m_frame.move(by);
    changed();
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_picture.isNull())
        return;
    m_drag = isOnCorner(event->position()) ? Drag::Shape : Drag::Move;
    m_last = event->position();
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    switch (m_drag) {
    case Drag::None:
        setCursor(isOnCorner(at) ? Qt::SizeAllCursor : Qt::OpenHandCursor);
        return;
    case Drag::Move: // the picture goes with the hand, so what is kept goes the other way
        m_frame.move((m_last - at) / scale());
        break;
    case Drag::Shape: {
        const QPointF middle = window().center();
        const QPointF by = (at - m_last) / scale() * 2;
        m_frame.grow(QSizeF(at.x() < middle.x() ? -by.x() : by.x(), at.y() < middle.y() ? -by.y() : by.y()));
        break;
    }
    }
    m_last = at;
    changed();
}

void CropView::mouseReleaseEvent(QMouseEvent *)
{
    m_drag = Drag::None;
}

void CropView::wheelEvent(QWheelEvent *event)
{
    if (m_picture.isNull() || event->angleDelta().y() == 0)
        return;
    m_frame.zoom(std::pow(zoomStep, event->angleDelta().y() / 60.0), toPicture(event->position()));
    changed();
    event->accept();
}

} // namespace facet::ui
