#include "ui/widgets/Popover.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace facet::ui {

namespace {
constexpr int shadowWidth = 16; // around the panel, part of the widget
constexpr int distance = 6; // between anchor and panel
constexpr int windowMargin = 8;
} // namespace

Popover::Popover(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_body(new QWidget(this))
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadowWidth + 1, shadowWidth + 1, shadowWidth + 1, shadowWidth + 1);
    layout->addWidget(m_body);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&Popover::update));
}

void Popover::openAt(QWidget *anchor, Side side)
{
    openAt(anchor, side, QSize());
}

void Popover::openAt(QWidget *anchor, Side side, const QSize &size)
{
    m_anchor = anchor;
    m_side = side;
    m_wanted = size;
    m_focusBefore = QApplication::focusWidget();
    if (parentWidget() != anchor->window())
        setParent(anchor->window());
    place();
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
    emit opened();
}

void Popover::resizePanel(const QSize &size)
{
    m_wanted = size;
    place();
}

void Popover::closePopover()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this;
    hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
    emit closed();
}

void Popover::place()
{
    if (!m_anchor)
        return;
    const QRect room =
        parentWidget()->rect().adjusted(windowMargin, windowMargin, -windowMargin, -windowMargin);
    const QPoint corner = m_anchor->mapTo(parentWidget(), QPoint(0, 0));
    QSize panel = m_wanted;
    if (!panel.isValid()) {
        m_body->adjustSize();
        panel = m_body->sizeHint().expandedTo(m_body->minimumSizeHint()) + QSize(2, 2);
        if (m_body->hasHeightForWidth())
            panel.setHeight(m_body->heightForWidth(panel.width() - 2) + 2);
    }
    const int roomAbove = corner.y() - distance - room.top();
    const int roomBelow = room.bottom() - (corner.y() + m_anchor->height() + distance);
    const bool above = m_side == Side::Above ? (roomAbove >= panel.height() || roomAbove >= roomBelow)
                                             : (roomBelow < panel.height() && roomAbove > roomBelow);
    panel = panel.boundedTo(room.size());
    int y = above ? corner.y() - distance - panel.height() : corner.y() + m_anchor->height() + distance;
    y = qBound(room.top(), y, room.bottom() - panel.height() + 1);
    const int x = qBound(room.left(), corner.x(), qMax(room.left(), room.right() - panel.width() + 1));
    setGeometry(QRect(QPoint(x, y), panel).adjusted(-shadowWidth, -shadowWidth, shadowWidth, shadowWidth));
}

void Popover::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF panel = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    painter.setPen(Qt::NoPen);
    for (int i = shadowWidth; i > 0; --i) {
        QColor shade = t.shadow;
        const double near = 1.0 - double(i) / (shadowWidth + 1);
        shade.setAlphaF(float(shade.alphaF() * near * near * 0.1));
        painter.setBrush(shade);
        const double spread = i;
        painter.drawRoundedRect(panel.adjusted(-spread, -spread * 0.7, spread, spread),
            Theme::popoverRadius + i, Theme::popoverRadius + i);
    }
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), Theme::popoverRadius, Theme::popoverRadius);
}

void Popover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        closePopover();
        return;
    }
    QWidget::keyPressEvent(event);
}

void Popover::mousePressEvent(QMouseEvent *event)
{
    event->accept(); // or it would reach the window below, as a click outside
}

bool Popover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        auto *widget = qobject_cast<QWidget *>(watched);
        // Menus opened from inside are windows of their own: only clicks in this window count.
        if (widget && widget->window() == window() && widget != this && !isAncestorOf(widget)) {
            const bool onAnchor = m_anchor && (widget == m_anchor || m_anchor->isAncestorOf(widget));
            closePopover();
            return onAnchor; // a click on the anchor closes; it does not open again at once
        }
    } else if (event->type() == QEvent::Resize && watched == parentWidget()) {
        place();
    } else if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        auto *widget = qobject_cast<QWidget *>(watched);
        if (key->key() == Qt::Key_Escape && widget && (widget == this || isAncestorOf(widget))) {
            if (event->type() == QEvent::KeyPress)
                closePopover();
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

bool Popover::focusNextPrevChild(bool next)
{
    // Tab stays inside: the chain of the children wraps at the panel's edges.
    QWidget *start = QApplication::focusWidget();
    if (!start || (start != this && !isAncestorOf(start)))
        start = this;
    QWidget *candidate = start;
    do {
        candidate = next ? candidate->nextInFocusChain() : candidate->previousInFocusChain();
        if (candidate != this && isAncestorOf(candidate) && (candidate->focusPolicy() & Qt::TabFocus)
            && candidate->isEnabled() && candidate->isVisible()) {
            candidate->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    } while (candidate != start);
    return true;
}

} // namespace facet::ui
